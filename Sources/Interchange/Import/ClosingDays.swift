import Timetable

/// A column of closing days (定休日, 休館日) beside one of hours: put together as one schedule whose words say
/// which days are which.
enum ClosingDays {
  /// Cells that say there are none.
  private static let none: Set<String> = ["なし", "無し", "無", "無休", "年中無休", "ナシ", "特になし"]
  private static let starts = ["無休", "年中無休"]
  /// Words by which a cell says itself that it is closed.
  private static let marks = [
    "休み", "休館", "休業", "定休", "休診", "休園", "休所", "休場", "休会", "休止", "休講", "店休", "不定休", "閉館",
    "閉所", "閉店", "閉園", "閉鎖", "利用不可",
  ]

  /// `hours` with the closing days of `cell`; either may be all there is.
  static func joined(_ hours: String, _ cell: String) -> String {
    if none.contains(cell) { return hours.isEmpty ? "年中無休" : hours + "（年中無休）" }
    let days = said(cell)
    guard !hours.isEmpty else { return days }
    let usual = hours + "（" + days + "）"
    let parts = (PhraseReader.read(hours), PhraseReader.read(cell, polarity: .closed))
    guard parts.0.complete, parts.1.complete else { return usual }
    // The first way to write it that says both and nothing else; the usual one is what a person would write.
    let wanted = Set(parts.0.rules + parts.1.rules)
    var whole: String?
    for text in [usual, hours + " " + days, hours + "、" + days] {
      let reading = PhraseReader.read(text)
      guard reading.complete else { continue }
      if Set(reading.rules) == wanted { return text }
      if whole == nil { whole = text }
    }
    return whole ?? usual
  }

  /// The cell with a word that makes its days closing days, where it has none itself.
  private static func said(_ cell: String) -> String {
    let reading = PhraseReader.read(cell, polarity: .closed)
    let saysItself =
      reading.complete
      ? PhraseReader.read(cell).rules == reading.rules
      : cell.hasSuffix("休") || starts.contains { cell.hasPrefix($0) }
        || marks.contains { ByteSearch.contains(cell, $0) }
    return saysItself ? cell : "休み：" + cell
  }
}
