import Diagnostics
import Lookup
import Model
import Registry
import Testing
import TestSupport

@Suite struct CursorTests {
  struct Question: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var query: SearchQuery

    init(_ name: String, _ change: (inout SearchQuery) -> Void) {
      testDescription = name
      query = SearchQuery()
      change(&query)
    }
  }

  /// Each order in which hits can come.
  static let questions = [
    Question("everything") { _ in },
    Question("by words") { $0.text = "サロン" },
    Question("by distance") {
      $0.order = .distance
      $0.filters.near = Sample.home
    },
    Question("by freshness") { $0.order = .freshness },
    Question("by words and freshness") {
      $0.text = "サロン"
      $0.order = .freshness
    },
  ]

  private func record(_ id: String, _ random: inout SeededGenerator) -> Resource {
    resource(id, "番町サロン") {
      $0.confirmed = random.pick([
        nil, Confirmation(on: "2026-01-01"), Confirmation(on: "2026-02-01"),
      ])
      $0.place = Place()
      $0.place?.lat = Sample.home.lat + Double.random(in: -0.02...0.02, using: &random)
      $0.place?.lng = Sample.home.lng
      $0.summary = random.pick([nil, "サロンです", "お茶"])
    }
  }

  private func pages(
    _ office: Office, _ question: Question, limit: Int,
    between: (_ shown: [String]) throws -> Void = { _ in }
  ) throws -> [String] {
    var query = question.query
    query.limit = limit
    var shown: [String] = []
    for _ in 0..<400 {
      let page = try office.directory.search(query)
      #expect(page.hits.count <= limit)
      shown += page.hits.map(\.listing.id)
      guard let next = page.nextCursor else { return shown }
      query.cursor = next
      try between(shown)
    }
    Issue.record("the pages never end")
    return shown
  }

  @Test(arguments: questions, [1, 7, 40, 100])
  func pagesConcatenateToTheWhole(_ question: Question, _ limit: Int) throws {
    let seed = propertySeed("pages")
    var random = SeededGenerator(seed: seed)
    let office = try Office()
    try office.bring((0..<60).map { record("r\($0)", &random) })
    var query = question.query
    query.limit = 1_000
    let whole = try office.directory.search(query).hits.map(\.listing.id)
    #expect(whole.count == 60)
    #expect(try pages(office, question, limit: limit) == whole, "seed \(seed)")
  }

  /// Records come and go between the pages, the one the last page ended with too, and more of them
  /// than a page holds.
  @Test(arguments: questions, [1, 40])
  func nothingIsRepeatedAndNothingThatStayedIsLost(_ question: Question, _ coming: Int) throws {
    let seed = propertySeed("moving pages")
    var random = SeededGenerator(seed: seed)
    let office = try Office()
    let ids = (0..<60).map { "r\($0)" }
    try office.bring(ids.map { record($0, &random) })
    var gone: Set<String> = []
    var added = 0
    let shown = try pages(office, question, limit: 12) { shown in
      guard added < 4 * coming else { return }
      try office.bring(
        (0..<coming).map { record("n\(added + $0)", &random) }, source: "new\(added)")
      added += coming
      // The last one shown, one before it, and one that may be still to come.
      let leaving = [
        shown.last, shown.dropLast().randomElement(using: &random),
        ids.randomElement(using: &random),
      ]
      for id in leaving.compactMap({ $0 }) where gone.insert(id).inserted {
        _ = try office.directory.update(id) { $0.status = .retired }
      }
    }
    #expect(Set(shown).count == shown.count, "repeated; seed \(seed)")
    #expect(Set(ids).subtracting(gone).subtracting(shown).isEmpty, "lost; seed \(seed)")
    #expect(added > 0 && !gone.isEmpty)
  }

  @Test func aForeignCursorIsRefused() throws {
    let office = try Office()
    try office.bring((0..<5).map { resource("r\($0)") })
    var query = SearchQuery()
    query.limit = 2
    let cursor = try #require(try office.directory.search(query).nextCursor)
    var other = query
    other.text = "サロン"
    // Of another question, cut short, and no cursor at all.
    for (asked, text) in [
      (other, cursor), (query, String(cursor.dropLast(3)).replacing("c", with: "d")),
      (query, ""), (query, "c1"), (query, "次へ"), (query, cursor + ".1"),
    ] {
      var asked = asked
      asked.cursor = text
      let error = #expect(throws: SasaeError.self) { _ = try office.directory.search(asked) }
      #expect(error?.code == "usage.cursor")
      #expect(error?.entry.exit == .usage)
    }
  }
}
