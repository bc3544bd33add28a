import Diagnostics
import Geography
import Glibc
import Lookup
import Model
import ReferenceData

/// Reads the tables that an ``Atlas`` is made of.
struct PlaceReader {
  private let workspace: Workspace
  private let shelf: ReferenceShelf

  init(_ workspace: Workspace, shelf: ReferenceShelf) {
    self.workspace = workspace
    self.shelf = shelf
  }

  func read() throws(SasaeError) -> Atlas.Places {
    var faults: [SasaeError] = []
    var towns = try towns(&faults)
    towns.settle(in: try home())
    let areas = try areas(towns, &faults)
    return Atlas.Places(towns: towns, areas: areas, faults: faults)
  }

  private func bytes(_ path: String) throws(SasaeError) -> [UInt8]? {
    access(path, F_OK) == 0 ? try FileBytes.read(path) : nil
  }

  private func towns(_ faults: inout [SasaeError]) throws(SasaeError) -> Gazetteer {
    let bundled = try bytes(shelf.folder + "/geocode/towns.csv") ?? []
    let own = try bytes(workspace.towns) ?? []
    // A row takes some 60 bytes.
    var towns = Gazetteer(expecting: (bundled.count + own.count) / 60)
    if access(shelf.folder + "/areas/municipalities.tsv", F_OK) == 0 {
      for city in try shelf.municipalities().all where !city.name.isEmpty {
        guard let code = Int(city.code) else { continue }
        var point: Coordinate?
        if let lat = city.lat, let lng = city.lng { point = Coordinate(lat: lat, lng: lng) }
        towns.add(
          KnownCity(code: code, prefecture: city.prefecture, name: city.name, point: point))
      }
    }
    for (bytes, path, isOwn) in [
      (own, workspace.towns, true), (bundled, shelf.folder + "/geocode/towns.csv", false),
    ] where !bytes.isEmpty {
      let file = try TownFile(bytes, path: path) { towns.add($0, isOwn: isOwn) }
      faults += file.faults
    }
    towns.finish()
    return towns
  }

  /// The code that `municipality.txt` says, by code or name.
  private func home() throws(SasaeError) -> Int? {
    guard let bytes = try bytes(workspace.municipality) else { return nil }
    let text =
      String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n").first.map { $0.filter { !$0.isWhitespace } } ?? ""
    if text.isEmpty { return nil }
    do {
      return try Self.code(of: text, shelf)
    } catch {
      throw error.located(file: workspace.municipality, line: 1)
    }
  }

  /// The municipality that a code or a name means; an error when none or several.
  static func code(of text: String, _ shelf: ReferenceShelf) throws(SasaeError) -> Int {
    let all = try shelf.municipalities()
    if let known = all[text], let code = Int(known.code) { return code }
    let named = all.named(text, prefecture: nil)
    if named.count == 1, let code = Int(named[0].code) { return code }
    let several = named.prefix(8).map { $0.prefecture + $0.name }.joined(separator: ", ")
    throw SasaeError(
      "data.value",
      [
        "value": "\(text)",
        "expected": named.isEmpty
          ? Bilingual(ja: "市区町村のコードか名前", en: "a municipality's code or name")
          : Bilingual(ja: "次のどれか: \(several)", en: "one of \(several)"),
      ])
  }

  private func areas(
    _ towns: Gazetteer, _ faults: inout [SasaeError]
  ) throws(SasaeError) -> AreaMap {
    var map = AreaMap()
    if let bytes = try bytes(workspace.areaShapes) {
      let json: JSONValue
      do {
        json = try CanonicalJSON.decode(JSONValue.self, from: bytes)
      } catch {
        throw SasaeError(
          "data.value", ["value": "", "expected": "JSON"],
          at: Position(file: workspace.areaShapes))
      }
      let file = try AreaFile(json, path: workspace.areaShapes)
      faults += file.faults
      for shape in file.shapes { map.add(shape) }
    }
    if access(workspace.areaTowns, F_OK) == 0 {
      let file = try DataFile(path: workspace.areaTowns, required: ["area", "towns"])
      for row in file.rows { try list(row, towns, &map, &faults) }
    }
    return map
  }

  /// One row of `areas.tsv`: an area and the towns it is made of.
  private func list(
    _ row: DataFile.Row, _ towns: Gazetteer, _ map: inout AreaMap, _ faults: inout [SasaeError]
  ) throws(SasaeError) {
    let area: String
    do {
      area = try row.required("area")
      _ = try row.required("towns")
    } catch {
      faults.append(error)
      return
    }
    for town in row.list("towns") {
      let found = try? towns.locate(row["municipality"] + town)
      if let found, found.precision != .city, found.rest.isEmpty {
        map.add(area, town: found)
      } else {
        faults.append(
          row.error(
            "data.dangling",
            ["value": "\(town)", "what": Bilingual(ja: "町", en: "town"), "suggestion": ""],
            field: "towns"))
      }
    }
  }
}
