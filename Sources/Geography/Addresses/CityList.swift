import Model

/// The municipalities that addresses may name, each under every name that it goes by.
struct CityList: Sendable {
  struct City: Sendable {
    var code: Int
    var prefecture: Int
    var name: String
    var point: Coordinate?
    /// Towns of it in the tables.
    var towns = 0
    /// Whether the workspace's own table holds it.
    var isOwn = false
    /// The city of a ward: what stands before 区, hashed; 0 for others.
    var parent: UInt64 = 0
    /// Sums over its towns.
    var lat = 0.0
    var lng = 0.0

    /// Its own point, or the middle of its towns.
    var middle: Coordinate? {
      if let point { return point }
      guard towns > 0 else { return nil }
      return Coordinate(lat: lat / Double(towns), lng: lng / Double(towns))
    }
  }

  private(set) var all: [City] = []
  private(set) var prefectures: [String] = []
  private var byCode: [Int: Int] = [:]
  private var prefectureNames = TownHashes(expecting: 64)
  /// Hash of a name to an index into `sets`.
  private var names = TownHashes(expecting: 8_192)
  private var sets: [[Int32]] = []

  subscript(_ index: Int) -> City {
    get { all[index] }
    set { all[index] = newValue }
  }

  /// The municipality of a code, entered if it is new. A name with a county replaces one without.
  mutating func index(code: Int, prefecture: String, name: String) -> Int {
    if let known = byCode[code] {
      if all[known].name.count < name.count {
        all[known].name = name
        enter(name, known)
      }
      return known
    }
    let index = all.count
    byCode[code] = index
    all.append(City(code: code, prefecture: prefectureIndex(prefecture), name: name))
    enter(name, index)
    return index
  }

  func index(code: Int) -> Int? { byCode[code] }

  private mutating func prefectureIndex(_ name: String) -> Int {
    if let index = prefectures.firstIndex(of: name) { return index }
    prefectures.append(name)
    let key = AddressKey(name).elements
    prefectureNames.set(key.reduce(Self.seed, TownHashes.mix), Int32(prefectures.count - 1))
    return prefectures.count - 1
  }

  private static let seed = TownHashes.seed(-1)
  private static let shi: UInt32 = 0x5E02  // 市
  private static let ku: UInt32 = 0x533A  // 区
  private static let gun: UInt32 = 0x90E1  // 郡
  /// Islands that addresses name in front like counties.
  private static let islands = ["三宅島", "八丈島"].map { AddressKey($0).elements }

  private mutating func enter(_ name: String, _ index: Int) {
    let key = AddressKey(name).elements[...]
    var forms = [key]
    // 綾歌郡綾川町 → 綾川町; not 郡上市, 蒲郡市.
    if let county = key.dropFirst().firstIndex(of: Self.gun), key.last != Self.shi,
      key.endIndex - county > 2
    {
      forms.append(key[(county + 1)...])
    }
    // 熊本市中央区 → 中央区 and 熊本市.
    if key.last == Self.ku, let city = key.dropFirst().lastIndex(of: Self.shi) {
      forms.append(key[(city + 1)...])
      forms.append(key[...city])
      let seed = TownHashes.mix(Self.seed, UInt32(all[index].prefecture))
      all[index].parent = key[...city].reduce(seed, TownHashes.mix)
    }
    for island in Self.islands where island.first == key.first { forms.append(island + key) }
    for form in forms { add(form, index) }
  }

  private mutating func add(_ form: ArraySlice<UInt32>, _ index: Int) {
    let hash = form.reduce(Self.seed, TownHashes.mix)
    if let known = names[hash] {
      if !sets[Int(known)].contains(Int32(index)) { sets[Int(known)].append(Int32(index)) }
    } else {
      names.set(hash, Int32(sets.count))
      sets.append([Int32(index)])
    }
  }

  /// The prefecture that stands at `start`, and where it ends.
  func prefecture(_ key: [UInt32], from start: Int) -> (index: Int, end: Int)? {
    var hash = Self.seed
    for at in start..<min(key.count, start + 4) {
      hash = TownHashes.mix(hash, key[at])
      if at > start + 1, let index = prefectureNames[hash] { return (Int(index), at + 1) }
    }
    return nil
  }

  /// Those whose name is the longest at `start`, in `prefecture` if one is given.
  func cities(
    _ key: [UInt32], from start: Int, prefecture: Int?
  ) -> (indices: [Int32], end: Int) {
    var hash = Self.seed
    var found: (indices: [Int32], end: Int) = ([], start)
    for at in start..<min(key.count, start + 14) {
      hash = TownHashes.mix(hash, key[at])
      guard let set = names[hash] else { continue }
      let members = sets[Int(set)].filter {
        prefecture == nil || all[Int($0)].prefecture == prefecture
      }
      if !members.isEmpty { found = (members, at + 1) }
    }
    return found
  }

  /// A municipality, and the wards of one that has some.
  func members(of index: Int) -> [Int] {
    let key = AddressKey(all[index].name).elements
    guard key.last == Self.shi, let set = names[key.reduce(Self.seed, TownHashes.mix)] else {
      return [index]
    }
    let wards = sets[Int(set)].map(Int.init).filter {
      all[$0].prefecture == all[index].prefecture
    }
    return [index] + wards.filter { $0 != index }
  }

  /// Full name, prefecture first.
  func fullName(_ index: Int) -> String { prefectures[all[index].prefecture] + all[index].name }
}
