/// How many terminal columns text takes: East Asian wide and full-width characters take two
/// (UAX #11; ambiguous ones are taken as narrow, as terminals do by default).
public enum DisplayWidth {
  public static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  @inline(__always)
  public static func columns(_ scalar: Unicode.Scalar) -> Int {
    let c = scalar.value
    if c < 0x300 { return c < 0x20 || (c >= 0x7F && c < 0xA0) ? 0 : 1 }
    if c >= 0x3041 && c <= 0x33FF { return c == 0x3099 || c == 0x309A ? 0 : 2 }
    if c >= 0x4E00 && c <= 0x9FFF { return 2 }
    return rare(c, scalar)
  }

  private static func rare(_ c: UInt32, _ scalar: Unicode.Scalar) -> Int {
    switch c {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3400...0x4DBF, 0xA000...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    case 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: return 0
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
  }

  /// Cut to at most `columns`, with `…` in place of what is lost.
  public static func truncate(_ text: String, to limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var out = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let width = columns(scalar)
      if used + width > limit - 1 { break }
      out.append(scalar)
      used += width
    }
    return limit > 0 ? String(out) + "…" : ""
  }

  /// Padded with blanks to `columns`; longer text stays as it is.
  public static func pad(_ text: String, to limit: Int) -> String {
    let missing = limit - columns(text)
    return missing > 0 ? text + String(repeating: " ", count: missing) : text
  }

  /// Lines of at most `limit` columns. Breaks between wide characters and at blanks, never before
  /// closing marks (kinsoku, JIS X 4051), and inside a narrow word only when it fills a line.
  public static func wrap(_ text: String, to limit: Int) -> [String] {
    let limit = max(2, limit)
    // Most texts are one line that fits.
    if !text.utf8.contains(0x0A) { return wrapLine(ScalarText.scalars(of: text), to: limit) }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapLine(Array($0.unicodeScalars), to: limit) }
  }

  private static func wrapLine(_ scalars: [Unicode.Scalar], to limit: Int) -> [String] {
    var lines: [String] = []
    var start = 0
    var used = 0
    var lastBreak = 0
    var i = 0
    func string(_ start: Int, _ end: Int) -> String {
      var end = end
      while end > start, scalars[end - 1] == " " { end -= 1 }
      return ScalarText.string(scalars, from: start, to: end)
    }
    while i < scalars.count {
      let width = columns(scalars[i])
      // A blank ends the line before it; a mark stays with its letter.
      if i > start, width > 0, scalars[i] != " ", !isKeptWithLast(scalars[i]),
        width == 2 || columns(scalars[i - 1]) == 2 || scalars[i - 1] == " "
      {
        lastBreak = i
      }
      while width > 0, used + width > limit, i > start, scalars[i] != " " {
        let end = lastBreak > start ? lastBreak : i
        lines.append(string(start, end))
        (start, lastBreak) = (end, end)
        used = 0
        for at in end..<i { used += columns(scalars[at]) }
      }
      used += width
      i += 1
    }
    lines.append(string(start, scalars.count))
    return lines
  }

  /// Whether no line begins with it. A switch, not a set: it is there without being built.
  private static func isKeptWithLast(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "。", "，", "．", "）", "」", "』", "】", "〕", "！", "？", "ー", "・", "：", "；", ",", ".", ")",
      "!",
      "?", "…":
      true
    default: false
    }
  }
}
