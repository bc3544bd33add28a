import Diagnostics
import Foundation
import Model
import Service
import Testing

/// Rows that a workspace adds to the tables of words: found without a change of the program.
@Suite("A workspace's own words") struct LexiconAdditionTests {
  private func office(_ files: [String: String]) throws -> Office {
    let office = try Office()
    let folder = office.path + "/office/lexicon"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try office.put("lexicon/" + name, text) }
    return office
  }

  private func read(_ text: String, _ office: Office) throws -> DetectNeeds.Output {
    try DetectNeeds.run(.init(text: text), in: office.session)
  }

  static let needHead = "codes\twhen\tphrases\tunless\n"
  static let personHead = "member\tvalue\tphrases\tunless\n"

  /// A file, its text, what is said, and whether that is understood without it.
  @Test func aPhraseIsFoundOnceItsRowIsThere() throws {
    let said = "とろ箱がつかえてかなわん"
    #expect(try read(said, Office()).needs.isEmpty)
    let own = try office([
      "need-phrases.tsv": Self.needHead + "LIV-DISPOSE\titself\tとろ箱 つかえ\tもう済んだ\n",
      "word-sets.tsv": "name\twords\n魚屋\tとと屋;さかな屋\n",
      "person-phrases.tsv": Self.personHead + "conditions\toxygen\t鼻の管 つけ\t\n",
    ])
    let found = try read(said, own)
    #expect(found.needs.map(\.code) == ["LIV-DISPOSE"] && found.needs.first?.negated == false)
    #expect(found.needs.first?.evidence == "とろ箱がつかえ")
    #expect(try read("とろ箱がつかえとったけど、もう済んだ", own).needs.isEmpty)
    #expect(try read("鼻の管をつけとります", own).person.conditions == ["oxygen"])
    // What is bundled is still there.
    #expect(try read("ゴミ出しが大変です", own).needs.map(\.code) == ["LIV-TRASH"])
    // A row that is added while the program runs counts from the next question on.
    try own.put(
      "lexicon/need-phrases.tsv", Self.needHead + "LIV-PET\titself\tとろ箱 つかえ\t\n# 直した\n")
    #expect(try read(said, own).needs.map(\.code) == ["LIV-PET"])
  }

  @Test func activitiesPredicatesEndingsAndNoticesAreAddedToo() throws {
    let own = try office([
      "activity-words.tsv": "word\tspellings\nのど自慢\tのどじまん大会\n",
      "endings.tsv": "from\tto\twhere\nできしん\tできない\t\n",
      "need-predicates.tsv": "kind\tphrases\nhard\tわやくそ\n",
      "notices.tsv": "code\ttext_ja\ttext_en\tphone\tsource\nflood\t逃げてください\tleave\t000\t町\n",
      "danger-phrases.tsv": "notice\tphrases\tunless\nflood\t水が床まで\t\n",
    ])
    #expect(try read("のどじまん大会に出たい", own).person.interests == ["のど自慢"])
    #expect(try read("ゴミ出しがわやくそじゃ", own).needs.map(\.code) == ["LIV-TRASH"])
    #expect(try read("洗濯がもうできしん", own).needs.first?.negated == false)
    #expect(try read("水が床まで来ました", own).notices?.map(\.code) == ["flood"])
    let without = try Office()
    #expect(try read("のどじまん大会に出たい", without).person.interests == nil)
    #expect(try read("水が床まで来ました", without).notices == nil)
  }

  static let faults: [(file: String, text: String, code: ErrorCode, line: Int, field: String?)] = [
    ("need-phrases.tsv", needHead + "LIV-TRSH\titself\tあ\t\n", "data.dangling", 2, "codes"),
    // Matching works on leaves.
    ("need-phrases.tsv", needHead + "LIV\titself\tあ\t\n", "data.dangling", 2, "codes"),
    ("need-phrases.tsv", needHead + "\titself\tあ\t\n", "data.value", 2, "codes"),
    ("need-phrases.tsv", needHead + "LIV-PET\tmaybe\tあ\t\n", "data.value", 2, "when"),
    ("need-phrases.tsv", needHead + "LIV-PET\titself\t\t\n", "data.value", 2, "phrases"),
    ("need-phrases.tsv", needHead + "LIV-PET\titself\t<山>\t\n", "data.dangling", 2, "phrases"),
    ("need-phrases.tsv", needHead + "LIV-PET\titself\tあ\t<山>\n", "data.dangling", 2, "unless"),
    ("need-phrases.tsv", needHead + "LIV-PET\titself\t|\t\n", "data.value", 2, "phrases"),
    ("need-phrases.tsv", needHead + "\n# x\nLIV-PET\titself\tあ\t\tz\n", "data.cells", 4, nil),
    ("need-phrases.tsv", "codes\twhen\tphrases\n", "data.heading", 1, nil),
    ("person-phrases.tsv", personHead + "age\t80\tあ\t\n", "data.value", 2, "member"),
    ("person-phrases.tsv", personHead + "gender\t\tあ\t\n", "data.value", 2, "value"),
    ("person-phrases.tsv", personHead + "gender\tmale\t\t\n", "data.value", 2, "phrases"),
    ("person-phrases.tsv", personHead + "gender\tmale\tあ\t<山>\n", "data.dangling", 2, "unless"),
    ("need-predicates.tsv", "kind\tphrases\nvery\tあ\n", "data.value", 2, "kind"),
    ("need-context.tsv", "kind\tphrases\nvery\tあ\n", "data.value", 2, "kind"),
    ("activity-words.tsv", "word\tspellings\n\tあ\n", "data.value", 2, "word"),
    ("activity-words.tsv", "word\tspellings\tonly\nあ\tい\tjoy\n", "data.value", 2, "only"),
    ("endings.tsv", "from\tto\nあ\t\n", "data.value", 2, "to"),
    ("danger-phrases.tsv", "notice\tphrases\tunless\nflod\tあ\t\n", "data.dangling", 2, "notice"),
  ]

  @Test(arguments: faults)
  func aBadRowIsToldWithFileLineAndField(
    _ file: String, _ text: String, _ code: ErrorCode, _ line: Int, _ field: String?
  ) throws {
    let own = try office([file: text])
    let error = try #require(throws: SasaeError.self) { _ = try read("ゴミ出し", own) }
    #expect(error.code == code && error.position.line == line && error.position.field == field)
    #expect(error.position.file == own.path + "/office/lexicon/" + file)
    #expect(error.hint(.ja)?.isEmpty == false && error.hint(.en)?.isEmpty == false)
  }
}
