import Diagnostics

/// What a request looks for.
public enum Seeking: String, Sendable, Hashable, CaseIterable, Codable {
  /// Resources for needs.
  case resource
  /// A place for an activity (場).
  case venue
  /// Something to do for others, by what the person is good at (担い手としての役割).
  case role
}

/// Whether a resource looks for people who help (担い手の募集).
public enum RoleOpening: Sendable, Hashable {
  /// Its words look for hands: the clause.
  case words(String)
  /// Its category is one of roles: what people call it.
  case category(Bilingual)
  /// Resources of this category need hands as a rule, and this one says nothing of it.
  case likely(Bilingual)
}

/// Something the person is good at, with the words of roles that can use it (特技).
public struct Skill: Sendable, Hashable {
  /// As the person says it.
  public var text: String
  /// The word itself first.
  let words: [Wish]

  @_spi(Host) public init(_ text: String, words: [Wish]) {
    self.text = text
    self.words = words
  }
}

/// Where a resource's words name something a skill is good for.
public struct SkillUse: Sendable, Hashable {
  /// The word that stands there.
  public var word: String
  /// The clause around it, folded.
  public var clause: String
}
