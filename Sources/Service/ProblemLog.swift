import Diagnostics

/// Rejections or warnings of one kind and column in a file.
public struct ProblemGroup: Codable, Sendable {
  public var file: String
  public var code: String
  /// Heading of the column, where there is one.
  public var field: String?
  public var isRejection: Bool
  public var count: Int
  /// All physical lines, such as `3, 7-12`.
  public var lines: String
  /// The first one's text.
  public var text: String
}

/// What was found wrong in one file: the first of each kind in full, the rest by line, so that a
/// list with a fault in every row costs no more memory than one with a few.
struct ProblemLog {
  /// Warnings of one kind kept in full.
  static let kept = 100

  private struct Key: Hashable {
    var code: String
    var field: String
  }

  private struct Group {
    var isRejection: Bool
    var first: [SasaeError]
    var count = 0
    var lines: [ClosedRange<Int>] = []
  }

  private let file: String
  private var groups: [Key: Group] = [:]
  private var order: [Key] = []
  private(set) var warned = 0

  init(file: String) { self.file = file }

  mutating func add(_ error: SasaeError, isRejection: Bool = false) {
    if !isRejection { warned += 1 }
    let key = Key(code: error.code.rawValue, field: error.position.field ?? "")
    if groups[key] == nil { order.append(key) }
    var group = groups.removeValue(forKey: key) ?? Group(isRejection: isRejection, first: [])
    group.count += 1
    if group.first.count < Self.kept { group.first.append(error.located(file: file)) }
    if let line = error.position.line {
      if let last = group.lines.last, line == last.upperBound + 1 || last.contains(line) {
        group.lines[group.lines.count - 1] = last.lowerBound...max(line, last.upperBound)
      } else {
        group.lines.append(line...line)
      }
    }
    groups[key] = group
  }

  /// The first of each kind of warning, in the order of their lines.
  func warnings(_ language: Language) -> [ReportedProblem] {
    order.compactMap { groups[$0] }.filter { !$0.isRejection }.flatMap(\.first)
      .sorted { ($0.position.line ?? 0) < ($1.position.line ?? 0) }
      .map { ReportedProblem($0, language) }
  }

  func groups(_ language: Language) -> [ProblemGroup] {
    order.compactMap { key in
      guard let group = groups[key], let first = group.first.first else { return nil }
      let lines = group.lines.map {
        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
      }
      return ProblemGroup(
        file: file, code: key.code, field: key.field.isEmpty ? nil : key.field,
        isRejection: group.isRejection, count: group.count,
        lines: lines.joined(separator: ", "), text: first.text(language))
    }
  }
}
