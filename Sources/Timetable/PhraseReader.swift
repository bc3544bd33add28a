import JapaneseText
import Model

/// Reads the plain weekly and monthly phrases of schedule cells (毎週火曜 13:30～15:30, 第2・4水曜日
/// 10時～12時, 月火水木金 09:00～17:00). Whatever else a phrase says is left over, and then the
/// reading is not complete and nothing is computed from it.
public struct PhraseReader {
  private var text: [UInt32]
  private var at = 0
  private var rules: [Recurrence] = []
  private var days: [Weekday] = []
  private var weeks: [Int] = []
  private var hours: [TimeRange] = []
  private var exceptHolidays = false
  /// 平日 means the working days of a week, so not its public holidays.
  private var workingDays = false
  private var monthly = false
  private var leftover: [UInt32] = []

  public static func read(_ phrase: String) -> ScheduleReading {
    var reader = PhraseReader(phrase)
    return reader.run()
  }

  private init(_ phrase: String) {
    text = FoldedText(phrase).scalars.map { $0 == 0x301C || $0 == 0x7E ? 0x7E : $0 }
  }

  private mutating func run() -> ScheduleReading {
    while at < text.count {
      if skipHarmless() || readDays() || readWeeks() || readTimes() { continue }
      leftover.append(text[at])
      at += 1
    }
    close()
    let left = string(leftover[...])
    return ScheduleReading(
      rules: rules, complete: left.isEmpty && !rules.isEmpty, leftover: left)
  }

  /// A rule ends where days begin again after hours, and where weeks begin again after days.
  private mutating func close() {
    defer {
      days = []
      weeks = []
      hours = []
      monthly = false
      workingDays = false
    }
    guard !days.isEmpty else {
      if !hours.isEmpty || !weeks.isEmpty { leftover.append(0x3F) }
      return
    }
    // 「毎月 火曜」 without saying which: the day is not known.
    if monthly && weeks.isEmpty { leftover.append(0x3F) }
    // 「第1火曜、第3木曜 10時～12時」: hours said once, at the end, hold for both.
    var i = rules.count - 1
    while i >= 0, rules[i].hours.isEmpty {
      rules[i].hours = hours
      i -= 1
    }
    rules.append(
      Recurrence(
        days: Array(Set(days)).sorted(), weeks: Array(Set(weeks)).sorted(), hours: hours,
        exceptHolidays: exceptHolidays || workingDays))
  }

  private mutating func skipHarmless() -> Bool {
    if [0x20, 0x0A, 0x3001, 0x2C, 0x2F, 0x30FB, 0x3002, 0xB7].contains(text[at]) {
      at += 1
      return true
    }
    for phrase in ["要予約", "予約制", "(要予約)", "(予約制)", "開催", "実施", "祝日も開催"] where take(phrase) {
      return true
    }
    if take("毎週") {
      if !days.isEmpty || !weeks.isEmpty { close() }
      return true
    }
    if take("毎月") {
      if !days.isEmpty || !weeks.isEmpty { close() }
      monthly = true
      return true
    }
    let holidays = [
      "(祝日を除く)", "(祝日除く)", "(祝祭日を除く)", "(祝祭日除く)", "(祝日は休み)", "(祝日休み)", "祝日除く", "祝日を除く",
      "※祝日除く", "※祝日は休み",
    ]
    for phrase in holidays where take(phrase) {
      exceptHolidays = true
      for i in rules.indices { rules[i].exceptHolidays = true }
      return true
    }
    return false
  }

  private mutating func readDays() -> Bool {
    let start = at
    var found: [Weekday] = []
    var isWorking = false
    if take("平日") {
      found = [.monday, .tuesday, .wednesday, .thursday, .friday]
      isWorking = true
    } else if take("毎日") {
      found = Weekday.allCases
    } else {
      found = readDayList()
    }
    guard !found.isEmpty else {
      at = start
      return false
    }
    if !hours.isEmpty { close() }
    // 「第2火曜 木曜」: whether the second day is of every week is not said.
    if !weeks.isEmpty, !days.isEmpty { leftover.append(0x3F) }
    days += found
    workingDays = workingDays || isWorking
    return true
  }

  private mutating func readDayList() -> [Weekday] {
    var found: [Weekday] = []
    while at < text.count, let day = weekday(text[at]) {
      // 月 and 日 are also month and day of a date, and 土 begins 土地: a lone one needs 曜 or
      // company.
      let start = at
      at += 1
      let named = take("曜日") || take("曜")
      if named || !found.isEmpty || mayBegin(start), take("~") || take("-") || take("から") {
        if at < text.count, let last = weekday(text[at]) {
          at += 1
          _ = take("曜日") || take("曜")
          found += Self.span(day, last)
          continue
        }
        at = start
        break
      }
      let next = at < text.count ? text[at] : 0
      let joined =
        weekday(next) != nil
        || (isJoint(next) && at + 1 < text.count && weekday(text[at + 1]) != nil)
      guard named || !found.isEmpty || ((joined || isEnd(next)) && mayBegin(start)) else {
        at = start
        break
      }
      found.append(day)
      if isJoint(next), joined { at += 1 }
    }
    return found
  }

  /// 第2・4, 第1第3, 最終.
  private mutating func readWeeks() -> Bool {
    let start = at
    if take("最終") || take("最後の") {
      if at < text.count, weekday(text[at]) != nil {
        if !hours.isEmpty || !days.isEmpty { close() }
        weeks.append(-1)
        return true
      }
      at = start
      return false
    }
    guard take("第") else { return false }
    if !hours.isEmpty || !days.isEmpty { close() }
    var any = false
    while at < text.count {
      if let number = weekNumber(text[at]) {
        weeks.append(number)
        any = true
        at += 1
      } else if any, isJoint(text[at]) || text[at] == 0x7C2C {  // 第
        at += 1
      } else {
        break
      }
    }
    // 「第2週の火曜」 need not be the second Tuesday: it stays in the leftover.
    if !any { at = start }
    return any
  }

  private mutating func readTimes() -> Bool {
    let start = at
    guard let from = readTime(after: nil) else {
      at = start
      return false
    }
    let said = string(text[start..<at])
    let goesOn = said.hasPrefix("午後") || said == "正午"
    skipBlanks()
    guard take("~") || take("-") || take("から") else {
      at = start
      return false
    }
    skipBlanks()
    guard let to = readTime(after: goesOn ? from : nil), to > from else {
      at = start
      return false
    }
    _ = take("まで")
    hours.append(TimeRange(from: from, to: to))
    return true
  }

  private mutating func readTime(after: Int?) -> Int? {
    if take("正午") { return 720 }
    var shift: Int?
    if take("午後") { shift = 720 } else if take("午前") { shift = 0 }
    var digits = 0
    var hour = 0
    while at < text.count, digits < 2, let digit = digit(text[at]) {
      hour = hour * 10 + digit
      digits += 1
      at += 1
    }
    guard digits > 0, hour <= 30 else { return nil }
    var minute = 0
    if take(":") {
      guard at + 1 < text.count, let a = digit(text[at]), let b = digit(text[at + 1]) else {
        return nil
      }
      minute = a * 10 + b
      at += 2
    } else if take("時") {
      if take("半") {
        minute = 30
      } else if at + 2 < text.count, let a = digit(text[at]), let b = digit(text[at + 1]),
        text[at + 2] == 0x5206
      {  // 分
        minute = a * 10 + b
        at += 3
      }
    } else {
      return nil
    }
    guard minute < 60 else { return nil }
    if shift == 720, hour < 12 { hour += 12 }
    let minutes = hour * 60 + minute
    // 「午後1時～3時」: the end goes on in the same half of the day.
    if let after, shift == nil, minutes <= after, hour < 12 { return minutes + 720 }
    return minutes
  }

  // MARK: scanning

  private mutating func take(_ phrase: String) -> Bool {
    let wanted = FoldedText(phrase).scalars
    guard at + wanted.count <= text.count,
      text[at..<at + wanted.count].elementsEqual(wanted)
    else { return false }
    at += wanted.count
    return true
  }

  private mutating func skipBlanks() {
    while at < text.count, text[at] == 0x20 { at += 1 }
  }

  private func isJoint(_ c: UInt32) -> Bool {
    [0x30FB, 0x3001, 0x2C, 0x2F, 0xB7, 0x3B, 0xFF65].contains(c)
  }

  private func isEnd(_ c: UInt32) -> Bool {
    c == 0 || c == 0x20 || c == 0x0A || c == 0x28 || digit(c) != nil || c == 0x5348  // 午
  }

  /// Whether a day without 曜 may stand here: not behind a word that takes it along (開催日, 実施月).
  private func mayBegin(_ start: Int) -> Bool {
    guard start > 0, CharacterClass.of(text[start - 1]) == .japanese else { return true }
    return "週終の一二三四五".unicodeScalars.contains { $0.value == text[start - 1] }
  }

  private func digit(_ c: UInt32) -> Int? {
    c >= 0x30 && c <= 0x39 ? Int(c - 0x30) : nil
  }

  private func weekNumber(_ c: UInt32) -> Int? {
    if let digit = digit(c), (1...5).contains(digit) { return digit }
    return ["一", "二", "三", "四", "五"].firstIndex { $0.unicodeScalars.first?.value == c }
      .map { $0 + 1 }
  }

  private func weekday(_ c: UInt32) -> Weekday? {
    Weekday.allCases.first { $0.label.ja.unicodeScalars.first?.value == c }
  }

  private static func span(_ first: Weekday, _ last: Weekday) -> [Weekday] {
    var out: [Weekday] = []
    var i = first.index
    while true {
      out.append(Weekday.allCases[i])
      if i == last.index { return out }
      i = (i + 1) % 7
    }
  }

  private func string(_ scalars: ArraySlice<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }
}
