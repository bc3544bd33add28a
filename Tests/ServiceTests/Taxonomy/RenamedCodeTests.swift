import Diagnostics
import Foundation
import Model
import Service
import Testing

/// Old codes in requests, records and imports, and terms of the workspace's own, in operations.
@Suite("Codes of a workspace") struct RenamedCodeTests {
  /// A workspace with files in its `taxonomy/`.
  private func office(_ files: [String: String]) throws -> Office {
    let office = try Office()
    let folder = office.path + "/office/taxonomy"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try office.put("taxonomy/" + name, text) }
    return office
  }

  static let renames =
    "tree\told\tnew\tversion\tdate\nneed\tLIV-GOMI\tLIV-TRASH\t1.1\t2026-04-01\n"
    + "category\tS-GOMI\tS-HOME-TRASH\t1.1\t2026-04-01\n"

  @Test func anOldCodeInARequestIsTheNewOneAndTold() throws {
    let office = try office(["renamed.tsv": Self.renames])
    let session = office.seen(by: .coordinator)
    let put = try PutResource.run(
      OperationJSON.input(
        PutResource.Input.self,
        from: #"{"resource":{"id":"a","name":"ごみ出し隊","categories":["S-GOMI"]}}"#), in: session)
    #expect(put.warnings.map(\.code) == ["warning.renamed-code"])
    #expect(put.warnings.first?.text.contains("S-HOME-TRASH") == true)
    #expect(try session.directory.resource("a", for: .public).categories == ["S-HOME-TRASH"])
    let match = try MatchResources.run(
      OperationJSON.input(
        MatchResources.Input.self,
        from: #"{"needs":[{"code":"LIV-GOMI","urgency":"high"}]}"#), in: session)
    #expect(match.needs.map(\.code) == ["LIV-TRASH"] && match.needs.first?.urgency == .high)
    #expect(match.renamed?.map(\.old) == ["LIV-GOMI"] && match.renamed?.first?.version == "1.1")
    #expect((match.recommended + match.askFirst).map(\.id) == ["a"])
    #expect(
      try MatchResources.text(match, width: 100, in: session).contains("LIV-GOMI became LIV-TRASH"))
    for fields in ["", #","fields":["id"]"#] {
      let found = try SearchResources.run(
        OperationJSON.input(
          SearchResources.Input.self, from: #"{"categories":["S-GOMI"]\#(fields)}"#), in: session)
      #expect(found.total == 1 && found.interpretation.renamed?.map(\.new) == ["S-HOME-TRASH"])
      #expect(try OperationJSON.text(found).contains(#""old":"S-GOMI""#))
    }
    let none = try SearchResources.run(
      OperationJSON.input(SearchResources.Input.self, from: #"{"categories":["S-HOME"]}"#),
      in: session)
    #expect(none.interpretation.renamed == nil)
  }

  @Test func anImportIsTakenAndTold() throws {
    let office = try office(["renamed.tsv": Self.renames])
    let path = try office.file(
      "list.ndjson",
      #"{"id":"t:1","name":"ごみ出し隊","categories":["S-GOMI"]}"# + "\n"
        + #"{"id":"t:2","name":"ごみ出し組","categories":["S-GOMMI"]}"# + "\n")
    let session = office.seen(by: .coordinator)
    let out = try ImportResources.run(.init(paths: [path]), in: session)
    #expect(out.files.first?.added == 1 && out.rejections.map(\.code) == ["row.unknown-category"])
    let warning = try #require(out.warnings.first { $0.code == "warning.renamed-code" })
    #expect(warning.line == 1 && warning.field == "categories")
    let table = try office.file("kinds.csv", "名称,種別,住所\nごみ出し班,S-GOMI,番町1\n")
    _ = try ImportResources.run(.init(paths: [table]), in: session)
    var codes: [[String]] = []
    try session.directory.each(for: .coordinator) { codes.append($0.categories) }
    #expect(codes == [["S-HOME-TRASH"], ["S-HOME-TRASH"]])
  }

  /// A record that was stored before its code was renamed.
  @Test func aStoredRecordIsFoundByTheNewCodeAndCanBeMended() throws {
    let office = try office([
      "resource-categories.tsv":
        "code\tlabel_ja\tlabel_en\tkana\tsynonyms\tparent\tmodes\nS-HOME-X\t雪かき隊\tSnow team\tゆき\t\tS-HOME\tvisit\n"
    ])
    let before = office.seen(by: .coordinator)
    _ = try before.directory.put(
      {
        var one = Resource(id: "a", name: "雪かき隊")
        one.categories = ["S-HOME-X"]
        return one
      }())
    try office.put("taxonomy/resource-categories.tsv", "code\tsynonyms\n")
    try office.put(
      "taxonomy/renamed.tsv",
      "tree\told\tnew\tversion\tdate\ncategory\tS-HOME-X\tS-HOME-HANDY\t2\t2026-11-01\n")
    let session = office.seen(by: .coordinator)
    var input = SearchResources.Input()
    input.categories = ["S-HOME-HANDY"]
    #expect(try SearchResources.run(input, in: session).hits.map(\.id) == ["a"])
    input.categories = ["S-HOME-X"]
    #expect(try SearchResources.run(input, in: session).hits.map(\.id) == ["a"])
    let found = try CheckWorkspace.run(.init(), in: session)
    #expect(found.findings.map(\.code) == [.renamedCode] && found.findings.first?.subject == "a")
    let mended = try CheckWorkspace.run(.init(repair: true), in: session)
    #expect(mended.ok && mended.repaired?.count == 1)
    #expect(try session.directory.resource("a", for: .public).categories == ["S-HOME-HANDY"])
  }

  @Test func localTermsAreListedSearchedAndMatched() throws {
    let office = try office([
      "needs.tsv":
        "code\tlabel_ja\tlabel_en\tkana\tsynonyms\tparent\nLIV-X-SNOW\t屋根の雪\tRoof snow\tやねのゆき\t屋根雪\tLIV\n"
        + "LIV-TRASH\t\t\t\tごみほりだし\t\n",
      "resource-categories.tsv":
        "code\tlabel_ja\tlabel_en\tkana\tsynonyms\tparent\tmodes\nS-HOME-X\t雪おろし隊\tSnow team\tゆきおろし\t\tS-HOME\tvisit\n",
      "need-resource-map.tsv":
        "need\tcategory\tweight\tsource\nLIV-X-SNOW\tS-HOME-X\t0.9\tmachi\nLIV-TRASH\tS-HOME-X\t0.35\tmachi\n",
    ])
    let session = office.seen(by: .coordinator)
    _ = try PutResource.run(
      OperationJSON.input(
        PutResource.Input.self,
        from: #"{"resource":{"id":"a","name":"北の隊","categories":["S-HOME-X"]}}"#), in: session)
    let needs = try ListNeeds.run(.init(), in: session)
    let snow = try #require(needs.needs.first { $0.code == "LIV-X-SNOW" })
    #expect(snow.local == true && snow.servedBy.map(\.weight) == [0.9])
    #expect(snow.servedBy.first?.local == true && needs.version != nil)
    #expect(needs.needs.first { $0.code == "LIV-TRASH" }?.localSynonyms == ["ごみほりだし"])
    let tree = try ListNeeds.text(needs, width: 100, in: session)
    #expect(tree.hasPrefix("Needs, version "))
    #expect(tree.contains("  LIV-X-SNOW  Roof snow [this workspace]\n"))
    #expect(tree.contains("LIV-TRASH  Taking out rubbish ＋ごみほりだし\n"))
    let categories = try ListCategories.text(
      ListCategories.run(.init(), in: session), width: 100, in: session)
    #expect(categories.contains("    S-HOME-X  Snow team [this workspace]\n"))
    // Found by the words of its category, in text, and matched.
    var input = SearchResources.Input()
    input.text = "雪おろし隊"
    #expect(try SearchResources.run(input, in: session).hits.map(\.id) == ["a"])
    #expect(try session.shelf.categoryLabels()["S-HOME-X"]?.ja == "雪おろし隊")
    let match = try MatchResources.run(
      OperationJSON.input(MatchResources.Input.self, from: #"{"text":"屋根雪に困っています"}"#),
      in: session)
    #expect(match.needs.map(\.code) == ["LIV-X-SNOW"] && match.unmet.isEmpty)
    let words = try MatchResources.run(
      OperationJSON.input(MatchResources.Input.self, from: #"{"text":"ごみほりだしに困っています"}"#),
      in: session)
    #expect(words.needs.map(\.code) == ["LIV-TRASH"] && words.unmet.isEmpty)
  }
}
