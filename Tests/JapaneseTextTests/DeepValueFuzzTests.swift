import Foundation
import JapaneseText
import TestSupport
import Testing

/// Real phrases of lists, damaged at random: no parser may stop, or leave its range.
@Suite("Deep: values damaged at random")
struct DeepValueFuzzTests {
  static let environment = ProcessInfo.processInfo.environment
  static let isAsked = environment["SASAE_DEEP"] == "1"
  static let seconds = environment["SASAE_FUZZ_SECONDS"].flatMap(Double.init) ?? 60

  @Test(
    "stop no parser",
    .enabled(if: isAsked, "takes SASAE_FUZZ_SECONDS, 60 without it; SASAE_DEEP=1 runs it"))
  func fuzz() {
    var random = SeededGenerator(seed: propertySeed("deep values"))
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(Int64(min(max(Self.seconds, 0), 86_400) * 1_000))
    var count = 0
    while clock.now < end {
      for _ in 0..<1_000 { Self.check(Self.damaged(&random), &random) }
      count += 1_000
    }
    print("deep values: \(count) phrases")
  }

  private static func damaged(_ random: inout SeededGenerator) -> String {
    var scalars = Array(random.pick(phrases).unicodeScalars)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let at = Int.random(in: 0...scalars.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where at < scalars.count: scalars.remove(at: at)
      case 1 where at < scalars.count: scalars[at] = random.pick(nasty)
      case 2: scalars.insert(random.pick(nasty), at: at)
      case 3: scalars.insert(contentsOf: random.pick(phrases).unicodeScalars, at: at)
      case 4: scalars.removeSubrange(at...)
      default: scalars.removeSubrange(..<at)
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func check(_ text: String, _ random: inout SeededGenerator) {
    let order = random.pick([nil, .monthFirst, .dayFirst, .yearFirst] as [JapaneseDate.Order?])
    if let date = JapaneseDate.read(text, order: order) {
      #expect(date.first != nil && date.last != nil, "\(text)")
    }
    if let order = JapaneseDate.order(of: text) {
      #expect(
        JapaneseDate.read(text)?.date == JapaneseDate.read(text, order: order)?.date, "\(text)")
    }
    if let minutes = ClockText.read(text) { #expect((0...2880).contains(minutes), "\(text)") }
    if let range = CostText.read(text).range {
      #expect(range.min >= 0 && range.min <= range.max, "\(text)")
    }
    let who = EligibilityText.read(text)
    #expect(who.minAge ?? 0 <= who.maxAge ?? 200, "\(text)")
    if let value = JapaneseNumber.plain(text) { #expect(value.isFinite, "\(text)") }
    let (rest, taken) = MailText.withoutPrivate(text)
    #expect(taken.isEmpty || rest.unicodeScalars.contains("＊"), "\(text)")
    #expect(!MailText.addresses(in: rest).contains(where: MailText.isPrivate), "\(text)")
    let clean = AddressText.clean(text)
    #expect(AddressText.clean(clean) == clean, "\(text)")
    #expect(AddressText.postalCode(text).code.map { $0.utf8.count == 8 } ?? true, "\(text)")
    #expect(NullMarksTests.kinds(text).filter { $0 }.count <= 1, "\(text)")
  }

  private static let nasty = Array(
    "0123456789/-.:,（）()年月日時分円～〜ー－—ニハ一元RHSTMZT@＠\"＊〃 \t\n\r　\u{A0}\0\u{FEFF}\u{3099}\u{301}①㍻㋿½٣😀\u{10FFFF}"
      .unicodeScalars)

  private static let phrases = [
    "2020-05-16", "2020-05-16T10:00:00+09:00", "2020/5/16 10:00", "2020年5月16日（土）", "20041117",
    "5/16/2020", "8/15/17", "17/8/15", "令和2年6月", "令和元年5月1日", "R5.8.14", "平29. 7. 1", "昭32. 7. 1",
    "2005(平成17)", "2006(平成18）", "平成29(2017)年4月1日", "令和二年六月十五日", "43831", "毎年8月最終土曜日",
    "9:00", "８:０0～19:00", "９時", "午前9時半", "正午", "25:00", "0.375", "10時ころから17時ころまで", "1:30 PM",
    "\\1,500", "1,500円", "１５０円", "300～500", "500（1家族）", "無料", "実費", "30分300円", "1kmにつき10円",
    "２０,０００円/月", "年会費1000円", "会員200円、非会員300円", "参加料金：一人1000円（年間）",
    "こども100円　おとな200円", "観覧料：一般２００円、大学生１５０円、高校生以下無料", "100円/30分 200円/時間",
    "info@example.jp", "a..b@docomo.ne.jp", "ａ．．ｂ＠ｇｍａｉｌ．ｃｏｍ", "\"a..\"@ezweb.ne.jp",
    "番町ニ丁目14番2号", "２－２－１", "ト17", "ハ部99-5", "〒761-8012 高松市", "761-8012", "087-839-2000",
    "34.342286,134.055021", "３８人", "－", "なし", "不明", "〃", "#N/A", "", "　",
  ]
}
