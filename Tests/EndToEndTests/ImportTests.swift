import Testing

@Suite("Import")
struct ImportTests {
  static let counts = ["added", "updated", "unchanged", "rejected", "skipped"]

  private func file(_ outcome: Outcome, _ at: Int = 0) throws -> JSON {
    let file = try outcome.json()["files"][at]
    let sum = Self.counts.compactMap { file[$0].number }.reduce(0, +)
    #expect(file["rows"].number == sum, "the numbers add up: \(outcome)")
    return file
  }

  @Test("takes a pasted table")
  func pasted() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let table = "名称\t住所\t電話番号\n貼り付けの会\t香川県高松市番町1丁目\t087-000-0100\n\t\t\nもう一つの会\t\t\n"
    let outcome = try desk.run("import", "-", "--format", "json", input: table).expect(0)
    let report = try file(outcome)
    #expect(report["path"] == "-" && report["format"] == "tsv" && report["rows"] == 3)
    #expect(report["added"] == 2 && report["skipped"] == 1)
    let hit = try desk.run("search", "貼り付けの会", "--format", "json").expect(0).json()["hits"][0]
    #expect(hit["name"] == "貼り付けの会" && hit["phone"] == "087-000-0100")
    try desk.isSound()
  }

  @Test("answers with the operation's shape")
  func shape() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = try desk.write("名称,緯度,経度\nあ,134.05,34.34\n\"い,1,2\nう,,\n", to: "list.csv")
    let outcome = try desk.run("import", path, "--format", "json").expect(1)
    let answer = try outcome.json()
    #expect(answer.names.isSuperset(of: ["files", "rejections"]))
    #expect(
      try file(outcome).names.isSuperset(
        of: Self.counts + ["path", "format", "mapping", "encoding", "rows"]))
    let rejection = answer["rejections"][0]
    #expect(answer["rejections"].items.count == 1 && rejection["line"] == 3)
    #expect(rejection["file"] == .string(path) && rejection["code"] == "row.unclosed-quote")
    #expect(rejection["text"].text?.isEmpty == false)
    #expect(answer["warnings"].items.contains { $0["code"] == "warning.swapped" })
  }

  @Test("in text names file, line, code and text of each rejected row")
  func text() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = try desk.write("名称\nあ\n\"い\nう\n", to: "list.csv")
    let outcome = try desk.run("import", path).expect(1)
    #expect(outcome.err.hasPrefix("\(path):3: row.unclosed-quote: "))
    #expect(outcome.out.contains("3 rows: 2 added, 0 updated, 0 unchanged, 1 rejected, 0 skipped"))
    #expect(!outcome.out.contains("row.unclosed-quote"))
  }

  @Test("changes nothing on a dry run, and says what it would do")
  func dryRun() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    let changes = try desk.run("changes", "--format", "json").out
    let path = try desk.write("名称\nあたらしい会\n", to: "list.csv")
    let tried = try desk.run("import", path, "--dry-run", "--format", "json").expect(0)
    #expect(try file(tried)["added"] == 1)
    #expect(try desk.everything() == before)
    #expect(try desk.run("changes", "--format", "json").out == changes)
    let done = try desk.run("import", path, "--format", "json").expect(0)
    #expect(try file(done)["added"] == 1)
  }

  @Test("of several files takes the good ones when one is bad")
  func several() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let good = try desk.write("名称\nよい会\n", to: "good.csv")
    let empty = try desk.write("", to: "empty.csv")
    let other = try desk.write(#"{"id":"o:1","name":"べつの会"}"#, to: "other.ndjson")
    let missing = desk.folder.path + "/missing.csv"
    let text = try desk.run("import", "--dry-run", good, empty, missing, other).expect(2)
    #expect(text.err.contains("\(empty): import.empty: "))
    #expect(text.err.contains("\(missing): import.file-missing: "))
    let outcome = try desk.run("import", good, empty, missing, other, "--format", "json").expect(2)
    #expect(try file(outcome, 0)["added"] == 1 && file(outcome, 1)["added"] == 1)
    #expect(try outcome.json()["files"].items.count == 2)
    for name in ["よい会", "べつの会"] { try desk.run("search", name).expect(0) }
    try desk.isSound()
  }

  @Test("of the same source a second time updates it")
  func twice() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let first = try desk.write(
      "名称,住所,電話番号\nA会,番町,087-000-0001\nB会,番町,087-000-0002\n", to: "2025.csv")
    let second = try desk.write(
      "名称,住所,電話番号\nA会,番町,087-000-0009\nC会,番町,087-000-0003\n", to: "2026.csv")
    func take(_ path: String) throws -> JSON {
      try file(try desk.run("import", path, "--source", "circle", "--format", "json").expect(0))
    }
    #expect(try take(first)["added"] == 2)
    let again = try take(first)
    #expect(again["unchanged"] == 2 && again["added"] == 0 && again["updated"] == 0)
    let report = try take(second)
    #expect(report["updated"] == 1 && report["added"] == 1 && report["source"] == "circle")
    #expect(report["vanished"][0]["name"] == "B会" && report["vanished"].items.count == 1)
    let names = try JSON.lines(try desk.everything()).compactMap { $0["name"].text }
    #expect(Set(names).isSuperset(of: ["A会", "B会", "C会"]), "what vanished is kept")
    #expect(try desk.run("search", "A会", "--format", "json").out.contains("087-000-0009"))
  }

  @Test("of one list under two sources keeps both")
  func sources() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    for source in ["one", "two"] {
      let call = ["import", "-", "--source", source, "--licence", "CC0-1.0", "--format", "json"]
      let report = try file(try desk.run(list: call, input: "名称,住所\nA会,番町\n").expect(0))
      #expect(report["added"] == 1)
    }
    let records = try JSON.lines(try desk.everything()).filter { $0["name"] == "A会" }
    #expect(Set(records.compactMap { $0["id"].text }).count == 2)
    #expect(records.allSatisfy { $0["source"]["licence"] == "CC0-1.0" })
  }
}
