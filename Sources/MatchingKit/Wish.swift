import Model

/// A word of the person's, as said and folded for comparing.
public struct Wish: Sendable, Hashable {
  public var text: String
  let key: String

  @_spi(Host) public init(_ text: String, key: String) {
    self.text = text
    self.key = key
  }
}

/// Where a word stands in a resource's words.
public struct WordMention: Sendable, Hashable {
  /// The clause around it, folded.
  public var clause: String
  /// What follows it in the clause.
  public var after: String
}

/// Whether the person knows a resource already (なじみの関係).
public enum Familiarity: String, Sendable, Hashable, CaseIterable {
  case none
  /// By the same people as one they know.
  case samePeople
  case itself
}

/// The words of a resource, folded when they are first looked for.
struct ResourceWords: Sendable {
  private let parts: [String]
  private let reader: any ResourceReading

  init(_ listing: Listing, _ reader: any ResourceReading) {
    parts =
      [listing.name] + [listing.summary, listing.description].compactMap { $0 } + listing.tags
    self.reader = reader
  }

  private static let ends: Set<Character> = [
    "。", "、", "，", "．", "\n", "！", "？", "!", "?", "（", "）", "(", ")",
  ]

  func mention(of wish: Wish) -> WordMention? {
    guard !wish.key.isEmpty else { return nil }
    for part in parts {
      for clause in part.split(whereSeparator: Self.ends.contains) {
        let folded = reader.folded(String(clause))
        guard let range = folded.firstRange(of: wish.key) else { continue }
        return WordMention(clause: folded, after: String(folded[range.upperBound...]))
      }
    }
    return nil
  }
}
