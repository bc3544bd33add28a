import Diagnostics
import Model

/// What people and programs are told of an operation besides its types.
public struct OperationNotes: Sendable {
  /// A few words for a list or a button.
  public var title: Bilingual
  public var effect: Effect
  /// By dotted path, lists passed through: `near.lat`, `needs.code`. Every member has one.
  public var input: [String: MemberNote]
  /// By dotted path; at least the members at the top.
  public var output: [String: MemberNote]
  /// Inputs that work on the sample town.
  public var examples: [JSONValue]

  /// What running the operation does to the directory.
  public struct Effect: Sendable, Hashable {
    /// Changes nothing.
    public var isReadOnly: Bool
    /// May replace or end what was there.
    public var isDestructive: Bool
    /// A second time changes nothing more.
    public var isIdempotent: Bool

    public static let reads = Effect(isReadOnly: true, isDestructive: false, isIdempotent: true)
    public static let writes = Effect(isReadOnly: false, isDestructive: false, isIdempotent: true)
    public static let replaces = Effect(isReadOnly: false, isDestructive: true, isIdempotent: true)
  }

  init(
    title: Bilingual, effect: Effect, input: [String: MemberNote], output: [String: MemberNote],
    examples: [JSONValue]
  ) {
    self.title = title
    self.effect = effect
    self.input = input
    self.output = output
    self.examples = examples
  }
}
