/// Blanks around a cell: ASCII ones, the wide one (U+3000) and the one that does not break (U+00A0).
enum Blanks {
  /// How many bytes the blank at the start takes; nil when there is none.
  @inline(__always)
  static func atStart(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    let byte = bytes[start]
    if byte <= 0x20 { return 1 }
    if byte == 0xE3, start + 2 < end, bytes[start + 1] == 0x80, bytes[start + 2] == 0x80 {
      return 3
    }
    return byte == 0xC2 && start + 1 < end && bytes[start + 1] == 0xA0 ? 2 : nil
  }

  @inline(__always)
  static func atEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    let byte = bytes[end - 1]
    if byte <= 0x20 { return 1 }
    if byte == 0x80, end - 3 >= start, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 { return 3 }
    return byte == 0xA0 && end - 2 >= start && bytes[end - 2] == 0xC2 ? 2 : nil
  }
}
