import Model

/// What a resource costs, as far as its words and numbers tell.
public struct ResourcePrice: Sendable, Hashable {
  /// What `minimum` pays for.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// One use: a visit, a meal, a day, or an hour or part of one, of which a use takes at least one.
    case use
    case month
    case year
    /// Something else, which one use may take many of.
    case other
  }

  /// The words; empty when only numbers are stated.
  public var text: String
  /// Yen for one `unit`, at the least; nil when it is not told.
  public var minimum: Double?
  public var unit: Unit
  /// Whether the words were understood to the end, so that nothing comes on top.
  public var isComplete: Bool

  public init(text: String, minimum: Double?, unit: Unit, isComplete: Bool) {
    self.text = text
    self.minimum = minimum
    self.unit = unit
    self.isComplete = isComplete
  }
}
