import JapaneseText
import Model
import TestSupport
import Testing

@Suite("Dates")
struct JapaneseDateTests {
  static let whole: [(text: String, date: String)] = [
    ("2020-05-16", "2020-05-16"), ("2020-05-16T10:00:00+09:00", "2020-05-16"),
    ("2020/5/16 10:00", "2020-05-16"), ("2020/5/16（土）10:00", "2020-05-16"),
    ("2020/5/16 0:00:00", "2020-05-16"),
    ("2020.5.16", "2020-05-16"), ("2020年5月16日（土）", "2020-05-16"),
    ("2020年5月16日土曜日", "2020-05-16"), ("2020年5月16日（土・祝）", "2020-05-16"),
    ("２０２０年５月１６日（土）", "2020-05-16"), ("2020年 5月 6日", "2020-05-06"),
    ("20041117", "2004-11-17"), ("5/16/2020", "2020-05-16"), ("5/6/2020", "2020-05-06"),
    ("16/5/2020", "2020-05-16"), ("5/16/2020 10:00:00 PM", "2020-05-16"),
    ("8/15/17", "2017-08-15"), ("17/8/15", "2017-08-15"), ("98/8/15", "1998-08-15"),
    ("令和2年6月15日", "2020-06-15"), ("令和元年5月1日", "2019-05-01"), ("R元.5.1", "2019-05-01"),
    ("R5.8.14", "2023-08-14"), ("R05/08/14", "2023-08-14"), ("r5-8-14", "2023-08-14"),
    ("Ｒ５．８．１４", "2023-08-14"), ("Ｒ５－８－１４", "2023-08-14"), ("R5−8−14", "2023-08-14"),
    ("平29. 7. 1", "2017-07-01"), ("昭32. 7. 1", "1957-07-01"), ("H17.4.1", "2005-04-01"),
    ("S32.7.1", "1957-07-01"), ("T10.1.1", "1921-01-01"), ("M45.7.1", "1912-07-01"),
    ("㍻29年7月1日", "2017-07-01"), ("㋿2年6月15日", "2020-06-15"), ("㍼32.7.1", "1957-07-01"),
    ("平成29(2017)年4月1日", "2017-04-01"), ("2017年（平成29年）4月1日", "2017-04-01"),
    ("2017(H29)年4月1日", "2017-04-01"), ("令和二年六月十五日", "2020-06-15"),
    ("二〇二〇年五月十六日", "2020-05-16"), ("平成二十九年十一月三十日", "2017-11-30"),
    ("平成32年3月31日", "2020-03-31"), ("昭和64年1月7日", "1989-01-07"),
    ("43831", "2020-01-01"), ("４３８３１", "2020-01-01"), ("43831.5", "2020-01-01"),
    ("20000", "1954-10-03"), ("60000", "2064-04-08"), ("　2020-05-16 ", "2020-05-16"),
    // JavaScript writes midnight in Japan as the day before, in UTC.
    ("2020-05-15T15:00:00Z", "2020-05-16"), ("2020-05-15T15:00:00.000Z", "2020-05-16"),
    ("2020-05-16T14:59:00+00:00", "2020-05-16"), ("9999-12-31", "9999-12-31"),
  ]

  @Test("that are whole", arguments: whole)
  func readsWhole(_ text: String, _ date: String) {
    let reading = JapaneseDate.read(text)
    #expect(reading?.date?.text == date)
    #expect(reading?.first == reading?.last)
  }

  @Test(
    "of which the month or the day is not said",
    arguments: [
      ("令和2年6月", "2020-06-01", "2020-06-30"), ("平成17年", "2005-01-01", "2005-12-31"),
      ("2005年", "2005-01-01", "2005-12-31"), ("2005", "2005-01-01", "2005-12-31"),
      ("2005(平成17)", "2005-01-01", "2005-12-31"), ("2006(平成18）", "2006-01-01", "2006-12-31"),
      ("2006（平１８）", "2006-01-01", "2006-12-31"), ("H17年", "2005-01-01", "2005-12-31"),
      ("西暦2005年", "2005-01-01", "2005-12-31"), ("明治元年", "1868-01-01", "1868-12-31"),
      ("2020-02", "2020-02-01", "2020-02-29"), ("2021年2月", "2021-02-01", "2021-02-28"),
      ("2020.10", "2020-10-01", "2020-10-31"), ("R2.10", "2020-10-01", "2020-10-31"),
      ("平成十七年", "2005-01-01", "2005-12-31"), ("2100", "2100-01-01", "2100-12-31"),
    ])
  func parts(_ text: String, _ first: String, _ last: String) {
    let reading = JapaneseDate.read(text)
    #expect(reading?.date == nil)
    #expect(reading?.first?.text == first)
    #expect(reading?.last?.text == last)
  }

  @Test(
    "that are none",
    arguments: [
      "", " ", "毎年8月最終土曜日", "随時", "5/16", "5月16日", "2020/13/40", "2020-02-30", "通年",
      "087-839-2000", "0878392000", "090-0000-0000", "10:00", "第3土曜日", "R5", "H17", "S32-7",
      "1867", "2101", "99999", "19999", "60001", "20041317", "200411", "2020年度", "令和2年度",
      "2020年5月上旬", "2020年5月16日から", "2020年5月16日～5月20日", "2020/5/16-2020/5/20",
      // The two calendars disagree.
      "2005(平成18)", "平成29(2018)年4月1日",
      // Beyond the year after the era's last; months of the lunar calendar.
      "昭和66年4月1日", "大正17年", "明治47年", "明治3年4月1日", "令和0年", "平成0年5月1日",
      // Two readings each.
      "5/8/14", "5/6/17", "5.6.2020", "29.7.1", "17-8-15", "8/15/35", "2020.1", "10/10/10",
      "2020年5月16", "2020/5-16", "2020-5-16-1", "二〇二〇", "二千", "十十年", "2020-05-16T25:00",
      "2020-05-16T10:00+99:00", "（土）", "2020年5月16日（土", "0000-00-00", "0001-01-01", "761-8012",
    ])
  func none(_ text: String) {
    #expect(JapaneseDate.read(text) == nil)
  }

  @Test("are read in the order that the column is known to have")
  func orders() {
    #expect(JapaneseDate.read("5/8/14", order: .monthFirst)?.date?.text == "2014-05-08")
    #expect(JapaneseDate.read("5/8/14", order: .dayFirst)?.date?.text == "2014-08-05")
    #expect(JapaneseDate.read("05/8/14", order: .yearFirst)?.date?.text == "2005-08-14")
    #expect(JapaneseDate.read("5/6/2020", order: .dayFirst)?.date?.text == "2020-06-05")
    #expect(JapaneseDate.read("5.6.2020", order: .dayFirst)?.date?.text == "2020-06-05")
    // The text itself contradicts the column.
    #expect(JapaneseDate.read("8/15/17", order: .dayFirst) == nil)
    #expect(JapaneseDate.read("16/5/2020", order: .monthFirst) == nil)
    // An order is nothing to a text whose year is told.
    #expect(JapaneseDate.read("2020/5/6", order: .dayFirst)?.date?.text == "2020-05-06")
  }

  @Test(
    "prove their column's order",
    arguments: [
      ("8/15/17", .monthFirst), ("5/16/2020", .monthFirst), ("16/5/2020", .dayFirst),
      ("17/8/15", .yearFirst), ("98/8/15", .yearFirst), ("17/8/98", .dayFirst), ("5/8/14", nil),
      ("5/6/2020", nil), ("2020/5/16", nil), ("13/13/13", nil), ("R5/8/14", nil), ("2/30/17", nil),
    ] as [(String, JapaneseDate.Order?)])
  func proofs(_ text: String, _ order: JapaneseDate.Order?) {
    #expect(JapaneseDate.order(of: text) == order)
  }

  @Test("written in every form read back to themselves")
  func roundTrips() {
    var random = SeededGenerator(seed: propertySeed("dates"))
    for _ in 0..<3_000 {
      let date = CalendarDate(daysSince1970: Int.random(in: -35_428...47_846, using: &random))
      for form in DateForms.all(date) {
        for text in [form, DateForms.wide(form), DateForms.circled(form), " \(form)　"] {
          #expect(JapaneseDate.read(text)?.date == date, "\(text)")
        }
      }
    }
  }

  @Test("made at random never stop the reader, and each path through it gives the same")
  func strangers() {
    var random = SeededGenerator(seed: propertySeed("date strangers"))
    let pieces = [
      "2020", "5", "16", "31", "0", "13", "/", "-", ".", "年", "月", "日", "令和", "R", "平", "(", ")",
      "土", "T", "Z", "+09:00", "10:00", " ", "元", "十", "〇", "43831", "99999999999", "㍻", "\u{3099}",
    ]
    for _ in 0..<20_000 {
      let text = random.text(of: pieces, count: 0...9)
      let order = random.pick([nil, .monthFirst, .dayFirst, .yearFirst] as [JapaneseDate.Order?])
      let reading = JapaneseDate.read(text, order: order)
      #expect(reading == JapaneseDate.read(DateForms.circled(text), order: order), "\(text)")
      guard let reading else { continue }
      #expect((1000...9999).contains(reading.year), "\(text)")
      #expect(reading.first != nil && reading.last != nil, "\(text)")
      #expect(reading.month != nil || reading.day == nil, "\(text)")
    }
  }
}

/// A date as lists write it, and text in other characters of the same meaning.
enum DateForms {
  /// The forms of a day from 1873 to 2100.
  static func all(_ date: CalendarDate) -> [String] {
    let (y, m, d) = (date.year, date.month, date.day)
    let serial = date.daysSince1970 + 25_569
    var out = [
      date.text, "\(y)/\(m)/\(d)", "\(y).\(m).\(d)", "\(y)年\(m)月\(d)日", "\(y)/\(m)/\(d) 10:00",
      date.text + "T10:00:00+09:00", date.text.filter { $0 != "-" }, "\(m)/\(d)/\(y)",
      "\(y)年\(m)月\(d)日（\(date.weekday.label.ja)）",
    ]
    if (20_000...60_000).contains(serial) { out.append(String(serial)) }
    for (start, last, name, short) in eras where y > start && y <= last {
      let n = y - start == 1 ? "元" : String(y - start)
      out += ["\(name)\(n)年\(m)月\(d)日", "\(short)\(n).\(m).\(d)", "\(y)(\(name)\(n))年\(m)月\(d)日"]
      out += ["\(name)\(n)(\(y))年\(m)月\(d)日", "\(name.prefix(1))\(n). \(m). \(d)"]
    }
    return out
  }

  private static let eras = [
    (2018, 2100, "令和", "R"), (1988, 2020, "平成", "H"), (1925, 1990, "昭和", "S"),
    (1911, 1927, "大正", "T"), (1867, 1913, "明治", "M"),
  ]

  /// Full-width forms.
  static func wide(_ text: String) -> String {
    mapped(text) { 0x21...0x7E ~= $0 ? $0 + 0xFEE0 : $0 }
  }

  /// Digits in circles: these need the normalizer's tables.
  static func circled(_ text: String) -> String {
    mapped(text) { $0 == 0x30 ? 0x24EA : 0x31...0x39 ~= $0 ? $0 - 0x31 + 0x2460 : $0 }
  }

  private static func mapped(_ text: String, _ map: (UInt32) -> UInt32) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(Unicode.Scalar(map(scalar.value)) ?? scalar) }
    return String(out)
  }
}
