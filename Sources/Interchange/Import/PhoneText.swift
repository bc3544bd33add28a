import JapaneseText

/// Telephone numbers as lists write them (電話番号の表記).
public enum PhoneText {
  /// A number found in a text.
  public struct Number: Sendable, Hashable {
    /// Half-width digits with hyphens where the list divides them.
    public var text: String
    /// A mobile number (090, 080, 070, 060, +81 …): likely somebody's own. 0800 is a free number.
    public var isMobile: Bool
    /// What stands with it: 「相談専用ダイヤル」, 「代表」.
    public var label: String?
    /// 9 digits where the leading zero was lost, or too few digits to be called from elsewhere.
    public var doubt: Doubt?
  }

  public enum Doubt: String, Sendable, Hashable {
    /// The leading zero was missing and was put before it.
    case lostZero
    /// Kept as written: no area code (市外局番), or not a number's length.
    case incomplete
  }

  /// Whether a mobile number stands in it.
  public static func isMobile(_ phone: String) -> Bool {
    mayHoldMobile(phone) && PhoneScan(phone).runs.contains(where: \.isMobile)
  }

  /// The text with ＊ in the place of its mobile numbers, and the numbers.
  public static func withoutMobiles(_ text: String) -> (text: String, numbers: [String]) {
    guard mayHoldMobile(text) else { return (text, []) }
    let scan = PhoneScan(text)
    let found = scan.runs.filter(\.isMobile)
    guard !found.isEmpty else { return (text, []) }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var at = 0
    for run in found {
      out.append(contentsOf: scalars[at..<run.range.lowerBound])
      out.append("＊")
      at = run.range.upperBound
    }
    out.append(contentsOf: scalars[at...])
    return (String(out), found.map(\.text))
  }

  /// The numbers of a cell, in order; empty when it holds none.
  public static func numbers(in cell: String) -> [Number] {
    if let plain = plainNumber(cell) { return [plain] }
    let scan = PhoneScan(cell)
    let runs = scan.runs.filter { $0.digits.count >= 3 }
    guard !runs.isEmpty else { return [] }
    var out: [Number] = []
    var at = 0
    for (i, run) in runs.enumerated() {
      // What stands between two numbers belongs to the one before up to a line or a stroke.
      var between = scan.text(at..<run.range.lowerBound)
      at = run.range.upperBound
      if let last = out.indices.last,
        let cut = between.lastIndex(where: { separators.contains($0) })
      {
        append(label(String(between[..<cut])), to: &out[last])
        between = String(between[between.index(after: cut)...])
      }
      let before = label(between)
      let isExtension = before.map { $0.hasSuffix("内線") } ?? false
      // 「福祉課 内線115」 alone is no number to call from outside.
      if isExtension, out.isEmpty { continue }
      if let last = out.indices.last, isExtension || run.digits.count < 6 {
        // 「内線 123」「839-2811・2812」 belong to the number before them.
        out[last].text += (isExtension ? " 内線" : "・") + run.text
        continue
      }
      let sign = scan.text(run.range).hasPrefix("#") || scan.text(run.range).hasPrefix("＃")
      var number = Number(
        text: (sign ? "#" : "") + run.text, isMobile: run.isMobile, label: before)
      if !sign { settle(&number, run.digits, isAlone: runs.count == 1) }
      if i + 1 == runs.count { append(label(scan.text(at..<scan.count)), to: &number) }
      out.append(number)
    }
    return out
  }

  private static let separators: Set<Character> = [
    "/", "／", "\n", "\r", "\r\n", "、", ",", ";", "；",
  ]

  private static func append(_ label: String?, to number: inout Number) {
    // 「～8」 says that the last digit may be another.
    guard let label, !label.allSatisfy({ "~〜0123456789".contains($0) }) else { return }
    number.label = [number.label, label].compactMap { $0 }.joined(separator: " ")
  }

  /// The usual cell: digits and hyphens, nothing to mend.
  private static func plainNumber(_ cell: String) -> Number? {
    var digits = 0
    for byte in cell.utf8 {
      if byte >= 0x30, byte <= 0x39 { digits += 1 } else if byte != 0x2D { return nil }
    }
    guard digits == 10 || digits == 11, cell.utf8.first == 0x30, cell.utf8.last != 0x2D else {
      return nil
    }
    let isMobile = digits == 11 && PhoneScan.isMobile(Array(cell.utf8))
    return Number(text: cell, isMobile: isMobile)
  }

  /// Puts a lost zero back, or marks what can't be called as it stands.
  private static func settle(_ number: inout Number, _ digits: [UInt8], isAlone: Bool) {
    let isWhole = digits.first == 0x30 && (digits.count == 10 || digits.count == 11)
    let isShort = digits.count == 3 && digits.first == 0x31
    if isWhole || isShort { return }
    let ten = digits.count == 10 && [0x37, 0x38, 0x39].contains(digits[0]) && digits[1] == 0x30
    if digits.first != 0x30, isAlone, ten || digits.count == 9 {
      number.text = "0" + number.text
      number.isMobile = PhoneScan.isMobile(Array(number.text.utf8))
      number.doubt = .lostZero
    } else {
      number.doubt = .incomplete
    }
  }

  /// Words around a number, without the marks that divide them; nil when nothing is left.
  private static func label(_ text: String) -> String? {
    var scalars = Array(Normalizer.nfkc(text).unicodeScalars)[...]
    while let first = scalars.first, joints.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, joints.contains(last) { scalars.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let word = String(view)
    return word.isEmpty || names.contains(word.lowercased()) ? nil : RowCells.oneLine(word)
  }

  private static let joints: Set<Unicode.Scalar> = Set(
    " \t\r\n\u{3000}()[]（）【】「」、,。.;:/・-|〔〕<>＊*☎☏℡=\"'".unicodeScalars)
  private static let names: Set<String> = [
    "tel", "電話", "電話番号", "phone", "t", "または", "又は", "直通", "代", "代表",
    "tel:", "℡",
  ]

  /// Whether there can be one: a quick look at the bytes for ten digits with nothing but what may
  /// stand inside a number between them.
  private static func mayHoldMobile(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var digits = 0
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        switch byte {
        case 0x30...0x39: digits += 1
        case 0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E: break
        case 0..<0x80: digits = 0
        case 0xE2, 0xE3, 0xEF:
          guard at + 2 < bytes.count else { return digits >= 9 }
          switch (byte, bytes[at + 1], bytes[at + 2]) {
          case (0xEF, 0xBC, 0x90...0x99): digits += 1
          // （）＋－, hyphens and dashes, ー, the wide blank.
          case (0xEF, 0xBC, 0x88...0x8E), (0xE3, 0x83, 0xBB), (0xEF, 0xBD, 0xA5),
            (0xEF, 0xBD, 0xB0), (0xE2, 0x80, 0x90...0x95),
            (0xE2, 0x88, 0x92), (0xE3, 0x83, 0xBC), (0xE3, 0x80, 0x80):
            break
          default: digits = 0
          }
          at += 2
        case 0xC2: at += 1
        default: digits = 0
        }
        if digits >= 9 { return true }
        at += 1
      }
      return false
    }
  }
}
