/// When something about the answers holds: terms that must all hold.
///
///     sum(1-20)>=10      points of items; also `<`
///     any(4-5)=no        one of the items was answered so
///     2=mild/strong      the item was answered with one of these
///     @motor             the domain or finding is met
public struct InstrumentRule: Sendable {
  public var terms: [Term]

  public enum Term: Sendable {
    case sum(items: [Int], limit: Double, isBelow: Bool)
    case answered(items: [Int], choices: [String])
    case met(String)
  }
}

/// Whether something holds, where answers may be missing.
public enum Outcome: Sendable, Equatable {
  case met, notMet
  /// It depends on answers that are missing.
  case open

  static func all(_ verdicts: [Outcome]) -> Outcome {
    if verdicts.contains(.notMet) { return .notMet }
    return verdicts.contains(.open) ? .open : .met
  }

  static func any(_ verdicts: [Outcome]) -> Outcome {
    if verdicts.contains(.met) { return .met }
    return verdicts.contains(.open) ? .open : .notMet
  }
}
