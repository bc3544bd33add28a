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
    var terms = children.map { $0.weight }
    let total = Self.sum(&terms)
    guard total > 0 else {
      value = 0
      return
    }
    for (i, child) in children.enumerated() { terms[i] = child.weight * child.node.value }
    value = Self.sum(&terms) / total
  }

  /// The same to the last digit whatever the order.
  private static func sum(_ terms: inout [Double]) -> Double {
    if terms.count > 2 { terms.sort() }
    return terms.reduce(0, +)
  }
}
