import Diagnostics

/// Why files of queries and judgements can't be used: every bad line, so that one run shows what is
/// to be mended.
public struct JudgementFaults: Error, Sendable, Hashable {
  /// The first of them, in the order of the lines, queries before judgements. Never empty.
  public var shown: [SasaeError]
  /// How many bad lines there are; more than `shown` when there are many.
  public var total: Int

  /// All of it as one error, for where there is room for one only.
  public var error: SasaeError {
    if total == 1, let only = shown.first { return only }
    let more = total - shown.count
    func text(_ language: Language) -> String {
      let lines = shown.map { "\n  " + $0.line(language) }.joined()
      guard more > 0 else { return lines }
      return lines + (language == .ja ? "\n  …ほか\(more)行" : "\n  … and \(more) more")
    }
    return SasaeError(
      "eval.lines", ["count": "\(total)", "lines": Bilingual(ja: text(.ja), en: text(.en))])
  }
}

/// Collects faults while reading goes on.
struct FaultList {
  /// More than a screen of them helps nobody.
  static let limit = 20

  private(set) var shown: [SasaeError] = []
  private(set) var total = 0

  var isEmpty: Bool { total == 0 }

  mutating func add(_ fault: SasaeError) {
    total += 1
    if shown.count < Self.limit { shown.append(fault) }
  }

  func check() throws(JudgementFaults) {
    if !isEmpty { throw JudgementFaults(shown: shown, total: total) }
  }
}
