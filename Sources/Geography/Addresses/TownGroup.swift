import Model

/// Several rows under one name: the 丁目 of 番町 for 番町, or rows that are spelt alike.
struct TownGroup: Sendable {
  let city: Int32
  let name: String
  /// Whether its members are rows with this very key, not parts of it.
  let isOfRows: Bool
  private var lat = 0.0
  private var lng = 0.0
  private var count = 0
  private var south = 90.0
  private var north = -90.0
  private var west = 180.0
  private var east = -180.0

  init(city: Int32, name: String, isOfRows: Bool) {
    self.city = city
    self.name = name
    self.isOfRows = isOfRows
  }

  mutating func add(_ point: Coordinate) {
    lat += point.lat
    lng += point.lng
    count += 1
    south = min(south, point.lat)
    north = max(north, point.lat)
    west = min(west, point.lng)
    east = max(east, point.lng)
  }

  var middle: Coordinate {
    Coordinate(lat: lat / Double(max(1, count)), lng: lng / Double(max(1, count)))
  }

  /// Half the diagonal of the box around its members, metres.
  var spread: Double {
    guard count > 1 else { return 0 }
    return Distance.metres(Coordinate(lat: south, lng: west), Coordinate(lat: north, lng: east))
      / 2
  }
}
