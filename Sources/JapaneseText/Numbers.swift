/// Numbers as Japanese lists write them (数).
public enum JapaneseNumber {
  /// `１,５００` → 1500, ` 70 ` → 70, `34.3` → 34.3; nil for anything that is not just a number, and
  /// for two of them (`500 200`).
  public static func plain(_ text: String) -> Double? {
    var text = text
    if let value = text.withUTF8({ exact($0) }) { return value }
    return normalized(text)
  }

  /// Plain ASCII digits that a Double holds exactly; nil leaves the text to `normalized`.
  private static func exact(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var (mantissa, digits, decimals) = (0, 0, 0)
    var (isNegative, hasSign, hasPoint, hasEnded) = (false, false, false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if hasEnded { return nil }
        mantissa = mantissa * 10 + Int(byte - 48)
        digits += 1
        if hasPoint { decimals += 1 }
        guard digits <= 15 else { return nil }
      case UInt8(ascii: ","): continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"): hasEnded = digits > 0
      case UInt8(ascii: "-") where digits == 0 && !hasSign && !hasPoint:
        (isNegative, hasSign) = (true, true)
      case UInt8(ascii: ".") where digits > 0 && !hasPoint: hasPoint = true
      default: return nil
      }
    }
    guard digits > 0, !hasPoint || decimals > 0 else { return nil }
    // Both numbers are exact, so their quotient is the double nearest to what is written.
    let value = hasPoint ? Double(mantissa) / powersOfTen(decimals) : Double(mantissa)
    return isNegative ? -value : value
  }

  private static func powersOfTen(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  /// The general way, for every script's digits; what `plain` does without its fast path.
  static func normalized(_ text: String) -> Double? {
    var digits = ""
    var hasEnded = false
    for c in Normalizer.nfkc(text).unicodeScalars {
      switch c {
      case "0"..."9", ".", "-", "+":
        if hasEnded { return nil }
        digits.unicodeScalars.append(c)
      case "−", "－": digits.append("-")
      case ",", "、": continue
      case " ", "\t": hasEnded = digits.contains { $0.isNumber }
      default: return nil
      }
    }
    guard let value = Double(digits), value.isFinite else { return nil }
    return value
  }

  /// The first whole number in the text: 「15人」→ 15, 「定員２０名」→ 20.
  public static func first(in text: String) -> Int? {
    var value: Int?
    for c in Normalizer.nfkc(text).unicodeScalars {
      if c >= "0" && c <= "9" {
        guard (value ?? 0) < 100_000_000 else { return nil }
        value = (value ?? 0) * 10 + Int(c.value - 48)
      } else if value != nil, c != "," {
        break
      }
    }
    return value
  }
}
