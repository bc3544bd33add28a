import Testing
import Timetable

/// Phrases that are understood whole, with what they say.
@Suite("Complete phrases")
struct CompletePhraseTests {
  @Test("say their rules", arguments: weekly + monthly + several)
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
    ("毎日 0:00～24:00", "daily 0:00-24:00"),
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
}
