/// What a decoder met that a person should hear about.
public struct DecodingReport: Sendable, Equatable {
  /// At most this many lines are named for each kind, so that a wrong encoding does not fill
  /// memory.
  public static let maxLines = 100

  /// Sequences that are not characters of the encoding; each became U+FFFD.
  public private(set) var invalidCount = 0
  /// Physical lines (1-based, ascending) with such a sequence; the first ``maxLines`` of them.
  public private(set) var invalidLines: [Int] = []
  /// User-defined characters, U+E000…U+EFFF. Every such character of CP932 (gaiji) lies there; only
  /// the office that wrote the file knows their shapes.
  public private(set) var userDefinedCount = 0
  /// Physical lines (1-based, ascending) with such a character; the first ``maxLines`` of them.
  public private(set) var userDefinedLines: [Int] = []

  public init() {}

  mutating func noteInvalid(line: Int) {
    invalidCount += 1
    Self.add(line, to: &invalidLines)
  }

  mutating func noteUserDefined(line: Int) {
    userDefinedCount += 1
    Self.add(line, to: &userDefinedLines)
  }

  private static func add(_ line: Int, to lines: inout [Int]) {
    if lines.last != line, lines.count < maxLines { lines.append(line) }
  }
}
