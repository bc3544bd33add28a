/// Where each key stands in a list: a hash table with open addressing, at most half full, read once per character
/// run of every text.
struct KeyTable: Sendable, Equatable {
  private var keys: [UInt64]
  private var places: [Int32]
  private let shift: UInt64

  /// `list`: distinct keys above 0, as no run of characters is 0.
  init(_ list: [UInt64]) {
    var bits: UInt64 = 4
    while 1 << bits < list.count * 2 { bits += 1 }
    shift = 64 - bits
    keys = [UInt64](repeating: 0, count: 1 << bits)
    places = [Int32](repeating: 0, count: 1 << bits)
    for (place, key) in zip(Int32(0)..., list) {
      var at = slot(key)
      while keys[at] != 0 { at = (at + 1) & (keys.count - 1) }
      keys[at] = key
      places[at] = place
    }
  }

  subscript(_ key: UInt64) -> Int32? {
    var at = slot(key)
    while keys[at] != 0 {
      if keys[at] == key { return places[at] }
      at = (at + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Fibonacci hashing: the high bits of a product with 2^64 / φ.
  private func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift) }
}
