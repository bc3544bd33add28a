/// Strings to unicode scalars and back without the library's generic code, which a process that
/// answers once and ends pays for with look-ups of types and conformances (docs/search.md).
enum ScalarText {
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    return scalars
  }

  static func string(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> String {
    guard start < end else { return "" }
    return String(unsafeUninitializedCapacity: (end - start) * 4) { buffer in
      var filled = 0
      for at in start..<end {
        let c = scalars[at].value
        if c < 0x80 {
          buffer[filled] = UInt8(truncatingIfNeeded: c)
          filled += 1
        } else if c < 0x800 {
          buffer[filled] = UInt8(truncatingIfNeeded: 0xC0 | c >> 6)
          buffer[filled + 1] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
          filled += 2
        } else if c < 0x1_0000 {
          buffer[filled] = UInt8(truncatingIfNeeded: 0xE0 | c >> 12)
          buffer[filled + 1] = UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F)
          buffer[filled + 2] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
          filled += 3
        } else {
          buffer[filled] = UInt8(truncatingIfNeeded: 0xF0 | c >> 18)
          buffer[filled + 1] = UInt8(truncatingIfNeeded: 0x80 | c >> 12 & 0x3F)
          buffer[filled + 2] = UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F)
          buffer[filled + 3] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3F)
          filled += 4
        }
      }
      return filled
    }
  }
}
