import Testing
import Timetable

@Suite("Time ranges")
struct TimeRangeTests {
  static let times: [(String, Int?)] = [
    ("0:00", 0), ("00:00", 0), ("9:05", 545), ("09:05", 545), ("24:00", 1_440), ("26:30", 1_590),
    ("48:00", 2_880),
    ("48:01", nil), ("9223372036854775807:00", nil),
    // Past the second midnight, no minutes, or no time at all.
    ("49:00", nil), ("9:5", nil), ("9:60", nil), ("9", nil), ("", nil), (":", nil),
    ("9:00:00", nil),
    ("-1:00", nil), ("a:00", nil), ("9:0a", nil), ("9時", nil),
    // A sign is no digit.
    ("9:+5", nil), ("+9:00", nil),
  ]

  @Test("read HH:MM and nothing else", arguments: times)
  func minutes(_ text: String, _ expected: Int?) {
    #expect(TimeRange.minutes(text) == expected, "\(text)")
  }

  @Test("write what they read")
  func roundTrip() {
    for minutes in 0...2_880 {
      #expect(TimeRange.minutes(TimeRange.text(minutes)) == minutes)
    }
  }

  @Test("overlap when they share a minute, and not when they touch")
  func overlaps() {
    let morning = TimeRange(from: 540, to: 720)
    for (from, to, expected) in [
      (540, 720, true), (600, 660, true), (480, 541, true), (719, 800, true), (400, 900, true),
      (720, 800, false), (400, 540, false), (800, 900, false),
    ] {
      let other = TimeRange(from: from, to: to)
      #expect(morning.overlaps(other) == expected, "\(from)-\(to)")
      #expect(other.overlaps(morning) == expected, "\(from)-\(to)")
    }
  }
}
