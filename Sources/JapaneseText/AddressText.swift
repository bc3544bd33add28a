/// Mends the way an address is typed (住所), without judging what it names.
public enum AddressText {
  /// One line with single blanks, ASCII digits, `-` between digits, and the kanji that was meant
  /// before 丁目: `番町ニ丁目１４番２号` → `番町二丁目14番2号`. イロハ番地 (ト17, ハ部99-5) stay.
  public static func clean(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ mayNeedCleaning($0) }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    func put(_ scalar: Unicode.Scalar) {
      out.append(scalar)
      last = scalar
    }
    var i = 0
    while i < scalars.count {
      let scalar = scalars[i]
      if isBlank(scalar) {
        let start = i
        while i < scalars.count, isBlank(scalars[i]) { i += 1 }
        guard last != nil, i < scalars.count else { continue }
        // A single wide blank parts a building from its address; that is kept.
        put(i - start == 1 && scalar == "\u{3000}" ? scalar : " ")
        continue
      }
      let next = i + 1 < scalars.count ? scalars[i + 1] : nil
      if let digit = digit(scalar) {
        put(digit)
      } else if isDash(scalar), let last, digit(last) != nil, next.flatMap(digit) != nil {
        put("-")
      } else if next == "丁", i + 2 < scalars.count, scalars[i + 2] == "目" {
        put(numeral(scalar, after: last))
      } else {
        put(scalar)
      }
      i += 1
    }
    return String(out)
  }

  /// A postal code (郵便番号) at the start, as `761-8012`, and what follows it. Without 〒 it must be
  /// the whole text, or stand before a blank or a kanji that does not make it a lot number.
  public static func postalCode(_ text: String) -> (code: String?, rest: String) {
    let scalars = text.unicodeScalars
    var rest = scalars.drop(while: isBlank)
    let isMarked = rest.first == "〒"
    if isMarked { rest = rest.dropFirst().drop(while: isBlank) }
    guard let lead = rest.first, digit(lead) != nil else { return (nil, text) }
    var code = ""
    var hasDash = false
    while code.utf8.count < 8, let scalar = rest.first {
      if let digit = digit(scalar) {
        if code.utf8.count == 3 { code += "-" }
        code.unicodeScalars.append(digit)
      } else if isDash(scalar), code.utf8.count == 3, !hasDash {
        hasDash = true
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard code.utf8.count == 8, hasDash || isMarked, !code.hasPrefix("000"),
      rest.first.map({ isBoundary($0, isMarked: isMarked) }) ?? true
    else { return (nil, text) }
    return (code, String(rest.drop(while: isBlank)))
  }

  private static func isBoundary(_ scalar: Unicode.Scalar, isMarked: Bool) -> Bool {
    if isBlank(scalar) { return true }
    if digit(scalar) != nil || isDash(scalar) { return false }
    if isMarked { return true }
    return isKanji(scalar) && !["番", "号", "地", "丁", "内", "外"].contains(scalar)
  }

  /// Katakana and the long-vowel mark where a numeral must stand: ニ丁目, 十ハ丁目, 番町ー丁目.
  private static func numeral(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar?
  ) -> Unicode.Scalar {
    let followsKanji = last.map(isKanji) ?? false
    switch scalar {
    case "ニ": return "二"
    case "ハ" where followsKanji: return "八"
    case "ー" where followsKanji: return "一"
    default: return scalar
    }
  }

  /// The ASCII digit of one in either width.
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39: scalar
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFEE0)
    default: nil
    }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "－", "‐", "‑", "‒", "–", "—", "―", "−", "ー", "ｰ", "─": true
    default: false
    }
  }

  private static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || scalar == "々"
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{3000}", "\u{A0}": true
    default: false
    }
  }

  /// False for text that `clean` is sure to leave as it is; true for some of that, too.
  private static func mayNeedCleaning(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first == 0x20 || last == 0x20 { return true }
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 0..<0x20: return true
      // No-break blanks, dashes, full-width forms.
      case 0xC2, 0xE2, 0xEF: return true
      case 0x20 where i + 1 < bytes.count && bytes[i + 1] == 0x20: return true
      case 0xE3 where i + 2 < bytes.count:
        // Wide blanks, ニ, ハ and ー.
        if bytes[i + 1] == 0x80, bytes[i + 2] == 0x80 { return true }
        if bytes[i + 1] == 0x83, [0x8B, 0x8F, 0xBC].contains(bytes[i + 2]) { return true }
      default: continue
      }
    }
    return false
  }
}
