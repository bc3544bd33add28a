/// Numbers as Japanese lists write them (数).
public enum JapaneseNumber {
  /// `１,５００` → 1500, ` 70 ` → 70, `34.3` → 34.3; nil for anything that is not just a number.
  public static func plain(_ text: String) -> Double? {
    var text = text
    if let value = text.withUTF8({ exact($0) }) { return value }
    return normalized(text)
  }

  /// Plain ASCII digits that a Double holds exactly; nil leaves the text to `normalized`.
  private static func exact(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var (mantissa, digits, decimals) = (0, 0, 0)
    var (isNegative, hasSign, hasPoint) = (false, false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        mantissa = mantissa * 10 + Int(byte - 48)
        digits += 1
        if hasPoint { decimals += 1 }
        guard digits <= 15 else { return nil }
      case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\t"): continue
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
    for c in Normalizer.nfkc(text).unicodeScalars {
      switch c {
      case "0"..."9", ".", "-", "+": digits.unicodeScalars.append(c)
      case "−", "－": digits.append("-")
      case ",", " ", "、", "\t": continue
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

/// A place in a short text under NFKC, as UTF-8; it moves over what it takes. ASCII is read where
/// it stands, and full-width forms (全角) and kanji on the stack: nothing is allocated for them.
struct TextCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  /// Nil, too, for a text of more than `limit` bytes: no value is that long.
  static func read<R>(
    _ text: String, limit: Int, _ body: (inout TextCursor) -> R?
  ) -> R? {
    var text = text
    return text.withUTF8 { bytes -> R? in
      guard bytes.count <= limit else { return nil }
      if bytes.allSatisfy({ $0 < 0x80 }) {
        var cursor = TextCursor(bytes: bytes)
        return body(&cursor)
      }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { room in
        if let count = narrow(bytes, into: room) {
          var cursor = TextCursor(bytes: UnsafeBufferPointer(rebasing: room[..<count]))
          return body(&cursor)
        }
        var normal = Normalizer.nfkc(String(decoding: bytes, as: UTF8.self))
        return normal.withUTF8 {
          var cursor = TextCursor(bytes: $0)
          return body(&cursor)
        }
      }
    }
  }

  /// NFKC of text that needs no table; nil when one is needed.
  private static func narrow(
    _ bytes: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var (at, count) = (0, 0)
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        room[count] = lead
        (at, count) = (at + 1, count + 1)
        continue
      }
      guard lead >= 0xE3, lead <= 0xEF, at + 2 < bytes.count else { return nil }
      let c = UInt32(lead & 15) << 12 | UInt32(bytes[at + 1] & 63) << 6 | UInt32(bytes[at + 2] & 63)
      if Normalizer.isInert(c) {
        for offset in 0...2 { room[count + offset] = bytes[at + offset] }
        count += 3
      } else if c == 0x3000 || (c >= 0xFF01 && c <= 0xFF5E) {
        room[count] = c == 0x3000 ? 0x20 : UInt8(truncatingIfNeeded: c - 0xFEE0)
        count += 1
      } else {
        return nil
      }
      at += 3
    }
    return count
  }

  var isAtEnd: Bool { at >= bytes.count }

  /// The byte here; 0 at the end.
  var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  mutating func skipBlanks() {
    while next == 0x20 || next == 0x0A || next == 0x09 || next == 0x0D { at += 1 }
  }

  @inline(__always)
  mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[at + offset] != word.utf8Start[offset] { return false }
    at += length
    return true
  }

  /// The first word of the list that stands here; the list has longer words first.
  mutating func take(anyOf words: [StaticString]) -> Bool {
    for word in words where take(word) { return true }
    return false
  }

  /// ASCII digits, at most nine.
  mutating func number() -> (value: Int, digits: Int)? {
    var (value, digits) = (0, 0)
    while (48...57).contains(next) {
      value = value * 10 + Int(next - 48)
      (at, digits) = (at + 1, digits + 1)
      guard digits <= 9 else { return nil }
    }
    return digits > 0 ? (value, digits) : nil
  }

  /// A number of so many ASCII digits, or of kanji that stand for them.
  mutating func number(digits: ClosedRange<Int>, withKanji: Bool = false) -> Int? {
    guard let number = withKanji ? anyNumber() : number() else { return nil }
    return digits.contains(number.digits) ? number.value : nil
  }

  /// Digits, or kanji numerals (漢数字) below 10,000: 二十一, 二〇二〇.
  mutating func anyNumber() -> (value: Int, digits: Int)? {
    if let number = number() { return number }
    let start = at
    var (total, ones, digits, lastUnit) = (0, 0, 0, 10_000)
    while let (value, isUnit) = kanjiDigit() {
      at += 3
      if isUnit {
        guard value < lastUnit, ones < 10, digits < 2 else { return nil }
        total += (digits == 0 ? 1 : ones) * value
        (ones, digits, lastUnit) = (0, 0, value)
      } else {
        (ones, digits) = (ones * 10 + value, digits + 1)
        guard digits <= (lastUnit == 10_000 ? 4 : 1) else { return nil }
      }
    }
    guard at > start else { return nil }
    let value = total + ones
    return (value, value > 999 ? 4 : value > 99 ? 3 : max(digits, value > 9 ? 2 : 1))
  }

  private func kanjiDigit() -> (value: Int, isUnit: Bool)? {
    guard next >= 0xE3, next < 0xF0, at + 2 < bytes.count else { return nil }
    let c = UInt32(next & 15) << 12 | UInt32(bytes[at + 1] & 63) << 6 | UInt32(bytes[at + 2] & 63)
    switch Unicode.Scalar(c) {
    case "〇": return (0, false)
    case "一": return (1, false)
    case "二": return (2, false)
    case "三": return (3, false)
    case "四": return (4, false)
    case "五": return (5, false)
    case "六": return (6, false)
    case "七": return (7, false)
    case "八": return (8, false)
    case "九": return (9, false)
    case "十": return (10, true)
    case "百": return (100, true)
    case "千": return (1000, true)
    default: return nil
    }
  }
}
