import Model
import Testing
import Timetable
import TestSupport

@Suite("Phrases made at random")
struct PhrasePropertyTests {
  /// Weekdays and hours written in one of the ways lists write them, with what they mean.
  static func phrase(_ random: inout SeededGenerator) -> (text: String, rule: String) {
    let days = Weekday.allCases.filter { _ in Bool.random(using: &random) }
    let chosen = days.isEmpty ? [Weekday.thursday] : days
    let joint = random.pick(["", "・", "、", ","])
    let suffix = random.pick(["曜", "曜日"])
    var text = random.pick(["", "毎週", "毎週 "])
    text += chosen.map(\.label.ja).joined(separator: joint) + suffix
    var rule = chosen.count == 7 ? "daily" : chosen.map(\.rawValue).joined()
    if Bool.random(using: &random) {
      let from = Int.random(in: 5...12, using: &random) * 60 + random.pick([0, 30])
      let to = from + Int.random(in: 1...16, using: &random) * 30
      let mark = random.pick(["～", "~", "-", "〜", " ～ ", "から"])
      let style = random.pick([Self.clock, Self.kanji])
      text += " " + style(from) + mark + style(to)
      rule += " " + TimeRange.text(from) + "-" + TimeRange.text(to)
    }
    return (text, rule)
  }

  private static func clock(_ minutes: Int) -> String { TimeRange.text(minutes) }
  private static func kanji(_ minutes: Int) -> String {
    "\(minutes / 60)時" + (minutes % 60 == 0 ? "" : random30(minutes))
  }
  private static func random30(_ minutes: Int) -> String { minutes / 60 % 2 == 0 ? "半" : "30分" }

  @Test("mean what they were made from")
  func meaning() {
    var random = SeededGenerator(seed: propertySeed("phrases"))
    for _ in 0..<500 {
      let (text, rule) = Self.phrase(&random)
      let reading = PhraseReader.read(text)
      #expect(reading.complete && rendered(reading) == rule, "\(text)")
    }
  }

  @Test("never stop the reader, and are never complete with a stranger among them")
  func strangers() {
    var random = SeededGenerator(seed: propertySeed("strangers"))
    let pieces = [
      "火", "木曜", "第", "2", "・", "～", "10", "時", ":", "午後", "毎月", "（", "祝日除く", "最終", "から", "日",
      " ", "\n", "か", "半", "30分",
    ]
    for _ in 0..<2_000 {
      let text = random.text(of: pieces, count: 0...9)
      let reading = PhraseReader.read(text)
      // Complete and left over can't both be.
      #expect(!reading.complete || reading.leftover.isEmpty, "\(text)")
      #expect(!reading.complete || !reading.rules.isEmpty, "\(text)")
      for rule in reading.rules {
        #expect(rule.hours.allSatisfy { ($0.from ?? -1) < ($0.to ?? .max) }, "\(text)")
        #expect(rule.weeks.allSatisfy { $0 == -1 || (1...5).contains($0) }, "\(text)")
      }
      let strange = PhraseReader.read(text + "猫")
      #expect(!strange.complete && strange.leftover.contains("猫"), "\(text)")
    }
  }
}
