/// The index terms of one document with their within-document frequency (wdf).
///
/// Kana and kanji give every pair of neighbours inside a run and the last character of the run;
/// other letters and digits give whole words; with a dictionary the words of the language follow,
/// in their dictionary form, marked by ``Analyzer/wordMark``.
public struct TermBag: Sendable {
  private var grams: [UInt64: UInt32] = [:]
  private var words: [[UInt8]: UInt32] = [:]

  public init() {
    grams.reserveCapacity(512)
  }

  public mutating func removeAll() {
    grams.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }

  /// Adds a field's text; `weight` is what one occurrence adds to the wdf.
  public mutating func add(_ text: SearchText, weight: UInt32) {
    Analyzer.scan(text.scalars) { token in
      switch token {
      case .single(let c): grams[UInt64(c), default: 0] += weight
      case .pair(let a, let b): grams[UInt64(a) << 32 | UInt64(b), default: 0] += weight
      case .word(let range):
        words[Array(Analyzer.string(text.scalars[range]).utf8), default: 0] += weight
      }
    }
  }

  /// Adds one ready term.
  public mutating func add(term: [UInt8], weight: UInt32) {
    words[term, default: 0] += weight
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
    for (word, wdf) in words { word.withUnsafeBufferPointer { body($0, wdf) } }
  }
}
