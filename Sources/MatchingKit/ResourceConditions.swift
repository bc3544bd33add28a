import Model

/// Who may come to a resource, as its numbers and words tell (対象).
public struct ResourceConditions: Sendable, Hashable {
  /// The words; empty when only numbers are stated.
  public var text: String
  /// どなたでも.
  public var isOpen: Bool
  /// Whether the words were understood to the end.
  public var isComplete: Bool
  /// Ages that all who come have; nil where that is not decided.
  public var minAge: Double?
  public var maxAge: Double?
  /// Whether おおむね stands before the age.
  public var isAgeApproximate: Bool
  /// The only care levels that may come; empty when that is not decided.
  public var careLevels: [CareLevel]
  /// In the order of the words.
  public var conditions: [Condition]

  public struct Condition: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      case age(min: Double?, max: Double?, isApproximate: Bool)
      /// Living in one of these places; none are named for 市内在住.
      case residence([String])
      case livingAlone, elderlyHousehold, daytimeAlone
      case careLevel([CareLevel])
      case women, men
      /// Older people, without an age.
      case elderly
      /// Children; who takes part with them.
      case child, parent
      /// 認知症, 障害 and the like, by the words.
      case health
      /// 家族を介護している方, ご家族.
      case carer
      /// Whoever cares to come.
      case interest
      /// Anything that only people can tell: 会員, 民生委員が認めた, 手帳, 団体.
      case other
    }
    public enum Role: Sendable, Hashable {
      case required, excluded
      /// 優先, or one of those named before どなたでも.
      case told
    }
    public enum Join: Sendable, Hashable {
      case and, or
      /// A mere 、, which may be either.
      case list
    }

    public var kind: Kind
    public var role: Role
    /// How it is joined to the one before it.
    public var join: Join
    public var words: String

    public init(kind: Kind, role: Role, join: Join, words: String) {
      self.kind = kind
      self.role = role
      self.join = join
      self.words = words
    }
  }

  public init(
    text: String, isOpen: Bool, isComplete: Bool, minAge: Double?, maxAge: Double?,
    isAgeApproximate: Bool, careLevels: [CareLevel], conditions: [Condition]
  ) {
    self.text = text
    self.isOpen = isOpen
    self.isComplete = isComplete
    self.minAge = minAge
    self.maxAge = maxAge
    self.isAgeApproximate = isAgeApproximate
    self.careLevels = careLevels
    self.conditions = conditions
  }
}
