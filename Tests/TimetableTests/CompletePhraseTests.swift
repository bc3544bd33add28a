import Testing
import Timetable

/// Phrases that are understood whole, with what they say.
@Suite("Complete phrases")
struct CompletePhraseTests {
  @Test("say their rules", arguments: weekly + monthly + several + dated + closing)
  func complete(_ phrase: String, _ rules: String) {
    let reading = PhraseReader.read(phrase)
    #expect(rendered(reading) == rules, "\(phrase)")
    #expect(reading.complete && reading.leftover.isEmpty, "\(phrase): left \(reading.leftover)")
  }

  static let weekly: [(String, String)] = [
    // The phrase of CONTRACT.md.
    ("毎週火曜 13:30～15:30（祝日除く）", "TU 13:30-15:30 -H"),
    ("毎週火曜日", "TU"), ("火曜日", "TU"), ("火曜", "TU"), ("火", "TU"), ("日曜", "SU"),
    ("毎週水曜日 10:00-12:00", "WE 10:00-12:00"),
    // Days in a row, with every joint that lists use.
    ("月火水木金", "MOTUWETHFR"), ("月火水木金土日", "daily"), ("火・木", "TUTH"),
    ("火、木", "TUTH"), ("火,木", "TUTH"), ("火／木", "TUTH"), ("火曜・木曜", "TUTH"),
    ("毎週火曜日・木曜日", "TUTH"),
    ("毎週火・金曜日", "TUFR"), ("毎週火曜、金曜", "TUFR"), ("土日", "SASU"), ("土・日", "SASU"),
    // Spans, also past the end of the week.
    ("月～金", "MOTUWETHFR"), ("月-金", "MOTUWETHFR"), ("月曜日～金曜日", "MOTUWETHFR"),
    ("月曜から金曜", "MOTUWETHFR"), ("金～月", "MOFRSASU"), ("月~金 9:00~17:00", "MOTUWETHFR 9:00-17:00"),
    ("平日", "MOTUWETHFR -H"), ("平日 9時～17時", "MOTUWETHFR 9:00-17:00 -H"), ("毎日", "daily"),
    ("毎日 0:00～24:00", "daily 0:00-24:00"), ("土日祝を含む9:00～17:00", "daily 9:00-17:00"),
    ("土・日・祝日を含む 10時～16時", "daily 10:00-16:00"), ("土曜日 10時～15時 昼食を含む", "SA 10:00-15:00"),
    // Hours in every notation; full width; half past; noon.
    ("月 9時〜17時", "MO 9:00-17:00"), ("月 9時から17時まで", "MO 9:00-17:00"),
    ("月 9時30分～11時45分", "MO 9:30-11:45"), ("月 10時半～12時", "MO 10:30-12:00"),
    ("月 10時～正午", "MO 10:00-12:00"), ("火曜日１３：３０～１５：３０", "TU 13:30-15:30"),
    ("木　10:00～12:00", "TH 10:00-12:00"),
    ("木10時～12時", "TH 10:00-12:00"), ("木 10:00 ～ 12:00", "TH 10:00-12:00"),
    // Halves of the day: the end goes on in the half where it began.
    ("木 午前10時～午前11時30分", "TH 10:00-11:30"), ("木 午後1時～3時", "TH 13:00-15:00"),
    ("木 午後1時～午後3時", "TH 13:00-15:00"), ("木午前10時～午後3時", "TH 10:00-15:00"),
    ("木 午前9時～12時", "TH 9:00-12:00"), ("木 午後1時30分～3時半", "TH 13:30-15:30"),
    // Past midnight as lists of night services write it.
    ("金 22:00～26:00", "FR 22:00-26:00"),
    // Two ranges of one day; the reader keeps both.
    ("月 9:00～12:00、13:00～17:00", "MO 9:00-12:00 13:00-17:00"),
    ("月～金 9:00-12:00 13:00-17:00", "MOTUWETHFR 9:00-12:00 13:00-17:00"),
  ]

  static let monthly: [(String, String)] = [
    ("第2水曜", "2 WE"), ("毎月第2水曜日", "2 WE"), ("第２・４水曜日 10時～12時", "2,4 WE 10:00-12:00"),
    ("第1、第3木曜日", "1,3 TH"), ("第1第3木曜", "1,3 TH"), ("毎月第一・第三土曜日", "1,3 SA"),
    ("第2・第4火曜", "2,4 TU"), ("第1・3・5金曜 13:00～15:00", "1,3,5 FR 13:00-15:00"),
    ("毎月最終日曜", "-1 SU"), ("最終金曜日 14:00～16:00", "-1 FR 14:00-16:00"),
    ("第2・最終土曜", "-1,2 SA"), ("第3日曜日", "3 SU"), ("毎月第3土曜日 午前10時～正午", "3 SA 10:00-12:00"),
    ("毎月 第4月曜", "4 MO"), ("第1・第3火・木曜", "1,3 TUTH"),
  ]

  static let several: [(String, String)] = [
    // Days after hours begin a rule of their own.
    ("月 9:00～12:00 木 13:00～15:00", "MO 9:00-12:00 | TH 13:00-15:00"),
    ("月～金 9:00～17:00、土 9:00～12:00", "MOTUWETHFR 9:00-17:00 | SA 9:00-12:00"),
    ("平日9:00～17:00\n土曜9:00～12:00", "MOTUWETHFR 9:00-17:00 -H | SA 9:00-12:00"),
    ("第1火曜 10:00～12:00 第3木曜 13:00～15:00", "1 TU 10:00-12:00 | 3 TH 13:00-15:00"),
    // Weeks after days begin a rule too: the first Tuesday is not a third one.
    ("第1火曜、第3木曜", "1 TU | 3 TH"), ("第2水曜日 最終金曜日", "2 WE | -1 FR"),
    ("毎週月曜、第2火曜", "MO | 2 TU"), ("第2火曜、毎週木曜", "2 TU | TH"),
    // Hours said once, at the end, hold for both.
    ("第1火曜、第3木曜 10:00～12:00", "1 TU 10:00-12:00 | 3 TH 10:00-12:00"),
    // Holidays are left out of every rule the phrase gives.
    ("月～金 9:00～17:00 土 9:00～12:00（祝日を除く）", "MOTUWETHFR 9:00-17:00 -H | SA 9:00-12:00 -H"),
    ("平日（祝祭日を除く）", "MOTUWETHFR -H"), ("月～金（祝日除く）9:00～17:00", "MOTUWETHFR 9:00-17:00 -H"),
    ("毎週月曜 ※祝日は休み", "MO -H"), ("毎週月曜 祝日も開催", "MO"),
    // What asks something of the visitor does not change the days.
    ("火曜 10:00～12:00（要予約）", "TU 10:00-12:00"), ("火曜 10:00～12:00 予約制", "TU 10:00-12:00"),
    ("毎週火曜開催", "TU"), ("毎週火曜実施。", "TU"),
  ]

  static let dated: [(String, String)] = [
    ("9:00～17:00", "9:00-17:00"), ("24時間", "0:00-24:00"), ("火曜 10時～", "TU 10:00-"),
    ("～17時 火曜", "TU -17:00"), ("金 22:00～2:00", "FR 22:00-26:00"), ("17：00～翌3:00", "17:00-27:00"),
    ("毎月10日", "d10"), ("毎月1日・15日", "d1,15"), ("毎月末日", "d-1"), ("月末の土曜", "-1 SA"),
    ("8月第2日曜", "m8 2 SU"), ("奇数月の第2火曜", "m1,3,5,7,9,11 2 TU"), ("隔週の火曜日", "every2 TU"),
    ("4月～9月の火曜", "m4,5,6,7,8,9 TU"), ("火曜（10～3月）", "m1,2,3,10,11,12 TU"), ("第2～4火曜", "2,3,4 TU"),
    ("4月1日～9月30日", "from 04-01 to 09-30"), ("12/29～1/3", "from 12-29 to 01-03"),
    ("令和3年2月10日（水）10：00～11：00", "from 2021-02-10 to 2021-02-10 WE 10:00-11:00"),
    ("12月4日（金）14時45分～16時45分", "m12 d4 FR 14:45-16:45"),
    ("令和2年6月から12月まで毎月第2日曜日（全7回）", "from 2020-06-01 to 2020-12-31 2 SU"),
    ("12月14日から令和3年3月29日の毎週月曜日", "from 2020-12-14 to 2021-03-29 MO"),
    ("9:00～17:30（12～3月は17:00まで）", "m4,5,6,7,8,9,10,11 9:00-17:30 | m1,2,3,12 9:00-17:00"),
    ("10:00～18:30（土日祝日は15:00まで）", "MOTUWETHFR 10:00-18:30 -H | SASU +H 10:00-15:00"),
    (
      "夏季（4月～10月）17時～19時 冬季（11月～3月）16時～18時",
      "m4,5,6,7,8,9,10 17:00-19:00 | m1,2,3,11,12 16:00-18:00"
    ),
    ("毎月第1日曜日（1月は第2日曜日）10:00～", "m1 2 SU 10:00- | m2,3,4,5,6,7,8,9,10,11,12 1 SU 10:00-"),
    (
      "第2火曜日10時半～12時 8月・12月は第1火曜日",
      "m1,2,3,4,5,6,7,9,10,11 2 TU 10:30-12:00 | m8,12 1 TU 10:30-12:00"
    ),
    ("土日祝", "SASU +H"), ("月～金、祝日", "MOTUWETHFR +H"), ("祝日", "+H"), ("通年", "daily"),
    ("毎月2回（第2・第4月曜日）", "2,4 MO"), ("月 第1・3 10:00～12:00", "1,3 MO 10:00-12:00"),
  ]

  static let closing: [(String, String)] = [
    ("定休日 火曜", "closed TU"), ("月曜休館", "closed MO"), ("休止中", "closed"), ("火曜以外", "closed TU"),
    ("休館日：月曜（祝日の場合は翌日）、年末年始（12/28～1/4）", "closed MO H:nextDay | closed from 12-28 to 01-04"),
    ("休館日：月曜日（月曜日が祝日の場合は翌平日）", "closed MO H:nextWorkday"), ("お盆は休み", "closed from 08-13 to 08-16"),
    ("定休日:月曜 ただし祝日は営業", "closed MO -H"), ("第2火曜（8月除く）", "m1,2,3,4,5,6,7,9,10,11,12 2 TU"),
    ("毎週火曜（第3火曜除く）", "closed 3 TU | TU"), ("毎日（月曜除く）", "closed MO | daily"),
    ("毎週月曜日（ただし1月4日,11日を除く。）", "closed m1 d4,11 | MO"),
    ("月～金 土日祝休み", "MOTUWETHFR | closed SASU +H"),
    ("年末年始を除く平日", "closed from 12-29 to 01-03 | MOTUWETHFR -H"), ("月～金、祝日除く", "MOTUWETHFR -H"),
    ("8:00～21:00（ただし10:00～11:00清掃）", "8:00-10:00 11:00-21:00"),
    ("平日11:30~18:00。土・日・祝は休業", "MOTUWETHFR 11:30-18:00 -H | closed SASU +H"),
    ("営業時間 9:00～17:00 定休日 水曜", "9:00-17:00 | closed WE"),
    ("9:00～17:00（年中無休）", "daily 9:00-17:00"), ("月～金 9:00～17:00（年中無休）", "MOTUWETHFR 9:00-17:00"),
    ("9:00～17:00 休み：火曜日 ※4～12月は無休", "9:00-17:00 | closed m1,2,3 TU"),
    ("9:00～17:00 休み：火曜（1～2月）・3～12月は無休", "9:00-17:00 | closed m1,2 TU"),
    ("祝日の翌日休館", "closed near:dayAfter"),
    ("9:00～17:00 休館日：月曜、祝日の翌日", "9:00-17:00 | closed MO | closed near:dayAfter"),
    (
      "休館日：月曜日（祝日の場合は翌日）、祝日の翌日、年末年始",
      "closed MO H:nextDay | closed near:dayAfter | closed from 12-29 to 01-03"
    ),
    ("休館日：祝日の翌日（土日を除く）", "closed MOTUWETHFR near:dayAfter"),
    ("休館日：祝日の翌日・月曜", "closed near:dayAfter | closed MO"),
    ("休館日：祝日の翌平日", "closed near:workdayAfter"),
    ("金・土・祝前日 18:00～22:00", "FRSA 18:00-22:00 | near:dayBefore 18:00-22:00"),
    ("7月～9月 金曜・祝日前日 18:00～22:00", "m7,8,9 FR 18:00-22:00 | m7,8,9 near:dayBefore 18:00-22:00"),
    ("10:00～18:00（祝日の翌日は休み）", "closed near:dayAfter | 10:00-18:00"),
    ("月曜休館（祝日の場合は前日）", "closed MO H:previousDay"),
    ("火曜 祝日の場合は翌日", "TU H:nextDay"), ("無休（年末年始休）", "closed from 12-29 to 01-03 | daily"),
  ]
}
