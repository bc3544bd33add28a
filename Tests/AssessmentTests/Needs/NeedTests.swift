import Assessment
import ReferenceData
import TestSupport
import Testing

/// The detector on the tables of the repository.
enum Words {
  static let detector = Result {
    try NeedDetector(ReferenceLibrary(folder: Repository.path("Data")))
  }

  static func read(_ text: String) throws -> NeedReading { try detector.get().detect(text) }

  static func codes(_ text: String) throws -> [String] {
    try read(text).needs.map { ($0.negated ? "-" : "") + $0.code }
  }
}

@Suite struct NeedTests {
  @Test(arguments: [
    ("ゴミ出しが大変です。洗濯は自分でできる。", ["LIV-TRASH", "-LIV-LAUNDRY"]),
    ("掃除も洗濯も自分でできています。困っていません。", ["-LIV-CLEAN", "-LIV-LAUNDRY"]),
    ("きのうも一日、声を出さんまま暮れました。", ["SOC-LONELY"]),
    ("できるうちは自分でしたいが、草抜きだけはもう手に負えん", ["LIV-GARDEN"]),
    ("ごみ出し", ["LIV-TRASH"]),
    ("話し相手がおらん", ["SOC-TALK"]),
    // What an earlier sentence says of the same thing takes nothing from a later one.
    ("去年は通訳の講座がありました。通訳が要る。", ["SOC-LANG"]),
  ])
  func whatIsSaidOfATopicDecides(_ text: String, _ codes: [String]) throws {
    #expect(try Words.codes(text) == codes)
  }

  @Test func aNeedComesBackWhenTheHelpEnds() throws {
    #expect(try Words.codes("ゴミは娘が出してくれています。") == ["-LIV-TRASH"])
    #expect(try Words.codes("ゴミは娘が出してくれていたのですが、転勤になりまして。") == ["LIV-TRASH"])
  }

  @Test func evidenceIsTheTextAsWritten() throws {
    let need = try #require(Words.read("ｺﾞﾐ出しがおっくうでね").needs.first)
    #expect(need.code == "LIV-TRASH" && need.evidence.hasPrefix("ｺﾞﾐ出し"))
  }

  @Test func dialectsSayTheSame() throws {
    for text in ["病院に行かれへん", "病院に行けん", "病院に行けんくなった", "病院さ行げね"] {
      #expect(try Words.codes(text) == ["MOV-HOSP"], "\(text)")
    }
  }

  @Test func forATimeAndSoon() throws {
    let need = try #require(
      Words.read("明日退院です。しばらく掃除を手伝ってほしい").needs.first { $0.code == "LIV-TEMP" })
    #expect(need.temporary && need.urgency == .high)
  }

  @Test func factsOfThePerson() throws {
    let person = try Words.read(
      "82歳の一人暮らし、要支援2です。10分くらいなら歩けます。500円までなら出せます。カラオケが好きで、編み物なら教えられます。大勢は苦手。LINEは使えません。"
    ).person
    #expect(person.age == 82 && person.household == "独居" && person.careLevel == .support2)
    #expect(person.walkMinutes == 10 && person.perVisit == 500 && person.smartphone == false)
    #expect(person.interests == ["カラオケ"] && person.strengths == ["編み物"])
    #expect(person.avoid == ["大勢の集まり"])
  }

  @Test(arguments: [
    ("もう死にたい", ["suicide"]), ("嫁に叩かれます", ["abuse"]),
    ("おばあちゃんが朝から帰ってこない", ["missing"]),
  ])
  func dangerIsTold(_ text: String, _ notices: [String]) throws {
    let found = try Words.read(text).notices
    #expect(found.map(\.code) == notices)
    #expect(found.allSatisfy { !$0.phone.isEmpty && !$0.source.isEmpty })
  }

  @Test(arguments: [
    "お墓のことが気がかりや", "いつお迎えが来てもええ", "死んだ夫の服が片付かない", "猫が朝から帰ってこない",
    "肩を叩いてもらいました",
  ])
  func ordinaryTalkIsNoDanger(_ text: String) throws {
    #expect(try Words.read(text).notices.isEmpty)
  }

  @Test func emptyAndOddTexts() throws {
    for text in ["", " ", "。", "ん", "～～", "\n\n", String(repeating: "困", count: 3_000)] {
      #expect(try Words.read(text).needs.isEmpty)
    }
  }
}
