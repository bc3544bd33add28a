/// Three short numbers with the year in front or last: 5/16/2020, 8/15/17, 17/8/15.
struct ShortDate {
  private var parts: (first: Int, second: Int, third: Int)
  private var hasWholeYear: Bool
  private var isSlashed: Bool
  private var canBeYearFirst: Bool

  /// Two-digit years only stand between slashes: 29.7.1 and 17-8-15 may be 平成 or a house number.
  init?(_ first: Int, _ digits: Int, _ cursor: inout TextCursor) {
    guard let mark = cursor.dateMark(), let second = cursor.dateNumber(false),
      cursor.dateMark() == mark, let (third, length) = cursor.number(),
      cursor.dateTail() == 0
    else { return nil }
    parts = (first, second, third)
    isSlashed = mark == "/"
    hasWholeYear = length == 4
    canBeYearFirst = digits == 2 && length <= 2 && second <= 12 && (1...31).contains(third)
    guard hasWholeYear || (isSlashed && (length == 2 || canBeYearFirst)) else { return nil }
  }

  /// What the numbers themselves leave open to no doubt.
  var proof: JapaneseDate.Order? {
    if parts.second > 12 { return .monthFirst }
    guard parts.first > 12 else { return nil }
    return canBeYearFirst ? .yearFirst : .dayFirst
  }

  func reading(_ wanted: JapaneseDate.Order?) -> JapaneseDate.Reading? {
    let usual: JapaneseDate.Order? = hasWholeYear && isSlashed ? .monthFirst : nil
    switch (wanted == .yearFirst && hasWholeYear ? nil : wanted) ?? proof ?? usual {
    case .monthFirst: return Self.made(wholeYear, parts.first, parts.second)
    case .dayFirst: return Self.made(wholeYear, parts.second, parts.first)
    case .yearFirst:
      return canBeYearFirst ? Self.made(Self.year(parts.first), parts.second, parts.third) : nil
    case nil: return nil
    }
  }

  private var wholeYear: Int? { hasWholeYear ? parts.third : Self.year(parts.third) }

  /// 1950 to 2029; Excel and people differ on 30 to 49.
  private static func year(_ short: Int) -> Int? {
    short < 30 ? 2000 + short : (50...99).contains(short) ? 1900 + short : nil
  }

  private static func made(_ year: Int?, _ month: Int, _ day: Int) -> JapaneseDate.Reading? {
    year.flatMap { JapaneseDate.Reading($0, month, day) }
  }
}
