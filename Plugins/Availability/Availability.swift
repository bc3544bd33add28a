import Diagnostics
import MatchingKit
import Model
import Timetable

/// Whether the times fit: the resource's days and hours beside the person's free ones and what their week already
/// holds (空き時間・予定・次の日).
///
/// - Days are compared one by one over the next nine weeks, so nth weekdays, seasons and holidays count.
/// - Times that meet: from 0.5 upwards by how much of the resource's hours fits, two hours being enough.
/// - No day on which they meet is excluded: `busy` where only what is on the week already stands in the way,
///   `no-overlap` else.
/// - Words about time that are missing, or were not understood to the end, are asked about, but only when
///   something is known of the person's times.
/// - For an urgent need the next possible day counts too: 1 within a week, 0.3 after a month.
/// - Phone, post, online and delivery without stated times fit any time.
public struct Availability: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "availability", version: "1.0",
    summary: Bilingual(
      ja: "空いている時間・すでにある予定・次の開催日に合うか",
      en: "whether its times fit the person's free hours, what their week holds, and how soon"),
    reads: [.needs, .personAvailability, .personBusy, .resourceSchedule, .resourceModes])

  /// Without stated times these don't ask for the person's.
  static let anyTime: Set<ReachMode> = [.phone, .post, .online, .delivery]
  /// Nobody gains from more than this at a time, nor from less than `least`, minutes. Judgement of this project.
  static let enough = 120
  static let least = 15

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    guard let today = request.today else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    let week = FreeTime(free: request.free, busy: request.busy, from: today)
    let isUrgent = request.needs.contains(where: \.isUrgent)
    guard week.isKnown || isUrgent else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    return candidates.map { judge($0, week, isUrgent, today) }
  }

  private func judge(
    _ resource: ResourceView, _ week: FreeTime, _ isUrgent: Bool, _ today: CalendarDate
  ) -> Verdict {
    guard let times = resource.times else {
      let modes = resource.modes
      if !week.isKnown || (!modes.isEmpty && modes.allSatisfy(Self.anyTime.contains)) {
        return .abstain
      }
      return ask(Bilingual(ja: "いつやっていますか", en: "when does it take place?"))
    }
    guard times.isComplete else { return week.isKnown ? askWhether(times) : .abstain }
    guard let days = times.days else { return hoursAlone(times, week) }
    guard !days.isEmpty else {
      return ask(
        Bilingual(
          ja: "この先\(ResourceTimes.horizon / 7)週間に開催日がありません（\(times.text)）。次はいつですか",
          en: "no day within \(ResourceTimes.horizon / 7) weeks (\(times.text)): when is the next?")
      )
    }
    let meeting = Meeting(days, week)
    guard let next = meeting.next else {
      if meeting.hasOpenHours {
        return ask(
          Bilingual(
            ja: "何時から何時までですか（\(times.text)）", en: "from when to when is it (\(times.text))?"))
      }
      return .exclude(reason(meeting, times))
    }
    return .score(score(meeting, next, times, week, isUrgent, today))
  }

  /// Hours are told, days are not.
  private func hoursAlone(_ times: ResourceTimes, _ week: FreeTime) -> Verdict {
    guard week.isKnown, !times.hoursOfAnyDay.isEmpty else {
      return week.isKnown ? askWhether(times) : .abstain
    }
    let meeting = Meeting(
      week.days.map { ScheduledDay(date: $0, hours: times.hoursOfAnyDay) }, week)
    // Whatever its days are, its hours don't fit.
    if meeting.next == nil { return .exclude(reason(meeting, times)) }
    return ask(
      Bilingual(ja: "何曜日にやっていますか（\(times.text)）", en: "on which days (\(times.text))?"))
  }

  private func score(
    _ meeting: Meeting, _ next: Meeting.Day, _ times: ResourceTimes, _ week: FreeTime,
    _ isUrgent: Bool, _ today: CalendarDate
  ) -> Explanation {
    let until = next.date.daysSince1970 - today.daysSince1970
    let soon = Explanation(
      plugin: manifest.id, code: "next-date", value: Self.soonness(until),
      text: Bilingual(ja: "次は\(next.words.ja)", en: "next on \(next.words.en)"),
      facts: ["date": .text(next.date.text), "inDays": .number(Double(until))])
    guard week.isKnown else { return soon }
    let fit = Explanation(
      plugin: manifest.id, code: "overlap", value: 0.5 + 0.5 * meeting.share,
      text: Bilingual(
        ja: "\(next.words.ja)が都合に合います（\(times.text)）",
        en: "\(next.words.en) suits the person (\(times.text))"),
      facts: [
        "date": .text(next.date.text), "minutes": .number(Double(next.minutes)),
        "days": .number(Double(meeting.count)), "ofDays": .number(Double(meeting.all)),
      ])
    guard isUrgent else { return fit }
    return Explanation(
      plugin: manifest.id, code: "times", text: Bilingual(ja: "日時", en: "times"),
      weighing: [.init(weight: 0.6, node: fit), .init(weight: 0.4, node: soon)])
  }

  /// By days until it is possible. Judgement of this project.
  static func soonness(_ days: Int) -> Double {
    switch days {
    case ...7: 1
    case ...14: 0.8
    case ...31: 0.5
    default: 0.3
    }
  }

  private func reason(_ meeting: Meeting, _ times: ResourceTimes) -> Verdict.Reason {
    meeting.isOnlyTaken
      ? .init(
        code: "busy",
        text: Bilingual(
          ja: "すでにある予定と重なります（\(times.text)）",
          en: "it clashes with what the person's week already holds (\(times.text))"))
      : .init(
        code: "no-overlap",
        text: Bilingual(
          ja: "空いている時間と合いません（\(times.text)）",
          en: "it does not meet the person's free hours (\(times.text))"))
  }

  private func askWhether(_ times: ResourceTimes) -> Verdict {
    ask(
      Bilingual(
        ja: "日時は都合に合いますか（\(times.text)）", en: "do its times suit the person (\(times.text))?"))
  }

  private func ask(_ text: Bilingual) -> Verdict {
    .unknown(.init(field: "schedule.text", text: text))
  }
}
