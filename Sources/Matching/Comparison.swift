import Diagnostics
@_spi(Host) import MatchingKit

/// Two resources held against each other for one request (くらべる).
public struct Comparison: Sendable {
  /// What puts one above the other.
  public enum Decider: String, Sendable, Codable, CaseIterable {
    /// They stand in different lists.
    case list
    case score
    /// Their scores are equal.
    case id
    /// They are one, or one of them is no resource.
    case nothing
  }

  /// What one plugin says of one of them.
  public struct Side: Sendable {
    public var value: Double
    public var weight: Double
    /// Of the total, 0…1.
    public var share: Double
    public var text: [Bilingual]
  }

  /// One plugin's part in the difference.
  public struct Part: Sendable {
    public var plugin: String
    public var a: Side?
    public var b: Side?
    /// Points of the total (0…100) that it gives to a more than to b; all of them add up to the difference.
    public var points: Double
  }

  public var a: Standing
  public var b: Standing
  /// The id of the one that stands higher.
  public var above: String?
  public var decider: Decider
  /// The greatest difference first.
  public var parts: [Part]
  /// Score of a less that of b, in points.
  public var points: Double

  init(_ a: Standing, _ b: Standing) {
    self.a = a
    self.b = b
    let (first, second) = (Self.sides(a.judged), Self.sides(b.judged))
    parts = Set(first.keys).union(second.keys).map { plugin in
      let (mine, its) = (first[plugin], second[plugin])
      return Part(
        plugin: plugin, a: mine, b: its,
        points: 100
          * ((mine.map { $0.value * $0.share } ?? 0) - (its.map { $0.value * $0.share } ?? 0)))
    }.sorted { (abs($1.points), $0.plugin) < (abs($0.points), $1.plugin) }
    points = 100 * ((a.judged?.score ?? 0) - (b.judged?.score ?? 0))
    (above, decider) = Self.decide(a, b)
  }

  private static func decide(_ a: Standing, _ b: Standing) -> (String?, Decider) {
    guard let first = a.judged, let second = b.judged, a.id != b.id else { return (nil, .nothing) }
    if a.list != b.list { return (a.list.place < b.list.place ? a.id : b.id, .list) }
    if a.list == .none, let mine = a.would?.list, let its = b.would?.list, mine != its {
      return (mine.place < its.place ? a.id : b.id, .list)
    }
    let above = first.stands(above: second) ? a.id : b.id
    return (above, first.score == second.score ? .id : .score)
  }

  private static func sides(_ judged: Judged?) -> [String: Side] {
    guard let judged else { return [:] }
    let children = judged.explanation.children
    let whole = children.reduce(0) { $0 + $1.weight }
    return Dictionary(
      children.map { child in
        (
          child.node.plugin,
          Side(
            value: child.node.value, weight: child.weight,
            share: whole > 0 ? child.weight / whole : 0, text: child.node.sentences)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Explanation {
  /// What its leaves say.
  fileprivate var sentences: [Bilingual] {
    children.isEmpty ? [text] : children.flatMap(\.node.sentences)
  }
}
