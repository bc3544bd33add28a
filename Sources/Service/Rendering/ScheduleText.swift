import Diagnostics
import Model

extension ParseSchedule {
  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let isJapanese = page.language == .ja
    for rule in output.rules { page.line(rule.text) }
    if !output.complete {
      page.line(isJapanese ? "読みきれませんでした" : "not understood as a whole")
      if let leftover = output.leftover {
        page.paragraph((isJapanese ? "残ったことば: " : "left over: ") + leftover)
      }
      return
    }
    guard let dates = output.dates else {
      page.line(isJapanese ? "日付は書かれていません" : "it names no dates")
      return
    }
    page.line()
    page.table(
      dates.map { day in
        let weekday = CalendarDate(day.date)?.weekday.label(page.language) ?? ""
        let hours = day.from == nil && day.to == nil ? "" : (day.from ?? "") + "～" + (day.to ?? "")
        return [day.date, isJapanese ? "（\(weekday)）" : weekday, hours]
      })
    if dates.isEmpty { page.line(isJapanese ? "この間に日はありません" : "no days in this time") }
  }
}
