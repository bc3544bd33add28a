import Foundation
import Geography
import Model
import Testing
import TestSupport

@Suite("Areas by outline and by town")
struct AreaMapTests {
  private func ring(_ corners: [(Double, Double)]) -> String {
    "[" + (corners + [corners[0]]).map { "[\($0.1),\($0.0)]" }.joined(separator: ",") + "]"
  }

  private func feature(_ name: String, _ type: String, _ coordinates: String) -> String {
    #"{"type":"Feature","properties":{"name":"\#(name)"},"#
      + #""geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
  }

  private func box(_ south: Double, _ west: Double, _ size: Double) -> String {
    ring([
      (south, west), (south, west + size), (south + size, west + size), (south + size, west),
    ])
  }

  private func file(_ features: [String]) throws -> AreaFile {
    let text =
      #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
    return try AreaFile(
      JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)), path: "areas.geojson")
  }

  private func map(_ features: [String]) throws -> AreaMap {
    let file = try file(features)
    #expect(file.faults.isEmpty)
    var map = AreaMap()
    for shape in file.shapes { map.add(shape) }
    return map
  }

  @Test func theSmallestAreaStandsFirst() throws {
    let map = try map([
      feature("中央圏域", "Polygon", "[\(box(34, 134, 1))]"),
      feature("番町", "Polygon", "[\(box(34.3, 134.3, 0.1))]"),
    ])
    #expect(map.names(at: Coordinate(lat: 34.35, lng: 134.35)) == ["番町", "中央圏域"])
    #expect(map.names(at: Coordinate(lat: 34.9, lng: 134.9)) == ["中央圏域"])
    #expect(map.names(at: Coordinate(lat: 36, lng: 134.9)) == [])
  }

  @Test func holesAndIslands() throws {
    let map = try map([
      feature("穴", "Polygon", "[\(box(34, 134, 1)),\(box(34.4, 134.4, 0.2))]"),
      feature("島", "MultiPolygon", "[[\(box(36, 136, 0.1))],[\(box(37, 137, 0.1))]]"),
    ])
    #expect(map.names(at: Coordinate(lat: 34.5, lng: 134.5)) == [])
    #expect(map.names(at: Coordinate(lat: 34.1, lng: 134.5)) == ["穴"])
    #expect(map.names(at: Coordinate(lat: 36.05, lng: 136.05)) == ["島"])
    #expect(map.names(at: Coordinate(lat: 37.05, lng: 137.05)) == ["島"])
    #expect(map.names(at: Coordinate(lat: 36.5, lng: 136.5)) == [])
  }

  /// Areas that share an edge hold each point between them once.
  @Test func neighboursShareNoPoint() throws {
    let seed = propertySeed("areas side by side")
    var random = SeededGenerator(seed: seed)
    let corners = (0...6).map { _ in
      (Double.random(in: 34.2...34.8, using: &random), 134.0)
    }
    let bend = corners.enumerated().map { ($0.element.0, 134 + Double($0.offset) / 6) }
    let north = ring(bend + [(35, 135), (35, 134)])
    let south = ring(bend + [(34, 135), (34, 134)])
    let map = try map([
      feature("北", "Polygon", "[\(north)]"), feature("南", "Polygon", "[\(south)]"),
    ])
    for _ in 0..<5_000 {
      let point = Coordinate(
        lat: Double.random(in: 34.001...34.999, using: &random),
        lng: Double.random(in: 134.001...134.999, using: &random))
      #expect(map.names(at: point).count == 1, "\(point), seed \(seed)")
    }
  }

  @Test func whatIsNoAreaIsToldByItsPlace() throws {
    let good = feature("番町", "Polygon", "[\(box(34, 134, 1))]")
    let bad: [(String, String)] = [
      (feature("", "Polygon", "[\(box(34, 134, 1))]"), "features[1].properties.name"),
      (feature("点", "Point", "[134,34]"), "features[1].geometry.type"),
      (feature("空", "Polygon", "[]"), "features[1].geometry.coordinates"),
      (
        feature("開", "Polygon", "[[[134,34],[135,34],[135,35]]]"),
        "features[1].geometry.coordinates[0]"
      ),
      (
        feature("逆", "Polygon", "[[[34,134],[34,135],[35,135],[34,134]]]"),
        "features[1].geometry.coordinates[0][0]"
      ),
    ]
    for (feature, field) in bad {
      let file = try file([good, feature])
      #expect(file.shapes.map(\.name) == ["番町"])
      #expect(file.faults.map(\.position.field) == [field])
    }
    #expect(throws: (any Error).self) {
      try AreaFile(.object(["type": .string("Feature")]), path: "x")
    }
  }

  @Test func areasByTheirTowns() throws {
    let towns = try Towns.gazetteer(home: 372_013)
    var map = AreaMap()
    for (area, town) in [
      ("四番丁", "高松市番町"), ("四番丁", "高松市錦町一丁目"), ("二番丁", "高松市番町二丁目"), ("香南", "高松市香南町由佐"),
    ] {
      map.add(area, town: try towns.locate(town))
    }
    #expect(map.names == ["四番丁", "二番丁", "香南"])
    for (address, areas) in [
      ("高松市番町1-2-3", ["四番丁"]), ("高松市番町2丁目", ["二番丁"]), ("高松市番町", ["四番丁"]),
      ("高松市錦町1-1-1", ["四番丁"]), ("高松市錦町2-1-1", []), ("高松市香南町大字由佐1", ["香南"]), ("高松市", []),
      ("丸亀市番町1-1", []),
    ] {
      #expect(map.names(of: try towns.locate(address)) == areas, "\(address)")
    }
  }
}
