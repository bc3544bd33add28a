import Diagnostics
import Glibc
import Model

/// Distances over the ground.
public enum Distance {
  /// Mean Earth radius, metres (IUGG).
  static let earthRadius = 6_371_008.8

  /// Great-circle distance in metres (haversine formula).
  public static func metres(_ a: Coordinate, _ b: Coordinate) -> Double {
    let radians = Double.pi / 180
    let lat1 = a.lat * radians
    let lat2 = b.lat * radians
    let dLat = (b.lat - a.lat) * radians
    let dLng = (b.lng - a.lng) * radians
    let h = sin(dLat / 2) * sin(dLat / 2) + cos(lat1) * cos(lat2) * sin(dLng / 2) * sin(dLng / 2)
    return 2 * earthRadius * asin(min(1, h.squareRoot()))
  }
}

/// Whether a coordinate can be in Japan.
public enum Japan {
  /// From 沖ノ鳥島 to 宗谷 and from 与那国島 to 南鳥島, with a margin.
  public static func contains(_ point: Coordinate) -> Bool {
    (20...46).contains(point.lat) && (122...154.5).contains(point.lng)
  }

  /// The warning that a point deserves: none in Japan, `warning.swapped` where the two numbers
  /// stand the wrong way round, else `warning.coordinates`.
  public static func warning(about point: Coordinate) -> ErrorCode? {
    if contains(point) { return nil }
    return containsSwapped(point) ? "warning.swapped" : "warning.coordinates"
  }

  /// Whether swapping the two numbers would put it in Japan.
  public static func containsSwapped(_ point: Coordinate) -> Bool {
    contains(Coordinate(lat: point.lng, lng: point.lat))
  }
}
