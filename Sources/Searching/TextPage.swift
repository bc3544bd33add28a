import Diagnostics
import JapaneseText

/// Text for a terminal or a printer of a certain width, where full-width characters count two.
public struct TextPage {
  public let language: Language
  /// Terminal columns.
  public let width: Int
  /// Read by somebody at a command line; other readers are told of members instead of options.
  public let isTyped: Bool
  public private(set) var text = ""

  public init(language: Language, width: Int, isTyped: Bool = true) {
    self.language = language
    self.isTyped = isTyped
    self.width = max(40, min(width, 120))
  }

  public mutating func line(_ content: String = "", indent: Int = 0) {
    let content = Self.printable(content)
    text += content.isEmpty ? "\n" : String(repeating: " ", count: indent) + content + "\n"
  }

  /// Without control characters: what a list holds must not steer a terminal.
  private static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isControl(scalar) {
        out.append(scalar)
      } else if scalar == "\t" || scalar == "\n" || scalar == "\r" {
        out.append(" ")
      }
    }
    return String(out)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// Wrapped to the width.
  public mutating func paragraph(_ content: String, indent: Int = 0) {
    for piece in DisplayWidth.wrap(content, to: width - indent) { line(piece, indent: indent) }
  }

  /// `label  value`, the value wrapped beside its label.
  public mutating func fact(_ label: String, _ value: String, indent: Int = 4, labelWidth: Int = 10)
  {
    let lines = DisplayWidth.wrap(value, to: width - indent - labelWidth)
    for (i, piece) in lines.enumerated() {
      let head =
        i == 0 ? DisplayWidth.pad(label, to: labelWidth) : String(repeating: " ", count: labelWidth)
      line(head + piece, indent: indent)
    }
  }

  /// Left text and right text on one line; the left one is cut when they don't fit.
  public mutating func split(_ left: String, _ right: String) {
    let room = width - DisplayWidth.columns(right) - 2
    if room < 20 || right.isEmpty {
      paragraph(left)
      return
    }
    line(DisplayWidth.pad(DisplayWidth.truncate(left, to: room), to: room) + "  " + right)
  }

  /// A table whose columns are as wide as they need to be, the last one wrapped.
  public mutating func table(_ rows: [[String]], indent: Int = 0) {
    guard let count = rows.map(\.count).max(), count > 0 else { return }
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? DisplayWidth.columns($0[column]) : 0 }.max() ?? 0
    }
    for row in rows {
      var out = ""
      var used = indent
      for (column, cell) in row.enumerated() where column < row.count - 1 {
        out += DisplayWidth.pad(cell, to: widths[column]) + "  "
        used += widths[column] + 2
      }
      let last = DisplayWidth.wrap(row.last ?? "", to: max(20, width - used))
      line(out + (last.first ?? ""), indent: indent)
      for piece in last.dropFirst() { line(piece, indent: used) }
    }
  }
}
