import Model

/// The outline of one area: one or more polygons, each with holes or without.
public struct AreaShape: Sendable {
  public let name: String
  private let polygons: [Polygon]
  private let box: Box

  /// Nil without a ring of three corners.
  public init?(name: String, polygons: [[[Coordinate]]]) {
    let made = polygons.compactMap(Polygon.init)
    guard !made.isEmpty else { return nil }
    self.name = name
    self.polygons = made
    box = made.reduce(into: Box()) { $0.include($1.box) }
  }

  public func contains(_ point: Coordinate) -> Bool {
    box.contains(point) && polygons.contains { $0.contains(point) }
  }

  /// Square degrees of the box around it, to tell a small area from a large one.
  var extent: Double { box.extent }

  struct Box: Sendable {
    private var south = 90.0
    private var north = -90.0
    private var west = 180.0
    private var east = -180.0

    mutating func include(_ point: Coordinate) {
      (south, north) = (min(south, point.lat), max(north, point.lat))
      (west, east) = (min(west, point.lng), max(east, point.lng))
    }

    mutating func include(_ box: Box) {
      (south, north) = (min(south, box.south), max(north, box.north))
      (west, east) = (min(west, box.west), max(east, box.east))
    }

    func contains(_ point: Coordinate) -> Bool {
      (south...max(south, north)).contains(point.lat)
        && (west...max(west, east)).contains(point.lng)
    }

    var extent: Double { max(0, north - south) * max(0, east - west) }
  }

  /// An outer ring and holes. Whether a point is within any number of them is told by how many edges a
  /// line from it to the east crosses.
  private struct Polygon: Sendable {
    let rings: [[Coordinate]]
    let box: Box

    init?(_ rings: [[Coordinate]]) {
      guard let outer = rings.first, outer.count > 2 else { return nil }
      self.rings = rings
      box = outer.reduce(into: Box()) { $0.include($1) }
    }

    func contains(_ point: Coordinate) -> Bool {
      guard box.contains(point) else { return false }
      var isInside = false
      for ring in rings {
        var last = ring[ring.count - 1]
        for corner in ring {
          if (corner.lat > point.lat) != (last.lat > point.lat) {
            let share = (point.lat - corner.lat) / (last.lat - corner.lat)
            if point.lng < corner.lng + share * (last.lng - corner.lng) { isInside.toggle() }
          }
          last = corner
        }
      }
      return isInside
    }
  }
}
