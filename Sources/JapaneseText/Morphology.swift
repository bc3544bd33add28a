import CMeCab
import Glibc
import Synchronization

/// The dictionary of Japanese words (MeCab with IPADIC), loaded when first asked for.
///
/// A search of keywords never asks. Where the library or the dictionary is missing, `shared` is nil
/// and ``problem`` says why: text is then cut into pairs of characters only.
public final class Morphology: Sendable {
  /// Names another dictionary folder, which must hold IPADIC's fields in UTF-8.
  public static let variable = "SASAE_MECAB_DICT"
  static let usualFolder = "/var/lib/mecab/dic/ipadic-utf8"

  private static let loaded = load()
  public static var shared: Morphology? {
    if case .success(let morphology) = loaded { return morphology }
    return nil
  }
  /// Why there is no dictionary; nil when there is one.
  public static var problem: String? {
    if case .failure(let missing) = loaded { return missing.text }
    return nil
  }

  struct Missing: Error {
    var text: String
  }

  /// The C object by its address: a pointer itself can't be shared.
  private let address: UInt

  private init(address: UInt) { self.address = address }

  private static func load() -> Result<Morphology, Missing> {
    let folder = getenv(variable).map { String(cString: $0) } ?? usualFolder
    var error = cm_error()
    guard let model = cm_open(folder, &error) else {
      let text = withUnsafeBytes(of: error.message) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      return .failure(Missing(text: text))
    }
    return .success(Morphology(address: UInt(bitPattern: model)))
  }

  func makeParser() -> OpaquePointer? {
    OpaquePointer(bitPattern: address).flatMap { cm_parser_new($0) }
  }
}

/// A word of the language as the dictionary has it.
public struct Morpheme: Sendable {
  /// The dictionary form as search compares it, and as it is written.
  public let term: String
  public let form: String
  /// Its reading in hiragana as search compares it; nil when the dictionary has none.
  public let reading: String?
  /// Part of speech, IPADIC's number.
  public let part: UInt16
  public let isUnknown: Bool
  public let kind: WordKind
  /// Where it stands, in unicode scalars of the text.
  public var range: Range<Int> = 0..<0

  init(term: String, form: String, reading: String?, part: UInt16, isUnknown: Bool) {
    self.term = term
    self.form = form
    self.reading = reading
    self.part = part
    self.isUnknown = isUnknown
    kind = Self.kind(of: term, part: part, isUnknown: isUnknown)
  }

  /// Its reading; what is not in the dictionary is read as it stands when it is kana. Nil when nobody
  /// knows.
  public var surfaceReading: String? {
    reading
      ?? (term.unicodeScalars.allSatisfy { (0x3041...0x30FF).contains($0.value) } ? term : nil)
  }
}

/// Cuts texts into words. Not shared between threads.
public final class WordReader {
  private let parser: OpaquePointer
  /// What was read from the dictionary, by the address of the entry: it does not move.
  private var known: [UInt: Morpheme] = [:]
  private static let mostKnown = 200_000

  public init?(_ morphology: Morphology?) {
    guard let parser = morphology?.makeParser() else { return nil }
    self.parser = parser
  }

  deinit { cm_parser_free(parser) }

  /// Characters given to MeCab at once: it counts lengths in sixteen bits.
  private static let longestPiece = 1_000

  /// The words of `text` in order, marks and particles too.
  public func words(in text: String) -> [Morpheme] {
    // IPADIC knows full-width katakana and lower-case letters.
    var run = ScalarRun()
    run.append(text)
    let count = text.unicodeScalars.count
    var out: [Morpheme] = []
    var start = 0
    while start < run.values.count {
      var end = start
      while end < run.values.count, end - start < Self.longestPiece {
        end += 1
        // A line or a sentence ends here.
        if run.values[end - 1] < 0x20 || run.values[end - 1] == 0x3002 { break }
      }
      add(run, start..<end, sourceCount: count, to: &out)
      start = end
    }
    return out
  }

  private func add(
    _ run: ScalarRun, _ piece: Range<Int>, sourceCount: Int, to out: inout [Morpheme]
  ) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(piece.count * 3 + 8)
    var starts: [UInt32] = []
    starts.reserveCapacity(piece.count)
    for value in run.values[piece] {
      starts.append(UInt32(bytes.count))
      let isControl = value < 0x20 || value == 0x7F
      Analyzer.encode(
        isControl ? 0x20 : value >= 0x41 && value <= 0x5A ? value + 0x20 : value, into: &bytes)
    }
    let length = bytes.count
    // MeCab looks behind the end of what it is given.
    bytes.append(contentsOf: [0, 0, 0, 0, 0, 0, 0, 0])
    var found: [cm_word] = []
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { start in
        withUnsafeMutablePointer(to: &found) { list in
          _ = cm_parse(
            parser, start, length,
            { context, word in
              context?.assumingMemoryBound(to: [cm_word].self).pointee.append(word.pointee)
            }, list)
        }
      }
      var at = 0
      for word in found where Int(word.start) + Int(word.length) <= length {
        var made = morpheme(word, buffer)
        while at < starts.count, starts[at] < word.start { at += 1 }
        let first = piece.lowerBound + at
        while at < starts.count, starts[at] < word.start + word.length { at += 1 }
        let next = piece.lowerBound + at
        if first < run.origins.count {
          let end = next < run.origins.count ? run.origins[next] : sourceCount
          made.range = run.origins[first]..<max(end, run.origins[first])
        }
        out.append(made)
      }
    }
  }

  private func morpheme(_ word: cm_word, _ text: UnsafeBufferPointer<UInt8>) -> Morpheme {
    if let base = word.base, word.unknown == 0 {
      let key = UInt(bitPattern: base)
      if let morpheme = known[key] { return morpheme }
      let made = Morpheme(
        term: Self.fold(base, word.base_length), form: Self.text(base, word.base_length),
        reading: word.reading.map { Self.fold($0, word.reading_length) }, part: word.part,
        isUnknown: false)
      if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
      known[key] = made
      return made
    }
    let surface = text[Int(word.start)..<Int(word.start + word.length)]
    let form = String(decoding: surface, as: UTF8.self)
    return Morpheme(
      term: SearchText(form).text, form: form, reading: nil, part: word.part,
      isUnknown: word.unknown != 0)
  }

  private static func fold(_ start: UnsafePointer<CChar>, _ count: UInt32) -> String {
    SearchText(text(start, count)).text
  }

  private static func text(_ start: UnsafePointer<CChar>, _ count: UInt32) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: Int(count)), as: UTF8.self)
  }
}
