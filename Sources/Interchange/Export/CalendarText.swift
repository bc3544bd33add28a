/// Content lines of iCalendar (RFC 5545, 3.1).
enum CalendarText {
  /// Octets of a line without its end.
  static let longest = 75

  /// One property, folded where it is long, never within a character.
  static func line(_ name: String, _ value: String) -> String {
    var out = ""
    var room = longest
    for scalar in (name + ":" + value).unicodeScalars {
      let width = UTF8.width(scalar)
      if width > room {
        out += "\r\n "
        room = longest - 1
      }
      out.unicodeScalars.append(scalar)
      room -= width
    }
    return out + "\r\n"
  }

  /// A text value (3.3.11): without control characters, its marks escaped.
  static func escaped(_ text: String) -> String {
    var out = ""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\\", ";", ",": out += "\\" + String(scalar)
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": out += "\\n"
      case "\t": out += " "
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A URI has no character that ends it; nil for what is none of the web.
  static func link(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    return text
  }
}
