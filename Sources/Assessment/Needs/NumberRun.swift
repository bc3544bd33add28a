/// A number of a text, in digits or kanji numerals (82, 八十二, 千五百, 2万).
struct NumberRun {
  var value: Double
  var range: Range<Int>
  var isKanji: Bool

  static func all(in text: NeedText) -> [NumberRun] {
    var out: [NumberRun] = []
    var at = 0
    while at < text.scalars.count {
      if let run = read(text, at) {
        out.append(run)
        at = run.range.upperBound
      } else {
        at += 1
      }
    }
    return out
  }

  private static func read(_ text: NeedText, _ start: Int) -> NumberRun? {
    var at = start
    var total = 0.0
    var part = 0.0
    var pending: Double?
    var isKanji = true
    while let c = text[at] {
      if (0x30...0x39).contains(c) {
        pending = (pending ?? 0) * 10 + Double(c - 0x30)
        isKanji = false
      } else if c == 0x2C, pending != nil, let next = text[at + 1], (0x30...0x39).contains(next) {
        // 1,500
      } else if let digit = digits[c] {
        pending = (pending ?? 0) * 10 + digit
      } else if let unit = units[c] {
        part += (pending ?? 1) * unit
        pending = nil
      } else if c == 0x4E07, pending != nil || part > 0 {  // 万
        total += (part + (pending ?? 0)) * 10_000
        (part, pending) = (0, nil)
      } else {
        break
      }
      at += 1
      if at - start > 9 { break }
    }
    guard at > start else { return nil }
    return NumberRun(value: total + part + (pending ?? 0), range: start..<at, isKanji: isKanji)
  }

  private static let digits: [UInt32: Double] = [
    0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8,
    0x4E5D: 9, 0x3007: 0,
  ]
  private static let units: [UInt32: Double] = [0x5341: 10, 0x767E: 100, 0x5343: 1_000]
}
