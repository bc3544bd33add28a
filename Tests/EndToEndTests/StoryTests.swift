import Foundation
import Testing

@Suite("The whole story")
struct StoryTests {
  @Test("from the sample town to a second workspace that equals the first")
  func story() throws {
    let desk = try Desk()
    let made = try desk.run("init", "--sample").expect(0)
    #expect(made.out.contains("CC BY 4.0"))
    let found = try desk.run("search", "買い物", "--format", "json", "--limit", "5").expect(0).json()
    let id = try #require(found["hits"][0]["id"].text)
    let name = try #require(found["hits"][0]["name"].text)
    #expect(found["hits"].items.count == 5)
    let page = try desk.run("show", id).expect(0).out
    #expect(page.contains(name) && page.contains(id))
    #expect(try desk.run("show", id, "--format", "json").expect(0).json()["name"] == .string(name))
    try match(desk)
    try entry(desk)
    try desk.isSound()
    try copy(desk)
  }

  private func match(_ desk: Desk) throws {
    let text = try desk.run("match", "--need", "LIV-SHOP", "--walk", "10", "--area", "番町").expect(0)
    let call = ["match", "--need", "LIV-SHOP", "--walk", "10", "--area", "番町", "--format", "json"]
    let answer = try desk.run(list: call).expect(0).json()
    let best = try #require(answer["recommended"][0]["name"].text)
    #expect(text.out.contains(best))
    let request =
      #"{"needs":[{"code":"LIV-SHOP"}],"person":{"area":"番町","mobility":{"walkMinutes":10}}}"#
    let same = try desk.run("match", "--request", "-", "--format", "json", input: request)
    #expect(try same.expect(0).json() == answer)
    let said = try desk.run("match", "--text", "-", "--format", "json", input: "買い物代行を頼みたい")
    let need = try said.expect(0).json()["needs"][0]
    #expect(need["code"] == "LIV-SHOP" && need["from"] == "text" && need["evidence"].text != nil)
    for name in ["kondo", "mori", "salon", "sato", "tanaka"] {
      let path = Program.data + "/sample/requests/\(name).json"
      #expect(!(try desk.run("match", "--request", path).expect(0).out.isEmpty))
    }
  }

  /// Enters, corrects, confirms and retires one resource, and finds it in the feed each time.
  private func entry(_ desk: Desk) throws {
    let record = #"{"id":"local:e2e","name":"星の見守り隊","mine":{"a":[1]}}"#
    #expect(try desk.run("add", "--from", "-", input: record).expect(0).out.contains("local:e2e"))
    let start = try #require(
      try desk.run("changes", "--format", "json", "--limit", "100000")
        .expect(0).json()["next"].number)
    func next() throws -> [JSON] {
      let since = String(Int(start))
      return try desk.run("changes", "--since", since, "--format", "json").json()["changes"].items
    }
    let hits = try desk.run("search", "星の見守り隊", "--format", "json").expect(0).json()["hits"]
    #expect(hits[0]["id"] == "local:e2e")
    try desk.run(
      "edit", "local:e2e", "--set", "contacts.phone=087-000-9999", "--set", "cost.text=無料"
    ).expect(0)
    try desk.run("confirm", "local:e2e", "--how", "phone", "--on", "2026-01-02").expect(0)
    let now = try desk.run("show", "local:e2e", "--format", "json").expect(0).json()
    #expect(now["contacts"][0]["phone"] == "087-000-9999" && now["cost"]["text"] == "無料")
    #expect(now["confirmed"]["on"] == "2026-01-02" && now["confirmed"]["how"] == "phone")
    #expect(now["mine"]["a"][0] == 1)
    try desk.run("retire", "local:e2e", "--why", "終わった").expect(0)
    #expect(try next().map { $0["op"].text } == ["put", "put", "retire"])
    #expect(try next().allSatisfy { $0["id"] == "local:e2e" })
    let after = try desk.run("search", "星の見守り隊", "--format", "json").json()["hits"]
    #expect(!after.items.contains { $0["id"] == "local:e2e" })
    let gone = try desk.run("show", "local:e2e", "--format", "json").expect(0).json()
    #expect(gone["status"] == "retired")
  }

  private func copy(_ desk: Desk) throws {
    let path = desk.folder.path + "/all.ndjson"
    let second = desk.folder.path + "/second"
    let text = try desk.everything()
    #expect(try JSON.lines(text).count > 1_000)
    try desk.run(
      "export", "--as", "ndjson", "--audience", "coordinator", "--include-retired", "--out", path
    ).expect(0, isTalkative: true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    try desk.run("init", "--workspace", second).expect(0)
    let report = try desk.run("import", path, "--workspace", second, "--format", "json").expect(0)
    let file = try report.json()["files"][0]
    #expect(file["added"] == file["rows"] && file["rejected"] == 0)
    #expect(sorted(try desk.everything(in: second)) == sorted(text))
    desk.environment["SASAE_WORKSPACE"] = second
    try desk.isSound()
  }

  private func sorted(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).sorted()
  }
}
