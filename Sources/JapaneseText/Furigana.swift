import CMeCab

/// Readings beside the kanji of a text (ふりがな), by the dictionary of Japanese words.
///
/// Where there is no dictionary, and for words it does not know, there are none. Not shared between
/// threads.
public final class Furigana {
  /// A stretch of the text, with its reading in hiragana when it needs one.
  public struct Piece: Sendable, Equatable {
    public var text: String
    public var reading: String?

    public init(_ text: String, _ reading: String? = nil) {
      self.text = text
      self.reading = reading
    }
  }

  private let parser: OpaquePointer?
  /// Readings that win over the dictionary, longest text first.
  private let known: [(text: [Unicode.Scalar], reading: String)]

  public init(
    _ morphology: Morphology? = .shared, known: [(text: String, kana: String)] = []
  ) {
    parser = morphology?.makeParser()
    self.known = known.map { (Array($0.text.unicodeScalars), $0.kana) }
      .sorted { $0.0.count > $1.0.count }
  }

  deinit { if let parser { cm_parser_free(parser) } }

  public func pieces(of text: String) -> [Piece] {
    guard let parser else { return text.isEmpty ? [] : [Piece(text)] }
    let scalars = Array(text.unicodeScalars)
    var out: [Piece] = []
    var start = 0
    var at = 0
    while at < scalars.count {
      guard let (word, reading) = known.first(where: { scalars[at...].starts(with: $0.text) })
      else {
        at += 1
        continue
      }
      Self.join(read(Self.string(scalars[start..<at]), parser), to: &out)
      Self.join(Self.align(word, reading), to: &out)
      at += word.count
      start = at
    }
    Self.join(read(Self.string(scalars[start...]), parser), to: &out)
    return out
  }

  private func read(_ text: String, _ parser: OpaquePointer) -> [Piece] {
    if text.isEmpty { return [] }
    var out: [Piece] = []
    var rest = 0
    let bytes = Array(text.utf8)
    for (range, reading) in words(bytes, parser) where range.lowerBound >= rest {
      let surface = String(decoding: bytes[range], as: UTF8.self)
      // Blanks between words belong to none.
      if range.lowerBound > rest {
        Self.join(
          [Piece(String(decoding: bytes[rest..<range.lowerBound], as: UTF8.self))], to: &out)
      }
      Self.join(Self.align(Array(surface.unicodeScalars), reading), to: &out)
      rest = range.upperBound
    }
    Self.join([Piece(String(decoding: bytes[rest...], as: UTF8.self))], to: &out)
    return out
  }

  /// The words of a text with their readings in hiragana.
  private func words(
    _ bytes: [UInt8], _ parser: OpaquePointer
  ) -> [(range: Range<Int>, reading: String)] {
    var found: [(range: Range<Int>, reading: String)] = []
    // MeCab looks behind the end of what it is given.
    let padded = bytes + [UInt8](repeating: 0, count: 8)
    padded.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { start in
        withUnsafeMutablePointer(to: &found) { list in
          _ = cm_parse(
            parser, start, bytes.count,
            { context, word in
              let word = word.pointee
              var reading = ""
              if let text = word.reading {
                let kana = UnsafeRawBufferPointer(start: text, count: Int(word.reading_length))
                reading = String(decoding: kana, as: UTF8.self)
              }
              context?.assumingMemoryBound(to: [(range: Range<Int>, reading: String)].self)
                .pointee.append(
                  (Int(word.start)..<Int(word.start + word.length), Furigana.hiragana(reading)))
            }, list)
        }
      }
    }
    return found.filter { $0.range.upperBound <= bytes.count }
  }

  /// Puts a word's reading over its kanji alone: 立ち上がる, たちあがる → 立(た)ち上(あ)がる. Where the kana do
  /// not tell how to divide it, it stands over the whole word.
  static func align(_ word: [Unicode.Scalar], _ reading: String) -> [Piece] {
    guard !reading.isEmpty, word.contains(where: isKanji) else { return [Piece(string(word[...]))] }
    var runs: [ArraySlice<Unicode.Scalar>] = []
    for at in word.indices {
      if let last = runs.last, let end = last.last, isKanji(end) == isKanji(word[at]) {
        runs[runs.count - 1] = word[last.startIndex...at]
      } else {
        runs.append(word[at...at])
      }
    }
    let kana = Array(reading.unicodeScalars)
    return divide(runs[...], kana[...]) ?? [Piece(string(word[...]), reading)]
  }

  private static func divide(
    _ runs: ArraySlice<ArraySlice<Unicode.Scalar>>, _ kana: ArraySlice<Unicode.Scalar>
  ) -> [Piece]? {
    guard let run = runs.first else { return kana.isEmpty ? [] : nil }
    if let first = run.first, !isKanji(first) {
      let own = Array(hiragana(string(run)).unicodeScalars)
      guard kana.starts(with: own), let rest = divide(runs.dropFirst(), kana.dropFirst(own.count))
      else { return nil }
      return [Piece(string(run))] + rest
    }
    if runs.count == 1 { return kana.isEmpty ? nil : [Piece(string(run), string(kana))] }
    // The shortest reading of at least one kana for each kanji that leaves the rest readable.
    guard kana.count >= run.count else { return nil }
    for length in run.count...kana.count {
      if let rest = divide(runs.dropFirst(), kana.dropFirst(length)) {
        return [Piece(string(run), string(kana.prefix(length)))] + rest
      }
    }
    return nil
  }

  /// Stretches without a reading are one.
  private static func join(_ pieces: [Piece], to out: inout [Piece]) {
    for piece in pieces where !piece.text.isEmpty {
      if piece.reading == nil, let last = out.last, last.reading == nil {
        out[out.count - 1].text += piece.text
      } else {
        out.append(piece)
      }
    }
  }

  private static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005, 0x3006, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x30...0x39: true
    default: false
    }
  }

  /// Katakana as hiragana, all else as it is.
  private static func hiragana(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isKatakana = (0x30A1...0x30F6).contains(scalar.value)
      out.append(isKatakana ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar)
    }
    return String(out)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars)
    return String(out)
  }
}
