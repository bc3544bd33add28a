/// How a Japanese text was garbled (文字化け): its bytes were read in a wrong encoding, and what came
/// out was saved as UTF-8.
public enum Mojibake: String, Sendable {
  /// CP932 read as Latin-1 or Windows-1252: 「名称」 became "–¼Ì".
  case cp932AsLatin1
  /// UTF-8 read as Latin-1 or Windows-1252, perhaps more than once: 「コード」 became "ã‚³ãƒ¼ãƒ‰".
  case utf8AsLatin1
  /// UTF-8 read as CP932: 「コード」 became 「繧ｳ繝ｼ繝�」. Bytes that CP932 does not have are lost, so
  /// it can't be mended.
  case utf8AsCP932

  /// The bytes looked at to recognise a text.
  static let sampleSize = 64 * 1024

  /// Recognises a garbled text by turning it back and seeing whether that makes Japanese.
  ///
  /// Texts in other languages, and Japanese texts with a few of their letters, are not garbled.
  ///
  /// - Parameter utf8Text: The beginning of the text in UTF-8, with or without a byte order mark;
  ///   64 KiB are plenty. It may be cut in the middle of a character.
  public static func kind(of utf8Text: [UInt8]) -> Mojibake? {
    kind(of: utf8Text, layers: 3)
  }

  private static func kind(of text: [UInt8], layers: Int) -> Mojibake? {
    let western = WesternBytes(text)
    guard western.wide > 0 else { return nil }
    if western.mapped > 0, western.foreign * 10 <= western.mapped {
      if UTF8Trial(western.bytes).isJapanese { return .utf8AsLatin1 }
      // Garbled twice: what comes out is good UTF-8, but a garbled text again.
      if western.mapped >= 8, layers > 1, UTF8Trial(western.bytes).isText,
        kind(of: western.bytes, layers: layers - 1) != nil
      {
        return .utf8AsLatin1
      }
    }
    if western.mapped > 0, CP932Trial(western.bytes).isJapanese(western) { return .cp932AsLatin1 }
    return UTF8AsCP932.isLikely(text) ? .utf8AsCP932 : nil
  }

  /// Turns a garbled text back into the bytes it was made from.
  ///
  /// - Parameter utf8Text: The whole text in UTF-8, of which ``kind(of:)`` said this case.
  /// - Returns: The bytes, the encoding they are in, and how many characters could not be turned
  ///   back (`lost`; each became `?`). Nil if it can't be mended: the text is ``utf8AsCP932``, or
  ///   more than a tenth of the characters beyond ASCII would be lost.
  public func mended(
    _ utf8Text: [UInt8]
  ) -> (bytes: [UInt8], encoding: TextEncoding, lost: Int)? {
    guard self != .utf8AsCP932 else { return nil }
    var kind = self
    var text = utf8Text
    var lost = 0
    for _ in 0..<3 {
      let western = WesternBytes(text)
      guard western.lost * 10 <= western.wide else { return nil }
      lost += western.lost
      text = western.bytes
      if kind == .cp932AsLatin1 { return (text, .cp932, lost) }
      guard let next = Self.kind(of: Array(text.prefix(Self.sampleSize))), next != .utf8AsCP932
      else { break }
      kind = next
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard text.starts(with: mark) else { return (text, .utf8, lost) }
    // One mark is enough: a text that had one may have been given another when it was saved.
    while text.dropFirst(3).starts(with: mark) { text.removeFirst(3) }
    return (text, .utf8BOM, lost)
  }
}
