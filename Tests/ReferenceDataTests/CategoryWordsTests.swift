import ReferenceData
import Testing

@Suite("Category words")
struct CategoryWordsTests {
  struct Row: Sendable {
    var text: String
    var found: [String]

    init(_ text: String, _ found: String...) { (self.text, self.found) = (text, found) }
  }

  static func words() throws -> CategoryWords {
    let text = """
      word\tcategory\tsure\tnote
      サロン\tA-SALON\t1\t
      ヘアサロン\tS-HAIR\t0\t
      カフェ\tA-CAFE\t0\t
      認知症カフェ\tA-CAFE\t1\t
      コミュニティセンター\tP-HALL\t1\t
      センター\tP\t0\t
      社会福祉協議会\tH-SHAKYO\t0\t
      """
    let codes = ["A-SALON", "S-HAIR", "A-CAFE", "P-HALL", "P", "H-SHAKYO"]
    let categories =
      "code\tlabel_ja\tlabel_en\tkana\tsynonyms\tparent\tmodes\n"
      + codes.map { "\($0)\t分類\($0)\t\($0)\tぶ\t\t\t" }.joined(separator: "\n")
      + "\nS-HOME\t訪問の生活支援\tHome\tほ\t\t\t"
    let copy = try DataCopy("taxonomy/category-words.tsv", Array(text.utf8))
    try copy.write("taxonomy/resource-categories.tsv", Array(categories.utf8))
    try copy.write(
      "taxonomy/rides.tsv", Array("category\tto\tfetching\tby_route\tnote\n".utf8))
    return try copy.library().words
  }

  /// `!`: the word alone decides; `?`: only a hint.
  static let inside = [
    Row("ふれあいサロン番町", "A-SALON!"), Row("ふれあいｻﾛﾝ", "A-SALON!"), Row("ふれあい・さろん", "A-SALON!"),
    // The longest word wins: a hair salon is no salon, though that word alone would be sure.
    Row("ヘアサロン高松", "S-HAIR?"), Row("番町コミュニティセンター", "P-HALL!"), Row("保健センター", "P?"),
    Row("認知症カフェ", "A-CAFE!"), Row("猫カフェ", "A-CAFE?"),
    // An organiser's hint and the sure word beside it both stand, in the order of the text.
    Row("番町地区社会福祉協議会 いきいきサロン", "H-SHAKYO?", "A-SALON!"),
    // Each category once.
    Row("サロン・サロン", "A-SALON!"),
    // A label of the taxonomy is a sure word without a row.
    Row("訪問の生活支援", "S-HOME!"),
    Row(""), Row("株式会社高松"), Row("サロ"),
  ]

  @Test("tell the categories inside a text", arguments: inside)
  func within(_ row: Row) throws {
    let found = try Self.words().within(row.text).map { $0.category + ($0.sure ? "!" : "?") }
    #expect(found == row.found, "\(row.text)")
  }

  @Test("tell the category of a cell that says nothing else")
  func exactly() throws {
    let words = try Self.words()
    #expect(words.exactly("認知症カフェ")?.category == "A-CAFE")
    #expect(words.exactly("サ ロ ン")?.sure == true && words.exactly("カフェ")?.sure == false)
    #expect(words.exactly("サロン番町") == nil && words.exactly("") == nil)
    // What was written in the table is what an explanation shows.
    #expect(words.exactly("さろん")?.word == "サロン")
  }

  @Test("of Data/ keep the README's examples")
  func bundled() throws {
    let words = try ReferenceLibrary(folder: BundledDataTests.folder).words
    let salon = words.within("番町地区社会福祉協議会 いきいきサロン")
    #expect(salon.contains { $0.category == "A-SALON" && $0.sure })
    #expect(salon.contains { $0.word.hasSuffix("社会福祉協議会") && !$0.sure })
    #expect(!words.within("ヘアサロン高松").contains { $0.category == "A-SALON" })
    #expect(words.exactly("認知症カフェ")?.sure == true)
  }
}
