import JapaneseText

/// Telephone numbers as lists write them.
public enum PhoneText {
  /// Whether a mobile number (090, 080, 070, 060, +81 …) stands in it: likely somebody's own.
  public static func isMobile(_ phone: String) -> Bool { !mobiles(in: phone).isEmpty }

  /// The text without its mobile numbers, and the numbers.
  public static func withoutMobiles(_ text: String) -> (text: String, numbers: [String]) {
    let found = mobiles(in: text)
    guard !found.isEmpty else { return (text, []) }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var numbers: [String] = []
    var at = 0
    for range in found {
      out.append(contentsOf: scalars[at..<range.lowerBound])
      out.append(contentsOf: "＊".unicodeScalars)
      var number = String.UnicodeScalarView()
      number.append(contentsOf: scalars[range])
      numbers.append(Normalizer.nfkc(String(number)))
      at = range.upperBound
    }
    out.append(contentsOf: scalars[at...])
    return (String(out), numbers)
  }

  private static let prefixes: [[UInt32]] = ["090", "080", "070", "060"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Where mobile numbers stand, in unicode scalars of the text: eleven digits that begin with a
  /// mobile prefix, or +81 and the same without the zero, with dashes, blanks or brackets between.
  private static func mobiles(in text: String) -> [Range<Int>] {
    let scalars = text.unicodeScalars.map { plain($0) }
    var out: [Range<Int>] = []
    var at = 0
    while at < scalars.count {
      guard isDigit(scalars[at]) || scalars[at] == 0x2B else {
        at += 1
        continue
      }
      var digits: [UInt32] = []
      var end = at
      var last = at
      while end < scalars.count, !isWhole(digits) {
        let c = scalars[end]
        if isDigit(c) || (c == 0x2B && digits.isEmpty) {
          digits.append(c)
          last = end + 1
        } else if !isJoint(c) {
          break
        }
        end += 1
      }
      if digits.starts(with: [0x2B, 0x38, 0x31]) { digits = [0x30] + digits.dropFirst(3) }
      if digits.count == 11, prefixes.contains(where: { digits.starts(with: $0) }) {
        out.append(at..<last)
      }
      at = max(last, at + 1)
    }
    return out
  }

  /// Whether a number is complete, so that what follows begins another: ten digits, eleven of a
  /// mobile number, and the same with +81 in place of the zero.
  private static func isWhole(_ digits: [UInt32]) -> Bool {
    let isAbroad = digits.starts(with: [0x2B, 0x38, 0x31])
    let own = isAbroad ? [0x30] + digits.dropFirst(3) : digits
    guard own.first == 0x30, own.count > 3 else { return own.count >= 16 }
    return own.count >= (prefixes.contains { own.starts(with: $0) } ? 11 : 10)
  }

  /// Full-width digits, plus sign and dashes as plain ones.
  private static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF0B, 0xFF08, 0xFF09: scalar.value - 0xFEE0
    case 0xFF0D, 0x2010...0x2015, 0x2212, 0x30FC: 0x2D
    default: scalar.value
    }
  }

  private static func isDigit(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x39 }
  private static func isJoint(_ c: UInt32) -> Bool {
    c == 0x2D || c == 0x20 || c == 0x28 || c == 0x29
  }
}
