import Diagnostics
import Model
import Timetable

extension ParseSchedule {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "日時を読む", en: "Read a schedule"), effect: .reads,
    input: [
      "text": MemberNote(
        "日時のことば（例: 第2・4火曜 13:30～15:30（祝日除く））", "the phrase, such as 第2・4火曜 13:30～15:30（祝日除く）"),
      "from": MemberNote("最初の日付（既定は今日）", "first date; today when absent"),
      "to": MemberNote("最後の日付（既定は2か月先）", "last date; two months on when absent"),
      "polarity": MemberNote(
        "書かれた日が open 開く日か closed 休む日か（定休日の欄なら closed）。ことば自身が言うときはそれに従う",
        "whether the days are open or closed ones (closed for a column of closing days); the phrase's own words win"
      ).among(Polarity.self),
    ],
    output: [
      "rules": MemberNote("読みとった決まり", "the rules read from it"),
      "complete": MemberNote(
        "意味を変えうることばが残らなかったか。false のときは何も計算しない",
        "whether nothing was left over that could change the meaning; when false, nothing is computed from it"
      ),
      "leftover": MemberNote("読めなかった、または決めきれないことば", "what was not understood, or leaves it open"),
      "dates": MemberNote(
        "その日付。時刻しか書かれていないとき、読みきれないときは無い",
        "its dates; absent when it names only hours or was not understood"),
      "rules.days": MemberNote("曜日（MO…SU）。なければ限らない", "weekdays, MO…SU; any when absent"),
      "rules.weeks": MemberNote("月の第何（1…5、-1 は最終）", "which of the month: 1…5, -1 the last"),
      "rules.monthDays": MemberNote("月の何日（-1 は末日）", "days of the month, -1 the last"),
      "rules.months": MemberNote("月", "months"),
      "rules.interval": MemberNote("2 なら隔週（日や第何のときは隔月）", "2: every other week, or month"),
      "rules.from": MemberNote("始まり HH:MM", "begin, HH:MM"),
      "rules.to": MemberNote("終わり HH:MM。24:00 を過ぎれば翌日", "end, HH:MM; beyond 24:00 on the next day"),
      "rules.validFrom": MemberNote(
        "期間の初め。YYYY-MM-DD、毎年なら MM-DD", "first day, YYYY-MM-DD, or MM-DD for every year"),
      "rules.validTo": MemberNote("期間の終わり", "last day, the same"),
      "rules.onHolidays": MemberNote(
        "祝日も（曜日がなければ祝日だけ）", "on public holidays too; only on them without weekdays"),
      "rules.exceptHolidays": MemberNote("祝日を除く", "not on public holidays"),
      "rules.nearHoliday": MemberNote(
        "祝日のとなりの日（祝前日、祝日の翌日、祝日の翌平日）だけ", "only on the days beside public holidays"
      ).among(HolidayNeighbour.self),
      "rules.ifHoliday": MemberNote("祝日に当たれば移る先", "where a day goes that is a public holiday")
        .among(HolidayShift.self),
      "rules.closed": MemberNote("休む日（時刻だけなら休む時間）", "closed on these days, or in these hours"),
      "rules.text": MemberNote("その決まりのことば", "the rule in words"),
      "dates.date": MemberNote("日付", "the date"),
      "dates.from": MemberNote("始まり HH:MM", "begin, HH:MM"),
      "dates.to": MemberNote("終わり HH:MM", "end, HH:MM"),
    ],
    examples: [
      [
        "text": "第2・4火曜 13:30～15:30（祝日除く）", "from": "2026-12-01", "to": "2026-12-31",
      ]
    ])
}
