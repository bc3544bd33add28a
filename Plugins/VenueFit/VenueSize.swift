import Diagnostics
import MatchingKit
import Model

/// People beside what the place holds.
enum VenueSize {
  /// A place filled to this share or more is no hall to be lost in. Judgement of this project.
  static let filled = 0.25

  static func judge(_ wish: VenueWish, _ place: ResourceView) -> Finding {
    guard let people = wish.people else { return .nothing }
    let words = place.capacity.map { "（\($0)）" } ?? ""
    guard let most = place.maximum ?? place.capacity.flatMap(number) else {
      return .unknown(
        .init(
          field: "capacity.maximum",
          text: Bilingual(
            ja: "\(whole(people))人が入れますか\(words)",
            en: "does it hold \(whole(people)) people\(words)?"
          )))
    }
    guard people <= most else {
      return .broken(
        .init(
          code: "too-small",
          text: Bilingual(
            ja: "\(whole(people))人には狭すぎます（定員 \(whole(most))人）",
            en: "too small for \(whole(people)) people (it holds \(whole(most)))")))
    }
    let share = most > 0 ? people / most : 1
    return .fits(
      .init(
        plugin: VenueFit.id, code: "size", value: share >= filled ? 1 : 0.7 + 0.3 * share / filled,
        text: Bilingual(
          ja: "\(whole(people))人が入れます（定員 \(whole(most))人）",
          en: "holds \(whole(people)) people (up to \(whole(most)))"),
        facts: ["people": .number(people), "maximum": .number(most)]))
  }

  /// The first number of people or seats that the words state: 30人程度, 24席.
  private static func number(_ text: String) -> Double? {
    var digits = ""
    for c in text {
      if let digit = c.wholeNumberValue, c.isNumber, digits.count < 6 {
        digits.append("\(digit)")
      } else {
        if let number = Double(digits), ["人", "名", "席"].contains(c) { return number }
        digits = ""
      }
    }
    return nil
  }

  /// For a text; a request may hold any number.
  static func whole(_ number: Double) -> Int { Int(max(-1e9, min(1e9, number))) }
}
