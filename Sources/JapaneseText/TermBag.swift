/// The index terms of one document with their within-document frequency (wdf).
///
/// Analysis, version 1: kana and kanji give every character and every pair of neighbours inside a
/// run; other letters and digits give whole words. `Analyzer.version` goes into the index stamp.
public struct TermBag: Sendable {
  private var grams: [UInt64: UInt32] = [:]
  private var words: [String: UInt32] = [:]

  public init() {
    grams.reserveCapacity(512)
  }

  public mutating func removeAll() {
    grams.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }

  /// Adds a field's text; `weight` is what one occurrence adds to the wdf.
  public mutating func add(_ text: String, weight: UInt32) {
    guard !text.isEmpty else { return }
    let folded = FoldedText(text).scalars
    Analyzer.scan(folded) { token in
      switch token {
      case .single(let c): grams[UInt64(c), default: 0] += weight
      case .pair(let a, let b): grams[UInt64(a) << 32 | UInt64(b), default: 0] += weight
      case .word(let range):
        words[Analyzer.string(folded[range]), default: 0] += weight
      }
    }
  }

  /// Calls `body` with each term's UTF-8 and its wdf, in no particular order.
  public func forEach(_ body: (UnsafeBufferPointer<UInt8>, UInt32) -> Void) {
    var bytes: [UInt8] = []
    for (key, wdf) in grams {
      bytes.removeAll(keepingCapacity: true)
      if key >> 32 != 0 { Analyzer.encode(UInt32(key >> 32), into: &bytes) }
      Analyzer.encode(UInt32(truncatingIfNeeded: key), into: &bytes)
      bytes.withUnsafeBufferPointer { body($0, wdf) }
    }
    for (word, wdf) in words {
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: word.utf8)
      bytes.withUnsafeBufferPointer { body($0, wdf) }
    }
  }
}

/// How text becomes terms, at indexing and in queries.
public enum Analyzer {
  /// Changes whenever the same text would give other terms; part of the index stamp.
  public static let version = "ngram-1"
  /// Xapian's limit is 245 bytes with zero bytes counted twice; no word of ours is longer.
  static let longestWord = 64

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
        emit(.single(scalars[i]))
        if i + 1 < scalars.count, CharacterClass.of(scalars[i + 1]) == .japanese {
          emit(.pair(scalars[i], scalars[i + 1]))
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

  /// The terms a query must match, word by word as blanks divide it: pairs where a run has two
  /// characters or more, else the character itself; words of other scripts whole.
  public static func queryTerms(_ text: String) -> [[String]] {
    let scalars = FoldedText(text).scalars
    var groups: [[String]] = []
    var group: [String] = []
    var i = 0
    func add(_ term: String) {
      if !group.contains(term), !groups.contains(where: { $0.contains(term) }) {
        group.append(term)
      }
    }
    while i < scalars.count {
      switch CharacterClass.of(scalars[i]) {
      case .japanese:
        var end = i
        while end < scalars.count, CharacterClass.of(scalars[end]) == .japanese { end += 1 }
        if end - i == 1 { add(string(scalars[i..<end])) }
        for at in i..<max(i, end - 1) { add(string(scalars[at...at + 1])) }
        i = end
      case .word:
        var end = i
        while end < scalars.count, CharacterClass.of(scalars[end]) == .word { end += 1 }
        add(string(scalars[i..<min(end, i + longestWord)]))
        i = end
      case .other:
        if scalars[i] == 0x20 || scalars[i] == 0x0A || scalars[i] == 0x09 {
          if !group.isEmpty { groups.append(group) }
          group = []
        }
        i += 1
      }
    }
    if !group.isEmpty { groups.append(group) }
    return groups
  }

  static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
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
