import Diagnostics
import Model
import Testing
import Timetable

/// Words about a person's own week.
@Suite struct PersonTimesTests {
  @Test(arguments: [
    ("火・木の午前", "火・木曜日 00:00～12:00"), ("水曜の午後なら", "水曜日 12:00～18:00"),
    ("火曜はデイサービス", "火曜日"), ("火曜 10:00～15:00 デイサービス", "火曜日 10:00～15:00"),
    ("月水金 透析", "月・水・金曜日"), ("月曜日と木曜日の午前中はデイケア", "月・木曜日 00:00～12:00"),
    ("午後2時から4時まで", "毎日 14:00～16:00"), ("土日の夕方", "土・日曜日 15:00～18:00"),
    ("いつでも", "毎日"), ("水曜の午後2時以降があいています", "水曜日 14:00～"),
    ("第2火曜 通院", "第2火曜日"), ("平日の日中", "月・火・水・木・金曜日 09:00～17:00（祝日を除く）"),
  ])
  func isRead(_ text: String, _ rule: String) {
    let reading = PersonTimesReader.read(text)
    #expect(reading.complete, "\(reading)")
    #expect(reading.rules.map { PhraseWriter.write($0, .ja) }.joined(separator: " / ") == rule)
  }

  @Test(arguments: [
    "", "ときどき", "火曜か水曜", "デイサービスの日以外", "デイのない日", "月に何度か", "体調しだい", "不定期", "あまり空いていない",
  ])
  func whatLeavesSomethingOpenIsNot(_ text: String) {
    #expect(!PersonTimesReader.read(text).complete, "\(PersonTimesReader.read(text))")
  }
}
