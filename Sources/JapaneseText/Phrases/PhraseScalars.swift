/// A phrase as the grammars of costs and eligibility read it: NFKC, lower case, one form for each
/// wave, dash and pair of brackets. Every scalar knows the scalar of the source it came from.
struct PhraseScalars {
  /// Longer texts are no phrases: nothing of them is read.
  static let limit = 2_000

  private(set) var values: [UInt32]
  private let origins: [Int]
  /// Scalars of the source.
  let length: Int

  /// Nil for a text that is too long to be a phrase.
  init?(_ text: String) {
    guard text.utf8.count <= Self.limit * 3 else { return nil }
    var run = ScalarRun()
    run.append(text)
    guard run.values.count <= Self.limit else { return nil }
    values = run.values
    origins = run.origins
    length = text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.unicodeScalars.count
    for at in values.indices {
      values[at] = Self.plain(values[at])
      // 〇 is a bullet unless digits stand beside it.
      if values[at] == 0x3007, at == 0 || !Self.isKanjiDigit(values[at - 1]) {
        values[at] = Mark.bullet
      }
    }
    // ①1組 is the first of several things and no 11.
    guard text.utf8.contains(0xE2) else { return }
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard (0x2460...0x2473).contains(scalar.value) || (0x2776...0x277F).contains(scalar.value)
      else { continue }
      for at in values.indices where origins[at] == index { values[at] = Mark.bullet }
    }
  }

  private static func isKanjiDigit(_ c: UInt32) -> Bool {
    switch Unicode.Scalar(c) {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "〇": true
    default: false
    }
  }

  /// The scalars of the source that stand behind scalars of the phrase.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < range.upperBound, range.upperBound <= origins.count else {
      return length..<length
    }
    let end = range.upperBound < origins.count ? origins[range.upperBound] : length
    let start = origins[range.lowerBound]
    return start..<max(start, end)
  }

  /// The phrase between two places, as read.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for at in range {
      if let scalar = Unicode.Scalar(values[at]) { view.append(scalar) }
    }
    return String(view)
  }

  @inline(__always)
  private static func plain(_ c: UInt32) -> UInt32 {
    if c < 0x80 {
      switch c {
      case 0x41...0x5A: return c + 0x20
      case 0x3C, 0x5B: return Mark.openHeading
      case 0x3E, 0x5D: return Mark.closeHeading
      case 0x5C: return Mark.yen
      default: return c
      }
    }
    if c >= 0x3041 { return c == 0x624D ? 0x6B73 : c }  // 才 → 歳
    switch c {
    case 0xA5: return Mark.yen
    case 0x301C, 0x223C, 0x3030: return Mark.wave
    case 0x2010...0x2015, 0x2212: return Mark.dash
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x226A: return Mark.openHeading
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x226B: return Mark.closeHeading
    case 0x25A0...0x25FF, 0x2605, 0x2606, 0x203B, 0x2022:
      return c == 0x203B ? Mark.note : Mark.bullet
    case 0x2192, 0x21D2: return 0x3A
    default: return c
    }
  }
}

/// Scalars that several marks of the source stand for.
enum Mark {
  static let yen: UInt32 = 0xA5
  static let wave: UInt32 = 0x7E
  static let dash: UInt32 = 0x2D
  static let openHeading: UInt32 = 0x3010
  static let closeHeading: UInt32 = 0x3011
  static let note: UInt32 = 0x203B
  /// ■ ● ① and the like, which begin one of several things.
  static let bullet: UInt32 = 0x25A0
  static let open: UInt32 = 0x28
  static let close: UInt32 = 0x29
  static let colon: UInt32 = 0x3A
  static let slash: UInt32 = 0x2F
  static let comma: UInt32 = 0x2C
  static let pause: UInt32 = 0x3001
  static let stop: UInt32 = 0x3002
  static let dot: UInt32 = 0x30FB
  static let space: UInt32 = 0x20
  static let line: UInt32 = 0x0A
}
