/// How the characters of a file are written as bytes.
public enum TextEncoding: String, Sendable {
  /// UTF-8 without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-8 with a byte order mark, as Excel writes it.
  case utf8BOM = "UTF-8 BOM"
  /// Microsoft code page 932, the Shift_JIS of Windows.
  case cp932 = "CP932"
  /// UTF-16, low byte first; what Excel calls "Unicode text".
  case utf16LE = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BE = "UTF-16BE"
}

extension TextEncoding {
  /// The name to give iconv, or nil when the text is UTF-8 already.
  ///
  /// "SHIFT_JIS" must not be used for Japanese files: it maps 0x8160 to U+301C and 0x5C to the yen
  /// sign, and has none of the NEC and IBM characters (①, ㈱, 髙).
  var converterName: String? {
    switch self {
    case .utf8, .utf8BOM: nil
    case .cp932: "CP932"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    }
  }
}
