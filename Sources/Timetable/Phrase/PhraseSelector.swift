import Model

/// Days as a phrase names them, being gathered.
struct PhraseSelector {
  var days: DayMask = 0
  var nth: UInt8 = 0
  /// Bit n for day n, bit 0 for the last.
  var monthDays: UInt32 = 0
  var months: UInt16 = 0
  var from: YearDay?
  var to: YearDay?
  var interval = 1
  var holidays = false
  /// 毎日, 無休.
  var allDays = false
  /// 平日: not on holidays.
  var workdays = false
  var exceptHolidays = false
  var named: NamedPeriod?
  var nearHoliday: HolidayNeighbour?
  var shift: HolidayShift?
  // What was said and needs more.
  var weekly = false
  var monthly = false
  var season = false
  /// 月2回; 0 when nothing of the kind was said.
  var times = 0
  var isBiweekly = false
  /// ・ or 、 stands before: it goes on with a list.
  var isJoined = false
  /// A 曜 was written: 第2火曜・木曜 is not 第2火・木曜.
  var isSpelled = false

  var isPeriod: Bool { months != 0 || from != nil || to != nil || season || named != nil }
  var hasDays: Bool { days != 0 || holidays || allDays || monthDays != 0 || nearHoliday != nil }
  var isEmpty: Bool {
    !hasDays && !isPeriod && nth == 0 && !weekly && !monthly && interval == 1 && times == 0
  }
  /// A period that may limit other days; a few days in a row stand for themselves.
  var onlyPeriod: Bool {
    isPeriod && !hasDays && nth == 0 && named == nil && !isOwn && !isShort
  }
  /// 無休, whatever the label or the column says.
  var opens = false
  /// Came from 年末年始 or お盆.
  var isOwn = false
  private var isShort: Bool {
    guard let from, let to else { return false }
    let days = (to.month - from.month + 12) % 12 * 30 + to.day - from.day
    return days >= 0 && days < 20
  }

  /// A date with its weekday, or with its year.
  var isOneDay: Bool {
    monthDays.nonzeroBitCount == 1 && months.nonzeroBitCount == 1 && days != 0
      || from != nil && from == to && from?.year != nil
  }
  /// Weekdays and nothing else.
  var isPlainDays: Bool {
    days != 0 && nth == 0 && monthDays == 0 && !isPeriod && !holidays && !allDays && !workdays
      && !exceptHolidays && shift == nil && !weekly && !monthly && interval == 1 && times == 0
      && !opens && nearHoliday == nil
  }
  /// Weekdays, with holidays or without, and nothing else.
  var isOnlyDays: Bool {
    var other = self
    other.holidays = false
    return other.isPlainDays
  }
  /// Saturday, Sunday, holidays, the turn of the year: what one is free on.
  var isFree: Bool { days & 0x1F == 0 && nth == 0 }

  /// A new selector for the same months.
  var heir: PhraseSelector {
    var out = PhraseSelector()
    out.months = months
    out.from = from
    out.to = to
    return out
  }

  mutating func takePeriod(_ other: PhraseSelector) {
    months = other.months
    from = other.from
    to = other.to
    season = other.season
  }

  /// What leaves open which days are meant.
  var isVague: Bool {
    if season { return true }
    if nth != 0, days == 0 { return true }
    if monthly, nth == 0, monthDays == 0, !allDays, !workdays { return true }
    if times > 0, nth == 0 && monthDays == 0 || nth.nonzeroBitCount > times { return true }
    if weekly || interval > 1, !hasDays { return true }
    if interval > 1, !isBiweekly, from?.year == nil { return true }
    if isBiweekly, weekly || nth != 0 { return true }
    if named == .undated { return true }
    return false
  }

  func rule(hours: [ClockSpan], closed: Bool) -> Recurrence {
    var out = Recurrence(hours: hours, closed: closed)
    if days != 0, days != 0x7F || nth != 0 {
      out.days = Weekday.allCases.filter { days & 1 << UInt8($0.index) != 0 }
    } else if allDays || days == 0x7F {
      out.days = Weekday.allCases
    }
    if nth != 0 {
      out.weeks = (nth & 1 << 5 != 0 ? [-1] : []) + (1...5).filter { nth & 1 << UInt8($0 - 1) != 0 }
    }
    if monthDays != 0 {
      out.monthDays =
        (monthDays & 1 != 0 ? [-1] : []) + (1...31).filter { monthDays & 1 << UInt32($0) != 0 }
    }
    if months != 0 { out.months = (1...12).filter { months & 1 << UInt16($0) != 0 } }
    out.interval = interval
    out.validFrom = from
    out.validTo = to
    switch named {
    case .yearEnd?:
      out.validFrom = YearDay(month: 12, day: 29)
      out.validTo = YearDay(month: 1, day: 3)
    case .bon?:
      out.validFrom = YearDay(month: 8, day: 13)
      out.validTo = YearDay(month: 8, day: 16)
    case .undated?, nil: break
    }
    out.onHolidays = holidays
    out.exceptHolidays = exceptHolidays || (workdays && !holidays)
    out.ifHoliday = shift
    out.nearHoliday = nearHoliday
    return out
  }
}
