import Foundation
import Geography
import Model
import TestSupport

/// The bundled table of towns, for tests.
enum Towns {
  static let path = "Data/geocode/towns.csv"

  static func rows() throws -> [TownRow] {
    var rows: [TownRow] = []
    let file = try TownFile(Array(Repository.text(path).utf8), path: path) { rows.append($0) }
    guard file.faultCount == 0 else { throw file.faults[0] }
    return rows
  }

  /// Kagawa, and rows of other places that tests need.
  static func gazetteer(home: Int? = nil, adding extra: [TownRow] = []) throws -> Gazetteer {
    var towns = Gazetteer()
    for city in known { towns.add(city) }
    for row in try rows() + extra { towns.add(row, isOwn: true) }
    towns.finish()
    towns.settle(in: home)
    return towns
  }

  static func row(_ code: Int, _ prefecture: String, _ city: String, _ town: String) -> TownRow {
    TownRow(
      code: code, prefecture: prefecture, city: city, town: town,
      point: Coordinate(lat: 35, lng: 135 + Double(code % 1_000) / 1_000))
  }

  /// Municipalities without towns.
  static let known = [
    city(132_063, "東京都", "府中市"), city(342_084, "広島県", "府中市"),
    city(044_016, "宮城県", "松島町"), city(141_003, "神奈川県", "横浜市"),
    city(141_038, "神奈川県", "横浜市西区"), city(431_001, "熊本県", "熊本市"),
    city(011_011, "北海道", "札幌市中央区"), city(131_024, "東京都", "中央区"),
  ]

  private static func city(_ code: Int, _ prefecture: String, _ name: String) -> KnownCity {
    KnownCity(
      code: code, prefecture: prefecture, name: name, point: Coordinate(lat: 35.5, lng: 139))
  }
}
