import JapaneseText

/// 全国地方公共団体コード: five digits of JIS X 0401 and 0402 and a check digit (検査数字).
public enum MunicipalityCode {
  /// The sixth digit: weights 6, 5, 4, 3, 2 on the five digits, the last digit of 11 less the sum
  /// modulo 11 (総務省「全国地方公共団体コード仕様」). Nil unless these are five digits.
  public static func checkDigit(ofFive digits: some StringProtocol) -> Int? {
    guard digits.utf8.count == 5, let number = number(digits) else { return nil }
    return checkDigit(ofFive: number)
  }

  /// The code of a prefecture from its first two digits; nil unless these are two digits.
  public static func prefecture(_ twoDigits: some StringProtocol) -> String? {
    guard twoDigits.utf8.count == 2 else { return nil }
    let five = twoDigits + "000"
    return checkDigit(ofFive: five).map { five + String($0) }
  }

  /// Whether these are six ASCII digits, the last of them the right one.
  public static func isValid(_ sixDigits: some StringProtocol) -> Bool {
    valid(sixDigits) != nil
  }

  /// The number of a right code.
  static func valid(_ sixDigits: some StringProtocol) -> Int? {
    guard sixDigits.utf8.count == 6, let number = number(sixDigits) else { return nil }
    return isValid(number) ? number : nil
  }

  static func checkDigit(ofFive number: Int) -> Int {
    var rest = number
    var sum = 0
    for weight in 2...6 {
      sum += rest % 10 * weight
      rest /= 10
    }
    return (11 - sum % 11) % 10
  }

  static func isValid(_ number: Int) -> Bool {
    checkDigit(ofFive: number / 10) == number % 10
  }

  /// One way to read what stands in a cell.
  struct Candidate {
    var number: Int
    var how: Resolution.How
  }

  /// What the cell of a table may mean: full-width digits, blanks, an apostrophe in front and `.0`
  /// behind are passed over, a lost zero and a missing check digit are added. At most two.
  static func candidates(_ cell: String) -> [Candidate] {
    let digits = digits(in: cell)
    guard let number = number(digits) else { return [] }
    switch digits.count {
    case 6: return valid(number, .exact)
    case 5: return [completed(number, .checkDigitAdded)] + valid(number, .leadingZero)
    case 4: return [completed(number, .leadingZero)]
    default: return []
    }
  }

  private static func valid(_ number: Int, _ how: Resolution.How) -> [Candidate] {
    isValid(number) ? [Candidate(number: number, how: how)] : []
  }

  private static func completed(_ five: Int, _ how: Resolution.How) -> Candidate {
    Candidate(number: five * 10 + checkDigit(ofFive: five), how: how)
  }

  private static func digits(in cell: String) -> Substring {
    var text = Normalizer.nfkc(cell).filter { !$0.isWhitespace }[...]
    if let first = text.first, first == "'" || first == "\u{2019}" { text = text.dropFirst() }
    guard let dot = text.lastIndex(of: ".") else { return text }
    let isZero = text[dot...].dropFirst().allSatisfy { $0 == "0" }
    return isZero ? text[..<dot] : text
  }

  /// The value of up to six ASCII digits.
  static func number(_ digits: some StringProtocol) -> Int? {
    guard (1...6).contains(digits.utf8.count) else { return nil }
    var value = 0
    for byte in digits.utf8 {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

/// What code and name of a row say together.
public enum Resolution: Sendable, Hashable {
  case found(Municipality, from: How)
  /// The code means one municipality, the name another.
  case conflict(code: Municipality, name: Municipality)
  /// Neither decides.
  case unknown

  /// What led to a municipality.
  public enum How: Sendable, Hashable {
    /// Six digits as they should be.
    case exact
    /// Five digits: the code without its check digit.
    case checkDigitAdded
    /// A spreadsheet took the zero in front, and the check digit may be missing too.
    case leadingZero
    /// The name alone.
    case byName
  }
}
