import JapaneseText
import Model
import Timetable

/// When a person is free and what their week already holds, as they tell it (「火曜はデイ」「水曜の午後なら」).
enum SpokenTimes {
  private static let dayWords = [
    "月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜", "平日", "土日", "週末", "毎日", "月水", "火木", "月・水", "火・木",
    "水・金",
    "月・木", "火・金", "月、水", "火、木", "月水金", "火木土", "月と", "火と", "水と", "木と", "金と", "土と", "午前中", "午前", "午後",
    "朝のうち",
    "夕方", "昼から", "お昼から",
  ]
  private static let busyWords = [
    "通所", "りはびり", "通院", "病院", "透析", "仕事", "ぱーと", "用事", "だめ", "埋まって", "ふさがって", "行けな", "行けん",
    "無理", "都合が悪",
    "忙し", "留守", "塾", "来ない", "出かけて", "へるぱー", "訪看", "訪問看護", "りは", "困り", "医者", "都合がつか", "空いてな", "があって",
  ]
  private static let freeWords = [
    "なら", "空いて", "あいて", "家にお", "家にい", "通え", "行ける", "行けま", "都合が", "ひま", "暇", "大丈夫", "いい", "ええ",
    "でられ", "出られ", "時間があ",
    "時間が取れ",
    "助かる", "希望", "お願い", "参加でき", "動ける", "動けま", "手伝え", "来てほしい", "来てもら",
  ]

  static func read(_ text: NeedText, _ facts: inout PersonFacts) {
    for stretch in stretches(text) {
      let behind =
        stretch.upperBound..<min(clauseEnd(text, stretch.upperBound), stretch.upperBound + 22)
      let before =
        max(clauseStart(text, stretch.lowerBound), stretch.lowerBound - 10)..<stretch.lowerBound
      let isBusy =
        PersonNumbers.contains(text, behind, busyWords) || namesDayCare(text, behind)
        || PersonNumbers.contains(text, before, ["りはびり", "ぱーと", "仕事"])
        || namesDayCare(text, before)
      let isFree = PersonNumbers.contains(text, behind, freeWords)
      // 「水曜しか行けない」 tells neither.
      let isOnly = PersonNumbers.has(text, "しか", stretch.upperBound)
      guard isBusy || isFree, !isOnly else { continue }
      let words = text.words(stretch)
      let spans = spans(of: words)
      guard !spans.isEmpty else { continue }
      if isBusy,
        !PersonNumbers.contains(
          text, stretch.upperBound..<min(stretch.upperBound + 4, behind.upperBound), ["なら"])
      {
        facts.busy += spans.filter { !facts.busy.contains($0) }
        facts.busyText = facts.busyText.map { $0 + "、" + words } ?? words
      } else if isFree {
        facts.availability += spans.filter { !facts.availability.contains($0) }
        facts.availableText = facts.availableText.map { $0 + "、" + words } ?? words
      }
    }
  }

  /// デイ, デイサービス: written in katakana, as 「しのいでいる」 is not.
  private static func namesDayCare(_ text: NeedText, _ range: Range<Int>) -> Bool {
    range.contains { index in
      PersonNumbers.has(text, "でい", index) && index + 1 < range.upperBound
        && [0x30C7, 0xFF83].contains(text.source[text.origins[index]].value)
    }
  }

  /// Days, parts of the day and hours that stand together.
  private static func stretches(_ text: NeedText) -> [Range<Int>] {
    var out: [Range<Int>] = []
    let words = PersonNumbers.scalarLists(dayWords).sorted { $0.count > $1.count }
    var at = 0
    while at < text.scalars.count {
      guard let word = words.first(where: { text.has($0, at: at) }) else {
        at += 1
        continue
      }
      var end = at + word.count
      // What belongs to it: 日, の, と, numbers and hours, further days.
      while let c = text[end], !NeedText.ends(c) {
        if let next = words.first(where: { text.has($0, at: end) }) {
          end += next.count
        } else if belongs(text, end) {
          end += 1
        } else {
          break
        }
      }
      while end > at, let last = text[end - 1], [0x306E, 0x3068, 0x3001, 0x30FB].contains(last) {
        end -= 1
      }
      out.append(at..<end)
      at = max(end, at + 1)
    }
    return out
  }

  /// 日 の と 、 ・ digits 時 分 から まで, ~, : and the days by their one kanji.
  private static func belongs(_ text: NeedText, _ index: Int) -> Bool {
    guard let c = text[index] else { return false }
    if (0x30...0x3A).contains(c) || c == 0x7E || c == 0x2D { return true }
    if [0x65E5, 0x306E, 0x3068, 0x3001, 0x30FB, 0x6642, 0x534A].contains(c) { return true }
    if c == 0x5206 { return true }
    // 「午後一時から五時」
    if isNumeral(c) {
      var at = index + 1
      while let next = text[at], isNumeral(next) { at += 1 }
      return [0x6642, 0x5206].contains(text[at] ?? 0)
    }
    if "月火水木金土曜".unicodeScalars.contains(where: { $0.value == c }) { return true }
    for word in ["から", "まで", "か"] {
      let scalars = FoldedText(word).scalars
      if scalars.first == c, text.has(scalars, at: index), let before = text[index - 1],
        [0x6642, 0x5206, 0x534A].contains(before) || (0x30...0x39).contains(before)
      {
        return true
      }
    }
    // ら and で of から, まで.
    if let before = text[index - 1], let first = text[index - 2] {
      if c == 0x3089, before == 0x304B, [0x6642, 0x5206, 0x534A].contains(first) { return true }
      if c == 0x3067, before == 0x307E, [0x6642, 0x5206, 0x534A].contains(first) { return true }
    }
    return false
  }

  private static func isNumeral(_ c: UInt32) -> Bool {
    "一二三四五六七八九十".unicodeScalars.contains { $0.value == c }
  }

  private static func clauseEnd(_ text: NeedText, _ index: Int) -> Int {
    var at = index
    while at < text.scalars.count, !NeedText.ends(text.scalars[at]) {
      if text.scalars[at] == 0x3001, at > index + 1 { break }
      at += 1
    }
    return max(at, index)
  }

  private static func clauseStart(_ text: NeedText, _ index: Int) -> Int {
    var at = index
    while at > 0, !NeedText.ends(text.scalars[at - 1]), text.scalars[at - 1] != 0x3001 { at -= 1 }
    return at
  }

  /// 「午後一時から五時」 with the hours in digits, as schedules write them.
  private static func digits(_ words: String) -> String {
    var out = ""
    var pending = ""
    func value() -> Int {
      pending.reduce(0) { sum, c in
        c == "十" ? max(1, sum) * 10 : sum + (Array("〇一二三四五六七八九").firstIndex(of: c) ?? 0)
      }
    }
    for c in words {
      if "〇一二三四五六七八九十".contains(c) {
        pending.append(c)
        continue
      }
      if !pending.isEmpty { out += "時分".contains(c) ? "\(value())" : pending }
      pending = ""
      out.append(c)
    }
    return out + pending
  }

  private static func spans(of words: String) -> [PersonFacts.Span] {
    let reading = PersonTimesReader.read(digits(words))
    guard reading.complete else { return [] }
    return reading.rules.flatMap { rule -> [PersonFacts.Span] in
      guard !rule.closed, !rule.days.isEmpty || !rule.hours.isEmpty else { return [] }
      guard !rule.hours.isEmpty else {
        return [PersonFacts.Span(days: rule.days, from: nil, to: nil)]
      }
      return rule.hours.map { PersonFacts.Span(days: rule.days, from: $0.from, to: $0.to) }
    }
  }
}
