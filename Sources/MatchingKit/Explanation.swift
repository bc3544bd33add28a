import Diagnostics

/// Why a value is what it is, as a tree. An inner node's value is computed from its children, so
/// the explanation can't say something else than the score.
///
/// Words and facts are made when somebody reads them: most candidates are never shown.
public struct Explanation: Sendable {
  public let plugin: String
  public let code: String
  public var text: Bilingual { words() }
  public var facts: [String: Fact] { found() }
  public let children: [Child]
  /// 0…1.
  public let value: Double
  private let words: @Sendable () -> Bilingual
  private let found: @Sendable () -> [String: Fact]

  /// A fact the sentence used.
  public enum Fact: Sendable, Hashable {
    case text(String)
    case number(Double)
  }

  public struct Child: Sendable {
    /// Share of the parent.
    public let weight: Double
    public let node: Explanation

    public init(weight: Double, node: Explanation) {
      self.weight = weight
      self.node = node
    }
  }

  /// A leaf: a value that rests on facts.
  public init(
    plugin: String, code: String, value: Double,
    text: @autoclosure @escaping @Sendable () -> Bilingual,
    facts: @autoclosure @escaping @Sendable () -> [String: Fact] = [:]
  ) {
    self.plugin = plugin
    self.code = code
    self.value = value
    words = text
    found = facts
    children = []
  }

  /// The weighted mean of its children; 0 without any.
  public init(
    plugin: String, code: String, text: @autoclosure @escaping @Sendable () -> Bilingual,
    weighing children: [Child]
  ) {
    self.plugin = plugin
    self.code = code
    self.children = children
    words = text
    found = { [:] }
    let total = Self.sum(children.map(\.weight))
    value = total > 0 ? Self.sum(children.map { $0.weight * $0.node.value }) / total : 0
  }

  /// The same to the last digit whatever the order: needs and plugins may come in any.
  private static func sum(_ terms: [Double]) -> Double {
    (terms.count > 2 ? terms.sorted() : terms).reduce(0, +)
  }
}
