import JapaneseText
import Model

extension RowMapper {
  /// Whether it is still there: words of a status column, a day on which it closed, 「休止中」 where
  /// the days should be.
  mutating func addStatus(_ row: RowCells, to resource: inout Resource) {
    if let cell = row.firstLine(plan.status) {
      if let status = Self.status(cell) {
        resource.status = status
        evidence.note("status", "\(heading(plan.status, ""))：\(cell)")
      } else {
        warn("warning.status", plan.status, row, cell)
      }
    }
    if let day = row.firstLine(plan.endedDate),
      let last = JapaneseDate.read(day, order: dateOrder)?.last, last.year < 2099
    {
      resource.status = .retired
      evidence.note("status", "\(heading(plan.endedDate, ""))：\(day)")
    }
    addStatus(ofName: &resource)
    guard resource.status == .active else { return }
    let columns = [
      plan.days, plan.often, plan.scheduleText, plan.scheduleNote, plan.opens, plan.note,
    ]
    for columns in columns {
      guard row.endsShortly(columns, with: ["中", "す"]), let cell = row.firstLine(columns),
        Self.saysPaused(cell)
      else { continue }
      resource.status = .paused
      evidence.note("status", "\(heading(columns, ""))：\(cell)")
    }
  }

  /// 「【閉店】○○」「○○（休止中）」
  private mutating func addStatus(ofName resource: inout Resource) {
    let name = resource.name
    guard ["【", "（", "("].contains(where: { ByteSearch.contains(name, $0) }) else { return }
    for (words, status) in Self.nameMarks {
      for word in words
      where ["【\(word)】", "（\(word)）", "(\(word))"].contains(
        where: { ByteSearch.contains(name, $0) })
      {
        resource.status = status
        evidence.note("status", "name \(word)")
        return
      }
    }
  }

  private static let nameMarks: [(words: [String], status: ResourceStatus)] = [
    (["廃止", "閉店", "閉所", "閉館", "終了", "解散", "廃業"], .retired),
    (["休止中", "休止", "休会中", "休業中", "休館中", "一時休止"], .paused),
  ]

  private static func saysPaused(_ cell: String) -> Bool {
    ByteSearch.hasSuffix(cell, "休止中") || ByteSearch.hasSuffix(cell, "休業中")
      || ByteSearch.hasSuffix(cell, "休会中") || ByteSearch.hasSuffix(cell, "中止中")
      || ByteSearch.hasSuffix(cell, "休止しています")
  }

  static func status(_ cell: String) -> ResourceStatus? {
    if let status = ResourceStatus(rawValue: cell) { return status }
    return statusWords.first { $0.words.contains(Normalizer.nfkc(cell)) }?.status
  }

  private static let statusWords: [(status: ResourceStatus, words: Set<String>)] = [
    (.active, ["活動中", "開催中", "営業中", "実施中", "運営中", "継続", "有効", "公開", "稼働中", "指定"]),
    (.paused, ["休止", "休止中", "休会", "休会中", "休業", "休業中", "一時休止", "中断", "停止中"]),
    (.retired, ["終了", "廃止", "解散", "閉店", "閉所", "廃業", "閉鎖", "取消"]),
    (.potential, ["準備中", "開設予定", "予定", "検討中", "候補"]),
  ]
}
