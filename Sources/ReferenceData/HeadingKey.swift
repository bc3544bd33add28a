import JapaneseText

/// Headings (見出し) as they are compared.
public enum HeadingKey {
  /// NFKC, lower case, without blanks, line breaks, quotes and underscores but one at the beginning
  /// (`_id` is a portal's row number, ID the list's own).
  public static func fold(_ heading: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in Normalizer.nfkc(heading).lowercased().unicodeScalars {
      switch scalar {
      case "_" where out.isEmpty: out.append(scalar)
      case " ", "\t", "\n", "\r", "_", "\"", "\u{3000}", "\u{A0}", "\u{200B}", "\u{FEFF}": continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The folded heading without what people write around the word: a number or mark before it and
  /// remarks in brackets (「①施設名（必須）」→ 施設名, 「定員（人）」→ 定員). Nil when nothing is left or
  /// nothing was there to take away.
  public static func bare(_ folded: String) -> String? {
    var out = String.UnicodeScalarView()
    var depth = 0
    for scalar in folded.unicodeScalars {
      if "([【〔<".unicodeScalars.contains(scalar) {
        depth += 1
      } else if ")]】〕>".unicodeScalars.contains(scalar) {
        depth = max(0, depth - 1)
      } else if !out.isEmpty, hints.contains(scalar) {
        // 「名称←データの項目名を入力」: what a form says of its own heading.
        break
      } else if depth == 0, !(out.isEmpty && isMark(scalar)) {
        out.append(scalar)
      }
    }
    while let last = out.last, marks.contains(last) { out.removeLast() }
    let text = String(out)
    // 「20名」 is a number of people, 「①施設名」 a numbered heading.
    if text.count == 1, folded.utf8.first.map({ (48...57).contains($0) }) ?? false { return nil }
    return text.isEmpty || text == folded ? nil : text
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || marks.contains(scalar)
  }

  private static let hints: Set<Unicode.Scalar> = Set("←→※".unicodeScalars)
  private static let marks: Set<Unicode.Scalar> = Set("*※★☆●○◎■□◆◇▼▽←→↓.、,:;)-".unicodeScalars)
}
