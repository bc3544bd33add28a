import TestSupport

/// Damages messages at random: bytes, words and halves of other messages.
struct WireDamage {
  private var earlier: [[UInt8]] = []

  private static let nasty: [[UInt8]] =
    [
      "null", "true", "0", "-1", "1e999", "-0", "18446744073709551616", "\"\"", "[]", "{}", "[[[[",
      "}}}}", "\\ud800", "\\u0000", "\\", "\"", ",", ":", "{\"a\":", "1.0", "\"2.0\"", "\u{FEFF}",
      "サロン", "😀", "\u{2028}", "\"id\":7,", "\"method\":\"ping\",", "_meta", "\r", "\t", " ",
      #"{"requestId":1}"#, "t:salon", "2026-13-45", "../..", "%00", "sasae://", "'; DROP TABLE",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xE3, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0xAF]]

  mutating func damaged(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&bytes, &random) }
    if earlier.count < 200 {
      earlier.append(bytes)
    } else {
      earlier[Int.random(in: 0..<200, using: &random)] = bytes
    }
    // One line it stays, and no long one.
    return bytes.prefix(60_000).map { $0 == 0x0A ? 0x20 : $0 }
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let at = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, at + Int.random(in: 1...30, using: &random))
    switch Int.random(in: 0..<12, using: &random) {
    case 0: bytes.removeSubrange(at..<end)
    case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
    case 2 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 3 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 4: bytes.insert(contentsOf: random.pick(Self.nasty), at: at)
    case 5: bytes.removeSubrange(at...)
    case 6: bytes.removeSubrange(..<at)
    case 7 where !earlier.isEmpty:
      let other = random.pick(earlier)
      bytes = Array(bytes[..<at] + other[min(at, other.count)...])
    case 8 where end < bytes.count:
      // Two pieces change places.
      bytes = Array(bytes[..<at] + bytes[end...] + bytes[at..<end])
    case 9: bytes = Array("[".utf8) + bytes + Array("]".utf8)
    case 10:
      let depth = Int.random(in: 1...300, using: &random)
      let piece = Array(repeating: random.pick(Array("[{}]\"".utf8)), count: depth)
      bytes.insert(contentsOf: piece, at: at)
    default: replaceValue(&bytes, &random)
    }
  }

  /// A value, from its colon to the next comma or bracket, becomes another.
  private func replaceValue(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let colons = bytes.indices.filter { bytes[$0] == UInt8(ascii: ":") }
    guard !colons.isEmpty else { return }
    let start = random.pick(colons) + 1
    let end = bytes[start...].firstIndex { ",}]".utf8.contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: random.pick(Self.nasty))
  }
}
