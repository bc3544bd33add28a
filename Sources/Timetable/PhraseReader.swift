import JapaneseText

/// Reads the free text of schedule cells (毎週火曜 13:30～15:30（祝日除く）, 第2・4水曜日 10時～12時, 休館日：月曜（祝日の
/// 場合は翌日）, 12/29～1/3は休み).
///
/// What is not understood goes to the leftover, and then the reading is not complete: nothing may be computed from
/// it. docs/schedules.md says what is read and what counts as harmless.
public enum PhraseReader {
  /// Changes whenever the same phrase would give another reading.
  public static let version = "phrases-3"
  /// Phrases are cells, not pages; what is longer is not read.
  static let longest = 2_000

  public static func read(_ phrase: String) -> ScheduleReading { read(phrase, polarity: .open) }

  /// `polarity`: what the days are where the phrase itself does not say.
  public static func read(_ phrase: String, polarity: Polarity) -> ScheduleReading {
    let scalars = tidy(FoldedText(unnumbered(phrase)).scalars)
    guard scalars.count <= longest else {
      return ScheduleReading(leftover: phrase)
    }
    return scalars.withUnsafeBufferPointer { text in
      var scanner = PhraseScanner(text)
      scanner.scan()
      let tokens = joined(scanner.tokens)
      var parser = PhraseParser(tokens[...], text, polarity)
      parser.run()
      let left = parser.leftover.map { string(text[$0]) }
      return ScheduleReading(
        rules: parser.rules, complete: left.isEmpty && !parser.rules.isEmpty,
        leftover: left.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  /// Without ① to ⑳, which would become digits of what follows.
  private static func unnumbered(_ phrase: String) -> String {
    guard phrase.unicodeScalars.contains(where: { (0x2460...0x2473).contains($0.value) }) else {
      return phrase
    }
    var view = String.UnicodeScalarView()
    for scalar in phrase.unicodeScalars {
      view.append((0x2460...0x2473).contains(scalar.value) ? " " : scalar)
    }
    return String(view)
  }

  /// One blank for several.
  private static func tidy(_ scalars: [UInt32]) -> [UInt32] {
    var last: UInt32 = 0x20
    var out = scalars
    out.removeAll { c in
      defer { last = c }
      return c == 0x20 && last == 0x20
    }
    return out
  }

  /// A weekday in brackets behind a date belongs to it: 12月4日（金）.
  private static func joined(_ tokens: [PhraseToken]) -> [PhraseToken] {
    guard tokens.contains(where: { $0.word == .open }) else { return tokens }
    var out: [PhraseToken] = []
    out.reserveCapacity(tokens.count)
    var at = 0
    while at < tokens.count {
      if tokens[at].word == .open, at + 2 < tokens.count, tokens[at + 2].word == .close,
        let last = out.last
      {
        var mask: DayMask?
        if case .days(let days) = tokens[at + 1].word { mask = days }
        // （火・祝）.
        if tokens[at + 1].word == .holiday { mask = 0 }
        if let mask {
          switch last.word {
          case .date, .monthDays:
            out[out.count - 1].check = mask
            at += 3
            continue
          default: break
          }
        }
      }
      out.append(tokens[at])
      at += 1
    }
    return out
  }

  private static func string(_ scalars: Slice<UnsafeBufferPointer<UInt32>>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }
}
