import Diagnostics
import Lookup

/// A part of a hit's score: what of the query gave it.
public struct ScorePart: Codable, Sendable, Hashable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Characters as typed.
    case characters
    /// A word in its dictionary form.
    case word
    /// A word of the same meaning.
    case concept
    case category
    case area
    case day
    /// The name, whole or its beginning.
    case name
    /// Confirmed of late.
    case freshness
    case other

    public func label(_ language: Language) -> String {
      switch self {
      case .characters: language == .ja ? "文字" : "characters"
      case .word: language == .ja ? "語" : "word"
      case .concept: language == .ja ? "同じ意味の語" : "same meaning"
      case .category: language == .ja ? "カテゴリ" : "category"
      case .area: language == .ja ? "地域" : "area"
      case .day: language == .ja ? "曜日" : "day"
      case .name: language == .ja ? "名前" : "name"
      case .freshness: language == .ja ? "確認の新しさ" : "freshness"
      case .other: language == .ja ? "ほか" : "other"
      }
    }
  }

  public var kind: Kind
  public var text: String
  public var weight: Double

  /// Marks of index terms, the longer first.
  private static let marks: [(mark: String, kind: Kind)] = [
    ("XC", .category), ("XA", .area), ("XD", .day), ("XE", .name), ("XB", .name),
    ("XF", .freshness), ("X", .other), ("W", .word), ("K", .concept),
  ]

  init(_ share: WeightShare) {
    let found = Self.marks.first { share.term.hasPrefix($0.mark) }
    kind = found?.kind ?? .characters
    text = String(share.term.dropFirst(found?.mark.count ?? 0))
    weight = (share.weight * 10_000).rounded() / 10_000
  }
}
