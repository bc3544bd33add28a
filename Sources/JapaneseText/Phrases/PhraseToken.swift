/// A piece of a phrase: a word of the grammar, a number, a mark, or text the grammar does not know.
struct PhraseToken<Meaning: Sendable>: Sendable {
  enum Kind: Sendable {
    case word(Meaning)
    case number(Double)
    case mark(UInt32)
    /// Digits that are no number: 00, 087.
    case digits
    case text
  }

  var kind: Kind
  /// Places in the phrase as read.
  var start: Int
  var end: Int

  var number: Double? {
    if case .number(let value) = kind { value } else { nil }
  }

  var mark: UInt32 {
    if case .mark(let mark) = kind { mark } else { 0 }
  }

  var isText: Bool {
    if case .text = kind { true } else { false }
  }
}

extension PhraseWords {
  /// The tokens of a phrase, in one pass; what is unknown becomes runs of text.
  func tokens(_ phrase: PhraseScalars) -> [PhraseToken<Meaning>] {
    let text = phrase.values
    var out: [PhraseToken<Meaning>] = []
    out.reserveCapacity(text.count / 2 + 2)
    var at = 0
    while at < text.count {
      if let (meaning, count) = match(text, at: at) {
        out.append(PhraseToken(kind: .word(meaning), start: at, end: at + count))
        at += count
      } else if let (value, end) = PhraseNumber.read(text, at) {
        out.append(PhraseToken(kind: .number(value), start: at, end: end))
        at = end
      } else if PhraseNumber.isDigit(text[at]) {
        // 00 of a time, 0878 of a telephone: digits that are no number.
        let start = at
        while at < text.count, PhraseNumber.isDigit(text[at]) { at += 1 }
        out.append(PhraseToken(kind: .digits, start: start, end: at))
      } else if Self.isMark(text[at]) {
        let c = text[at] == 0x09 || text[at] == 0x0D || text[at] == 0x7C ? Mark.space : text[at]
        out.append(PhraseToken(kind: .mark(c), start: at, end: at + 1))
        at += 1
      } else {
        if let last = out.last, last.isText {
          out[out.count - 1].end = at + 1
        } else {
          out.append(PhraseToken(kind: .text, start: at, end: at + 1))
        }
        at += 1
      }
    }
    return out
  }

  @inline(__always)
  private static func isMark(_ c: UInt32) -> Bool {
    if c < 0x80 { return !(c >= 0x30 && c <= 0x39) && !(c >= 0x61 && c <= 0x7A) }
    switch c {
    case 0xA5, 0xD7, 0x203B, 0x25A0, 0x3001, 0x3002, 0x3010, 0x3011, 0x30FB, 0x2026: return true
    default: return false
    }
  }
}
