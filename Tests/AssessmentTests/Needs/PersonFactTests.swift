import Assessment
import Model
import Testing

/// Facts of the person in plain words, each beside one that says something else.
@Suite struct PersonFactTests {
  private func facts(_ text: String) throws -> PersonFacts { try Words.read(text).person }

  static let ages: [(String, Double?)] = [
    ("父（86）ひとり暮らし。", 86), ("81です。足腰は丈夫です。", 81), ("八十五の誕生日を迎えました", 85),
    ("七十七の手習いです", 77), ("九十二歳です", 92), ("百歳体操に通っています", nil),
    ("70歳以上の集まりですか", nil), ("夫（88）を看ています", nil), ("65日ぶりに外へ出た", nil),
  ]

  @Test(arguments: ages)
  func age(_ text: String, _ age: Double?) throws { #expect(try facts(text).age == age) }

  static let levels: [(String, CareLevel?)] = [
    ("支1。買物困難。", .support1), ("要支援２です", .support2), ("独居、介2、訪看利用", .care2),
    ("要介3の母", .care3), ("支店が3つあります", nil), ("介護の本を2冊読みました", nil),
  ]

  @Test(arguments: levels)
  func careLevel(_ text: String, _ level: CareLevel?) throws {
    #expect(try facts(text).careLevel == level)
  }

  static let homes: [(String, String?)] = [
    ("母はひとり暮らしです", "独居"), ("息子は東京で一人暮らしです", nil), ("夫婦のみ世帯。", "夫婦のみ"),
    ("娘と二人で暮らしています", "子と同居"), ("ひとりの静かな暮らしです", "独居"),
  ]

  @Test(arguments: homes)
  func household(_ text: String, _ home: String?) throws {
    #expect(try facts(text).household == home)
  }

  static let conditions: [(String, [String])] = [
    ("車椅子なので段差が困ります", ["wheelchair"]), ("車いすを借りたい", []), ("耳遠く電話不可", ["hearing"]),
    ("耳が遠うなりました", ["hearing"]), ("目がほとんど見えません", ["vision"]),
    ("認知症と診断されました", ["dementia"]), ("認知症予防の体操がしたい", []), ("認知症になりたくない", []),
    ("主人は認知症で亡くなりました", []),
  ]

  @Test(arguments: conditions)
  func condition(_ text: String, _ codes: [String]) throws {
    #expect(try facts(text).conditions == codes)
  }

  static let telephones: [(String, Bool?)] = [
    ("LINEは使えん", false), ("スマホは持っておりません", false), ("スマホなし。", false), ("ガラケーです", false),
    ("固定電話だけです", false), ("スマホに替えました", true), ("LINEなら使えます", true),
    ("娘はスマホを持っています", nil), ("電話がほしい", nil),
  ]

  @Test(arguments: telephones)
  func smartphone(_ text: String, _ has: Bool?) throws {
    #expect(try facts(text).smartphone == has)
  }

  @Test func legsAreAShortWalkAndNoNumber() throws {
    for text in ["膝が悪いんです", "足腰が弱りました", "腰が痛うてかなわん"] {
      let facts = try facts(text)
      #expect(facts.tags == ["short-walk"] && facts.conditions.isEmpty, "\(text)")
      #expect(facts.walkMinutes == nil, "\(text)")
    }
    #expect(try facts("膝は大丈夫です").tags.isEmpty)
    #expect(try facts("15分以上歩けません").walkMinutes == 15)
    #expect(try facts("年金暮らしです").tags == ["low-income"])
  }

  @Test func meansOfTransport() throws {
    for text in ["車はない", "車はもう手放しました", "免許は返納した"] {
      #expect(try facts(text).withoutTransport == ["car"], "\(text)")
    }
    #expect(try facts("まだ運転しています").transport == ["car"])
    #expect(try facts("バスで行けます").transport == ["bus"])
    #expect(try facts("娘の車で行きます").transport.isEmpty)
  }

  static let weeks: [(String, busy: [Weekday], free: [Weekday], from: Int?, to: Int?)] = [
    ("火曜はデイです", [.tuesday], [], nil, nil), ("木曜の午前なら行けます", [], [.thursday], 0, 720),
    ("水曜の午後一時から五時なら家におる", [], [.wednesday], 780, 1_020),
    ("月・木はリハビリがある", [.monday, .thursday], [], nil, nil),
    // デイ is no part of 「しのいでいる」, and しか tells neither.
    ("毎日をどうしのいでいるのか", [], [], nil, nil), ("土曜しか行けない", [], [], nil, nil),
  ]

  @Test(arguments: weeks)
  func week(
    _ text: String, _ busy: [Weekday], _ free: [Weekday], _ from: Int?, _ to: Int?
  ) throws {
    let facts = try facts(text)
    #expect(facts.busy.flatMap(\.days) == busy && facts.availability.flatMap(\.days) == free)
    #expect(facts.availability.first?.from == from && facts.availability.first?.to == to)
  }

  static let activities: [(String, interests: [String], strengths: [String], avoid: [String])] = [
    ("趣味は俳句です", ["俳句"], [], []), ("特技は手芸", [], ["手芸"], []),
    ("編み物なら教えられます", [], ["編み物"], []), ("将棋なら負けません", [], ["将棋"], []),
    ("写真が好きだったのに", ["写真"], [], []), ("料理は妻任せだったので", [], [], []),
    ("囲碁か将棋がいい", ["囲碁", "将棋"], [], []), ("カラオケは苦手です", [], [], ["カラオケ"]),
    ("集まりに出たい", [], [], []), ("集まりは苦手", [], [], ["大勢の集まり"]),
  ]

  @Test(arguments: activities)
  func activity(
    _ text: String, _ interests: [String], _ strengths: [String], _ avoid: [String]
  ) throws {
    let facts = try facts(text)
    #expect(facts.interests == interests && facts.strengths == strengths && facts.avoid == avoid)
  }

  @Test func aBudgetThatMayBeExceeded() throws {
    let flexible = try facts("一回500円まで。よいものなら少々超えてもかまいません")
    #expect(flexible.perVisit == 500 && flexible.isBudgetFlexible)
    #expect(try !facts("一回500円まで。超えては困ります").isBudgetFlexible)
  }
}
