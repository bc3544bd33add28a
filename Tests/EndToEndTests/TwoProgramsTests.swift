import Foundation
import Glibc
import Testing

/// `sasae` answers plain searches itself and becomes `sasae-whole` for all else; nobody is to notice.
@Suite("The two programs")
struct TwoProgramsTests {
  private static func run(_ program: String, _ call: [String], at desk: Desk) throws -> Outcome {
    let child = try Child(program, call, environment: desk.environment)
    let end = child.finish()
    return Outcome(child, call, end)
  }

  /// What was counted as not found.
  private static func unfound(_ desk: Desk) -> String {
    (try? String(contentsOfFile: desk.workspace + "/unfound.tsv", encoding: .utf8)) ?? ""
  }

  @Test("write the same bytes, end alike and leave the same behind", arguments: ["ja", "en"])
  func sameBytes(_ language: String) throws {
    let desk = try Desk()
    desk.environment["LANG"] = language == "ja" ? "ja_JP.UTF-8" : "en_GB.UTF-8"
    try desk.run("init", "--sample").expect(0, isTalkative: true)
    let page = try desk.run("search", "サロン", "--limit", "2").expect(0)
    let cursor = page.lines.last?.split(separator: " ").last.map(String.init) ?? ""
    #expect(cursor.hasPrefix("c2."), "\(page)")
    var counted = 0
    for call in Calls.words.map({ ["search"] + $0 }) + Calls.options(cursor) + Calls.unlike {
      var before = Self.unfound(desk)
      let ours = try Self.run(try Program.path(), call, at: desk)
      let oursCounted = Self.unfound(desk).dropFirst(before.count)
      before = Self.unfound(desk)
      let theirs = try Self.run(try Program.whole(), call, at: desk)
      #expect(ours.end == theirs.end && ours.out == theirs.out, "\(ours)\n\(theirs)")
      #expect(ours.err == theirs.err, "\(ours)\n\(theirs)")
      #expect(oursCounted == Self.unfound(desk).dropFirst(before.count), "\(call)")
      counted += oursCounted.isEmpty ? 0 : 1
    }
    #expect(counted >= 4)
  }

  /// A folder with `sasae` alone in it. Another process copies it, as `ReadOnlyTests` says.
  private static func alone(_ desk: Desk) throws -> String {
    let bin = desk.folder.path + "/alone"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: false)
    let copy = try Child("/bin/cp", [try Program.path(), bin], environment: desk.environment)
    #expect(copy.finish() == .exit(0))
    return bin + "/sasae"
  }

  @Test("need not both be there for a plain search, and say so for the rest")
  func alone() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let program = try Self.alone(desk)
    let found = [
      ["サロン"], ["ふれあい", "番町"], ["さろん"], ["サロン 宇宙遊泳"], ["サロン", "--limit", "1", "--lang", "en"],
      ["カフェ", "--audience", "public"], ["配達", "--audience", "public"], ["--category", "A-SALON"],
      ["サロン", "--near", "34.34,134.04"], ["--area", "番町", "--sort", "freshness"],
    ]
    for call in found {
      let outcome = try Self.run(program, ["search"] + call, at: desk).expect(0)
      #expect(outcome.out.contains("t:"), "\(outcome)")
    }
    try Self.run(program, ["search", "ぬぬぬqqq"], at: desk).fails(1, "resource.none")
    let other = [
      [], ["--help"], ["needs"], ["show", "t:salon"], ["serch"], ["search", "--help"],
      ["search", "サロン", "--format", "json"], ["search", "サロン", "--limit=1"],
      ["search", "サロン", "--day", "TU"], ["search", "サロン", "--lang", "xx"],
      ["search", "サロン", "--limit", "5000"], ["search", "--category", "NOPE"],
      ["search", "サロン", "--workspace", "/nowhere"], ["search", "サロン", "--data", "/nowhere"],
      // The telephone number is in the registry alone.
      ["search", "配達"],
    ]
    for call in other {
      let outcome = try Self.run(program, call, at: desk)
      outcome.fails(2, "program.part-missing", hint: "sasae-whole")
      #expect(outcome.err.contains(desk.folder.path + "/alone/sasae-whole"), "\(outcome)")
    }
    desk.environment["LANG"] = "ja_JP.UTF-8"
    let japanese = try Self.run(program, ["needs"], at: desk)
    #expect(japanese.err.contains("実行できません") && japanese.err.contains("同じフォルダ"))
  }

  @Test("leave an index that can't answer as it is to the whole one")
  func unusual() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let program = try Self.alone(desk)
    let call = ["search", "サロン"]
    try Self.run(program, call, at: desk).expect(0)
    let mark = try desk.write("", to: "workspace/index.pending")
    try Self.run(program, call, at: desk).fails(2, "program.part-missing")
    try desk.run(list: call).expect(0)
    #expect(access(mark, F_OK) != 0)
    try Self.run(program, call, at: desk).expect(0)
    // Words of one's own make another index.
    try FileManager.default.createDirectory(
      atPath: desk.workspace + "/lexicon", withIntermediateDirectories: false)
    _ = try desk.write(
      "words\tkind\nサロン;たまりば\tsame\n", to: "workspace/lexicon/synonyms.tsv")
    try Self.run(program, call, at: desk).fails(2, "program.part-missing")
    try FileManager.default.removeItem(atPath: desk.workspace + "/lexicon")
    try Self.run(program, call, at: desk).expect(0)
    try FileManager.default.removeItem(atPath: desk.workspace + "/index")
    try Self.run(program, call, at: desk).fails(2, "program.part-missing")
    try desk.run(list: call).expect(0)
    try Self.run(program, call, at: desk).expect(0)
    // A search that is handed over is counted once.
    try desk.run("search", "ぬぬぬqqq", "--format", "json").expect(1)
    #expect(Self.unfound(desk).split(separator: "\n").count == 1)
  }

  @Test("find each other through links, whatever the folder and the name")
  func links() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let manager = FileManager.default
    let link = desk.folder.path + "/支え"
    try manager.createSymbolicLink(atPath: link, withDestinationPath: try Program.path())
    try Self.run(link, ["search", "サロン"], at: desk).expect(0)
    try Self.run(link, ["needs"], at: desk).expect(0)
    let far = desk.folder.path + "/far"
    try manager.createSymbolicLink(atPath: far, withDestinationPath: "支え")
    try Self.run(far, ["search", "配達", "--format", "json"], at: desk).expect(0)
  }
}

private enum Calls {
  /// Searches by words alone.
  static let words: [[String]] = [
    [], [""], ["買い物"], ["買い物代行"], ["見守り", "配食"], ["かいもの"], ["ｻﾛﾝ"], ["さろん"], ["体操 番町"],
    ["買物 体操 宇宙遊泳"], ["認知症カフヱ"], ["見守りサービズ"], ["ひとりで買い物に行けないので手伝ってほしい"],
    ["どこで弁当を頼めますか？"], ["宇宙遊泳"], ["ぬぬぬqqq"], ["、。"], ["a"], ["町"], ["Wi-Fi"], ["デイ・サービス"],
    [String(repeating: "買い物 ", count: 40)], [String(repeating: "あ", count: 1_001)],
  ]

  /// With options, good and bad.
  static func options(_ cursor: String) -> [[String]] {
    let values: [(String, [String])] = [
      ("--limit", ["1", "0", "1000", "1001", "-1", "x", "3.5"]),
      ("--lang", ["ja", "en", "xx"]),
      ("--format", ["text", "json", "ndjson", "csv", "html", "xml"]),
      ("--audience", ["public", "professionals", "coordinator", "nobody"]),
      ("--category", ["A-SALON", "S-SHOP", "NOPE"]),
      ("--area", ["番町", "どこにもない町", " "]),
      ("--near", ["34.3428,134.0466", "99,999", "番町"]),
      ("--sort", ["relevance", "freshness", "distance", "best"]),
      ("--cursor", [cursor, "c2.x.1.1", "c1"]),
      ("--workspace", ["/nowhere"]), ("--data", ["/nowhere"]),
    ]
    return values.flatMap { name, values in
      values.map { ["search", "サロン", name, $0] }
        + values.prefix(1).map { ["search", "サロン", "\(name)=\($0)"] }
    } + [
      ["search", "サロン", "--limit", "2", "--cursor", cursor],
      ["search", "体操", "--near", "34.3428,134.0466", "--sort", "distance", "--limit", "3"],
      ["search", "--area", "番町", "--category", "A-SALON", "--lang", "en"],
      ["--lang", "en", "search", "買い物", "--limit", "2"], ["--limit", "2", "search", "買い物"],
    ]
  }

  /// What is no plain search.
  static let unlike = [
    [], ["--version"], ["--help"], ["help", "search"], ["search", "--help"], ["serch", "買い物"],
    ["search", "サロン", "--day", "TU", "--free"], ["search", "サロン", "--explain"],
    ["search", "サロン", "--limit"], ["search", "--", "--lang"], ["search", "サロン", "--nothing"],
    ["needs"], ["show", "nobody"],
  ]
}
