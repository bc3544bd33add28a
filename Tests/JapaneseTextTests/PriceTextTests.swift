import JapaneseText
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
}
