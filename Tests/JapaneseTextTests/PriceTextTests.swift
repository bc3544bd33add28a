import JapaneseText
import TestSupport
import Testing

@Suite("Prices") struct PriceTextTests {
  /// Phrases that state one price.
  @Test(
    "certain",
    arguments: [
      ("無料", 0.0, false), ("０円", 0, false), ("100円", 100, false), ("1回100円", 100, true),
      ("１回５００円", 500, true), ("参加費：200円", 200, false), ("100円/回", 100, true),
      ("\\1,500", 1500, false), ("1,500円", 1500, false), ("300", 300, false),
    ]) func certain(_ phrase: String, _ amount: Double, _ perVisit: Bool)
  {
    let price = PriceText.read(phrase)
    #expect(price?.amount == amount)
    #expect(price?.isPerVisit == perVisit)
  }

  /// Phrases that say more than one price, or leave open what it is for.
  @Test(
    "not certain",
    arguments: [
      "300～500", "500円（1家族）", "11回100円", "会費1,000円", "年会費1,200円＋1回200円", "無料（材料費実費）",
      "実費", "カンパ", "30分300円", "1kmにつき10円", "", "円", "100円から", "大人100円 子ども50円",
      "100円～300円", "無料（材料費別）", "月500円と1回100円", "要相談", "半額",
    ]) func uncertain(_ phrase: String)
  {
    #expect(PriceText.read(phrase) == nil)
  }

  @Test(
    "as a range",
    arguments: [
      ("\\1,500", 1500, 1500, nil), ("¥1500", 1500, 1500, nil), ("１５０円", 150, 150, nil),
      ("２０，０００円/月", 20_000, 20_000, "month"), ("月額500円", 500, 500, "month"),
      ("参加費 300", 300, 300, nil),
      ("年会費1000円", 1000, 1000, "year"), ("300～500", 300, 500, nil), ("0～100", 0, 100, nil),
      ("300円〜500円", 300, 500, nil), ("300-500円", 300, 500, nil), ("無料", 0, 0, nil),
      ("0 ", 0, 0, nil), ("0円", 0, 0, nil), ("1,500円（税込）", 1500, 1500, nil),
      ("100円程度", 100, 100, nil), ("会員200円、非会員300円", 200, 300, nil),
      ("観覧料：一般２００円、大学生１５０円、高校生以下無料", 0, 200, nil), ("500円/時間", 500, 500, "hour"),
      ("1食300円", 300, 300, "meal"), ("参加料金：一人1,000円", 1000, 1000, "person"),
      ("参加料金：一人1000円（年間）", 1000, 1000, "year"), ("入場料／無料", 0, 0, nil), ("700円／日", 700, 700, "day"),
      ("1回 100円", 100, 100, "visit"), ("100円（1回）", 100, 100, "visit"), ("¥500-", 500, 500, nil),
      ("100,000円", 100_000, 100_000, nil), ("参加費なし", 0, 0, nil),
      ("1回300～500円です。", 300, 500, "visit"),
    ] as [(String, Double, Double, String?)])
  func range(_ phrase: String, _ min: Double, _ max: Double, _ per: String?) {
    let range = PriceText.range(phrase)
    #expect(range?.min == min && range?.max == max && range?.per == per)
  }

  @Test(
    "as no range",
    arguments: [
      "実費", "カンパ", "30分300円", "300円/30分", "1kmにつき10円", "500（1家族）", "年間協力金（一世帯1000円）", "-500",
      "¥-500", "100円～", "～500円", "100～", "500円以内", "500～300", "100,200円", "300 500", "087-839-2000",
      "0878392000", "761-8012", "2-3", "保護者：200円", "大人100円", "18歳以下無料", "3歳未満無料、小学生以下270円",
      "材料費1,000円", "会費1,000円", "11回2,600円", "2か月で6600円", "料金：3000円（1000円×3回）", "無料（材料費別）",
      "無料または寄付", "無料一部有料", "1,500円（税別）", "100円引", "大人300円小中高生200円団体20名以上50円引", "1万円",
      "各50円", "10枚つづりで500円です。", "平日700円/日 土曜日1,200円/日", "1,50円", "無し", "", "円", "99999999円",
      "会員200円/月、非会員300円", "一般500円、一般300円", "680円/h、高校生以下・障がい者50%", "\u{3099}", "月～金 500円",
      "中高生740円、小学生530円", "一般10 学生5", "利用10", "1回2", "月3", "約10",
    ]) func noRange(_ phrase: String)
  {
    #expect(PriceText.range(phrase) == nil)
  }

  /// Digits in circles never take the fast path.
  @Test("made at random are never below zero, and each path gives the same")
  func strangers() {
    var random = SeededGenerator(seed: propertySeed("prices"))
    let pieces = [
      "300", "1,500", "0", "円", "¥", "\\", "～", "-", "/", "月", "回", "1回", "（", "）", "税込", "無料",
      "大人",
      "子ども", "参加費", "：", "、", " ", "程度", "約", "9999999999999999999", ",", "1", "です", "\u{3099}",
    ]
    for _ in 0..<20_000 {
      let text = random.text(of: pieces, count: 0...7)
      let range = PriceText.range(text)
      #expect(
        range.map { $0.min >= 0 && $0.min <= $0.max && $0.max <= 10_000_000 } ?? true, "\(text)")
      #expect(range == PriceText.range(DateForms.circled(text)), "\(text)")
      let price = PriceText.read(text)
      #expect(price == PriceText.read(DateForms.circled(text)), "\(text)")
      #expect((price?.amount ?? 0) >= 0, "\(text)")
    }
  }
}
