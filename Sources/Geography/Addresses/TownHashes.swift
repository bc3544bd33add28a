/// Keys of place names by their 64-bit hash: open addressing in two flat arrays, so that a table of
/// 190,000 towns costs a few megabytes and a look-up touches one of them.
///
/// Only hashes are kept. Two different keys of one municipality share one with a chance of about
/// 1 in 10¹³ for a table of all Japan; keys of different municipalities begin from different seeds.
struct TownHashes: Sendable {
  private var hashes: [UInt64] = []
  private var values: [Int32] = []
  private var count = 0

  init(expecting keys: Int) { grow(to: max(16, keys)) }

  static func seed(_ number: Int) -> UInt64 {
    mix(0xcbf2_9ce4_8422_2325, UInt32(truncatingIfNeeded: number))
  }

  @inline(__always)
  static func mix(_ hash: UInt64, _ element: UInt32) -> UInt64 {
    var h = (hash ^ UInt64(element)) &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 32
    return h &* 0xD6E8_FEB8_6659_FD93
  }

  @inline(__always)
  subscript(_ hash: UInt64) -> Int32? {
    var slot = slot(hash)
    while values[slot] != Self.empty {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & (values.count - 1)
    }
    return nil
  }

  mutating func set(_ hash: UInt64, _ value: Int32) {
    if count * 2 >= values.count { grow(to: values.count) }
    var slot = slot(hash)
    while values[slot] != Self.empty, hashes[slot] != hash {
      slot = (slot + 1) & (values.count - 1)
    }
    if values[slot] == Self.empty { count += 1 }
    hashes[slot] = hash
    values[slot] = value
  }

  private static let empty = Int32.min

  @inline(__always)
  private func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 29) & (values.count - 1)
  }

  private mutating func grow(to keys: Int) {
    var size = 32
    while size < keys * 2 { size *= 2 }
    let old = (hashes, values)
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: Self.empty, count: size)
    count = 0
    for (hash, value) in zip(old.0, old.1) where value != Self.empty { set(hash, value) }
  }
}
