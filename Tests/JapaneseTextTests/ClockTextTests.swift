import JapaneseText
import TestSupport
import Testing

@Suite("Times of day")
struct ClockTextTests {
  static let times: [(text: String, minutes: Int)] = [
    ("9:00", 540), ("09:00", 540), ("９：００", 540), ("8:０0", 480), ("９時", 540), ("9時30分", 570),
    ("9時5分", 545), ("9時半", 570), ("午前9時半", 570), ("午後1時", 780), ("午後 1:30", 810),
    ("PM1:30", 810), ("1:30 PM", 810), ("1:30p.m.", 810), ("12:30 AM", 30), ("12:30 PM", 750),
    ("午後0時30分", 750), ("正午", 720), ("9:00:00", 540), ("25:00", 1500), ("24:00", 1440),
    ("48:00", 2880), ("0:00", 0), ("0900", 540), ("900", 540), ("2400", 1440), ("0.375", 540),
    ("0.395833333333333", 570), ("0.5", 720), ("十時三十分", 630), (" 9:00　", 540), ("①0:00", 600),
  ]

  @Test("alone in a cell", arguments: times)
  func readsTime(_ text: String, _ minutes: Int) {
    #expect(ClockText.read(text) == minutes)
  }

  @Test(
    "that are none, or more",
    arguments: [
      "", "10時ころ", "放課後", "9:00～17:00", "9:00-17:00", "9.00", "9:60", "9:5", "9", "12", "960",
      "2430", "48:01", "49:00", "午前12時", "午後12時", "午後13時", "PM13:00", "9:00:30", "0.33", "0",
      "0.0", "1.0", "0.", "正午ごろ", "午後正午", "午前", "PM", "-9:00", "9時半分", "9時 頃", "AM 9:00 PM",
      "12345", "日没", "9:00 9:30", "1000000000000", "2020-05-16",
    ])
  func none(_ text: String) {
    #expect(ClockText.read(text) == nil)
  }

  @Test("are written in one way and read back in each")
  func roundTrips() {
    #expect(ClockText.text(540) == "9:00" && ClockText.text(1505) == "25:05")
    #expect(ClockText.text(.min) == "0:00" && !ClockText.text(.max).isEmpty)
    for minutes in 0...2880 {
      let (hour, minute) = (minutes / 60, minutes % 60)
      var forms = [ClockText.text(minutes), "\(hour)時\(minute)分", ClockText.text(minutes) + ":00"]
      if hour < 12 { forms.append("午前\(hour)時\(minute)分") }
      if (12..<24).contains(hour) { forms.append("午後\(hour - 12)時\(minute)分") }
      if minutes <= 1440 { forms.append(String(hour) + (minute < 10 ? "0" : "") + String(minute)) }
      // "000" to "059" have their hour's zero, as Excel's text does.
      for form in forms where form.utf8.count > 2 {
        for text in [form, DateForms.wide(form), DateForms.circled(form)] {
          #expect(ClockText.read(text) == minutes, "\(text)")
        }
      }
      if minutes > 0, minutes < 1440 {
        #expect(ClockText.read("\(Double(minutes) / 1440)") == minutes, "\(minutes)")
      }
    }
  }

  @Test("made at random lie in two days, and each path gives the same")
  func strangers() {
    var random = SeededGenerator(seed: propertySeed("clock strangers"))
    let pieces = [
      "9", "30", "0", "12", "99", ":", "時", "分", "半", "午前", "午後", "AM", "pm", "p.", ".", " ", "正午",
      "十",
      "-", "～", "\u{FE00}", "999999999999999999999",
    ]
    for _ in 0..<20_000 {
      let text = random.text(of: pieces, count: 0...6)
      let minutes = ClockText.read(text)
      #expect(minutes.map { (0...2880).contains($0) } ?? true, "\(text)")
      #expect(minutes == ClockText.read(DateForms.circled(text)), "\(text)")
    }
  }
}
