import Evaluation
import Testing

@Suite("Files of queries and judgements")
struct ReadingTests {
  static let qrels = "a\tx\t2\nb\ty\t1\n"
  static let wanted = [
    JudgedQuery(id: "a", text: "ごみ出し", type: "need", grades: ["x": 2]),
    JudgedQuery(id: "b", text: "お弁当 配達", grades: ["y": 1]),
  ]

  static func read(_ queries: String, _ judgements: String = qrels) throws -> [JudgedQuery] {
    try JudgedQueries(
      queries: EvaluationFile(name: "q", text: queries),
      judgements: EvaluationFile(name: "j", text: judgements)
    ).queries
  }

  static let queryFiles = [
    "a\tneed\tごみ出し\nb\t\tお弁当 配達\n",
    // A heading names the columns, in any order and with others between them.
    "id\ttype\ttext\na\tneed\tごみ出し\nb\t\tお弁当 配達",
    "Text\tnote\tID\ttype\nごみ出し\tn\ta\tneed\nお弁当 配達\t\tb\n",
    "{\"id\":\"a\",\"q\":\"ごみ出し\",\"type\":\"need\"}\n{\"text\":\"お弁当 配達\",\"id\":\"b\",\"x\":[1]}\n",
    "{\"id\":\"a\",\"text\":\"\\u3054み出し\",\"type\":\"need\"}\n{\"id\":\"b\",\"text\":\"お弁当 配達\",\"type\":null}",
    // What editors leave behind: byte order mark, CRLF, CR, blank lines, comments, blanks at ends.
    "\u{FEFF}a\tneed\tごみ出し\r\nb\t\tお弁当 配達\r\n",
    "# 一\r# 二\ra\tneed\tごみ出し\r\rb\t\tお弁当 配達\r",
    "\n# 見出し\n\t\n a \t need\tごみ出し \n\n#\nb\t \tお弁当 配達\n\n",
    "\u{FEFF}\r\n {\"id\":\"a\",\"q\":\"ごみ出し\",\"type\":\"need\"}\r\n# c\r\n{\"id\":\"b\",\"q\":\"お弁当 配達\"}\r\n",
  ]

  @Test("hold queries in each way of writing them", arguments: queryFiles)
  func queries(_ text: String) throws {
    #expect(try Self.read(text) == Self.wanted)
  }

  @Test("hold queries without types")
  func untyped() throws {
    let queries = try Self.read("a\t配食\nb\tb\tc\n".replacing("b\tb\tc", with: "b\tbc"))
    #expect(queries.map(\.type) == [nil, nil] && queries.map(\.text) == ["配食", "bc"])
  }

  static let judgementFiles = [
    "a\tx\t2\nb\ty\t1",
    "query\tid\tgrade\na\tx\t2\nb\ty\t1\n",
    "query-id\tcorpus-id\tscore\na\tx\t2\nb\ty\t1\n",
    "grade\tid\tnote\tquery\n2\tx\tよい\ta\n1\ty\t\tb\n",
    // TREC's qrels: blanks, one or many, or tabs; the second column says nothing.
    "a 0 x 2\nb  Q0   y 1 \n", "a\t0\tx\t2\nb\t1\ty\t1\n", "a x 2\nb y 1",
    "{\"query\":\"a\",\"id\":\"x\",\"grade\":2}\n{\"query\":\"b\",\"id\":\"y\",\"grade\":1.0}",
    "{\"query\":\"a\",\"id\":\"x\",\"grade\":\"2\"}\r\n\r\n{\"query\":\"b\",\"id\":\"y\",\"grade\":1}\r\n",
    "\u{FEFF}# 正解\r\na\tx\t2\r\nb\ty\t1\r\n",
  ]

  @Test("hold judgements in each way of writing them", arguments: judgementFiles)
  func judgements(_ text: String) throws {
    #expect(try Self.read(Self.queryFiles[0], text) == Self.wanted)
  }

  @Test("keep grades of 0, ids with blanks and numbers as ids")
  func details() throws {
    let queries = try Self.read(
      "{\"id\":1,\"q\":\"x\"}\n{\"id\":2,\"q\":\"y\"}", "1\t資 源\t0\n1\tb\t3\n1\ta\t3\n1\tc\t1\n")
    #expect(queries.map(\.id) == ["1", "2"])
    #expect(queries.first?.grades == ["資 源": 0, "a": 3, "b": 3, "c": 1])
    #expect(queries.first?.relevantIDs == ["a", "b", "c"])
    // A query nobody judged is none the less a query.
    #expect(queries.last?.grades == [:] && queries.last?.relevantIDs == [])
  }
}
