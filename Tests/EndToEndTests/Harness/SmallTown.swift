/// A few invented resources, enough for every verb to have something to say.
enum SmallTown {
  static let ndjson = """
    {"id":"t:salon","kind":"join","name":"ふれあいサロン番町","categories":["A-SALON"],\
    "summary":"お茶とおしゃべり","place":{"address":"香川県高松市番町1丁目","area":"番町","lat":34.34,\
    "lng":134.04},"schedule":{"text":"毎週火曜 13:30～15:30"},"cost":{"text":"1回100円","min":100,\
    "max":100,"per":"visit"},"contacts":[{"phone":"087-000-0001","visibility":"public"}],\
    "confirmed":{"on":"2026-08-01","how":"phone"},"note":{"kept":[1,2.5,null,true]}}
    {"id":"t:shop","name":"まごころ配達店","categories":["S-SHOP-DELIV"],"summary":"買い物の配達",\
    "reach":{"modes":["delivery"]},"schedule":{"text":"月～金"},\
    "contacts":[{"phone":"087-000-0002","visibility":"coordinator"}]}
    {"id":"t:cafe","name":"<script>alert('x')</script> & \\"認知症\\" カフェ","categories":["A-CLUB"],\
    "summary":"だれでも <b>どうぞ</b> カフェ"}
    {"id":"t:move","name":"買い物送迎ばんちょう号","categories":["S-MOVE-BUS"],"status":"paused",\
    "place":{"area":"番町"},"schedule":{"text":"月・水・金 9:00～15:00"}}
    {"id":"t:gone","name":"おわった体操の会","categories":["A-SALON"],"status":"retired"}

    """

  /// Ids in the order of the file.
  static let ids = ["t:salon", "t:shop", "t:cafe", "t:move", "t:gone"]

  /// A list that is far longer than the buffer of a pipe.
  static func many(_ count: Int) -> String {
    (0..<count).map { number in
      """
      {"id":"m:\(number)","name":"町のつどい\(number)","summary":"番号\(number)のつどい。毎月ひらきます。"}

      """
    }.joined()
  }
}

/// Every verb a person types.
enum Verb {
  static let all = [
    "init", "import", "add", "edit", "confirm", "retire", "search", "show", "match", "categories",
    "needs", "plugins", "profiles", "instruments", "assess", "changes", "export", "doctor",
  ]
}
