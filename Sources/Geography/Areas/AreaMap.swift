import Model

/// The areas of a workspace (圏域・小学校区・町会) by outline or by their towns, and which of them hold a
/// place.
public struct AreaMap: Sendable {
  private var shapes: [AreaShape] = []
  /// Areas by the hash of a town's words.
  private var towns: [UInt64: [Int]] = [:]
  private var listed: [String] = []

  public init() {}

  public var isEmpty: Bool { shapes.isEmpty && listed.isEmpty }

  /// Names of all areas, outlines first; each once.
  public var names: [String] {
    var seen: Set<String> = []
    return (shapes.map(\.name) + listed).filter { seen.insert($0).inserted }
  }

  /// Names of the areas that have an outline.
  public var outlined: [String] { shapes.map(\.name) }

  public mutating func add(_ shape: AreaShape) { shapes.append(shape) }

  /// Says that a town, as a table of towns writes it with prefecture and municipality, is of an area.
  public mutating func add(_ area: String, town: LocatedAddress) {
    let index: Int
    if let known = listed.firstIndex(of: area) {
      index = known
    } else {
      index = listed.count
      listed.append(area)
    }
    let key = AddressKey(town.matched).elements.reduce(TownHashes.seed(town.code), TownHashes.mix)
    if towns[key]?.contains(index) != true { towns[key, default: []].append(index) }
  }

  /// Areas whose outline holds the point, the smallest first.
  public func names(at point: Coordinate) -> [String] {
    let holding = shapes.enumerated().filter { $0.element.contains(point) }
    return holding.sorted { ($0.element.extent, $0.offset) < ($1.element.extent, $1.offset) }
      .map(\.element.name)
  }

  /// Areas that list the town of an address: 番町 covers its 丁目.
  public func names(of address: LocatedAddress) -> [String] {
    guard !towns.isEmpty, address.precision != .city else { return [] }
    let key = AddressKey(address.matched).elements
    var hash = TownHashes.seed(address.code)
    var found: [Int] = []
    for (at, element) in key.enumerated() {
      hash = TownHashes.mix(hash, element)
      let isEnd = at + 1 == key.count
      guard let areas = towns[hash], isEnd || AddressKey.isNumber(key[at + 1]) else { continue }
      // The most exact entry decides.
      found = areas
    }
    return found.map { listed[$0] }
  }
}
