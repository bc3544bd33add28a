import Testing
import Timetable

/// Phrases that say more, or less, than the reader understands. A phrase wrongly taken as complete
/// sends people to closed doors, so this table matters more than the other.
@Suite("Incomplete phrases")
struct IncompletePhraseTests {
  @Test("stay incomplete", arguments: vague + limited + broken)
  func incomplete(_ phrase: String) {
    let reading = PhraseReader.read(phrase)
    #expect(!reading.complete, "\(phrase) was read as \(rendered(reading))")
  }

  @Test("stay incomplete behind a phrase that is understood", arguments: limits)
  func limitedBehind(_ limit: String) {
    for phrase in ["毎週火曜 10:00～12:00", "第2・4水曜日", "月～金"] {
      for text in [phrase + limit, phrase + " " + limit, phrase + "（\(limit)）", limit + phrase] {
        let reading = PhraseReader.read(text)
        #expect(!reading.complete, "\(text) was read as \(rendered(reading))")
      }
    }
  }

  /// Which day is not said.
  static let vague = [
    "", " ", "—", "随時", "不定期", "応相談", "要相談", "未定", "月1回", "週2回", "月２回程度", "隔週", "年4回",
    "お問い合わせください", "要予約", "毎月", "毎週", "第2・4", "日時は要問合せ",
    // The day of the week, and not which of the month.
    "毎月火曜", "毎月 火曜日 10:00～12:00",

    // 土, 木, 金, 水 as parts of words.
    "土地", "木工教室", "金融機関", "水道", "日曜大工", "火災予防週間", "木曜会",
  ]

  /// A day and something that takes part of it away or is not understood.
  static let limited = [
    "第2火曜か第4火曜", "第2または第4火曜", "火曜または木曜", "火曜か木曜",
    "毎週火曜（第5週を除く）", "毎週火曜 ただし第3は休み",

    "平日のみ不定期", "火曜 10時ころ", "火曜 10時頃～12時頃",
    "火曜 ～12時", "火曜 10時", "火曜 午前", "火曜 午後", "火曜 午前中", "火曜 夕方",
    "火曜の祝日", "夏期は火曜", "火曜（隔週）", "火曜 月1回",
    "月1回火曜", "月2回 火曜日 10:00～12:00", "火曜（雨天中止）", "火曜日頃", "第2火曜頃", "第2火曜の翌日", "休日の翌日 10:00～12:00",
    "日祝前日 18:00～22:00", "9:00～17:00 休み：火曜、年末年始 ※4～12月は無休", "月～木 10:00～20:00、金・土・祝前日 10:00～22:00",
    "9:00～17:00 火曜休館（祝日の翌日は開館）",
    "第2火曜の週の木曜", "第2火曜前後", "主に火曜", "火曜など", "火曜ほか", "原則火曜", "原則毎週火曜",
    "第2火曜 木曜", "第2火曜 10:00～12:00 第4", "火・木のいずれか", "火～", "第2・4火曜または水曜", "第2週", "第2週火曜",
    "第6火曜",
    "第0火曜",
    "火曜 10:00～12:00 14:00",
  ]

  /// Hours that can't be.
  static let broken = [
    "火曜 12:00～10:00", "火曜 10:60～11:00", "火曜 31:00～32:00", "火曜 10:00～10:00",
    "火曜 10:0～12:00", "火曜 100:00～12:00", "火曜 10～12", "火曜 10:00～12", "火曜 午後1～3時",
    "火曜 午前10時～午前9時", "火曜 午後1時～午前2時", "火曜 13:00～3:00", "火曜 9時～5時",
    "火曜 10", "火曜 1", "火曜 10:", "火曜 10:0", "火曜 10時3",
  ]

  /// Words around a day that are no day: the 日 of 開催日 is not Sunday.
  static let falseDays = ["開催月 火曜", "実施日～火曜", "参加日 火曜"]

  @Test("stay incomplete where a word ends in the sign of a day", arguments: falseDays)
  func falseDay(_ phrase: String) {
    let reading = PhraseReader.read(phrase)
    #expect(!reading.complete, "\(phrase) was read as \(rendered(reading))")
  }

  static let limits = [
    "随時", "不定期", "応相談", "ただし第3は休み", "第5週は休み", "月1回", "変更あり", "10月から", "会場は毎回変わる",
  ]
}
