/// Runs of digits in a text that may be telephone numbers.
struct PhoneScan {
  struct Run {
    /// In unicode scalars of the text.
    var range: Range<Int>
    /// ASCII digits; +81 is written as the 0 it stands for.
    var digits: [UInt8]
    /// With a hyphen where the text divides the digits.
    var text: String
    var isMobile: Bool
  }

  private let scalars: [Unicode.Scalar]
  private(set) var runs: [Run] = []

  var count: Int { scalars.count }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var at = 0
    while at < scalars.count {
      let c = Self.plain(scalars[at])
      guard Self.isDigit(c) || c == 0x2B else {
        at += 1
        continue
      }
      at = take(from: at)
    }
  }

  /// Reads one number from `start` and returns where the next may begin.
  private mutating func take(from start: Int) -> Int {
    var digits: [UInt8] = []
    var groups: [UInt8] = []
    var pendingHyphen = false
    var end = start
    var last = start
    var isAbroad = false
    var afterBlank = false
    while end < scalars.count, !Self.isWhole(digits) {
      let c = Self.plain(scalars[end])
      if c == 0x2B, digits.isEmpty, !isAbroad {
        isAbroad = true
      } else if Self.isDigit(c) {
        // Behind a number that is none of a telephone, a blank and a zero begin the next.
        if afterBlank, c == 0x30, digits.first != 0x30, !isAbroad { break }
        afterBlank = false
        if pendingHyphen, !groups.isEmpty { groups.append(0x2D) }
        pendingHyphen = false
        digits.append(UInt8(c))
        groups.append(UInt8(c))
        last = end + 1
        if isAbroad, digits == [0x38, 0x31] {
          (digits, groups, isAbroad, pendingHyphen) = ([0x30], [0x30], false, false)
          // The zero stands for +81, and the dash behind that divides nothing.
          while end + 1 < scalars.count, Self.isJoint(Self.plain(scalars[end + 1])) { end += 1 }
        }
      } else if Self.isJoint(c) || Self.isDot(c) && digits.first == 0x30 {
        pendingHyphen = true
        afterBlank = c == 0x20 || c == 0x28
      } else {
        break
      }
      end += 1
    }
    guard !digits.isEmpty else { return start + 1 }
    runs.append(
      Run(
        range: opened(start, last)..<last, digits: digits,
        text: String(decoding: groups, as: UTF8.self),
        isMobile: digits.count >= 9 && Self.isMobile(groups)))
    return max(last, start + 1)
  }

  /// The bracket before an area code belongs to the number when it closes inside it; # to a short
  /// number.
  private func opened(_ start: Int, _ end: Int) -> Int {
    guard start > 0 else { return start }
    let before = Self.plain(scalars[start - 1])
    let closes = scalars[start..<end].contains { Self.plain($0) == 0x29 }
    return before == 0x28 && closes || before == 0x23 ? start - 1 : start
  }

  private static let prefixes: [[UInt8]] = ["090", "080", "070", "060"].map { Array($0.utf8) }

  /// Whether digits and hyphens are a mobile number's: 080 is one, and 0800 a free number, unless
  /// the hyphen stands behind the 080 (総務省 電気通信番号計画). No area code begins so, and one with
  /// a digit too few is somebody's all the same.
  static func isMobile(_ number: [UInt8]) -> Bool {
    guard prefixes.contains(where: number.starts(with:)) else { return false }
    return !number.starts(with: "0800".utf8)
  }

  /// Whether a number is complete, so that what follows begins another: ten digits, eleven of a
  /// mobile, free or internet number.
  private static func isWhole(_ digits: [UInt8]) -> Bool {
    guard digits.first == 0x30, digits.count > 3 else { return digits.count >= 16 }
    let isLong = prefixes.contains { digits.starts(with: $0) } || digits.starts(with: "050".utf8)
    return digits.count >= (isLong ? 11 : 10)
  }

  /// Full-width digits, plus sign, brackets and dashes as plain ones.
  private static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF0B, 0xFF08, 0xFF09: scalar.value - 0xFEE0
    case 0xFF0D, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF70: 0x2D
    case 0x3000, 0xA0: 0x20
    case 0xFF03: 0x23
    default: scalar.value
    }
  }

  private static func isDigit(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x39 }

  /// 090.1234.5678, ０９０・１２３４・５６７８.
  private static func isDot(_ c: UInt32) -> Bool {
    c == 0x2E || c == 0x30FB || c == 0xFF65 || c == 0xFF0E
  }

  private static func isJoint(_ c: UInt32) -> Bool {
    c == 0x2D || c == 0x20 || c == 0x28 || c == 0x29
  }
}
