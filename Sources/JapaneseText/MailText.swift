/// Mail addresses in running text (メールアドレス), and which of them are a person's own: those of
/// mobile carriers, free mail and providers, which lists of organisers carry (個人のアドレス).
public enum MailText {
  /// All addresses, in ASCII: `ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ` → `info@example.jp`.
  public static func addresses(in text: String) -> [String] {
    matches(in: text).map(\.address)
  }

  /// Whether the domain, or one above it, hands out addresses to private persons.
  public static func isPrivate(_ address: String) -> Bool {
    let ascii = address.unicodeScalars.map { narrow($0.value) }
    guard let at = ascii.lastIndex(of: UInt8(ascii: "@")) else { return false }
    return MailDomains.arePrivate(ascii[(at + 1)...])
  }

  /// The text with ＊ in place of each private address, and those addresses in ASCII.
  public static func withoutPrivate(_ text: String) -> (text: String, addresses: [String]) {
    let found = matches(in: text).filter(\.isPrivate)
    guard !found.isEmpty else { return (text, []) }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var from = 0
    for match in found {
      out.append(contentsOf: scalars[from..<match.range.lowerBound])
      out.append("＊")
      from = match.range.upperBound
    }
    out.append(contentsOf: scalars[from...])
    return (String(out), found.map(\.address))
  }

  private struct Match {
    /// Of the text's unicode scalars.
    var range: Range<Int>
    var address: String
    var isPrivate: Bool
  }

  private static func matches(in text: String) -> [Match] {
    var text = text
    guard text.withUTF8({ hasAt($0) }) else { return [] }
    let ascii = text.unicodeScalars.map { narrow($0.value) }
    var found: [Match] = []
    for at in ascii.indices where ascii[at] == UInt8(ascii: "@") {
      guard let domain = domain(ascii, after: at) else { continue }
      let isPrivate = MailDomains.arePrivate(ascii[domain])
      let floor = found.last?.range.upperBound ?? 0
      guard let local = local(ascii, before: at, floor: floor, isWide: isPrivate) else { continue }
      let bytes = ascii[local] + [UInt8(ascii: "@")] + ascii[domain]
      found.append(
        Match(
          range: local.lowerBound..<domain.upperBound,
          address: String(decoding: bytes, as: UTF8.self), isPrivate: isPrivate))
    }
    return found
  }

  /// Whether `@`, `＠` or `﹫` stands in the text.
  private static func hasAt(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (i, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "@") { return true }
      guard byte == 0xEF, i + 2 < bytes.count else { continue }
      if bytes[i + 1] == 0xBC, bytes[i + 2] == 0xA0 { return true }
      if bytes[i + 1] == 0xB9, bytes[i + 2] == 0xAB { return true }
    }
    return false
  }

  /// ASCII of a scalar or its full-width form; 0 for all others, and for ＊, which stands where an
  /// address was.
  private static func narrow(_ c: UInt32) -> UInt8 {
    switch c {
    case 0..<0x80: UInt8(c)
    case 0xFF0A: 0
    case 0xFF01...0xFF5E: UInt8(c - 0xFEE0)
    case 0x3000, 0xA0: 0x20
    case 0xFE6B: UInt8(ascii: "@")
    case 0x2010, 0x2011, 0x2212: UInt8(ascii: "-")
    default: 0
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The domain behind `@`, one blank between them allowed: two labels or more, the last of letters
  /// (a telephone number glued to it is left out).
  private static func domain(_ ascii: [UInt8], after at: Int) -> Range<Int>? {
    var start = at + 1
    if start < ascii.count, ascii[start] == 0x20 { start += 1 }
    var (end, labelStart, dots) = (start, start, 0)
    while end < ascii.count {
      let byte = ascii[end]
      if byte == UInt8(ascii: ".") {
        guard end > labelStart, end + 1 < ascii.count,
          isLetter(ascii[end + 1]) || isDigit(ascii[end + 1])
        else { break }
        (labelStart, dots) = (end + 1, dots + 1)
      } else if !isLetter(byte), !isDigit(byte), byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    // No domain is longer (RFC 1035).
    guard end - start <= 253 else { return nil }
    let letters = ascii[labelStart..<end].prefix(while: isLetter)
    return dots > 0 && letters.count >= 2 ? start..<letters.endIndex : nil
  }

  /// The part before `@`. Old mobile addresses hold more kinds of signs than a sane one does: all of
  /// it is to go.
  private static func local(
    _ ascii: [UInt8], before at: Int, floor: Int, isWide: Bool
  ) -> Range<Int>? {
    var end = at
    if end > floor, ascii[end - 1] == 0x20 { end -= 1 }
    if end > floor, ascii[end - 1] == UInt8(ascii: "\""),
      let open = ascii[floor..<end - 1].lastIndex(of: UInt8(ascii: "\"")),
      ascii[open..<end].allSatisfy({ $0 > 0x20 })
    {
      return open..<end
    }
    let signs = isWide ? Array("._%+-/?!#$&'*=^`{|}~".utf8) : Array("._%+-".utf8)
    var start = end
    while start > floor,
      isLetter(ascii[start - 1]) || isDigit(ascii[start - 1])
        || signs.contains(ascii[start - 1])
    { start -= 1 }
    while start < end, "/?*=.".utf8.contains(ascii[start]) { start += 1 }
    return start < end ? start..<end : nil
  }
}
