import Diagnostics
import JapaneseText

/// Lines of plain text, where full-width characters count two columns.
struct PlainLines {
  let language: Language
  /// Terminal columns.
  let width: Int
  private(set) var lines: [String] = []

  init(language: Language, width: Int) { (self.language, self.width) = (language, max(40, width)) }

  /// One of the two, by language.
  func words(_ ja: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language == .ja ? ja() : en()
  }

  mutating func blank() { lines.append("") }

  /// Wrapped to the width.
  mutating func paragraph(_ text: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    lines += DisplayWidth.wrap(Self.printable(text), to: width - indent).map { margin + $0 }
  }

  /// Columns as wide as they need to be: the first flush left, those of figures flush right.
  mutating func table(_ rows: [[String]], indent: Int = 2) {
    let count = rows.map(\.count).max() ?? 0
    let rows = rows.map { $0.map(Self.printable) }
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? DisplayWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    for row in rows {
      let cells = row.enumerated().map { column, cell in
        let missing = String(repeating: " ", count: widths[column] - DisplayWidth.columns(cell))
        return column == 0 ? cell + missing : missing + cell
      }
      lines.append(String(repeating: " ", count: indent) + cells.joined(separator: "  "))
    }
  }

  /// Without control characters: a query or an id must not steer a terminal.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}

/// Figures as text.
enum Figure {
  /// So many digits after the point, and never `-0.000`.
  static func fixed(_ value: Double, _ digits: Int = 3, isSigned: Bool = false) -> String {
    // What no measure is, yet a caller may hand in as a bound.
    guard abs(value) < 1e9 else { return "\(value)" }
    var unit = 1
    for _ in 0..<digits { unit *= 10 }
    let scaled = Int((abs(value) * Double(unit)).rounded())
    let part = String(scaled % unit)
    let sign = scaled == 0 ? "" : value < 0 ? "-" : isSigned ? "+" : ""
    return "\(sign)\(scaled / unit)." + String(repeating: "0", count: digits - part.count) + part
  }

  /// 10,000 with its comma.
  static func grouped(_ value: Int) -> String {
    let digits = Array(String(value))
    var out = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i).isMultiple(of: 3) { out += "," }
      out.append(digit)
    }
    return out
  }

  /// A share that resampling can't tell from 0 is given as below its step.
  static func share(_ value: Double, of resamples: Int) -> String {
    value > 0 ? fixed(value, 4) : "<\(fixed(1 / Double(resamples), 4))"
  }
}
