/// 全国地方公共団体コード: five digits and a check digit (総務省「全国地方公共団体コード仕様」).
enum LocalGovernmentCode {
  /// The six digits as a number. A code of five digits gets its check digit, one that a spreadsheet
  /// took the zero of keeps its meaning; nil for anything else.
  static func read(_ text: String) -> Int? {
    guard (4...6).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(text)
    else { return nil }
    if text.utf8.count == 6 || number >= 10_000, isWhole(number) { return number }
    guard text.utf8.count < 6, number < 48_000 else { return nil }
    return number * 10 + checkDigit(number)
  }

  private static func isWhole(_ number: Int) -> Bool {
    (10_000..<480_000).contains(number) && checkDigit(number / 10) == number % 10
  }

  /// The five digits times 6, 5, 4, 3, 2; the last digit of 11 less the remainder by 11.
  private static func checkDigit(_ five: Int) -> Int {
    var rest = five
    var sum = 0
    for weight in 2...6 {
      sum += rest % 10 * weight
      rest /= 10
    }
    return (11 - sum % 11) % 10
  }
}
