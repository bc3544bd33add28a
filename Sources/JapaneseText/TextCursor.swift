/// A place in a short text under NFKC, as UTF-8; it moves over what it takes. ASCII is read where
/// it stands, and full-width forms (全角) and kanji on the stack: nothing is allocated for them.
struct TextCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  /// Nil, too, for a text of more than `limit` bytes: no value is that long.
  static func read<R>(
    _ text: String, limit: Int, _ body: (inout TextCursor) -> R?
  ) -> R? {
    var text = text
    return text.withUTF8 { bytes -> R? in
      guard bytes.count <= limit else { return nil }
      if bytes.allSatisfy({ $0 < 0x80 }) {
        var cursor = TextCursor(bytes: bytes)
        return body(&cursor)
      }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { room in
        if let count = narrow(bytes, into: room) {
          var cursor = TextCursor(bytes: UnsafeBufferPointer(rebasing: room[..<count]))
          return body(&cursor)
        }
        var normal = Normalizer.nfkc(String(decoding: bytes, as: UTF8.self))
        return normal.withUTF8 {
          var cursor = TextCursor(bytes: $0)
          return body(&cursor)
        }
      }
    }
  }

  /// NFKC of text that needs no table; nil when one is needed.
  private static func narrow(
    _ bytes: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var (at, count) = (0, 0)
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        room[count] = lead
        (at, count) = (at + 1, count + 1)
        continue
      }
      if lead == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA5 {
        (room[count], room[count + 1]) = (0xC2, 0xA5)  // ¥
        (at, count) = (at + 2, count + 2)
        continue
      }
      guard lead >= 0xE3, lead <= 0xEF, at + 2 < bytes.count else { return nil }
      let c = UInt32(lead & 15) << 12 | UInt32(bytes[at + 1] & 63) << 6 | UInt32(bytes[at + 2] & 63)
      if Normalizer.isInert(c) {
        for offset in 0...2 { room[count + offset] = bytes[at + offset] }
        count += 3
      } else if c == 0x3000 || (c >= 0xFF01 && c <= 0xFF5E) {
        room[count] = c == 0x3000 ? 0x20 : UInt8(truncatingIfNeeded: c - 0xFEE0)
        count += 1
      } else if c == 0xFFE5 {
        (room[count], room[count + 1]) = (0xC2, 0xA5)  // ￥
        count += 2
      } else {
        return nil
      }
      at += 3
    }
    return count
  }

  var isAtEnd: Bool { at >= bytes.count }

  /// The byte here; 0 at the end.
  var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  mutating func skipBlanks() {
    while next == 0x20 || next == 0x0A || next == 0x09 || next == 0x0D { at += 1 }
  }

  @inline(__always)
  mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[at + offset] != word.utf8Start[offset] { return false }
    at += length
    return true
  }
}
