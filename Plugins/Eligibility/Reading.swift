import MatchingKit

/// Yes, no, or nobody knows.
enum Truth: Int, Sendable {
  case no, unknown, yes

  static func and(_ a: Truth, _ b: Truth) -> Truth { a.rawValue < b.rawValue ? a : b }
  static func or(_ a: Truth, _ b: Truth) -> Truth { a.rawValue > b.rawValue ? a : b }
}

/// The ways in which conditions, one after the other, can be meant together.
struct Reading {
  struct Answer {
    var holds: Truth
    /// The first condition that is not met.
    var deciding: ResourceConditions.Condition.Kind?
  }

  private let required: [ResourceConditions.Condition]
  private let excluded: [ResourceConditions.Condition]

  init(_ stated: ResourceConditions) {
    required = stated.conditions.filter { $0.role == .required }
    excluded = stated.conditions.filter { $0.role == .excluded }
  }

  func answer(_ person: Applicant) -> Answer {
    var holds = Truth.yes
    var deciding: ResourceConditions.Condition.Kind?
    for condition in excluded {
      switch person.meets(condition.kind) {
      case .yes: return Answer(holds: .no, deciding: condition.kind)
      case .unknown: holds = .unknown
      case .no: break
      }
    }
    let truths = required.map { person.meets($0.kind) }
    let ways = Set(
      [true, false].flatMap { listIsAnd in
        [true, false].map { evaluate(truths, listIsAnd: listIsAnd, andFirst: $0) }
      })
    let together = ways.count == 1 ? ways.first ?? .yes : .unknown
    if together == .no {
      deciding = zip(required, truths).first { $0.1 == .no }?.0.kind
    }
    return Answer(holds: Truth.and(holds, together), deciding: deciding)
  }

  /// `andFirst`: A または B で C is A または (B で C), else (A または B) で C.
  private func evaluate(_ truths: [Truth], listIsAnd: Bool, andFirst: Bool) -> Truth {
    guard var group = truths.first else { return .yes }
    var alternatives: Truth = .no
    for i in truths.indices.dropFirst() {
      if isOr(i, listIsAnd: listIsAnd) {
        // Two of a kind are one condition: 要支援1・2、事業対象者.
        if Self.axis(required[i].kind) == Self.axis(required[i - 1].kind) || !andFirst {
          group = Truth.or(group, truths[i])
        } else {
          alternatives = Truth.or(alternatives, group)
          group = truths[i]
        }
      } else {
        group = Truth.and(group, truths[i])
      }
    }
    return Truth.or(alternatives, group)
  }

  private func isOr(_ i: Int, listIsAnd: Bool) -> Bool {
    let (one, before) = (required[i].kind, required[i - 1].kind)
    switch required[i].join {
    case .or: return true
    case .and: return false
    case .list:
      if Self.axis(one) == Self.axis(before) { return true }
      if Self.standsBeside(one) || Self.standsBeside(before) { return false }
      return !listIsAnd
    }
  }

  /// 市内在住、65歳以上 and 女性、60歳以上 are two conditions.
  private static func standsBeside(_ kind: ResourceConditions.Condition.Kind) -> Bool {
    switch kind {
    case .residence, .women, .men: true
    default: false
    }
  }

  private static func axis(_ kind: ResourceConditions.Condition.Kind) -> Int {
    switch kind {
    case .age, .elderly, .child: 0
    case .residence: 1
    case .livingAlone, .elderlyHousehold, .daytimeAlone: 2
    case .careLevel: 3
    case .women, .men: 4
    case .health: 5
    case .parent: 6
    case .interest: 7
    case .other: 8
    case .carer: 9
    }
  }
}
