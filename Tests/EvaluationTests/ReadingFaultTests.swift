import Diagnostics
import Evaluation
import Testing

@Suite("Faults in files of queries and judgements")
struct ReadingFaultTests {
  struct Fault: Sendable {
    var text: String
    /// `line: field: code` of each.
    var says: [String]

    init(_ text: String, _ says: String...) { (self.text, self.says) = (text, says) }
  }

  static func faults(
    _ queries: EvaluationFile, _ judgements: EvaluationFile
  ) throws -> JudgementFaults {
    try #require(throws: JudgementFaults.self) {
      try JudgedQueries(queries: queries, judgements: judgements)
    }
  }

  static func faults(
    queries: String = "a\tx\nb\ty", judgements: String = "a\tr\t1"
  ) throws -> JudgementFaults {
    try faults(
      EvaluationFile(name: "q", text: queries), EvaluationFile(name: "j", text: judgements))
  }

  static func places(_ faults: JudgementFaults) -> [String] {
    faults.shown.map { "\($0.position.prefix): \($0.code.rawValue)" }
  }

  static let badQueries = [
    Fault("", "q: eval.empty"),
    Fault("\u{FEFF}", "q: eval.empty"),
    Fault("# only\r\n\r\n", "q: eval.empty"),
    Fault("id\ttext\n", "q: eval.empty"),
    Fault("a\tx\n\n# c\nb\n", "q:4: eval.cells"),
    // A tab in a text would make of its first half a type: the other lines tell.
    Fault("a\tx\r\nb\ty\tz\r\nc\tw\r\n", "q:2: eval.cells"),
    Fault("a\nb\tx", "q:1: eval.cells"),
    Fault("a;x\nb;y", "q:1: eval.cells", "q:2: eval.cells"),
    Fault("id\ttype\ttext\na\tt\tx\tmore", "q:2: eval.cells"),
    Fault("id\ttype\ttext\na\tt", "q:2: text: eval.missing"),
    Fault("a\t\nb\ty", "q:1: text: eval.missing"),
    Fault("\tx\nb\ty", "q:1: id: eval.missing"),
    Fault("a\tx\nb\ty\na\tz\na\tw", "q:3: id: eval.duplicate", "q:4: id: eval.duplicate"),
    // Neither the heading nor a byte order mark shifts the lines.
    Fault("\u{FEFF}id\ttext\r\na\tx\r\na\tx\r\n", "q:3: id: eval.duplicate"),
    Fault("{\"id\":\"a\",\"q\":\"x\"}\n{\"id\":\"b\"}", "q:2: text: eval.missing"),
    Fault("{\"id\":\"a\",\"q\":\"x\"}\nb\ty", "q:2: eval.json"),
    Fault("{\"id\":\"a\",\"q\":\"x\"}\n{\"id\":\"b\",", "q:2: eval.json"),
    Fault("{\"id\":\"a\",\"q\":\"x\"}\n{\"id\":\"a\",\"q\":\"x\"}", "q:2: id: eval.duplicate"),
    Fault("{\"id\":[\"a\"],\"q\":\"x\"}", "q:1: id: eval.value"),
    Fault("{\"id\":\"a\",\"q\":true}", "q:1: text: eval.value"),
    Fault("[{\"id\":\"a\",\"q\":\"x\"}]", "q:1: eval.json"),
  ]

  @Test("are named by line and field: queries", arguments: badQueries)
  func queries(_ fault: Fault) throws {
    let faults = try Self.faults(queries: fault.text)
    #expect(Self.places(faults) == fault.says)
    #expect(faults.total == fault.says.count)
  }

  static let badJudgements = [
    Fault("", "j: eval.empty"),
    Fault("query\tid\tgrade\r\n", "j: eval.empty"),
    Fault(
      "a\tr\t1\nc\tr\t1\n\nd\tr\t0", "j:2: query: eval.unknown-query",
      "j:4: query: eval.unknown-query"),
    Fault("a\tr\tgood", "j:1: grade: eval.value"),
    Fault("a\tr\t2\na\ts\t２", "j:2: grade: eval.value"),
    Fault("a\tr\t-1", "j:1: grade: eval.value"),
    Fault("a\tr\t0.5", "j:1: grade: eval.value"),
    Fault("a\tr\tnan\r\na\ts\tinf\r\n", "j:1: grade: eval.value", "j:2: grade: eval.value"),
    Fault("a\tr\t", "j:1: grade: eval.missing"),
    Fault("a\t\t1", "j:1: id: eval.missing"),
    Fault("\tr\t1", "j:1: query: eval.missing"),
    Fault("a\tr\t1\nb\tr\t1\na\tr\t2", "j:3: id: eval.duplicate"),
    Fault("a\tr\t1\na\tr", "j:2: eval.cells"),
    Fault("a 0 r 1\na 0 s 1 x", "j:2: eval.cells"),
    // A note in a fourth column would be read as a grade, and the grade as an id.
    Fault("a\tr\t1\t1\nb\ts\t0\t2", "j:1: iteration: eval.value", "j:2: iteration: eval.value"),
    // A misspelt heading is a line like any other.
    Fault("query\tid\tgrad\na\tr\t1", "j:1: grade: eval.value"),
    Fault("{\"query\":\"a\",\"id\":\"r\"}", "j:1: grade: eval.missing"),
    Fault("{\"query\":\"a\",\"id\":\"r\",\"grade\":-1}", "j:1: grade: eval.value"),
    Fault("{\"query\":\"a\",\"id\":\"r\",\"grade\":1.5}", "j:1: grade: eval.value"),
    Fault("{\"query\":\"a\",\"id\":\"r\",\"grade\":1e300}", "j:1: grade: eval.value"),
    Fault("{\"query\":\"c\",\"id\":\"r\",\"grade\":1}", "j:1: query: eval.unknown-query"),
  ]

  @Test("are named by line and field: judgements", arguments: badJudgements)
  func judgements(_ fault: Fault) throws {
    let faults = try Self.faults(judgements: fault.text)
    #expect(Self.places(faults) == fault.says)
    #expect(faults.total == fault.says.count)
  }

  @Test("of both files are collected, the first twenty shown")
  func many() throws {
    let queries = (1...15).map { "q\($0)\tx\tt\t\n" }.joined() + "a\ttype\tx"
    let judgements = (1...15).map { "a\tr\($0)\tbad\n" }.joined() + "q1\tr\t1"
    let faults = try Self.faults(queries: queries, judgements: judgements)
    // A judgement of a query whose line is bad is not a fault of its own.
    #expect(faults.total == 30 && faults.shown.count == 20)
    #expect(faults.shown.map(\.position.line) == Array(1...15) + Array(1...5))
    let error = faults.error
    #expect(error.code == "eval.lines")
    #expect(error.text(.en).hasPrefix("30 lines can't be used:\n  q:1: eval.cells: 4 cells"))
    #expect(error.text(.en).hasSuffix("\n  … and 10 more"))
    #expect(error.text(.ja).hasPrefix("使えない行が30行あります:\n  q:1: eval.cells: "))
    #expect(error.text(.ja).hasSuffix("\n  …ほか10行"))
  }

  @Test("that are one alone are that error")
  func one() throws {
    let faults = try Self.faults(judgements: "a\tr\t-1")
    #expect(
      faults.error.line(.en)
        == "j:1: grade: eval.value: '-1' can't be used (a whole number from 0, which is not relevant; the higher the better)"
    )
    let cells = try Self.faults(judgements: "a 0 r")
    // Three cells are a row as well, whose grade is no number.
    #expect(Self.places(cells) == ["j:1: grade: eval.value"])
    let duplicate = try Self.faults(queries: "a\tx\n\na\ty").error
    #expect(duplicate.line(.en) == "q:3: id: eval.duplicate: 'a' already stands on line 1")
    #expect(duplicate.line(.ja) == "q:3: id: eval.duplicate: 「a」が 1 行目にもあります")
  }

  @Test("of the encoding name the line")
  func encoding() throws {
    let judgements = EvaluationFile(name: "j", text: "a\tr\t1")
    // 高 in CP932 on the second line.
    let sjis = EvaluationFile(
      name: "q", bytes: Array("a\tx\r\nb\t".utf8) + [0x8D, 0x82] + Array("\r\nc\tz".utf8))
    let faults = try Self.faults(sjis, judgements)
    #expect(Self.places(faults) == ["q:2: eval.encoding"])
    // UTF-16 is said once.
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      let utf16 = EvaluationFile(name: "q", bytes: mark + [0x61, 0, 0x0A, 0, 0x62, 0])
      #expect(Self.places(try Self.faults(utf16, judgements)) == ["q:1: eval.encoding"])
    }
  }
}
