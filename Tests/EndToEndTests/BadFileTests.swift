import Foundation
import Testing

@Suite("Bad files")
struct BadFileTests {
  struct Refused: Sendable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]?
    let code: String
    let hint: String
    var description: String { name }

    init(_ name: String, _ bytes: [UInt8]?, _ code: String, _ hint: String) {
      (self.name, self.bytes, self.code, self.hint) = (name, bytes, code, hint)
    }

    init(_ name: String, _ text: String, _ code: String, _ hint: String) {
      self.init(name, Array(text.utf8), code, hint)
    }
  }

  @Test(
    "are refused whole, and nothing is lost",
    arguments: [
      Refused("empty.csv", "", "import.empty", "cut short"),
      Refused("missing.csv", nil, "import.file-missing", "path"),
      Refused("binary.csv", (0..<4_000).map { UInt8($0 * 37 % 251) }, "import.not-a-table", "CSV"),
      Refused("heading.csv", "名称,住所\n", "import.no-rows", "heading"),
      Refused("blank.csv", "名称,住所\n,\n,\n", "import.no-rows", "heading"),
      Refused("twice.csv", "名称,住所,名称\nあ,い,う\n", "import.duplicate-heading", "rename"),
      Refused("other.csv", "温度,湿度\n1,2\n", "import.no-mapping", "--mapping"),
      Refused(
        "list.xlsx", [0x50, 0x4b, 3, 4] + Array(repeating: 7, count: 200), "import.not-a-table",
        "unpack"),
      Refused("paper.pdf", "%PDF-1.7\n%aaa\n", "import.not-a-table", "import -"),
      Refused(
        "page.html", "<!doctype html><html><body>x</body></html>", "import.not-a-table", "import -"),
      Refused(
        "town.json", "{\n\"town\": \"a\",\n\"people\": 1\n}", "import.not-a-table",
        "array of records"),
    ])
  func refused(_ file: Refused) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    var path = desk.folder.path + "/" + file.name
    if let bytes = file.bytes { path = try desk.write(bytes, to: file.name) }
    for call in [
      ["import", path], ["import", path, "--dry-run"], ["import", path, "--format", "json"],
    ] {
      let outcome = try desk.run(list: call).fails(2, file.code, hint: file.hint)
      #expect(outcome.err.hasPrefix("sasae: \(path):"))
    }
    #expect(try desk.everything() == before)
    try desk.isSound()
  }

  @Test("that are folders are refused whole")
  func folder() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let path = desk.folder.path + "/list.csv"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try desk.run("import", path).fails(2, "import.directory", hint: "*.csv")
    try desk.run("add", "--from", path).fails(2, "import")
    try desk.isSound()
  }

  @Test(
    "from standard input are refused whole",
    arguments: [
      ("", "import.empty"), ("名称,住所\n", "import.no-rows"), ("温度,湿度\n1,2\n", "import.no-mapping"),
    ])
  func pasted(_ text: String, _ code: String) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    let outcome = try desk.run("import", "-", input: text).fails(2, code)
    #expect(outcome.err.hasPrefix("sasae: -:"))
    #expect(try desk.everything() == before)
  }

  struct Partly: Sendable, CustomStringConvertible {
    let name: String
    let text: String
    let status: Int32
    /// `line: code`
    let problem: String
    let added: Int
    var description: String { name }

    init(_ name: String, _ text: String, _ status: Int32, _ problem: String, added: Int) {
      (self.name, self.text, self.status) = (name, text, status)
      (self.problem, self.added) = (problem, added)
    }
  }

  @Test(
    "in part bad let the rest in",
    arguments: [
      Partly("quote.csv", "名称,住所\n\"あ,番町\nい,番町\n", 1, ":2: row.unclosed-quote: ", added: 1),
      Partly("no-name.csv", "名称,住所\n,番町\nい,番町\n", 1, ":2: ", added: 1),
      Partly(
        "bytes.ndjson", "{\"id\":\"a\",\"name\":\"b\"}\n{\"id\":\"c\",\n", 1, ":2: row.not-json: ",
        added: 1),
      Partly(
        "list.ndjson", "{\"id\":\"a\",\"name\":\"b\"}\n[1]\n", 1, ":2: row.not-object: ", added: 1),
      Partly(
        "no-id.ndjson", "{\"id\":\"a\",\"name\":\"b\"}\n{\"name\":\"c\"}\n", 1,
        ":2: id: row.no-id: ", added: 1),
      Partly(
        "same.ndjson", "{\"id\":\"a\",\"name\":\"b\"}\n{\"id\":\"a\",\"name\":\"c\"}\n", 1,
        ":2: id: row.duplicate-id: ", added: 1),
      Partly(
        "kind.ndjson",
        "{\"id\":\"a\",\"name\":\"b\",\"kind\":\"x\"}\n{\"id\":\"c\",\"name\":\"d\"}\n", 1,
        ":1: kind: row.value: ", added: 1),
      Partly(
        "swapped.csv", "名称,緯度,経度\nあ,134.05,34.34\nい,34.34,134.05\n", 0, "warning.swapped: ",
        added: 2),
      Partly("zero.csv", "名称,緯度,経度\nあ,0,0\nい,34.34,134.05\n", 0, "warning.coordinates: ", added: 2),
      Partly("numbers.csv", "ID,名称,住所\n1,あ,番町\n1,い,番町\n", 0, ":3: ", added: 2),
    ])
  func partly(_ file: Partly) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try JSON.lines(try desk.everything())
    let path = try desk.write(file.text, to: file.name)
    let outcome = try desk.run("import", path).expect(file.status, isTalkative: true)
    #expect(outcome.err.contains(path) && outcome.err.contains(file.problem), "\(outcome)")
    let after = try JSON.lines(try desk.everything())
    #expect(after.count == before.count + file.added, "\(outcome)")
    #expect(before.allSatisfy(after.contains), "what was there is as it was")
    #expect(!after.contains { $0["place"]["lat"].number ?? 34.34 != 34.34 })
    try desk.isSound()
  }
}
