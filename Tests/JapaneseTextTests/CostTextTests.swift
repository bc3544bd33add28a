import JapaneseText
import TestSupport
import Testing

@Suite("Phrases on costs") struct CostTextTests {
  @Test(
    "with the price of one use",
    arguments: [
      ("\\1,500", 1500, 1500, nil), ("¥1500", 1500, 1500, nil), ("１５０円", 150, 150, nil),
      ("２０，０００円/月", 20_000, 20_000, "month"), ("月額500円", 500, 500, "month"),
      ("参加費 300", 300, 300, nil), ("100円/回", 100, 100, "visit"), ("1回100円", 100, 100, "visit"),
      ("年会費1000円", 1000, 1000, "year"), ("300～500", 300, 500, nil), ("0～100", 0, 100, nil),
      ("300円〜500円", 300, 500, nil), ("300-500円", 300, 500, nil), ("無料", 0, 0, nil),
      ("0 ", 0, 0, nil), ("0円", 0, 0, nil), ("1,500円（税込）", 1500, 1500, nil),
      ("会員200円、非会員300円", 200, 300, nil), ("500円/時間", 500, 500, "hour"),
      // What others pay is no price of a grown-up.
      ("観覧料：一般２００円、大学生１５０円、高校生以下無料", 200, 200, nil), ("大人100円 子ども50円", 100, 100, nil),
      ("一般530円、70歳以上320円", 320, 530, nil), ("680円/h、高校生以下50%", 680, 680, "hour"),
      ("大人300円小中高生200円団体20名以上50円引", 300, 300, nil),
      ("1食300円", 300, 300, "meal"), ("参加料金：一人1,000円", 1000, 1000, "person"),
      ("参加料金：一人1000円（年間）", 1000, 1000, "year"), ("入場料／無料", 0, 0, nil), ("700円／日", 700, 700, "day"),
      ("100円（1回）", 100, 100, "visit"), ("¥500-", 500, 500, nil),
      ("100,000円", 100_000, 100_000, nil),
      ("参加費なし", 0, 0, nil), ("1回300～500円です。", 300, 500, "visit"), ("一万二千円", 12_000, 12_000, nil),
      ("1万円", 10_000, 10_000, nil), ("30分300円", 300, 300, "30min"),
      ("300円/30分", 300, 300, "30min"), ("2時間1,000円", 1000, 1000, "120min"),
      ("60分500円", 500, 500, "hour"), ("15分100～150円", 100, 150, "15min"),
      // Who pays what: grown-ups, and of them older people.
      ("大人500円・子ども無料", 500, 500, nil), ("無料（大人500円）", 500, 500, nil),
      ("500円（子ども無料）", 500, 500, nil),
      ("大人500円、65歳以上無料", 0, 500, nil), ("1回500円（高齢者は無料）", 0, 500, "visit"),
      ("大人300円 高齢者100円 子ども50円", 100, 300, nil), ("３千円", 3000, 3000, nil),
    ] as [(String, Double, Double, String?)])
  func decided(_ phrase: String, _ min: Double, _ max: Double, _ per: String?) {
    let reading = CostText.read(phrase)
    #expect(reading.isComplete && reading.leftover.isEmpty)
    #expect(reading.min == min && reading.max == max && reading.per == per)
  }

  /// A price for several, for a part of a use, for a thing or for some people says nothing of one use.
  @Test(
    "complete, but of no price of one use",
    arguments: [
      "100円/30分 200円/時間", "子ども無料・保護者300円", "無料 500円/時間", "1kmにつき10円", "500（1家族）", "年間協力金（一世帯1000円）",
      "保護者：200円", "18歳以下無料",
      "3歳未満無料、小学生以下270円", "材料費1,000円", "会費1,000円", "11回2,600円", "2か月で6600円",
      "料金：3000円（1000円×3回）", "各50円", "10枚つづりで500円です。", "平日700円/日 土曜日1,200円/日", "～500円", "500円以内",
      "会員200円/月、非会員300円", "月～金 500円", "中高生740円、小学生530円", "コーヒー200円", "市外の方300円", "1割負担",
    ]) func structured(_ phrase: String)
  {
    let reading = CostText.read(phrase)
    #expect(reading.isComplete && !reading.prices.isEmpty)
    #expect(reading.min == nil && reading.range == nil)
  }

  @Test("with no highest price", arguments: ["100円～", "100～", "100円から", "大人は200円〜"])
  func openEnd(_ phrase: String) {
    let reading = CostText.read(phrase)
    #expect(reading.isComplete && reading.min != nil && reading.max == nil && reading.range == nil)
  }

  @Test(
    "not complete",
    arguments: [
      "実費", "カンパ", "-500", "¥-500", "500～300", "100,200円", "300 500", "087-839-2000", "0878392000",
      "761-8012", "2-3", "無料（材料費別）", "無料（材料費実費）", "無料または寄付", "無料一部有料", "1,500円（税別）", "100円引",
      "1,50円",
      "無し", "", "円", "99999999円", "一般500円、一般300円", "\u{3099}", "一般10 学生5", "利用10", "1回2", "月3",
      "約10", "100円程度", "約500円", "応相談", "内容による", "要問合せ", "半額", "参加費300円（材料費別途）", "目安：1時間1,000円",
      "1回500円（75歳以上は割引）",
    ]) func open(_ phrase: String)
  {
    let reading = CostText.read(phrase)
    #expect(!reading.isComplete && reading.min == nil && reading.max == nil && reading.per == nil)
  }

  @Test("several prices, each with who pays it") func payers() {
    let phrase = "子ども無料、大人（高校生以上）３００円"
    let prices = CostText.read(phrase).prices
    #expect(prices.map(\.value) == [.yen(0, 0), .yen(300, 300)])
    #expect(prices.map { $0.payers.map(\.kind) } == [[.child], [.adult]])
    #expect(prices.map { phrase.phrase($0.span) } == ["子ども無料", "大人（高校生以上）３００円"])
  }

  @Test("with what a price is for, and when") func conditions() {
    let phrase = "【定期】土曜日　450円／日（おやつ代込）"
    let price = CostText.read(phrase).prices.first
    #expect(price?.units.map(\.unit) == [.day] && price?.units.map(\.count) == [1])
    #expect(price?.conditions.map(phrase.phrase) == ["定期", "土曜日"])
    let other = "テントサイト：1,020円"
    #expect(CostText.read(other).prices.first?.item.map(other.phrase) == "テントサイト")
  }
}
