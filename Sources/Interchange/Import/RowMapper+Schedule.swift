import Diagnostics
import JapaneseText
import Model

extension RowMapper {
  /// Days, hours and remarks in the order a person would write them, and the dates between which
  /// they hold.
  mutating func addSchedule(_ row: RowCells, to resource: inout Resource) {
    var schedule = Schedule()
    var parts: [String] = []
    if let dates = dates(row, &schedule) { parts.append(dates) }
    let text = row.qualified(plan.scheduleText, columns).map(plainDate)
    let days = row.joined(plan.days).map(Self.dayList) ?? weekdays(row)
    // 「土」 beside 「第3土曜日」, 15:00 beside 「第2・4水曜日 15時～19時」: the longer words say it all.
    let textSays = Sayings(text)
    if let often = row.first(plan.often), JapaneseNumber.plain(often) == nil { parts.append(often) }
    if let days, !textSays.includes(days: days) { parts.append(days) }
    if textSays.hours {
      if let text { parts.append(text) }
    } else {
      let hours = hours(row)
      if text != nil, !plan.days.isEmpty || hours == nil {
        parts += [text, hours].compactMap { $0 }
      } else {
        parts += [hours, text].compactMap { $0 }
      }
    }
    var out = parts.joined(separator: " ")
    if let closed = closed(row) { out = ClosingDays.joined(out, closed) }
    if let note = row.joined(plan.scheduleNote) {
      out += out.isEmpty ? note : "（\(note)）"
    }
    guard !out.isEmpty else { return }
    schedule.text = out
    resource.schedule = schedule
  }

  /// 「月・水・金」 from a column a weekday.
  private func weekdays(_ row: RowCells) -> String? {
    let letters = ["MO": "月", "TU": "火", "WE": "水", "TH": "木", "FR": "金", "SA": "土", "SU": "日"]
    let open = plan.weekdays.filter { day in
      day.columns.contains { row.text($0).flatMap(AnswerText.isYes) ?? false }
    }
    let days = open.compactMap { letters[$0.name] }
    let isClear = plan.weekdays.allSatisfy { day in
      day.columns.allSatisfy { row.text($0).map { AnswerText.isYes($0) != nil } ?? true }
    }
    if !days.isEmpty, isClear { return days.joined(separator: "・") }
    // 「9:00～12:00」 under 月.
    let hours = plan.weekdays.compactMap { day -> String? in
      guard let letter = letters[day.name], let cell = row.firstLine(day.columns),
        AnswerText.isYes(cell) != false
      else { return nil }
      return "\(letter) \(cell)"
    }
    return hours.isEmpty ? nil : hours.joined(separator: "、")
  }

  /// A cell that is a date and nothing else, as a person writes it: Excel leaves day numbers.
  private func plainDate(_ text: String) -> String {
    guard text.utf8.count == 5 || text.utf8.count == 8,
      text.utf8.allSatisfy({ (48...57).contains($0) }),
      let date = JapaneseDate.read(text, order: dateOrder)?.date
    else { return text }
    return "\(date.year)年\(date.month)月\(date.day)日"
  }

  /// Beginning and end, as dates where they are dates, else as they stand.
  private mutating func dates(_ row: RowCells, _ schedule: inout Schedule) -> String? {
    let start = date(row, plan.startDate)
    let end = date(row, plan.endDate)
    if let first = start.reading?.first {
      schedule.validFrom = first.text
      evidence.note("schedule.validFrom", "\(heading(plan.startDate, ""))：\(start.text ?? "")")
    }
    // What has one day only ends on it; what has no end but a beginning may go on.
    let last =
      end.reading?.last
      ?? (plan.endDate.isEmpty ? nil : end.text == nil ? start.reading?.last : nil)
    if let last, schedule.validFrom.map({ $0 <= last.text }) ?? true {
      schedule.validTo = last.text
      evidence.note("schedule.validTo", "\(heading(plan.endDate, ""))：\(end.text ?? "")")
    }
    switch (start.shown, end.shown) {
    case (let from?, let to?): return from == to ? from : "\(from)～\(to)"
    case (let from?, nil): return from
    case (nil, let to?): return "～\(to)"
    case (nil, nil): return nil
    }
  }

  private struct DateCell {
    var text: String?
    var reading: JapaneseDate.Reading?

    var shown: String? {
      guard let date = reading?.date else { return text }
      return "\(date.year)年\(date.month)月\(date.day)日"
    }
  }

  private mutating func date(_ row: RowCells, _ columns: [Int]) -> DateCell {
    guard let text = row.firstLine(columns) else { return DateCell() }
    return DateCell(text: text, reading: JapaneseDate.read(text, order: dateOrder))
  }

  /// From and to, as times where they are times; 0:00–0:00 is what forms have where nothing is
  /// known.
  private func hours(_ row: RowCells) -> String? {
    let opens = row.firstLine(plan.opens)
    let closes = row.firstLine(plan.closes)
    let from = opens.flatMap(ClockText.read)
    let to = closes.flatMap(ClockText.read)
    if from == 0, to == 0 { return nil }
    let shownFrom = from.map(ClockText.text) ?? opens
    let shownTo = to.map(ClockText.text) ?? closes
    switch (shownFrom, shownTo) {
    case (let from?, let to?): return "\(from)～\(to)"
    // 「10時ころから17時ころまで」 says it all.
    case (let text?, nil): return from == nil ? text : "\(text)～"
    case (nil, let to?): return "～\(to)"
    case (nil, nil): return nil
    }
  }

  /// The cell of the closing days.
  private func closed(_ row: RowCells) -> String? {
    guard let column = plan.closed.first(where: { row.range($0) != nil }) else { return nil }
    return row.text(column).map(RowCells.oneLine)
  }

  /// `月;火;水` as 月・火・水.
  private static func dayList(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x3B || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.split { ";；\n\r".contains($0) }.map { MemberReader.trimmed(String($0)) }
      .joined(separator: "・")
  }
}

/// What words about the schedule say already.
private struct Sayings {
  private let text: String
  /// Whether they name hours.
  let hours: Bool

  init(_ text: String?) {
    self.text = text ?? ""
    hours =
      text.map { text in ["時", ":", "："].contains { ByteSearch.contains(text, $0) } } ?? false
  }

  /// Whether every weekday of a short list stands in them.
  func includes(days: String) -> Bool {
    guard !text.isEmpty else { return false }
    let letters = days.filter { "月火水木金土日祝".contains($0) }
    return !letters.isEmpty
      && letters.allSatisfy {
        ByteSearch.contains(text, "\($0)曜") || ByteSearch.contains(text, "・\($0)")
      }
  }
}
