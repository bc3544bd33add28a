import Model

extension Gazetteer {
  /// Where an address stands. Never a guess: what may stand in two municipalities, or names none
  /// that is known, is a fault.
  public func locate(_ address: String) throws(LocateFault) -> LocatedAddress {
    let key = AddressKey(address)
    do {
      return try locate(key, from: Self.postalEnd(key))
    } catch {
      // A name in front: 「ふれあい館 高松市番町1-2」.
      for start in key.elements.indices.dropFirst() where Self.mayBegin(key, start) {
        if let found = try? locate(key, from: start, isWhole: false) { return found }
      }
      throw error
    }
  }

  private static func mayBegin(_ key: AddressKey, _ start: Int) -> Bool {
    AddressKey.isLetter(key.elements[start])
      && (key.isParted(start)
        || !AddressKey.isLetter(key.elements[start - 1])
          && !AddressKey.isNumber(key.elements[start - 1]))
  }

  /// `isWhole`: the text begins here; otherwise it must name a municipality here.
  private func locate(
    _ key: AddressKey, from begin: Int, isWhole: Bool = true
  ) throws(LocateFault) -> LocatedAddress {
    let elements = key.elements
    var start = begin
    let prefecture = cities.prefecture(elements, from: start)
    if let prefecture { start = prefecture.end }
    let named = cities.cities(elements, from: start, prefecture: prefecture?.index)
    guard !named.indices.isEmpty else {
      guard isWhole else { throw .unknown }
      return try withoutCity(key, from: start, prefecture: prefecture?.index)
    }
    var places: [Place] = []
    for city in named.indices {
      if let place = place(key, from: named.end, city: Int(city)) { places.append(place) }
    }
    let candidates = named.indices.map(Int.init)
    guard !places.isEmpty else {
      // 栄町 may be a town of the workspace's own rather than a municipality far away.
      if prefecture == nil, let place = atHome(key, from: start) {
        return located(place, key)
      }
      if !isWhole, prefecture == nil { throw .unknown }
      let isFull = prefecture != nil || candidates.contains { isSaid($0, key, start, named.end) }
      return try cityLevel(candidates, key, from: start, to: named.end, isFull: isFull)
    }
    let longest = places.map(\.end).max() ?? 0
    let best = places.filter { $0.end == longest }
    // A city and its wards hold each other's towns; of others nothing is known without a table.
    let unheard = city(of: candidates) != nil ? [] : candidates.filter { cities[$0].towns == 0 }
    if best.count == 1, unheard.isEmpty || cities[best[0].city].isOwn && decide(unheard) == nil {
      return located(best[0], key)
    }
    if let index = decide(candidates), let place = best.first(where: { $0.city == index }) {
      return located(place, key)
    }
    let open = Set(best.map(\.city) + unheard)
    throw .ambiguous(candidates.filter(open.contains).map(cities.fullName))
  }

  /// Whether the words name a municipality that can't be taken for a town: a city or ward, or a 町
  /// or 村 with its county.
  private func isSaid(_ city: Int, _ key: AddressKey, _ start: Int, _ end: Int) -> Bool {
    let last = key.elements[end - 1]
    return last == 0x5E02 || last == 0x533A || key.elements[start..<end].contains(0x90E1)
  }

  struct Place {
    var city: Int
    var value: Int32
    var end: Int
  }

  /// The town of `city` at `start`, or after the words by which Kyoto names a crossing.
  private func place(
    _ key: AddressKey, from start: Int, city: Int, respelling: Bool = true
  ) -> Place? {
    if let (value, end) = longest(key, from: start, city: city, respelling: respelling) {
      return Place(city: city, value: value, end: end)
    }
    guard cities[city].towns > 0, let behind = Self.behindStreets(key.elements, from: start),
      let (value, end) = longest(key, from: behind, city: city)
    else { return nil }
    return Place(city: city, value: value, end: end)
  }

  /// Behind the last 上る, 下る, 東入 or 西入 (京都の通り名).
  private static func behindStreets(_ elements: [UInt32], from start: Int) -> Int? {
    var out: Int?
    for at in elements.indices.dropFirst(start + 1) {
      let c = elements[at]
      let before = elements[at - 1]
      if c == 0x308B, before == 0x4E0A || before == 0x4E0B { out = at + 1 }  // 上る, 下る
      if c == 0x5165, before == 0x6771 || before == 0x897F {  // 東入, 西入
        out = at + 1 < elements.count && elements[at + 1] == 0x308B ? at + 2 : at + 1
      }
    }
    return out
  }

  /// The town that the workspace's own municipality has under these words.
  private func atHome(_ key: AddressKey, from start: Int) -> Place? {
    guard let home else { return nil }
    let places = home.cities.compactMap { place(key, from: start, city: $0) }
    let longest = places.map(\.end).max()
    let best = places.filter { $0.end == longest }
    return best.count == 1 ? best[0] : nil
  }

  private func withoutCity(
    _ key: AddressKey, from start: Int, prefecture: Int?
  ) throws(LocateFault) -> LocatedAddress {
    if prefecture == nil || prefecture == home?.prefecture, let place = atHome(key, from: start) {
      return located(place, key)
    }
    let owners = cities(beginning: key, from: start, prefecture: prefecture)
    var places = owners.compactMap { place(key, from: start, city: $0, respelling: false) }
    if places.isEmpty { places = owners.compactMap { place(key, from: start, city: $0) } }
    places.removeAll { $0.end - start < 2 }
    if prefecture == nil, let home, home.cities.isEmpty {
      let near = places.filter { cities[$0.city].prefecture == home.prefecture }
      if near.count == 1 { return located(near[0], key) }
    }
    guard let first = places.first else { throw .unknown }
    // Where no other has it, a table of the workspace's own decides.
    let isSure = prefecture != nil || home == nil && cities[first.city].isOwn
    if places.count == 1, isSure { return located(first, key) }
    throw .ambiguous(places.map { cities.fullName($0.city) })
  }

  /// The municipality alone.
  private func cityLevel(
    _ candidates: [Int], _ key: AddressKey, from start: Int, to end: Int, isFull: Bool
  ) throws(LocateFault) -> LocatedAddress {
    let decided = city(of: candidates) ?? decide(candidates)
    guard let city = candidates.count == 1 ? candidates[0] : decided else {
      throw .ambiguous(candidates.map(cities.fullName))
    }
    // 松島町2丁目 without more is a town of some city as likely as the 松島町 of 宮城県.
    if !isFull, decided == nil {
      let towns = cities(beginning: key, from: start, prefecture: nil)
        .filter { place(key, from: start, city: $0) != nil }
      throw .ambiguous((towns + [city]).map(cities.fullName))
    }
    guard let point = cities[city].middle else { throw .unknown }
    return LocatedAddress(
      point: point, precision: .city, matched: cities.fullName(city), rest: key.rest(from: end),
      code: cities[city].code)
  }

  /// The city of wards that all of these are or belong to.
  private func city(of candidates: [Int]) -> Int? {
    guard candidates.count > 1, Set(candidates.map { cities[$0].prefecture }).count == 1,
      candidates.contains(where: { cities[$0].parent != 0 })
    else { return nil }
    let whole = candidates.filter { cities[$0].parent == 0 }
    return whole.count == 1 ? whole[0] : nil
  }

  /// The one among several municipalities of one name that the workspace's own place speaks for.
  private func decide(_ candidates: [Int]) -> Int? {
    guard let home else { return nil }
    let own = candidates.filter(home.cities.contains)
    if own.count == 1 { return own[0] }
    let near = candidates.filter { cities[$0].prefecture == home.prefecture }
    return near.count == 1 ? near[0] : nil
  }

  private func located(_ place: Place, _ key: AddressKey) -> LocatedAddress {
    let entry = entry(place.value)
    return LocatedAddress(
      point: entry.point, precision: entry.spread > Self.townSpread ? .city : .town,
      matched: cities.fullName(place.city) + entry.name, rest: key.rest(from: place.end),
      code: cities[place.city].code)
  }

  /// A name whose parts lie farther out than this from their middle does not say the town, metres.
  static let townSpread = 3_000.0

  /// Where a postal code in front ends: 〒760-0001.
  private static func postalEnd(_ key: AddressKey) -> Int {
    let elements = key.elements
    var at = elements.first == 0x3012 ? 1 : 0
    guard at < elements.count, AddressKey.isNumber(elements[at]) else { return at }
    if at + 2 < elements.count, elements[at + 1] == AddressKey.dash,
      AddressKey.isNumber(elements[at + 2])
    {
      at += 3
    } else if at == 1 || elements[at] - AddressKey.number > 999_999 {
      at += 1
    }
    return at < elements.count ? at : 0
  }
}
