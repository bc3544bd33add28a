import Diagnostics

/// A file as its caller has read it: the name for messages, and the bytes.
public struct EvaluationFile: Sendable {
  /// Path as the user gave it, or `-` for standard input.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The lines that hold something: without comments (`#`), blank lines, byte order mark and line
  /// ends, be those LF, CRLF or CR. Lines that are not UTF-8 become faults.
  func lines(_ faults: inout FaultList) -> [FileLine] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      // UTF-16, as Windows editors call "Unicode": said once, not of every line.
      faults.add(SasaeError("eval.encoding", at: Position(file: name, line: 1)))
      return []
    }
    var out: [FileLine] = []
    var number = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      number += 1
      let content = bytes[start..<end]
      let isCRLF = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isCRLF ? 2 : 1)
      if content.first == UInt8(ascii: "#") { continue }
      if content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      guard let text = String(validating: content, as: UTF8.self) else {
        faults.add(SasaeError("eval.encoding", at: Position(file: name, line: number)))
        continue
      }
      out.append(FileLine(file: name, number: number, text: text))
    }
    return out
  }
}

/// One line and its place.
struct FileLine {
  var file: String
  /// Physical line, from 1.
  var number: Int
  var text: String

  func error(
    _ code: ErrorCode, _ values: [String: Bilingual] = [:], field: String? = nil
  ) -> SasaeError {
    SasaeError(code, values, at: Position(file: file, line: number, field: field))
  }

  var isJSON: Bool {
    let first = text.utf8.first { $0 != 0x20 && $0 != 0x09 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Cells between tabs. A line without a tab is split at runs of blanks when `atBlanks` says so,
  /// which is how qrels files of TREC are written.
  func cells(atBlanks: Bool) -> [String] {
    if text.utf8.contains(0x09) || !atBlanks {
      return text.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { Self.trimmed(Substring($0)) }
    }
    return text.utf8.split(separator: 0x20).map { String(Substring($0)) }
  }

  /// Without blanks at both ends.
  static func trimmed(_ text: Substring) -> String {
    // By bytes: as a character, a blank may carry an accent.
    var bytes = text.utf8
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
