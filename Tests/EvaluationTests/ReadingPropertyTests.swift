import Diagnostics
import Evaluation
import TestSupport
import Testing

@Suite("Any file of queries and judgements")
struct ReadingPropertyTests {
  static let pieces = [
    "a", "b", "query", "id", "text", "grade", "0", "1", "-1", "2.5", "Q0", "配食", "\t", "\t", " ",
    "\n",
    "\n", "\r\n", "\r", "#", "{", "}", "[", "\"id\":\"a\"", "\"q\":\"x\"", "\"grade\":1", ",",
    "\u{FEFF}",
    "\u{0}", " \u{301}",
  ]

  @Test("is read, or refused with lines that it has")
  func anything() {
    var random = SeededGenerator(seed: propertySeed("any file"))
    for _ in 0..<2_000 {
      let texts = (0..<2).map { _ in random.text(of: Self.pieces, count: 0...40) }
      var files = zip(["q", "j"], texts).map { EvaluationFile(name: $0, text: $1) }
      // Now and then, a byte that is no text.
      if random.chance(0.2), let spot = files[0].bytes.indices.randomElement(using: &random) {
        files[0].bytes[spot] = 0x82
      }
      do throws(JudgementFaults) {
        let judged = try JudgedQueries(queries: files[0], judgements: files[1])
        #expect(!judged.queries.isEmpty)
        #expect(judged.queries.allSatisfy { !$0.id.isEmpty && !$0.text.isEmpty })
      } catch {
        #expect(error.total >= error.shown.count && !error.shown.isEmpty)
        for fault in error.shown {
          let bytes = files[fault.position.file == "q" ? 0 : 1].bytes
          let ends = bytes.count { $0 == 0x0A || $0 == 0x0D }
          #expect((1...ends + 1).contains(fault.position.line ?? 1))
        }
      }
    }
  }

  @Test("means the same in every way of writing it")
  func forms() throws {
    var random = SeededGenerator(seed: propertySeed("ways of writing"))
    for _ in 0..<100 {
      let queries = (0..<Int.random(in: 1...9, using: &random)).map { number in
        JudgedQuery(
          id: "q\(number)",
          text: "x" + random.text(of: ["配食", " ", "y", "#", ";"], count: 0...6) + "x",
          type: random.pick(["name", "need"]),
          grades: ["r\(number)": Int.random(in: 0...3, using: &random), "s": 1])
      }
      let end = random.pick(["\n", "\r\n", "\r"])
      let mark = random.pick(["", "\u{FEFF}", "# c" + end, end])
      func file(_ lines: [String]) -> EvaluationFile {
        EvaluationFile(name: "f", text: mark + lines.joined(separator: end))
      }
      let asked = [
        file(queries.map { "\($0.id)\t\($0.type ?? "")\t\($0.text)" }),
        file(["text\tid\ttype"] + queries.map { "\($0.text)\t\($0.id)\t\($0.type ?? "")" }),
        file(try queries.map { try Make.json(["id": $0.id, "q": $0.text, "type": $0.type]) }),
      ]
      let lines = queries.flatMap { query in
        query.grades.sorted { $0.key < $1.key }.map { (query.id, $0.key, $0.value) }
      }
      let judged = [
        file(lines.map { "\($0)\t\($1)\t\($2)" }), file(lines.map { "\($0) 0 \($1) \($2)" }),
        file(lines.map { #"{"query":"\#($0)","id":"\#($1)","grade":\#($2)}"# }),
      ]
      for one in asked {
        for other in judged {
          #expect(try JudgedQueries(queries: one, judgements: other).queries == queries)
        }
      }
    }
  }
}
