import Model

/// A word to look for in the words of resources, as said and folded for comparing.
public struct Wish: Sendable, Hashable {
  public var text: String
  /// Folded.
  let key: [UInt32]
  let pairs: [Int]

  @_spi(Host) public init(_ text: String, key: [UInt32]) {
    self.text = text
    self.key = key
    pairs = zip(key, key.dropFirst()).map(PairFilter.place)
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

/// The words of a resource, folded, clause by clause.
struct ResourceWords: Sendable {
  /// Each clause ends with ``end``.
  private let scalars: [UInt32]
  private let filter: PairFilter

  static let end: UInt32 = 0x0A

  init(_ listing: Listing, _ reader: any ResourceReading) {
    let parts =
      [listing.name] + [listing.summary, listing.description].compactMap { $0 } + listing.tags
    scalars = reader.clauses(parts.joined(separator: "\n"))
    filter = PairFilter(scalars)
  }

  /// What is not done there is nothing to lend a hand with (送迎はできません).
  private static let refusals: WordSet = ["できません", "しません", "致しません", "ありません"]

  func use(of skill: Skill) -> SkillUse? {
    for word in skill.words {
      if let mention = mention(of: word), !Self.refusals.stands(in: mention.after) {
        return SkillUse(word: word.text, clause: mention.clause)
      }
    }
    return nil
  }

  func mention(of wish: Wish) -> WordMention? {
    guard filter.mayHold(wish.pairs), let at = find(wish.key) else { return nil }
    let start = scalars[..<at].lastIndex(of: Self.end).map { $0 + 1 } ?? 0
    let after = at + wish.key.count
    let stop = scalars[after...].firstIndex(of: Self.end) ?? scalars.count
    return WordMention(
      clause: Self.text(scalars[start..<stop]), after: Self.text(scalars[after..<stop]))
  }

  private func find(_ key: [UInt32]) -> Int? {
    guard let first = key.first, key.count <= scalars.count else { return nil }
    for at in 0...(scalars.count - key.count)
    where scalars[at] == first && scalars[at..<(at + key.count)].elementsEqual(key) {
      return at
    }
    return nil
  }

  private static func text(_ scalars: ArraySlice<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }
}

/// Which pairs of neighbouring characters a text may hold: nearly every word that is not in it is known
/// not to be without a look at the text.
struct PairFilter: Sendable {
  private static let size = 4_096
  private var bits = [UInt64](repeating: 0, count: size / 64)

  init(_ scalars: [UInt32]) {
    for at in scalars.indices.dropFirst() {
      let place = Self.place(scalars[at - 1], scalars[at])
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  func mayHold(_ places: [Int]) -> Bool {
    places.allSatisfy { bits[$0 / 64] & (1 << UInt64($0 % 64)) != 0 }
  }

  static func place(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 31 &+ second) &* 2_654_435_761 >> 20) % size
  }
}
