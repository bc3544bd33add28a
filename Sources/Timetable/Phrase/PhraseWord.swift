/// What a stretch of a schedule phrase is.
enum PhraseWord: Hashable {
  // Between words.
  case blank
  /// ・ 、 と および
  case joint
  /// または, もしくは: which one is not said.
  case either
  /// ～ から より
  case range
  /// まで
  case until
  case open
  case close
  /// は, が
  case topic
  case colon
  /// 。 or the end of a line
  case stop

  // Days.
  case days(DayMask)
  case workdays
  case holiday
  /// 祝前日, 祝日の翌日.
  case nearHoliday(HolidayNeighbour)
  case allDays
  /// 通年: every day, unless days are named.
  case allYear
  /// 無休.
  case neverClosed
  /// いずれも: the weekday of dates follows.
  case each
  case weekly
  case monthly
  case everyOtherWeek
  case everyOtherMonth
  /// Bits 0…4 for the first to the fifth, bit 5 for the last.
  case nth(UInt8)
  /// Bit n for month n.
  case months(UInt16)
  /// Bit n for day n, bit 0 for the last.
  case monthDays(UInt32)
  case date(year: Int, month: Int, day: Int)
  case year(Int)
  case named(NamedPeriod)
  /// 夏季, 冬期: when it is must be said.
  case season
  /// 月1回: which day must be said.
  case timesAMonth
  /// ただし: what stands before is said.
  case but
  /// 終了時間は: a clock time follows.
  case ends

  // Hours.
  case clock(Int)
  case wholeDay

  // What is said of them.
  case except
  case closed
  case closedNow
  case opened
  case ifHoliday
  case nextDay
  case nextWorkday
  case previousDay

  /// Says nothing of days and hours.
  case harmless
  /// 要予約, 場所：…: so does what follows it.
  case note
  /// ラストオーダー, 入館は: a time of something else follows.
  case lastEntry
  /// Leaves open what is meant.
  case doubt
  case unknown
}

/// Weekdays as bits, Monday is bit 0.
typealias DayMask = UInt8

enum NamedPeriod: Hashable {
  /// 年末年始: 12/29 to 1/3 where no dates follow, as 行政機関の休日に関する法律 (第1条) has it.
  case yearEnd
  /// お盆: 8/13 to 8/16 where no dates follow (月遅れの盆, the custom of most regions).
  case bon
  /// 年始, GW, 夏季休館: nothing without dates.
  case undated
}

struct PhraseToken {
  var word: PhraseWord
  /// Where it stands in the folded phrase.
  var start: Int
  var end: Int
  /// A weekday in brackets behind a date: 12月4日（金）.
  var check: DayMask = 0
}
