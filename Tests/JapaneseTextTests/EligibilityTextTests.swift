import JapaneseText
import Model
import Testing

@Suite("Phrases on eligibility") struct EligibilityTextTests {
  static let ageCases: [(text: String, min: Double?, max: Double?)] = [
    ("おおむね65歳以上", 65, nil), ("概ね６５歳以上の方", 65, nil), ("75歳以上の一人暮らしの方", 75, nil),
    ("18歳未満", nil, 17), ("0歳～6歳以下", 0, 6), ("60～74歳", 60, 74), ("60歳から74歳まで", 60, 74),
    ("市内在住、65歳以上の方", 65, nil), ("70代", 70, 79), ("1歳6か月～3歳", 1.5, 3),
    // Others may come too, or who may come is not said.
    ("どなたでも", nil, nil), ("65歳以上または要支援の方", nil, nil), ("65歳以上、40歳以上の障がい者", nil, nil),
    ("65歳以上、療養中の方", nil, nil), ("65歳以上の方など", nil, nil), ("65歳以上（応相談）", nil, nil),
    ("65歳以上程度", nil, nil), ("小学1～6年生", nil, nil), ("歳", nil, nil), ("999歳以上", nil, nil),
    ("0歳〜3歳児とその保護者", nil, nil), ("", nil, nil),
  ]

  @Test("with ages where all who come have them", arguments: ageCases)
  func ages(_ text: String, _ min: Double?, _ max: Double?) {
    let reading = EligibilityText.read(text)
    #expect(reading.minAge == min && reading.maxAge == max, "\(text): \(reading)")
  }

  static let levels: [(text: String, levels: [CareLevel])] = [
    ("要支援1・2", [.support1, .support2]), ("要支援１、２の方", [.support1, .support2]),
    ("要介護1～3", [.care1, .care2, .care3]), ("要介護４以上", [.care4, .care5]),
    ("要支援1・2、事業対象者", [.target, .support1, .support2]),
    ("65歳以上で要介護・要支援認定を受けていない方", [.none, .target]), ("非該当の方", [.none]),
    ("要介護者を介護している家族", []), ("65歳以上または要支援の方", []), ("要支援の方など", []),
  ]

  @Test("with care levels where nobody else comes", arguments: levels)
  func careLevels(_ text: String, _ levels: [CareLevel]) {
    #expect(EligibilityText.read(text).careLevels == levels)
  }

  static let kinds: [(text: String, kinds: [EligibilityKind])] = [
    ("高松市内に住所を有する65歳以上の女性", [.residence, .age, .women]),
    ("市内在住・在勤・在学の方", [.residence, .work, .study]), ("番町校区にお住まいの方", [.residence]),
    ("ひとり暮らしの高齢者または高齢者のみの世帯", [.livingAlone, .elderlyHousehold]), ("日中独居の方", [.daytimeAlone]),
    ("身体障害者手帳をお持ちの方", [.handbook]), ("民生委員が必要と認めた方", [.screening]),
    ("医師から運動を止められていない方", [.screening]), ("会員登録が必要です", [.membership]),
    ("認知症の方を介護しているご家族", [.carer]), ("未就学児とその保護者", [.child, .parent]),
  ]

  @Test("each condition with its kind", arguments: kinds)
  func conditions(_ text: String, _ kinds: [EligibilityKind]) {
    let reading = EligibilityText.read(text)
    #expect(reading.isComplete && reading.conditions.map(\.kind) == kinds, "\(reading)")
  }

  @Test("open to all, with examples or within a place") func open() {
    let examples = EligibilityText.read("認知症の方、ご家族など、どなたでも")
    #expect(examples.isComplete && examples.isOpen)
    #expect(examples.conditions.allSatisfy { $0.role == .example })
    let phrase = "市内在住の方ならどなたでも"
    let within = EligibilityText.read(phrase)
    #expect(within.isComplete && within.isOpen)
    #expect(within.conditions.map(\.role) == [.required])
    #expect(within.conditions.first?.area.map(phrase.phrase) == "市内")
  }

  @Test(
    "not complete",
    arguments: [
      "応相談", "要問合せ", "65歳以上程度", "高齢者等", "お弁当をお渡しします", "国分寺の方", "男性が主（女性も可）", "",
      "①～④を満たす人",
    ]) func leftOver(_ phrase: String)
  {
    #expect(!EligibilityText.read(phrase).isComplete)
  }

  @Test("おおむね is kept") func approximate() {
    #expect(EligibilityText.read("市内在住のおおむね65歳以上の方").isAgeApproximate)
    #expect(!EligibilityText.read("65歳以上").isAgeApproximate)
  }
}
