/// What the days of a phrase are: those when something takes place, or those when it does not. The column of
/// a list decides (開館日 or 休館日), where the phrase itself does not say.
public enum Polarity: String, Sendable, Codable, CaseIterable {
  case open
  case closed
}

/// What a schedule phrase was understood to say.
public struct ScheduleReading: Sendable, Hashable {
  public var rules: [Recurrence]
  /// True only when nothing was left over that could change the meaning.
  public var complete: Bool
  /// What was not understood, or leaves open what is meant.
  public var leftover: String

  public init(rules: [Recurrence] = [], complete: Bool = false, leftover: String = "") {
    self.rules = rules
    self.complete = complete
    self.leftover = leftover
  }
}
