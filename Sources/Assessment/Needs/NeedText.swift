import JapaneseText

/// A text made ready for phrases: folded, endings in one form, divided into sentences.
struct NeedText {
  let scalars: [UInt32]
  let origins: [Int]
  let source: [Unicode.Scalar]
  /// The sentence each scalar stands in.
  let sentence: [Int]
  /// Where each sentence begins and ends, its mark included.
  let sentences: [Range<Int>]
  private let words = WordStarts()

  init(_ text: String, _ endings: Endings) {
    source = Array(text.unicodeScalars)
    (scalars, origins) = endings.apply(FoldedText(text))
    var number: [Int] = []
    number.reserveCapacity(scalars.count)
    var ranges: [Range<Int>] = []
    var start = 0
    for (i, scalar) in scalars.enumerated() {
      number.append(ranges.count)
      if Self.ends(scalar) {
        ranges.append(start..<i + 1)
        start = i + 1
      }
    }
    if start < scalars.count { ranges.append(start..<scalars.count) }
    sentence = number
    sentences = ranges
  }

  /// 。 ! ? and the end of a line.
  @inline(__always)
  static func ends(_ c: UInt32) -> Bool { c == 0x3002 || c == 0x0A || c == 0x21 || c == 0x3F }

  subscript(_ index: Int) -> UInt32? { scalars.indices.contains(index) ? scalars[index] : nil }

  /// The words of the source that a stretch stands for.
  func words(_ range: Range<Int>) -> String {
    guard let first = scalars.indices.contains(range.lowerBound) ? origins[range.lowerBound] : nil
    else { return "" }
    let last =
      range.upperBound < scalars.count ? max(first, origins[range.upperBound]) : source.count
    var view = String.UnicodeScalarView()
    view.append(contentsOf: source[first..<last])
    while let scalar = view.last,
      scalar.properties.isWhitespace || "。、".unicodeScalars.contains(scalar)
    { view.removeLast() }
    return String(view)
  }

  func has(_ words: [UInt32], at index: Int) -> Bool {
    index >= 0 && index + words.count <= scalars.count
      && scalars[index..<index + words.count].elementsEqual(words)
  }

  /// Whether a word may begin here. Only inside a run of hiragana is the dictionary asked; without a
  /// dictionary any place will do.
  func canBegin(at index: Int) -> Bool {
    guard index > 0, origins[index] > 0, origins[index] < source.count else { return true }
    let before = source[origins[index] - 1].value
    let here = source[origins[index]].value
    guard Self.isHiragana(before), Self.isHiragana(here) else { return true }
    return words.begins(at: origins[index], in: source)
  }

  @inline(__always)
  static func isHiragana(_ c: UInt32) -> Bool { c >= 0x3041 && c <= 0x309F }

  @inline(__always)
  static func isKanji(_ c: UInt32) -> Bool { c >= 0x4E00 && c <= 0x9FFF || c == 0x3005 }
}

/// Where the dictionary's words begin in one text; it is asked once, and only when needed.
private final class WordStarts {
  private var starts: Set<Int>?
  private var isMissing = false

  func begins(at index: Int, in source: [Unicode.Scalar]) -> Bool {
    if starts == nil, !isMissing {
      guard let reader = WordReader(Morphology.shared) else {
        isMissing = true
        return true
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: source)
      starts = Set(reader.words(in: String(view)).map(\.range.lowerBound))
    }
    return starts?.contains(index) ?? true
  }
}
