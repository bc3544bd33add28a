import Diagnostics

/// A need that a text tells of, or takes back.
public struct NeedMention: Sendable, Hashable {
  /// Who has it (だれのことか).
  public enum Subject: String, Sendable, Codable, CaseIterable {
    /// 本人, or whoever speaks.
    case person
    /// 家族.
    case family
    /// 近隣: a neighbour.
    case neighbour
  }

  /// How soon (急ぎ).
  public enum Urgency: String, Sendable, Codable, CaseIterable {
    case high, normal, low
  }

  public var code: String
  public var label: Bilingual
  /// The words of the text, as they stand.
  public var evidence: String
  /// Named, and said to be no need (自分でできる, 娘がしてくれる).
  public var negated: Bool
  public var subject: Subject
  public var urgency: Urgency
  /// For a time only (退院後しばらく).
  public var temporary: Bool
  /// The row that found it, such as `need-phrases.tsv:12`.
  public var source: String
}
