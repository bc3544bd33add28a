import Diagnostics
import Model

/// Outlines of areas as GeoJSON (RFC 7946): a FeatureCollection of Polygon and MultiPolygon features, each
/// with a `name` (or 名称). What can't be used is left out and told by its place in the file.
public struct AreaFile: Sendable {
  public private(set) var shapes: [AreaShape] = []
  public private(set) var faults: [SasaeError] = []

  private let path: String

  public init(_ json: JSONValue, path: String) throws(SasaeError) {
    self.path = path
    guard let collection = json.objectValue, collection["type"] == .string("FeatureCollection"),
      case .array(let features)? = collection["features"]
    else {
      throw SasaeError(
        "data.value",
        [
          "value": "\(json.objectValue?["type"]?.stringValue ?? "")",
          "expected": Bilingual(
            ja: "GeoJSON の FeatureCollection", en: "a GeoJSON FeatureCollection"),
        ], at: Position(file: path, field: "type"))
    }
    for (index, feature) in features.enumerated() {
      do {
        shapes.append(try shape(feature, "features[\(index)]"))
      } catch {
        faults.append(error)
      }
    }
  }

  private func fault(_ field: String, _ value: String, _ expected: Bilingual) -> SasaeError {
    SasaeError(
      "data.value", ["value": "\(value)", "expected": expected],
      at: Position(file: path, field: field))
  }

  private func shape(_ feature: JSONValue, _ field: String) throws(SasaeError) -> AreaShape {
    let properties = feature.objectValue?["properties"]?.objectValue ?? [:]
    let name = (properties["name"] ?? properties["名称"])?.stringValue ?? ""
    guard !Area.key(name).isEmpty else {
      throw fault(
        field + ".properties.name", name, Bilingual(ja: "地域の名前", en: "the name of an area"))
    }
    let geometry = feature.objectValue?["geometry"]?.objectValue ?? [:]
    let coordinates = geometry["coordinates"] ?? .null
    let place = field + ".geometry.coordinates"
    var polygons: [[[Coordinate]]] = []
    switch geometry["type"]?.stringValue {
    case "Polygon": polygons = [try rings(coordinates, place)]
    case "MultiPolygon":
      for (index, one) in Self.list(coordinates).enumerated() {
        polygons.append(try rings(one, place + "[\(index)]"))
      }
    case let other:
      throw fault(
        field + ".geometry.type", other ?? "",
        Bilingual(ja: "Polygon か MultiPolygon", en: "Polygon or MultiPolygon"))
    }
    guard let shape = AreaShape(name: name, polygons: polygons) else {
      throw fault(place, "", Bilingual(ja: "閉じた輪", en: "a closed ring"))
    }
    return shape
  }

  private func rings(_ json: JSONValue, _ field: String) throws(SasaeError) -> [[Coordinate]] {
    var out: [[Coordinate]] = []
    for (index, ring) in Self.list(json).enumerated() {
      let place = field + "[\(index)]"
      var corners: [Coordinate] = []
      for (number, position) in Self.list(ring).enumerated() {
        corners.append(try corner(position, place + "[\(number)]"))
      }
      guard corners.count > 3, corners.first == corners.last else {
        throw fault(
          place, "\(corners.count)",
          Bilingual(
            ja: "始まりと同じ点で終わる4点以上の輪", en: "a ring of four points or more that ends where it began")
        )
      }
      out.append(corners.dropLast())
    }
    guard !out.isEmpty else {
      throw fault(field, "", Bilingual(ja: "閉じた輪", en: "a closed ring"))
    }
    return out
  }

  private func corner(_ json: JSONValue, _ field: String) throws(SasaeError) -> Coordinate {
    let numbers = Self.list(json).compactMap(Self.number)
    guard numbers.count >= 2 else {
      throw fault(field, "", Bilingual(ja: "経度と緯度", en: "longitude and latitude"))
    }
    let point = Coordinate(lat: numbers[1], lng: numbers[0])
    guard Japan.contains(point) else {
      throw fault(
        field, "\(numbers[0]),\(numbers[1])",
        Bilingual(ja: "日本の経度、緯度の順", en: "longitude, then latitude, in Japan"))
    }
    return point
  }

  private static func list(_ json: JSONValue) -> [JSONValue] {
    if case .array(let list) = json { return list }
    return []
  }

  private static func number(_ json: JSONValue) -> Double? {
    switch json {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
