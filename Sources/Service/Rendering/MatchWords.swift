import Diagnostics
import Searching

/// Short phrases of matches.
enum MatchWords {
  /// 「はいなら2番目（84）」.
  static func rank(_ best: MatchResources.IfYes, _ language: Language) -> String {
    let points = points(best.score)
    return language == .ja
      ? "はいなら\(best.rank)番目（\(points)）"
      : "if yes, this would rank \(ordinal(best.rank)) (\(points))"
  }

  /// 「デマンドタクシー　087-…　月～土 8:00～18:00　1回300円（ID）」.
  static func ride(_ ride: MatchResources.Companion, _ language: Language) -> String {
    let facts = [
      ride.phone ?? Words.notStated(language), ride.schedule?.text, ride.cost?.text,
    ].compactMap(\.self)
    return ride.name + (language == .ja ? "　" : "  ")
      + facts.joined(separator: language == .ja ? "　" : "  ")
      + (language == .ja ? "（\(ride.id)）" : " (\(ride.id))")
  }

  /// Scores are shown as 0 to 100.
  static func points(_ score: Double) -> Int { Int((score * 100).rounded()) }

  /// 12.3.
  static func tenths(_ points: Double) -> String {
    FactText.number((points * 10).rounded() / 10)
  }

  /// +12.3.
  static func signed(_ points: Double) -> String {
    let text = tenths(points)
    return points * 10 >= 0.5 ? "+" + text : text == "-0" || text == "-0.0" ? "0" : text
  }

  static func ordinal(_ number: Int) -> String {
    let ending: String
    switch (number % 10, number % 100) {
    case (_, 11...13): ending = "th"
    case (1, _): ending = "st"
    case (2, _): ending = "nd"
    case (3, _): ending = "rd"
    default: ending = "th"
    }
    return "\(number)\(ending)"
  }
}
