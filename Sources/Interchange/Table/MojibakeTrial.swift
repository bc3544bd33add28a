/// What bytes make when they are read as UTF-8.
struct UTF8Trial {
  /// Kana, kanji and what stands beside them.
  private(set) var japanese = 0
  /// Other characters beyond ASCII.
  private(set) var other = 0
  /// Bytes that are part of no character.
  private(set) var bad = 0

  /// Three bytes that make a kana or kanji hardly ever stand together by chance, so a text with
  /// damage is still told.
  var isJapanese: Bool { japanese >= 2 && japanese * 4 >= bad && japanese >= other }

  /// Whether this is UTF-8 of any language.
  var isText: Bool { other + japanese >= 4 && bad * 10 <= other + japanese }

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      let rest = bytes[(index + 1)...].prefix(length - 1)
      let isCharacter = lead >= 0xC2 && lead < 0xF5 && rest.allSatisfy { $0 & 0xC0 == 0x80 }
      // A character cut at the end of a sample is not counted.
      if isCharacter, rest.count < length - 1 { return }
      guard isCharacter else {
        bad += 1
        index += 1
        continue
      }
      // U+3000…U+9FFF and U+FF00…U+FFEF.
      if (0xE3...0xE9).contains(lead) || (lead == 0xEF && rest.first ?? 0 >= 0xBC) {
        japanese += 1
      } else {
        other += 1
      }
      index += length
    }
  }
}

/// What bytes make when they are read as CP932.
///
/// Nearly any bytes are characters of CP932, so it matters which ones they are. Japanese lives in
/// the rows of 0x81…0x83 and 0x87…0x9F. An accented letter and the letter after it make a rare kanji
/// (0xE0…), a user-defined character (0xF0…) or nothing at all.
struct CP932Trial {
  /// Kana, punctuation and frequent kanji.
  private(set) var good = 0
  /// Kana among them: a low quotation mark or an ƒ before an accented letter or a sign makes one, and
  /// hardly ever six in one text.
  private(set) var kana = 0
  /// Those of them whose second byte is beyond ASCII. A typographic quotation mark and the letter
  /// after it make a kanji whose second byte is not.
  private(set) var high = 0
  /// How many different first bytes they have.
  var leads: Int { (0..<256).count { seen[$0] } }
  /// Rare kanji, user-defined characters, and bytes that are no character.
  private(set) var bad = 0
  private var seen = [Bool](repeating: false, count: 256)

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      index += 1
      // Kana of half width (半角カナ) speak neither for nor against.
      guard lead >= 0x80, !(0xA1...0xDF).contains(lead) else { continue }
      guard index < bytes.count else { return }
      let trail = bytes[index]
      let isPair = Self.isPair(lead, trail)
      if isPair || (lead >= 0xE0 && trail >= 0x80) { index += 1 }
      guard isPair else {
        bad += 1
        continue
      }
      good += 1
      if lead == 0x82 && trail >= 0x9F || lead == 0x83 && trail <= 0x96 { kana += 1 }
      if trail >= 0x80 { high += 1 }
      seen[Int(lead)] = true
    }
  }

  private static func isPair(_ lead: UInt8, _ trail: UInt8) -> Bool {
    guard (0x40...0xFC).contains(trail), trail != 0x7F else { return false }
    return switch lead {
    case 0x81: !(0xAD...0xB7).contains(trail)
    case 0x82: trail >= 0x4F && trail <= 0xF1
    case 0x83: trail <= 0xD6
    case 0x87: trail <= 0x9C
    case 0x88: trail >= 0x9F
    case 0x89...0x97, 0x99...0x9F: true
    case 0x98: trail <= 0x72 || trail >= 0x9F
    default: false
    }
  }

  /// Whether the bytes were Japanese.
  ///
  /// - Parameter source: The text the bytes were made from.
  func isJapanese(_ source: WesternBytes) -> Bool {
    guard good >= 2, good >= bad * 2 else { return false }
    // Every longer text has 、 or ー (0x81) or a kanji of 0x8D…0x90, which became controls.
    if source.controls >= 2, source.controls * 10 >= source.wide { return true }
    // A short text may have none, but then it is kana, and every byte has its place.
    if bad == 0, kana >= 6, kana * 3 >= good, source.foreign == 0 { return true }
    // Without controls only a clear case counts. A program that lost those bytes broke the characters
    // they belong to.
    let unexplained = bad - min(bad, source.replaced)
    return good >= 8 && good >= unexplained * 4 && high * 4 >= good && leads >= 4
      && source.foreign * 10 <= source.mapped
  }
}
