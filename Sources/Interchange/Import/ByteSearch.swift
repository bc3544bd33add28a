import Glibc

/// Looking for text in text by bytes: exact, and many times quicker than by characters.
enum ByteSearch {
  static func contains(_ text: String, _ part: String) -> Bool {
    var (text, part) = (text, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard let start = text.baseAddress, let wanted = part.baseAddress else {
          return part.isEmpty
        }
        guard !part.isEmpty else { return true }
        var at = 0
        while at + part.count <= text.count {
          let room = text.count - part.count + 1 - at
          guard let found = memchr(start + at, Int32(wanted[0]), room) else { return false }
          if memcmp(found, wanted, part.count) == 0 { return true }
          at = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found)) + 1
        }
        return false
      }
    }
  }

  static func hasSuffix(_ text: String, _ suffix: StaticString) -> Bool {
    var text = text
    let count = suffix.utf8CodeUnitCount
    return text.withUTF8 { bytes in
      guard bytes.count >= count, let start = bytes.baseAddress else { return count == 0 }
      return memcmp(start + bytes.count - count, suffix.utf8Start, count) == 0
    }
  }

  /// The text up to about so many bytes, whole characters only.
  static func prefix(_ text: String, bytes limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let utf8 = text.utf8
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(text[..<end])
  }
}
