/// How text becomes terms, at indexing and in queries.
public enum Analyzer {
  /// Changes whenever the same text would give other terms; part of the index stamp.
  public static let version = "words-1"
  /// Xapian's limit is 245 bytes, and a character may take four.
  static let longestWord = 60
  /// Begins the term of a word in its dictionary form.
  public static let wordMark = UInt8(ascii: "W")

  enum Token {
    case single(UInt32)
    case pair(UInt32, UInt32)
    case word(Range<Int>)
  }

  static func scan(_ scalars: [UInt32], _ emit: (Token) -> Void) {
    var i = 0
    while i < scalars.count {
      switch CharacterClass.of(scalars[i]) {
      case .japanese:
        if i + 1 < scalars.count, CharacterClass.of(scalars[i + 1]) == .japanese {
          emit(.pair(scalars[i], scalars[i + 1]))
        } else {
          emit(.single(scalars[i]))
        }
        i += 1
      case .word:
        var end = i
        while end < scalars.count, CharacterClass.of(scalars[end]) == .word { end += 1 }
        emit(.word(i..<min(end, i + longestWord)))
        i = end
      case .other: i += 1
      }
    }
  }

  /// One stretch of a query between blanks or marks.
  public struct Run: Sendable, Hashable {
    public var scalars: ArraySlice<UInt32>
    /// Kana and kanji; otherwise one word of another script.
    public var isJapanese: Bool
  }

  /// The stretches of a query, word by word as blanks divide it.
  public static func runs(_ text: SearchText) -> [[Run]] {
    let scalars = text.scalars
    var words: [[Run]] = []
    var word: [Run] = []
    var i = 0
    while i < scalars.count {
      let kind = CharacterClass.of(scalars[i])
      if kind == .other {
        if isBlank(scalars[i]), !word.isEmpty {
          words.append(word)
          word = []
        }
        i += 1
        continue
      }
      var end = i
      while end < scalars.count, CharacterClass.of(scalars[end]) == kind { end += 1 }
      let last = kind == .word ? min(end, i + longestWord) : end
      word.append(Run(scalars: scalars[i..<last], isJapanese: kind == .japanese))
      i = end
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func isBlank(_ c: UInt32) -> Bool { c == 0x20 || c == 0x0A || c == 0x09 }

  /// The terms that a run stands in the index with: its pairs, or itself when it is one character
  /// or a word of another script.
  public static func terms(of scalars: ArraySlice<UInt32>) -> [String] {
    guard scalars.count > 1, let first = scalars.first, CharacterClass.of(first) == .japanese
    else { return [string(scalars)] }
    var out: [String] = []
    out.reserveCapacity(scalars.count)
    for at in scalars.startIndex..<scalars.endIndex - 1 {
      let pair = string(scalars[at...at + 1])
      if !out.contains(pair) { out.append(pair) }
    }
    return out
  }

  /// The scalars as text.
  public static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 3)
    for value in scalars { encode(value, into: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func encode(_ c: UInt32, into bytes: inout [UInt8]) {
    switch c {
    case 0..<0x80: bytes.append(UInt8(c))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | c >> 6))
      bytes.append(UInt8(0x80 | c & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | c >> 12))
      bytes.append(UInt8(0x80 | c >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | c & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | c >> 18 & 7))
      bytes.append(UInt8(0x80 | c >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | c >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | c & 0x3F))
    }
  }
}
