extension Gazetteer {
  /// Says where the workspace is: a municipality's code, a prefecture's (372013, 370002), or nil to
  /// take the only one its own table holds.
  public mutating func settle(in code: Int?) {
    home = nil
    if let code, let city = cities.index(code: code) {
      settle(cities.members(of: city))
    } else if let code,
      let any = cities.all.indices.first(where: { cities[$0].code / 10_000 == code / 10_000 })
    {
      // A city of wards may have none of its own in the tables; a prefecture has none.
      let wards = cities.all.indices.filter {
        cities[$0].parent != 0 && (0..<1_000).contains(cities[$0].code - code)
      }
      home = Home(
        cities: code % 10_000 < 1_000 ? [] : wards, prefecture: cities[any].prefecture)
    } else {
      let own = cities.all.indices.filter { cities[$0].isOwn }
      if own.count == 1 { settle(own) }
    }
  }

  private mutating func settle(_ list: [Int]) {
    home = Home(cities: list, prefecture: cities[list[0]].prefecture)
  }
}
