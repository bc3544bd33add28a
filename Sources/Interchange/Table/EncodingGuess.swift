/// The encoding of a text, decided by which one decodes it, and the text in UTF-8.
struct EncodingGuess {
  let encoding: TextEncoding
  let text: [UInt8]

  /// Nil if the bytes are no text in any encoding known here.
  init?(_ head: [UInt8], isWhole: Bool) {
    let trials: [(TextEncoding, [UInt8])] = [
      (.utf8BOM, [0xEF, 0xBB, 0xBF]), (.utf16LE, [0xFF, 0xFE]), (.utf16BE, [0xFE, 0xFF]),
    ]
    if let (marked, _) = trials.first(where: { head.starts(with: $0.1) }) {
      guard let trial = Trial(marked, head, isWhole: isWhole), !trial.isBinary else { return nil }
      self.init(trial)
      return
    }
    guard let utf8 = Trial(.utf8, head, isWhole: isWhole) else { return nil }
    if let encoding = Self.unmarkedUTF16(head, utf8),
      let trial = Trial(encoding, head, isWhole: isWhole), trial.invalid == 0, trial.controls == 0
    {
      self.init(trial)
      return
    }
    // One damaged character does not make a UTF-8 file a CP932 one, though CP932 accepts many of
    // the byte pairs of UTF-8.
    var best = utf8
    if utf8.invalid * 10 > utf8.wide, let cp932 = Trial(.cp932, head, isWhole: isWhole),
      cp932.invalid < utf8.invalid
    {
      best = cp932
    }
    guard !best.isBinary else { return nil }
    self.init(best)
  }

  private init(_ trial: Trial) {
    encoding = trial.encoding
    text = trial.text
  }

  /// How the text was garbled before it was saved as UTF-8, if it was.
  var mojibake: Mojibake? {
    encoding == .utf8 || encoding == .utf8BOM ? Mojibake.kind(of: text) : nil
  }

  /// UTF-16 without a mark has NUL as one half of every ASCII character, always the same half. A
  /// text with a few stray NULs is told from it by being good UTF-8.
  private static func unmarkedUTF16(_ head: [UInt8], _ utf8: Trial) -> TextEncoding? {
    var zeros = [0, 0]
    for index in head.indices where head[index] == 0 { zeros[index & 1] += 1 }
    let enough = utf8.invalid > 0 ? 1 + head.count / 100 : 1 + head.count * 2 / 5
    if zeros[0] == 0, zeros[1] >= enough { return .utf16LE }
    if zeros[1] == 0, zeros[0] >= enough { return .utf16BE }
    return nil
  }
}

/// The outcome of decoding with one encoding.
private struct Trial {
  let encoding: TextEncoding
  let text: [UInt8]
  let invalid: Int
  /// Characters beyond ASCII.
  let wide: Int
  /// Control characters that text does not contain.
  let controls: Int

  /// Nil if the system cannot decode the encoding.
  init?(_ encoding: TextEncoding, _ head: [UInt8], isWhole: Bool) {
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    do throws(TableError) {
      // A character cut at the end of a head is not a bad one.
      try decoder.decode(head[...], isLast: isWhole, into: &text)
    } catch {
      return nil
    }
    self.encoding = encoding
    self.text = text
    invalid = decoder.report.invalidCount
    wide = text.count { $0 >= 0xC0 } - invalid
    // 0x1A ended a text file under DOS.
    controls = text.count { $0 < 0x20 && !ContentSniffer.isBlank($0) && $0 != 0x1A }
  }

  /// A few stray bytes are damage, many mean that this is no text.
  var isBinary: Bool {
    let stray = controls > 2 + text.count / 50 || (controls > 0 && controls == text.count)
    return stray || invalid * 10 > text.count + 20
  }
}
