import Model

/// Municipalities and towns of a region with a point each, found by the words of an address.
///
/// Made once and then only read. The rows stand in flat arrays; a table of all Japan (190,000 rows)
/// takes about 25 MB. See docs/places.md for the tables.
public struct Gazetteer: Sendable {
  private(set) var cities = CityList()
  /// Where a workspace is, to decide between towns of one name.
  var home: Home?

  private(set) var lats: [Int32] = []
  private(set) var lngs: [Int32] = []
  private var owners: [Int32] = []
  /// Offset of the row's name in `text`.
  private(set) var names: [UInt32] = []
  private(set) var nameLengths: [UInt8] = []
  private(set) var text: [UInt8] = []
  private(set) var keys: TownHashes
  private(set) var groups: [TownGroup] = []
  private(set) var pairs: [UInt64] = []
  private var lastTown: (name: String, key: AddressKey)?

  /// A municipality, or a prefecture with all of its.
  struct Home: Sendable {
    var cities: [Int]
    var prefecture: Int
  }

  public init(expecting rows: Int = 0) { keys = TownHashes(expecting: rows + rows / 4) }

  /// How many rows of towns it holds.
  public var count: Int { lats.count }

  public mutating func add(_ city: KnownCity) {
    let index = cities.index(code: city.code, prefecture: city.prefecture, name: city.name)
    if let point = city.point { cities[index].point = point }
  }

  /// Adds a row. `isOwn`: it stands in the workspace's own table.
  public mutating func add(_ row: TownRow, isOwn: Bool) {
    let city = cities.index(code: row.code, prefecture: row.prefecture, name: row.city)
    cities[city].towns += 1
    cities[city].lat += row.point.lat
    cities[city].lng += row.point.lng
    if isOwn { cities[city].isOwn = true }
    let town = key(ofTown: row.town == Self.noTown ? "" : row.town)
    let koaza = row.koaza.isEmpty ? [] : AddressKey(row.koaza).elements
    let whole = town.elements + koaza
    guard !whole.isEmpty else { return }
    let shown = (row.town == Self.noTown ? "" : row.town) + row.koaza
    enter(whole, city, row.point, shown)
    if !koaza.isEmpty, !town.elements.isEmpty {
      group(town.elements, city, row.point, row.town)
    }
    if whole.count > 2, whole.last == AddressKey.chome,
      AddressKey.isNumber(whole[whole.count - 2])
    {
      group(Array(whole.dropLast(2)), city, row.point, Self.stem(shown))
    } else if koaza.isEmpty, whole.count > 2, let last = whole.last, LotSign.isStem(last) {
      group(Array(whole.dropLast()), city, row.point, String(shown.dropLast()))
    }
  }

  private mutating func enter(
    _ key: [UInt32], _ city: Int, _ point: Coordinate, _ name: String
  ) {
    let hash = key.reduce(TownHashes.seed(city), TownHashes.mix)
    if let known = keys[hash], known >= 0 {
      // Twice in the table, or a row whose words fold to the same: the middle of them all.
      let other = Int(known)
      group(key, city, Coordinate(lat: lat(other), lng: lng(other)), self.name(other), force: true)
      group(key, city, point, name, force: true)
      return
    }
    if let known = keys[hash], groups[Int(-known - 1)].isOfRows {
      group(key, city, point, name, force: true)
      return
    }
    keys.set(hash, Int32(lats.count))
    lats.append(Int32((point.lat * 1e6).rounded()))
    lngs.append(Int32((point.lng * 1e6).rounded()))
    owners.append(Int32(city))
    names.append(UInt32(text.count))
    let bytes = name.utf8.prefix(255)
    text += bytes
    nameLengths.append(UInt8(bytes.count))
    let second = key.count > 1 ? key[1] : 0
    pairs.append(Self.pair(key[0], second) << 16 | UInt64(city & 0xFFFF))
  }

  /// Adds a point to the group under `key`, unless a row of its own stands there.
  private mutating func group(
    _ key: [UInt32], _ city: Int, _ point: Coordinate, _ name: String, force: Bool = false
  ) {
    let hash = key.reduce(TownHashes.seed(city), TownHashes.mix)
    if let known = keys[hash], known < 0 {
      if groups[Int(-known - 1)].isOfRows == force { groups[Int(-known - 1)].add(point) }
      return
    }
    if keys[hash] != nil, !force { return }
    groups.append(TownGroup(city: Int32(city), name: name, isOfRows: force))
    groups[groups.count - 1].add(point)
    keys.set(hash, Int32(-groups.count))
    let second = key.count > 1 ? key[1] : 0
    pairs.append(Self.pair(key[0], second) << 16 | UInt64(city & 0xFFFF))
  }

  /// To be called after the last row.
  public mutating func finish() {
    pairs.sort()
    var unique: [UInt64] = []
    unique.reserveCapacity(pairs.count)
    for pair in pairs where pair != unique.last { unique.append(pair) }
    pairs = unique
    lastTown = nil
  }

  private mutating func key(ofTown town: String) -> AddressKey {
    if let lastTown, lastTown.name == town { return lastTown.key }
    let key = AddressKey(town)
    lastTown = (town, key)
    return key
  }

  static let noTown = "（大字なし）"

  /// 番町 of 番町一丁目.
  private static func stem(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard let end = scalars.lastIndex(of: "丁") else { return name }
    let head = scalars[..<end].reversed().drop {
      "〇一二三四五六七八九十0123456789０１２３４５６７８９".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(head.reversed()))
  }

  static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    TownHashes.mix(TownHashes.mix(TownHashes.seed(-2), first), second) >> 16
  }
}
