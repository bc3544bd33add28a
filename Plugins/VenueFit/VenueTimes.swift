import Diagnostics
import MatchingKit
import Model
import Timetable

/// Wanted days and hours beside those on which the place is open.
enum VenueTimes {
  private static let field = "schedule.text"

  static func judge(_ wish: VenueWish, _ place: ResourceView) -> Finding {
    guard !wish.days.isEmpty || wish.hours != nil else { return .nothing }
    let wanted = WantedTimes(wish: wish)
    guard let times = place.times else {
      return .unknown(
        .init(
          field: field,
          text: Bilingual(ja: "\(wanted.ja)に使えますか", en: "can it be used \(wanted.en)?")))
    }
    if place.isActivity {
      return .unknown(
        .init(
          field: field,
          text: Bilingual(
            ja: "\(wanted.ja)に、活動（\(times.text)）のほかに場所を借りられますか",
            en: "can the room be had \(wanted.en), besides what takes place there (\(times.text))?")
        ))
    }
    let ask = Finding.unknown(
      .init(
        field: field,
        text: Bilingual(
          ja: "\(wanted.ja)に使えますか（\(times.text)）",
          en: "can it be used \(wanted.en) (\(times.text))?")))
    guard times.isComplete else { return ask }
    guard let days = times.days else {
      if let hours = wish.hours, !times.hoursOfAnyDay.isEmpty, !covers(times.hoursOfAnyDay, hours) {
        return closed(wanted, times)
      }
      return ask
    }
    guard !days.isEmpty else { return ask }
    return judge(wish, days, wanted, times)
  }

  private static func judge(
    _ wish: VenueWish, _ days: [ScheduledDay], _ wanted: WantedTimes, _ times: ResourceTimes
  ) -> Finding {
    let isOpen = days.filter { day in
      // Of a day without hours nothing more is known.
      day.hours.isEmpty || wish.hours.map { covers(day.hours, $0) } ?? true
    }
    let weekdays = wish.days.isEmpty ? Weekday.allCases : wish.days
    let open = isOpen.filter { weekdays.contains($0.date.weekday) }
    guard !open.isEmpty else { return closed(wanted, times) }
    let some = weekdays.filter { day in open.contains { $0.date.weekday == day } }
    let weeks = Double(ResourceTimes.horizon / 7)
    let share = min(1, Double(open.count) / (weeks * Double(max(1, some.count))))
    let fit = Explanation(
      plugin: VenueFit.id, code: "times", value: 0.5 + 0.5 * share,
      text: Bilingual(
        ja: "\(wanted.ja)に使えます（\(times.text)）", en: "open \(wanted.en) (\(times.text))"),
      facts: ["days": .number(Double(open.count)), "weeks": .number(weeks)])
    if wish.hours != nil, open.contains(where: \.hours.isEmpty) {
      return .partly(
        fit,
        .init(
          field: field,
          text: Bilingual(
            ja: "何時から何時まで使えますか（\(times.text)）", en: "from when to when (\(times.text))?")))
    }
    guard !wish.days.isEmpty, some.count < wish.days.count else { return .fits(fit) }
    let ja = some.map { $0.label.ja }.joined(separator: "・")
    let en = some.map { $0.label.en }.joined(separator: ", ")
    return .partly(
      .init(
        plugin: VenueFit.id, code: "times",
        value: fit.value * Double(some.count) / Double(wish.days.count),
        text: Bilingual(
          ja: "\(ja)曜に使えます（\(times.text)）", en: "open on \(en) (\(times.text))"),
        facts: ["days": .number(Double(open.count)), "weeks": .number(weeks)]),
      .init(
        field: field,
        text: Bilingual(
          ja: "使えるのは\(ja)曜だけです。それでよいですか", en: "it is open on \(en) only: will that do?")))
  }

  private static func closed(_ wanted: WantedTimes, _ times: ResourceTimes) -> Finding {
    .broken(
      .init(
        code: "closed",
        text: Bilingual(
          ja: "\(wanted.ja)には使えません（\(times.text)）", en: "not open \(wanted.en) (\(times.text))")))
  }

  /// Whether one stretch holds all of it; an end that is not stated bars nothing.
  private static func covers(_ open: [ClockSpan], _ wanted: TimeRange) -> Bool {
    open.contains { span in
      (span.from ?? 0) <= wanted.from && (span.to ?? 48 * 60) >= wanted.to
    }
  }
}

/// 「火・木曜 10:00～12:00」.
private struct WantedTimes: Sendable {
  let wish: VenueWish

  var ja: String {
    let days = wish.days.isEmpty ? nil : wish.days.map { $0.label.ja }.joined(separator: "・") + "曜"
    return [days, hours("～")].compactMap(\.self).joined(separator: " ")
  }

  var en: String {
    let days =
      wish.days.isEmpty ? nil : "on " + wish.days.map { $0.label.en }.joined(separator: ", ")
    return [days, hours("–")].compactMap(\.self).joined(separator: " ")
  }

  private func hours(_ to: String) -> String? {
    wish.hours.map { TimeRange.text($0.from) + to + TimeRange.text($0.to) }
  }
}
