import JapaneseText

/// The names of municipalities by hash, so that a name or the start of an address is found without
/// comparing it with 1,900 others.
struct MunicipalityNames: Sendable {
  /// One way to write one row's name: whole (札幌市中央区), or the ward alone (中央区).
  private struct Entry {
    var hash: UInt64
    var row: Int32
    /// The next entry written the same way, in another prefecture or city; -1 at the end.
    var next: Int32
    /// Where its scalars stand.
    var from: Int32
    var count: Int32
  }

  private var entries: [Entry] = []
  private var scalars: [UInt32] = []
  /// Entries by hash, open addressing; a power of two.
  private var slots: [Int32]
  private var longest = 0

  /// Room for the names of so many rows.
  init(rows: Int) {
    var size = 1_024
    while size < rows * 3 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    entries.reserveCapacity(rows)
    scalars.reserveCapacity(rows * 5)
  }

  /// An empty key is left out.
  mutating func add(_ key: ArraySlice<UInt32>, row: Int) {
    guard !key.isEmpty else { return }
    let hash = key.reduce(Self.seed, Self.mix)
    let entry = Entry(
      hash: hash, row: Int32(row), next: -1, from: Int32(scalars.count), count: Int32(key.count))
    scalars += key
    longest = max(longest, key.count)
    let index = Int32(entries.count)
    let slot = slot(of: hash, key)
    entries.append(entry)
    var last = slots[slot]
    guard last >= 0 else {
      slots[slot] = index
      return
    }
    while entries[Int(last)].next >= 0 { last = entries[Int(last)].next }
    entries[Int(last)].next = index
  }

  /// Rows named exactly so.
  func rows(_ key: ArraySlice<UInt32>) -> [Int] {
    rows(slots[slot(of: key.reduce(Self.seed, Self.mix), key)])
  }

  /// Rows of the longest name at the start of `text` that has one `among` those wanted.
  func longest(
    startOf text: ArraySlice<UInt32>, among wanted: (Int) -> Bool
  ) -> (rows: [Int], count: Int) {
    var hash = Self.seed
    var found: (entry: Int32, count: Int) = (-1, 0)
    for at in text.indices.prefix(longest) {
      hash = Self.mix(hash, text[at])
      let entry = slots[slot(of: hash, text[text.startIndex...at])]
      if has(entry, wanted) { found = (entry, at + 1 - text.startIndex) }
    }
    return (rows(found.entry).filter(wanted), found.count)
  }

  private func has(_ entry: Int32, _ wanted: (Int) -> Bool) -> Bool {
    var at = entry
    while at >= 0 {
      if wanted(Int(entries[Int(at)].row)) { return true }
      at = entries[Int(at)].next
    }
    return false
  }

  private func rows(_ entry: Int32) -> [Int] {
    var out: [Int] = []
    var at = entry
    while at >= 0 {
      out.append(Int(entries[Int(at)].row))
      at = entries[Int(at)].next
    }
    return out
  }

  /// The slot that holds this key, or the empty one where it would be.
  private func slot(of hash: UInt64, _ key: ArraySlice<UInt32>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      let from = Int(entry.from)
      if entry.hash == hash, Int(entry.count) == key.count,
        scalars[from..<from + key.count].elementsEqual(key)
      {
        break
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// FNV-1a over scalars.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  private static func mix(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0x100_0000_01b3
  }

  /// Text as names are compared: the fold of search without blanks and signs, and kanji of place
  /// names that are written in two forms.
  static func key(_ text: String) -> [UInt32] {
    let folded = FoldedText(text).scalars
    var key: [UInt32] = []
    key.reserveCapacity(folded.count)
    for scalar in folded where CharacterClass.of(scalar) != .other {
      key.append(common(scalar))
    }
    return key
  }

  private static func common(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x9BF5: 0x9C3A  // 鯵ヶ沢 → 鰺ヶ沢
    case 0x6867: 0x6A9C  // 桧原, 桧枝岐 → 檜原, 檜枝岐
    case 0x68BC: 0x6AAE  // 梼原 → 檮原
    case 0x91DC, 0x7AC3: 0x7AC8  // 塩釜, 塩竃 → 塩竈
    case 0x66FE: 0x66FD  // 曾於 → 曽於
    default: scalar
    }
  }
}
