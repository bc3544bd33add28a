import Model

extension Gazetteer {
  /// What stands under a key: a row, or the middle of several.
  struct Entry {
    var point: Coordinate
    var name: String
    /// Metres from the point to the farthest of what it stands for.
    var spread: Double
  }

  /// The longest town of `city` at `start`: its value and where it ends.
  @inline(__always)
  func longest(
    _ key: AddressKey, from start: Int, city: Int, respelling: Bool = true
  ) -> (value: Int32, end: Int)? {
    var hash = TownHashes.seed(city)
    var found: (Int32, Int)?
    for at in start..<min(key.elements.count, start + 24) {
      hash = TownHashes.mix(hash, key.elements[at])
      if let value = keys[hash], ends(key, start, at + 1) { found = (value, at + 1) }
    }
    if found == nil, respelling { found = respelt(key, from: start, city: city) }
    guard var (value, end) = found else { return nil }
    if let chome = chome(key, start, end, city) { (value, end) = chome }
    return (value, end)
  }

  /// 2 of 番町2-14-2 is the 丁目, where there is one.
  private func chome(
    _ key: AddressKey, _ start: Int, _ end: Int, _ city: Int
  ) -> (Int32, Int)? {
    let elements = key.elements
    var at = end
    if at < elements.count, elements[at] == AddressKey.dash { at += 1 }
    guard at < elements.count, AddressKey.isNumber(elements[at]), elements[end - 1] != Self.chome
    else { return nil }
    let isWritten = at + 1 < elements.count && elements[at + 1] == Self.chome
    let follows = at + 1 == elements.count || isWritten || Self.parts.contains(elements[at + 1])
    guard follows else { return nil }
    var hash = TownHashes.seed(city)
    for element in elements[start..<end] { hash = TownHashes.mix(hash, element) }
    // With lots of its own, 番町2-14 is lot 2 of it.
    if !isWritten, let own = keys[hash], own >= 0, !hasThreeNumbers(elements, from: at) {
      return nil
    }
    hash = TownHashes.mix(TownHashes.mix(hash, elements[at]), Self.chome)
    guard let value = keys[hash] else { return nil }
    return (value, at + (isWritten ? 2 : 1))
  }

  private static let chome = AddressKey.chome
  /// What parts the numbers of an address: dash, の.
  private static let parts: Set<UInt32> = [AddressKey.dash, 0x306E]

  private func hasThreeNumbers(_ elements: [UInt32], from start: Int) -> Bool {
    var at = start
    for step in 0..<3 {
      guard at < elements.count, AddressKey.isNumber(elements[at]) else { return false }
      if step < 2 {
        guard at + 1 < elements.count, Self.parts.contains(elements[at + 1]) else { return false }
      }
      at += 2
    }
    return true
  }

  /// Whether a name may end before the element at `end`: 中 of 国立市 does not begin 中央1-2, 川口 not 川口東町.
  @inline(__always)
  private func ends(_ key: AddressKey, _ start: Int, _ end: Int) -> Bool {
    guard end < key.elements.count else { return true }
    let last = key.elements[end - 1]
    let next = key.elements[end]
    if last == Self.chome { return true }
    // A number typed in digits is a lot, not the 小字 that is called by it.
    if AddressKey.isNumber(last), end - start > 1, key.isTypedAsDigits(end - 1) {
      return next == Self.lotLetter || key.isAfterAza(end)
    }
    if Self.wholes.contains(last) || !AddressKey.isLetter(next) || key.isParted(end) { return true }
    if LotSign.begins(key.elements, at: end, afterName: end - start) { return true }
    return end - start > 1 && !continuesAsTown(key.elements, end)
  }

  /// Whether the letters at `start` go on to another 町 or 丁目.
  private func continuesAsTown(_ elements: [UInt32], _ start: Int) -> Bool {
    var at = start
    while at < elements.count, AddressKey.isLetter(elements[at]) {
      if Self.wholes.contains(elements[at]) || elements[at] == Self.chome { return true }
      at += 1
    }
    return at + 1 < elements.count && elements[at + 1] == Self.chome
  }

  private static let cho: UInt32 = 0x753A  // 町
  /// 町, 村: a name that ends so is whole.
  private static let wholes: Set<UInt32> = [cho, 0x6751]
  private static let lotLetter: UInt32 = 0x90E8  // 部

  /// A town typed without its 町 (代官山7-9), or with one that it has not.
  private func respelt(_ key: AddressKey, from start: Int, city: Int) -> (Int32, Int)? {
    var hash = TownHashes.seed(city)
    var found: (Int32, Int)?
    for at in start..<min(key.elements.count, start + 24) {
      hash = TownHashes.mix(hash, key.elements[at])
      let end = at + 1
      guard end - start > 1 else { continue }
      let next = end < key.elements.count ? key.elements[end] : 0
      if next == Self.cho, let value = keys[hash], !continues(key, end + 1) {
        found = (value, end + 1)
      } else if let value = keys[TownHashes.mix(hash, Self.cho)], !continues(key, end) {
        found = (value, end)
      }
    }
    return found
  }

  private func continues(_ key: AddressKey, _ end: Int) -> Bool {
    end < key.elements.count && AddressKey.isLetter(key.elements[end]) && !key.isParted(end)
      && !LotSign.begins(key.elements, at: end, afterName: 2)
  }

  func entry(_ value: Int32) -> Entry {
    guard value < 0 else {
      let row = Int(value)
      return Entry(point: Coordinate(lat: lat(row), lng: lng(row)), name: name(row), spread: 0)
    }
    let group = groups[Int(-value - 1)]
    return Entry(point: group.middle, name: group.name, spread: group.spread)
  }

  func lat(_ row: Int) -> Double { Double(lats[row]) / 1e6 }
  func lng(_ row: Int) -> Double { Double(lngs[row]) / 1e6 }

  func name(_ row: Int) -> String {
    let from = Int(names[row])
    return String(decoding: text[from..<from + Int(nameLengths[row])], as: UTF8.self)
  }

  /// Municipalities that have a town which begins as the text at `start` does.
  func cities(beginning key: AddressKey, from start: Int, prefecture: Int?) -> [Int] {
    guard start < key.elements.count else { return [] }
    let first = key.elements[start]
    let second = start + 1 < key.elements.count ? key.elements[start + 1] : 0
    var out: [Int] = []
    for pair in Set([Self.pair(first, second), Self.pair(first, 0)]) {
      var low = 0
      var high = pairs.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[middle] < pair << 16 { low = middle + 1 } else { high = middle }
      }
      while low < pairs.count, pairs[low] >> 16 == pair {
        let city = Int(pairs[low] & 0xFFFF)
        if prefecture == nil || cities[city].prefecture == prefecture { out.append(city) }
        low += 1
      }
    }
    return out.sorted()
  }
}
