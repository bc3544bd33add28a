import Diagnostics
import MatchingKit
import Model
import Timetable

/// A person's free and taken times, of what the request states of them.
struct PersonTimes {
  private(set) var free: ScheduleReading?
  private(set) var busy: ScheduleReading?
  /// Members whose words were not understood to the end; nothing is taken from them.
  private(set) var notUnderstood: Set<String> = []

  init(_ person: Person) throws(SasaeError) {
    free = try read(person.availability, "availability", person.availableText, "availableText")
    busy = try read(person.busy, "busy", person.busyText, "busyText")
  }

  private mutating func read(
    _ times: [Person.Times]?, _ member: String, _ text: String?, _ textMember: String
  ) throws(SasaeError) -> ScheduleReading? {
    var rules: [Recurrence] = []
    for (i, time) in (times ?? []).enumerated() {
      guard let rule = time.rule else {
        // The times are a person's: they are not told.
        throw SasaeError(
          "usage.request",
          [
            "detail": Bilingual(
              ja: "「person.\(member)」の\(i + 1)番目の from・to は HH:MM で、to は from より後にしてください",
              en:
                "'from' and 'to' of entry \(i + 1) of 'person.\(member)' must be HH:MM, 'to' the later"
            )
          ])
      }
      rules.append(rule)
    }
    if let text = text.flatMap(MemberReader.stated) {
      let reading = PersonTimesReader.read(text)
      if reading.complete, reading.days(from: Self.probe, to: Self.probe) != nil {
        rules += reading.rules
      } else {
        notUnderstood.insert(textMember)
      }
    }
    return rules.isEmpty ? nil : ScheduleReading(rules: rules, complete: true)
  }

  /// Any day: whether rules tell days does not depend on it.
  private static let probe = CalendarDate(daysSince1970: 0)
}
