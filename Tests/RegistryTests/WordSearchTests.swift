import Foundation
import JapaneseText
import Lookup
import Model
import Registry
import TestSupport
import TextIndex
import Testing

/// What words find, and what is said of how they were taken.
@Suite("Searching by words")
struct WordSearchTests {
  static func town() throws -> Office {
    let office = try Office()
    try office.bring([
      resource("shop", "おつかい隊") { $0.summary = "買い物を代わりにします" },
      resource("paper", "ふすま雀") { $0.summary = "障子の張り替え" },
      resource("salon", "番町いきいきサロン") {
        $0.categories = ["A-SALON"]
        $0.schedule = Schedule(text: "毎週火曜 10:00～12:00")
        $0.place = Place(name: "番町会館")
        $0.place?.area = "番町"
      },
      resource("grass", "庭の手入れ 三丁目会") { $0.summary = "草取りと水やり" },
      resource("go", "囲碁の会"), resource("coordinator", "生活支援コーディネーター 窓口"),
      resource("bus", "のりあい号") { $0.reach = Reach(areas: ["番町"]) },
    ])
    return office
  }

  static func search(
    _ office: Office, _ text: String, _ change: (inout SearchQuery) -> Void = { _ in }
  ) throws -> SearchResult {
    var query = SearchQuery()
    query.text = text
    change(&query)
    return try office.directory.search(query)
  }

  static let found: [(String, String)] = [
    // Spelling, kana, width, long vowels.
    ("買物", "shop"), ("買いもの", "shop"), ("かいもの", "shop"), ("しょうじ", "paper"), ("ｻﾛﾝ", "salon"),
    ("コーディネータ", "coordinator"), ("番町　火曜", "salon"),
    // Another word for the same; a category without a character in common.
    ("草むしり", "grass"), ("通いの場", "salon"),
    // One character; a word of a sentence; who serves an area.
    ("碁", "go"), ("庭の草取りを頼みたい", "grass"), ("番町 のりあい号", "bus"),
  ]

  @Test("finds what is meant", arguments: found)
  func finds(_ text: String, _ id: String) throws {
    let result = try Self.search(Self.town(), text)
    #expect(result.hits.first?.listing.id == id, "\(text): \(result.hits.map(\.listing.id))")
  }

  @Test("says what it was taken for")
  func concepts() throws {
    let result = try Self.search(Self.town(), "通いの場")
    #expect(result.understanding.concepts.map(\.code) == ["A-SALON"])
    #expect(result.relaxed == nil && result.understanding.suggestion == nil)
  }

  @Test("leaves out the words that go with no others, the frequent before the rare")
  func dropped() throws {
    let result = try Self.search(Self.town(), "囲碁 買い物")
    #expect(result.relaxed == .anyWord && result.hits.count == 1)
    #expect(result.understanding.dropped.count == 1)
  }

  @Test("looks for the word that was meant")
  func spelling() throws {
    let office = try Self.town()
    let result = try Self.search(office, "のりあひ号")
    #expect(result.relaxed == .spelling && result.understanding.suggestion == "のりあい号")
    #expect(result.hits.map(\.listing.id) == ["bus"])
    let off = try Self.search(office, "のりあひ号") { $0.settings.corrects = false }
    #expect(off.understanding.suggestion == nil)
    #expect(try Self.search(office, "ぬぬぬqqq").total == 0)
  }

  @Test("is the same with kept lists and without")
  func bothRoads() throws {
    let office = try Self.town()
    let lasting = office.reopened()
    lasting.expectManySearches()
    for (text, _) in Self.found + [("囲碁 買い物", ""), ("のりあひ号", ""), ("番町", ""), ("健康", "")] {
      var query = SearchQuery()
      query.text = text
      query.filters.areas = text.count % 2 == 0 ? ["番町"] : []
      let once = try office.directory.search(query)
      for _ in 0..<2 {
        let again = try lasting.search(query)
        #expect(once.hits.map(\.listing.id) == again.hits.map(\.listing.id), "\(text)")
        #expect(once.relaxed == again.relaxed && once.total == again.total, "\(text)")
        #expect(once.understanding == again.understanding, "\(text)")
      }
    }
  }

  @Test("says what gave each hit its weight")
  func shares() throws {
    let hit = try #require(
      try Self.search(Self.town(), "サロン") { $0.explains = true }.hits.first)
    #expect(hit.shares.contains { $0.term == "XCA-SALON" })
    #expect(abs(hit.shares.reduce(0) { $0 + $1.weight } - hit.weight) < 1e-3)
  }

  /// An index that followed one change after the other knows what a newly built one knows.
  @Test("knows the same words however the index came to be")
  func vocabulary() throws {
    let office = try Office()
    let resources = [
      resource("a", "配達の会") { $0.summary = "湘南台の駅の近くです" },
      resource("b", "おとどけ便") { $0.reach = Reach(areas: ["湘南台"]) },
      resource("c", "しょうなんだい喫茶") { $0.description = "珈琲と将棋" },
    ]
    for (i, resource) in resources.enumerated() { try office.bring([resource], source: "s\(i)") }
    func words() throws -> [String: VocabularyEntry?] {
      let reader = try IndexReader(path: office.directory.workspace.index)
      let words = try reader.vocabularyWords()
      return Dictionary(zip(words, try reader.vocabulary(words)), uniquingKeysWith: { a, _ in a })
    }
    let followed = try words()
    try office.directory.rebuildIndex()
    let built = try words()
    #expect(Set(followed.keys) == Set(built.keys))
    for (word, entry) in built { #expect(followed[word] == entry, "\(word)") }
  }

  @Test("takes words of a workspace's own, while it runs")
  func ownWords() async throws {
    let office = try Self.town()
    #expect(try Self.search(office, "ぐるぐる車").total == 0)
    let folder = office.directory.workspace.path + "/lexicon"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "words\tkind\tnote\nのりあい号;ぐるぐる車\tsame\t\n".write(
      toFile: folder + "/synonyms.tsv", atomically: true, encoding: .utf8)
    try await Task.sleep(for: .milliseconds(1_100))
    #expect(try Self.search(office, "ぐるぐる車").hits.map(\.listing.id) == ["bus"])
    #expect(try office.directory.findings() == [])
  }

  @Test("counts what is not found, without what was typed")
  func unfound() throws {
    let office = try Self.town()
    for text in ["田中花子さんの家", "ぬぬぬqqq", "将棋"] {
      _ = try Self.search(office, text) {
        $0.counts = true
        $0.today = CalendarDate("2026-11-21")
      }
    }
    let log = try String(
      contentsOfFile: office.directory.workspace.path + "/unfound.tsv", encoding: .utf8)
    #expect(log.contains("2026-11\t") && !log.contains("田中") && !log.contains("qqq"))
    #expect(log.split(separator: "\n").allSatisfy { $0.split(separator: "\t").count == 3 })
  }

  @Test("of records that no index could take whole does no harm to the others")
  func longWords() throws {
    let office = try Self.town()
    try office.bring(
      [resource("long", "長い会") { $0.summary = String(repeating: "𐐀", count: 300) }], source: "l")
    #expect(try office.ids("長い会") == ["long"])
    #expect(try office.directory.findings() == [])
  }
}
