/// Numbers of phrases: 1,500, 1.5, 三百, 1万2千. One that may be a telephone's or two numbers
/// (0878, 100,200) is none.
enum PhraseNumber {
  static func read(_ text: [UInt32], _ start: Int) -> (value: Double, end: Int)? {
    var at = start
    if let value = digits(text, &at) {
      return scaled(value, text, at)
    }
    guard unit(text[start]) != nil || digit(text[start]) != nil,
      let (value, end) = kanji(text, start)
    else { return nil }
    return (value, end)
  }

  private static func digits(_ text: [UInt32], _ at: inout Int) -> Double? {
    let start = at
    var value = 0.0
    while at < text.count, isDigit(text[at]) {
      value = value * 10 + Double(text[at] - 0x30)
      at += 1
    }
    let lead = at - start
    guard lead > 0, lead <= 9, lead == 1 || text[start] != 0x30 else { return nil }
    var end = at
    while lead <= 3, end + 3 < text.count, text[end] == Mark.comma, isDigit(text[end + 1]),
      isDigit(text[end + 2]), isDigit(text[end + 3])
    {
      guard end + 4 >= text.count || !isDigit(text[end + 4]) else { break }
      let group = text[end + 1...end + 3].reduce(0.0) { $0 * 10 + Double($1 - 0x30) }
      // 100,200 may be two prices.
      guard lead < 3 || group == 0, value < 1e9 else { return nil }
      value = value * 1000 + group
      end += 4
    }
    at = end
    if end + 1 < text.count, text[end] == 0x2E, isDigit(text[end + 1]),
      end + 2 >= text.count || !isDigit(text[end + 2])
    {
      value += Double(text[end + 1] - 0x30) / 10
      at = end + 2
    }
    return value
  }

  /// 1万, 2千, 1万5千, 3百: behind digits.
  private static func scaled(_ value: Double, _ text: [UInt32], _ end: Int) -> (Double, Int)? {
    guard end < text.count, let unit = unit(text[end]), unit > 10, value < 10_000 else {
      return (value, end)
    }
    var total = value * unit
    var at = end + 1
    var rest = at
    if unit > 1000, rest < text.count, isDigit(text[rest]), let more = digits(text, &rest) {
      if let (value, end) = scaled(more, text, rest) {
        total += value
        at = end
      }
    }
    return (total, at)
  }

  /// 一, 二十, 千, 一万二千; only before what counts, as 一般 and 三密 are words.
  private static func kanji(_ text: [UInt32], _ start: Int) -> (Double, Int)? {
    var (at, total, section, ones) = (start, 0.0, 0.0, -1.0)
    while at < text.count, at - start < 12 {
      if let digit = digit(text[at]) {
        ones = ones < 0 ? digit : ones * 10 + digit
      } else if let unit = unit(text[at]) {
        if unit == 10_000 {
          section += max(ones, 0)
          guard total == 0, section > 0 else { return nil }
          total = section * unit
          section = 0
        } else {
          section += (ones < 0 ? 1 : ones) * unit
        }
        ones = -1
      } else {
        break
      }
      at += 1
    }
    guard at < text.count, counts(text[at]) else { return nil }
    return (total + section + max(ones, 0), at)
  }

  static func isDigit(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x39 }

  private static func digit(_ c: UInt32) -> Double? {
    switch Unicode.Scalar(c) {
    case "〇": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  private static func unit(_ c: UInt32) -> Double? {
    switch Unicode.Scalar(c) {
    case "十": 10
    case "百": 100
    case "千": 1_000
    case "万": 10_000
    default: nil
    }
  }

  /// The first scalar of a unit: 円, 回, 人, 歳 …
  private static func counts(_ c: UInt32) -> Bool {
    switch Unicode.Scalar(c) {
    case "円", "回", "人", "名", "歳", "時", "分", "日", "月", "年", "食", "枚", "割", "級", "家", "世", "組", "杯",
      "ヶ", "か", "ヵ", "ケ", "カ", "泊", "度", "台", "個", "点", "丁":
      true
    default: false
    }
  }
}
