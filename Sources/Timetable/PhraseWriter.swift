import Diagnostics
import Model

/// Writes a rule as a phrase. The Japanese one reads back as the same rule.
public enum PhraseWriter {
  public static func write(_ rule: Recurrence, _ language: Language) -> String {
    language == .ja ? japanese(rule) : english(rule)
  }

  /// `09:00`; past midnight as hours beyond 24.
  public static func clock(_ minutes: Int) -> String {
    (minutes < 600 ? "0" : "") + TimeRange.text(minutes)
  }

  private static func japanese(_ rule: Recurrence) -> String {
    let period = period(rule, "～", { "\($0)月" }, date)
    var text = period
    if rule.interval == 2 { text += rule.weeks.isEmpty && rule.monthDays.isEmpty ? "隔週" : "隔月" }
    if !rule.monthDays.isEmpty {
      let days =
        rule.monthDays.filter { $0 > 0 }.map { "\($0)日" }
        + (rule.monthDays.contains(-1) ? ["末日"] : [])
      text += (rule.months.isEmpty ? "毎月" : "") + days.joined(separator: "・")
    }
    var weekdays = rule.days.map(\.label.ja).joined(separator: "・")
    if rule.days.count == 7, rule.weeks.isEmpty {
      weekdays = "毎日"
    } else if !weekdays.isEmpty {
      weekdays += "曜日"
    }
    if !rule.weeks.isEmpty {
      let numbered = rule.weeks.filter { $0 > 0 }.map(String.init).joined(separator: "・")
      let parts =
        (numbered.isEmpty ? [] : ["第\(numbered)"]) + (rule.weeks.contains(-1) ? ["最終"] : [])
      text += parts.joined(separator: "・")
    }
    if !rule.monthDays.isEmpty, !weekdays.isEmpty { weekdays = "（\(weekdays)）" }
    text += weekdays
    if rule.onHolidays { text += rule.days.isEmpty ? "祝日" : "・祝日" }
    if let side = rule.nearHoliday { text = period + neighbour(side, rule.days) }
    let hours = rule.hours.map(span).joined(separator: "、")
    if !hours.isEmpty { text += (text.isEmpty ? "" : " ") + hours }
    if let shift = rule.ifHoliday {
      switch shift {
      case .nextDay: text += "（祝日の場合は翌日）"
      case .previousDay: text += "（祝日の場合は前日）"
      case .nextWorkday: text += "（祝日の場合は翌平日）"
      }
    } else if rule.exceptHolidays {
      text += "（祝日を除く）"
    }
    if rule.closed { text += text.isEmpty ? "休止中" : "は休み" }
    return text
  }

  /// 祝日の翌日（土・日曜日を除く）.
  private static func neighbour(_ side: HolidayNeighbour, _ days: [Weekday]) -> String {
    let name =
      switch side {
      case .dayBefore: "祝前日"
      case .dayAfter: "祝日の翌日"
      case .workdayAfter: "祝日の翌平日"
      }
    let others = Weekday.allCases.filter { !days.contains($0) }
    guard !days.isEmpty, !others.isEmpty else { return name }
    return name + "（" + others.map(\.label.ja).joined(separator: "・") + "曜日を除く）"
  }

  private static func english(_ rule: Recurrence) -> String {
    var parts: [String] = []
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    if !rule.weeks.isEmpty {
      parts.append(
        rule.weeks.map { $0 < 0 ? "last" : ["1st", "2nd", "3rd", "4th", "5th"][$0 - 1] }.joined(
          separator: ", "))
    } else if rule.interval == 2 {
      parts.append("every other")
    }
    if rule.days.count == 7, rule.weeks.isEmpty {
      parts.append("every day")
    } else if !rule.days.isEmpty {
      parts.append(rule.days.map(\.label.en).joined(separator: ", "))
    }
    if !rule.monthDays.isEmpty {
      parts.append(
        "on " + rule.monthDays.map { $0 < 0 ? "the last day" : "\($0)" }.joined(separator: ", "))
    }
    if rule.onHolidays {
      parts.append(rule.days.isEmpty ? "public holidays" : "and public holidays")
    }
    switch rule.nearHoliday {
    case .dayBefore?: parts.append("the day before a public holiday")
    case .dayAfter?: parts.append("the day after a public holiday")
    case .workdayAfter?: parts.append("the working day after a public holiday")
    case nil: break
    }
    let period = period(rule, "–", { months[$0 - 1] }, \.text)
    if !period.isEmpty { parts.append("(\(period))") }
    if !rule.hours.isEmpty { parts.append(rule.hours.map(span).joined(separator: ", ")) }
    switch rule.ifHoliday {
    case .nextDay?: parts.append("(on a public holiday: the next day)")
    case .previousDay?: parts.append("(on a public holiday: the day before)")
    case .nextWorkday?: parts.append("(on a public holiday: the next working day)")
    case nil: if rule.exceptHolidays { parts.append("(not on public holidays)") }
    }
    if rule.closed { parts.insert("closed:", at: 0) }
    return parts.joined(separator: " ")
  }

  private static func date(_ day: YearDay) -> String {
    (day.year.map { "\($0)年" } ?? "") + "\(day.month)月\(day.day)日"
  }

  private static func period(
    _ rule: Recurrence, _ to: String, _ month: (Int) -> String, _ date: (YearDay) -> String
  ) -> String {
    var text = ""
    switch (rule.validFrom, rule.validTo) {
    case (let from?, let last?): text = from == last ? date(from) : date(from) + to + date(last)
    case (let from?, nil): text = date(from) + to
    case (nil, let last?): text = to + date(last)
    case (nil, nil): break
    }
    guard !rule.months.isEmpty else { return text.isEmpty ? "" : text + " " }
    var runs: [(Int, Int)] = []
    for number in rule.months {
      if let last = runs.last, last.1 == number - 1 {
        runs[runs.count - 1].1 = number
      } else {
        runs.append((number, number))
      }
    }
    // 11月～2月 is one run over the turn of the year.
    if runs.count > 1, runs[0].0 == 1, runs[runs.count - 1].1 == 12 {
      runs[runs.count - 1].1 = runs[0].1
      runs.removeFirst()
    }
    let names = runs.map { $0.0 == $0.1 ? month($0.0) : month($0.0) + to + month($0.1) }
    return text + names.joined(separator: "・") + (rule.monthDays.isEmpty ? " " : "")
  }

  private static func span(_ span: ClockSpan) -> String {
    (span.from.map(clock) ?? "") + "～" + (span.to.map(clock) ?? "")
  }
}
