import Diagnostics
import Geography
import MatchingKit
import Model
import Registry

/// Where a person lives, as far as the request and the workspace's tables tell. An address is looked up
/// here and goes no further: plugins see the point.
struct HomePlace {
  private(set) var point: Coordinate?
  /// Nil when the request gave the point.
  private(set) var precision: Precision?
  /// Keys of areas that hold it.
  private(set) var areas: Set<String> = []
  /// Keys of areas of the workspace that do not.
  private(set) var otherAreas: Set<String> = []

  init(_ home: Person.Home?, in atlas: Atlas) throws(SasaeError) {
    guard let home, home.coordinate != nil || home.address != nil else { return }
    point = home.coordinate
    let address = try home.address.flatMap { text throws(SasaeError) in
      try Self.located(text, atlas)
    }
    // Of a municipality alone no distance can be told.
    if point == nil, let address, address.precision != .city {
      (point, precision) = (address.point, address.precision)
    }
    let map = try atlas.places().areas
    var names: [String] = []
    if let point { names += map.names(at: point) }
    if let address { names += map.names(of: address) }
    areas = Set(names.map(Area.key))
    // Near the edge of an area the point of a town may stand on either side.
    if precision == nil, point != nil { otherAreas = Set(map.outlined.map(Area.key)) }
    otherAreas.subtract(areas)
    if let address {
      areas.formUnion(Area.municipalities(in: address.matched).map(Area.key))
    }
  }

  /// What can't be located is asked for by the plugins that need it.
  private static func located(_ text: String, _ atlas: Atlas) throws(SasaeError) -> LocatedAddress?
  {
    do {
      return try atlas.locate(text)
    } catch  where error.code == "locate.unknown" || error.code == "locate.ambiguous" {
      return nil
    }
  }
}
