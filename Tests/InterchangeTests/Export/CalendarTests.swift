import Foundation
import Interchange
import Model
import TestSupport
import Testing
import Timetable

@Suite("Calendar")
struct CalendarTests {
  static let today = CalendarDate(year: 2026, month: 11, day: 21)
  static let years = ("2026-01-01", "2027-12-31")

  private func text(_ resources: [Resource], today: String = "2026-11-21") throws -> String {
    var writer = ResourceWriter(.ics, today: try #require(CalendarDate(today))) {
      ["A-SALON": "サロン, 居場所"][$0]
    }
    return try writer.head() + resources.map { try writer.piece($0) }.joined() + writer.tail()
  }

  private func resource(_ phrase: String?, id: String = "t:1") -> Resource {
    var out = Resource(id: id, name: "ふれあいサロン")
    out.schedule = phrase.map { Schedule(text: $0) }
    return out
  }

  private func instances(_ phrase: String) throws -> [String] {
    try CalendarReader(text([resource(phrase)])).events.flatMap { try $0.instances() }.sorted()
  }

  /// What the schedule itself says; days whose hours have an end alone are whole days of a calendar.
  private func expected(_ phrase: String) throws -> [String] {
    let first = try #require(CalendarDate(Self.years.0))
    let last = try #require(CalendarDate(Self.years.1))
    let days = PhraseReader.read(phrase).days(from: first, to: last) ?? []
    return days.flatMap { day -> [String] in
      if day.hours.isEmpty { return [day.date.text] }
      return day.hours.map { span in
        guard var from = span.from else { return day.date.text }
        let length = span.to.map { $0 - from }
        var date = day.date
        while from >= 1_440 {
          from -= 1_440
          date = CalendarDate(daysSince1970: date.daysSince1970 + 1)
        }
        return "\(date.text) \(from)-" + (length.map { "\(from + $0)" } ?? "")
      }
    }.sorted()
  }

  static let phrases = [
    "毎週火曜 13:30～15:30（祝日除く）", "第2・4火曜 10時～12時", "最終金曜 18:00～20:00", "毎月5日・20日", "毎月末日 9:00～12:00",
    "土日祝 10:00～16:00", "祝日 10:00～16:00", "毎日 17:00～24:00", "金・土 22:00～翌3:00", "24時間 年中無休",
    "平日 9:00～17:00（12/29～1/3は休み）", "9:00～17:00 休館日：月曜（祝日の場合は翌日）、年末年始", "休館日：月曜",
    "4月～10月 毎週土曜 9:00～11:00", "4月15日～9月10日 毎週水曜 9:00～11:00", "奇数月 第3木曜 14:00～16:00",
    "9:00～18:00（土日は15:00まで）", "月～金 9:00～12:00、13:00～17:00", "2026年12月1日 10:00～12:00",
    "2026年12月1日～2027年2月28日 毎週月曜 10:00～11:00", "2026年4月7日から隔週火曜 10:00～12:00",
    "9:00～17:00（12～13時休憩） 水曜定休", "毎週日曜 10時～", "毎週日曜 ～17時", "第1日曜（1月は第2日曜）10:00～12:00",
    "5のつく日 9:00～12:00", "2月29日 10:00～12:00", "1月1日 6:00～9:00",
  ]

  @Test("has the days and hours of the schedule", arguments: phrases)
  func days(_ phrase: String) throws {
    let found = try instances(phrase)
    #expect(found == (try expected(phrase)))
  }

  @Test("has those of every phrase of real lists")
  func realPhrases() throws {
    let lines = try Repository.text("Tests/TimetableTests/Fixtures/phrases.tsv")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
    var filled = 0
    for line in lines {
      let phrase = String(line.split(separator: "\t", omittingEmptySubsequences: false)[2])
      let found = try instances(phrase)
      #expect(found == (try expected(phrase)), "\(phrase)")
      if !found.isEmpty { filled += 1 }
    }
    #expect(filled > 200, "\(filled)")
  }

  @Test(
    "says with a rule what iCalendar can say",
    arguments: [
      ("毎週火曜 13:30～15:30", "FREQ=WEEKLY;BYDAY=TU"),
      ("第2火曜 13:30～15:30", "FREQ=MONTHLY;BYDAY=2TU"),
      ("第2・4水曜", "FREQ=MONTHLY;BYDAY=2WE,4WE"), ("最終金曜", "FREQ=MONTHLY;BYDAY=-1FR"),
      ("毎月5日・20日", "FREQ=MONTHLY;BYMONTHDAY=5,20"), ("毎日", "FREQ=DAILY"),
      ("8月 毎週土曜", "FREQ=WEEKLY;BYMONTH=8;BYDAY=SA"),
      ("2026年4月7日から隔週火曜", "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU"),
      ("9:00～17:00 月曜休館", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU"),
    ])
  func rules(_ phrase: String, _ rule: String) throws {
    let event = try #require(try CalendarReader(text([resource(phrase)])).events.first)
    let found = try #require(event["RRULE"])
    #expect(found.hasPrefix(rule + ";UNTIL=2027123"), "\(found)")
    #expect(event["EXDATE"] == nil && event["RDATE"] == nil)
  }

  @Test("tells holidays one by one")
  func holidays() throws {
    let event = try #require(
      try CalendarReader(text([resource("毎週月曜 10:00～12:00（祝日除く）")])).events.first)
    #expect(event["RRULE"] == "FREQ=WEEKLY;BYDAY=MO;UNTIL=20271231T145959Z")
    let out = try #require(event["EXDATE"])
    #expect(out.contains("20261012T100000") && out.contains("20270111T100000"))
    #expect(event.has("TZID=Asia/Tokyo", "EXDATE"))
    let free = try #require(try CalendarReader(text([resource("土日祝")])).events.first)
    #expect(free["RDATE"]?.contains("20261103") == true && free.has("VALUE=DATE", "RDATE"))
  }

  @Test(
    "leaves out what it would have to guess",
    arguments: [
      nil, "随時", "毎月1回", "隔週火曜 10:00～12:00", "9:00～17:00", "不定期（要問合せ）", "2020年1月1日 10:00～12:00",
    ])
  func undecided(_ phrase: String?) throws {
    var writer = ResourceWriter(.ics, today: try #require(Self.today))
    #expect(try writer.piece(resource(phrase)).isEmpty)
    #expect(try writer.piece(resource("毎週火曜")).isEmpty == false)
    #expect(writer.leftOut == 1)
  }

  @Test("has nothing of what is paused, and cancels what is retired")
  func status() throws {
    var salon = resource("毎週火曜")
    for (status, said) in [
      (ResourceStatus.active, "CONFIRMED"), (.paused, nil), (.potential, nil),
      (.retired, "CANCELLED"),
    ] {
      salon.status = status
      #expect(try CalendarReader(text([salon])).events.first?["STATUS"] == said)
    }
  }

  @Test("keeps to the dates of the record")
  func validity() throws {
    var course = resource("毎週火曜 10:00～11:00")
    course.schedule?.validFrom = "2026-12-02"
    course.schedule?.validTo = "2026-12-20"
    let events = try CalendarReader(text([course])).events
    #expect(
      try events.flatMap { try $0.instances() }.sorted() == [
        "2026-12-08 600-660", "2026-12-15 600-660",
      ])
  }

  @Test("says what a person needs, and what marks mean is text")
  func properties() throws {
    var salon = resource("毎週火曜 13:30～15:30\n（祝日除く）", id: "town:サロン,1;2")
    salon.name = "サロン; \"番町\", \\ と"
    salon.categories = ["A-SALON", "P-HALL"]
    salon.place = Place(name: "会館", address: "高松市番町1-1")
    salon.place?.lat = 34.34
    salon.place?.lng = 134.04
    salon.contacts = [Contact(phone: "087-000-0001")]
    salon.cost = Cost(text: "1回100円")
    salon.confirmed = Confirmation(on: "2026-08-01")
    salon.extra["url"] = .string("https://example.jp/a,b;c")
    let text = try text([salon])
    let event = try #require(try CalendarReader(text).events.first)
    #expect(event["UID"].map(CalendarReader.plain) == "town:サロン,1;2#1@sasae")
    #expect(event["SUMMARY"].map(CalendarReader.plain) == salon.name)
    #expect(event["LOCATION"].map(CalendarReader.plain) == "会館 高松市番町1-1")
    #expect(event["GEO"] == "34.34;134.04")
    #expect(event["URL"] == "https://example.jp/a,b;c")
    #expect(event["CATEGORIES"] == "サロン\\, 居場所,P-HALL")
    #expect(event["LAST-MODIFIED"] == "20260731T150000Z")
    #expect(event["DTSTAMP"] == "20261120T150000Z")
    let description = try #require(event["DESCRIPTION"].map(CalendarReader.plain))
    #expect(description.hasPrefix("日時：毎週火曜 13:30～15:30\n（祝日除く）\n電話：087-000-0001\n料金：1回100円"))
  }

  @Test("tells that a number is not for this reader, and not the number")
  func redaction() throws {
    var salon = resource("毎週火曜")
    var contact = Contact(visibility: .coordinator)
    contact.redacted = true
    salon.contacts = [contact]
    let event = try #require(try CalendarReader(text([salon])).events.first)
    #expect(event["DESCRIPTION"].map(CalendarReader.plain)?.contains("電話：非公開") == true)
  }

  @Test("folds lines anywhere but within a character")
  func folding() throws {
    var random = SeededGenerator(seed: propertySeed("folding"))
    for _ in 0..<200 {
      var salon = resource("毎週火曜")
      salon.name = random.text(
        of: ["あ", "a", "𠮷", "é", "👨‍👩‍👧", ",", ";", "\\", "\n", "\r\n", "\t", " ", "\u{7}", "が"],
        count: 1...120)
      let event = try #require(try CalendarReader(text([salon])).events.first)
      let kept = salon.name.replacingOccurrences(of: "\r\n", with: "\n")
        .replacingOccurrences(of: "\t", with: " ").replacingOccurrences(of: "\u{7}", with: "")
      #expect(event["SUMMARY"].map(CalendarReader.plain) == kept)
    }
  }

  @Test("is the same bytes for the same day, and keeps its ids in the next year")
  func stable() throws {
    let town = [resource("月～金 9:00～12:00、13:00～17:00"), resource("土日祝", id: "t:2")]
    #expect(try text(town) == text(town))
    let ids = try ["2026-11-21", "2027-01-04"].map {
      try CalendarReader(text(town, today: $0)).events.compactMap { $0["UID"] }
    }
    #expect(ids[0] == ids[1])
    #expect(ids[0] == ["t:1#1@sasae", "t:1#1.2@sasae", "t:2#1@sasae"])
  }

  /// The file by which the form is reviewed.
  @Test func form() throws {
    var salon = resource("毎週火曜 13:30～15:30（祝日除く）", id: "sample:salon")
    salon.categories = ["A-SALON"]
    salon.place = Place(name: "番町コミュニティセンター", address: "香川県高松市番町1丁目")
    salon.place?.lat = 34.34
    salon.place?.lng = 134.04
    salon.contacts = [Contact(phone: "087-000-0001")]
    salon.cost = Cost(text: "1回100円")
    salon.source = Source(name: "架空のサンプル（Sasae）")
    var hall = resource("9:00～17:00、休館日：月曜（祝日の場合は翌日）、年末年始", id: "sample:hall")
    hall.name = "まちの図書室"
    var bar = resource("金・土 22:00～翌2:00", id: "sample:bar")
    bar.name = "夜のよりあい"
    var day = resource("第1・3日曜", id: "sample:day")
    day.name = "清掃の日"
    let found = try text([salon, hall, bar, day]).replacingOccurrences(of: "\r\n", with: "\n")
    let (recorded, expected) = try golden(
      found, "Tests/InterchangeTests/Export/Golden/calendar.ics.txt")
    #expect(!recorded, "recorded; run again without SASAE_RECORD")
    #expect(found == expected)
  }
}
