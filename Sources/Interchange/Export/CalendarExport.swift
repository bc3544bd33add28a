import Model
import ReferenceData
import Timetable

/// Resources as a calendar (RFC 5545): an event for each rule of a schedule that was read to its end.
///
/// Days are told for this year and the next, as an index knows them. What names no day for certain
/// (随時, 隔週 without a first day) is left out.
struct CalendarExport {
  let today: CalendarDate
  /// Label of a category code in Japanese.
  let label: (String) -> String?
  private let first: CalendarDate
  private let last: CalendarDate
  /// Lists repeat their schedules.
  private var known: [String: [CalendarEvent]?] = [:]
  private static let mostKnown = 5_000

  init(today: CalendarDate, label: @escaping (String) -> String?) {
    (self.today, self.label) = (today, label)
    first = CalendarDate(year: today.year, month: 1, day: 1) ?? today
    last = CalendarDate(year: min(today.year + 1, 9_999), month: 12, day: 31) ?? today
  }

  func head() -> String {
    let years = "\(first.year)年1月1日から\(last.year)年12月31日まで"
    return [
      ("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Sasae//Sasae//JA"),
      ("CALSCALE", "GREGORIAN"), ("X-WR-CALNAME", "地域資源の予定"),
      ("X-WR-CALDESC", CalendarText.escaped("\(years)の予定。日時を読みきれた資源だけが入っています。")),
      ("X-WR-TIMEZONE", "Asia/Tokyo"),
      ("BEGIN", "VTIMEZONE"), ("TZID", "Asia/Tokyo"), ("BEGIN", "STANDARD"),
      ("DTSTART", "19700101T000000"), ("TZOFFSETFROM", "+0900"), ("TZOFFSETTO", "+0900"),
      ("TZNAME", "JST"), ("END", "STANDARD"), ("END", "VTIMEZONE"),
    ].map { CalendarText.line($0, $1) }.joined()
  }

  func tail() -> String { CalendarText.line("END", "VCALENDAR") }

  /// Empty where it has no day that is known for certain.
  mutating func piece(_ resource: Resource) -> String {
    guard resource.status == .active || resource.status == .retired,
      let events = events(resource.schedule)
    else { return "" }
    let shared = shared(resource)
    return events.map { event in
      var lines = [
        ("BEGIN", "VEVENT"),
        ("UID", CalendarText.escaped("\(resource.id)#\(event.mark)@sasae")),
        ("DTSTAMP", Self.midnight(today)),
      ]
      lines += times(event)
      return (lines + shared + [("END", "VEVENT")]).map { CalendarText.line($0, $1) }.joined()
    }.joined()
  }

  private mutating func events(_ schedule: Schedule?) -> [CalendarEvent]? {
    guard let text = schedule?.text else { return nil }
    let from = schedule?.validFrom.flatMap { CalendarDate($0) }.map { max($0, first) } ?? first
    let to = schedule?.validTo.flatMap { CalendarDate($0) }.map { min($0, last) } ?? last
    let key = "\(from.daysSince1970) \(to.daysSince1970) \(text)"
    if let events = known[key] { return events }
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    let events = PhraseReader.read(text).events(from: from, to: to)
    known[key] = .some(events)
    return events
  }

  // MARK: when

  private func times(_ event: CalendarEvent) -> [(String, String)] {
    // An end without a beginning can't be a time of an event.
    let from = event.hours?.from
    func stamp(_ name: String, _ dates: [CalendarDate], _ minutes: Int?) -> (String, String) {
      guard let minutes else {
        return (name + ";VALUE=DATE", dates.map(Self.digits).joined(separator: ","))
      }
      return (
        name + ";TZID=Asia/Tokyo",
        dates.map { Self.digits($0, minutes) }.joined(separator: ",")
      )
    }
    var out = [stamp("DTSTART", [event.start], from)]
    if let from {
      if let to = event.hours?.to, to > from { out.append(stamp("DTEND", [event.start], to)) }
    } else {
      out.append(stamp("DTEND", [CalendarDate(daysSince1970: event.start.daysSince1970 + 1)], nil))
    }
    if let rule = event.repeats {
      // In UTC where the first day has a time: the last minute of the day in Japan.
      let until = Self.digits(event.until)
      out.append(("RRULE", rule.text + ";UNTIL=" + until + (from == nil ? "" : "T145959Z")))
    }
    if !event.except.isEmpty { out.append(stamp("EXDATE", event.except, from)) }
    if !event.also.isEmpty { out.append(stamp("RDATE", event.also, from)) }
    return out
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  private static func digits(_ date: CalendarDate) -> String {
    date.text.split(separator: "-").joined()
  }

  /// Minutes past 24:00 are of the days after.
  private static func digits(_ date: CalendarDate, _ minutes: Int) -> String {
    let day = CalendarDate(daysSince1970: date.daysSince1970 + minutes / 1_440)
    return digits(day) + "T" + two(minutes / 60 % 24) + two(minutes % 60) + "00"
  }

  /// The beginning of a day in Japan, in UTC.
  private static func midnight(_ date: CalendarDate) -> String {
    digits(CalendarDate(daysSince1970: date.daysSince1970 - 1)) + "T150000Z"
  }

  // MARK: what

  /// What all events of a resource say.
  private func shared(_ resource: Resource) -> [(String, String)] {
    var out = [("SUMMARY", CalendarText.escaped(resource.name))]
    let place = [resource.place?.name, resource.place?.address].compactMap { $0 }
    if !place.isEmpty {
      out.append(("LOCATION", CalendarText.escaped(place.joined(separator: " "))))
    }
    out.append(("DESCRIPTION", CalendarText.escaped(description(resource))))
    if let point = resource.place?.coordinate { out.append(("GEO", "\(point.lat);\(point.lng)")) }
    if case .string(let text)? = resource.extra["url"], let link = CalendarText.link(text) {
      out.append(("URL", link))
    }
    if !resource.categories.isEmpty {
      let labels = resource.categories.map { CalendarText.escaped(label($0) ?? $0) }
      out.append(("CATEGORIES", labels.joined(separator: ",")))
    }
    if let day = resource.confirmed.flatMap({ CalendarDate($0.on) }) {
      out.append(("LAST-MODIFIED", Self.midnight(day)))
    }
    out.append(("STATUS", resource.status == .retired ? "CANCELLED" : "CONFIRMED"))
    out.append(("TRANSP", "TRANSPARENT"))
    return out
  }

  private func description(_ resource: Resource) -> String {
    var lines: [String] = []
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append(label + "：" + text) }
    }
    add("日時", resource.schedule?.text)
    let phone = resource.contacts.compactMap(\.phone).first ?? resource.place?.phone
    let isHidden = resource.contacts.contains(where: \.redacted)
    add("電話", phone ?? (isHidden ? "非公開" : nil))
    add("料金", resource.cost?.text)
    add("対象", resource.eligibility?.text)
    add("確認日", resource.confirmed?.on)
    let source = resource.source?.attribution ?? resource.source?.name
    add("出典", source.map { $0.hasPrefix("出典：") ? String($0.dropFirst(3)) : $0 })
    return lines.joined(separator: "\n")
  }
}

extension CalendarEvent {
  /// Tells the events of a resource apart, and stays while its rules keep their order.
  fileprivate var mark: String { part == 0 ? "\(rule + 1)" : "\(rule + 1).\(part + 1)" }
}
