import Diagnostics
import MatchingKit
import Model

/// What the wanted hours cost at the least, beside the limit.
enum VenueCost {
  private static let field = "cost"

  static func judge(_ wish: VenueWish, _ place: ResourceView) -> Finding {
    guard let limit = wish.maxCost else { return .nothing }
    guard let price = place.price, !place.isActivity else {
      return .unknown(
        .init(field: field, text: Bilingual(ja: "使用料はいくらですか", en: "what does it cost to use?")))
    }
    let words =
      price.text.isEmpty ? price.minimum.map { "\(VenueSize.whole($0))円" } ?? "" : price.text
    let ask = Finding.unknown(
      .init(
        field: field,
        text: Bilingual(ja: "一回いくらになりますか（\(words)）", en: "what does one use come to (\(words))?")))
    guard let minimum = price.minimum, price.unit == .use || minimum == 0 else { return ask }
    let uses = minimum == 0 ? 1 : self.uses(wish, price.text, place.costPer)
    let total = minimum * uses
    guard total <= limit else {
      return .broken(
        .init(
          code: "over-budget",
          text: Bilingual(
            ja: "使用料（\(words)）が上限（\(VenueSize.whole(limit))円）を超えます",
            en: "its price (\(words)) is above the limit (\(VenueSize.whole(limit)) yen)")))
    }
    guard price.isComplete else { return ask }
    if total == 0 {
      return .fits(
        .init(
          plugin: VenueFit.id, code: "free", value: 1, text: Bilingual(ja: "無料です", en: "free"),
          facts: ["yen": .number(total), "limitYen": .number(limit)]))
    }
    return .fits(
      .init(
        plugin: VenueFit.id, code: "cost", value: 1 - 0.3 * total / limit,
        text: Bilingual(
          ja: "一回 \(VenueSize.whole(total))円（\(words)）",
          en: "\(VenueSize.whole(total)) yen for one use (\(words))"),
        facts: ["yen": .number(total), "limitYen": .number(limit)]))
  }

  /// How many of the stretches a price is for the wanted hours take.
  private static func uses(_ wish: VenueWish, _ text: String, _ per: String?) -> Double {
    guard let hours = wish.hours, let minutes = stretch(text, per) else { return 1 }
    return max(1, (Double(hours.to - hours.from) / minutes).rounded(.up))
  }

  /// Minutes that a price is for: 1時間500円, 2時間1,000円, 30分200円.
  private static func stretch(_ text: String, _ per: String?) -> Double? {
    // Most prices are for one use.
    guard text.contains("時") || text.contains("分") else { return unit(per) }
    var digits = ""
    var rest = text[...]
    while let c = rest.popFirst() {
      if let digit = c.wholeNumberValue {
        digits.append("\(digit)")
        continue
      }
      if let number = Double(digits), number > 0, digits.count < 4 {
        if c == "時", rest.first == "間" { return number * 60 }
        if c == "分" { return number }
      }
      digits = ""
    }
    return unit(per)
  }

  private static func unit(_ per: String?) -> Double? {
    guard let per else { return nil }
    if per == "hour" { return 60 }
    return per.hasSuffix("min") ? Double(per.dropLast(3)) : nil
  }
}
