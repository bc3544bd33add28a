import Diagnostics
import Model

/// A table of towns as comma-separated text (町丁目の表): UTF-8, headings in any order, one row a line.
///
///     lgcode,pref,city,town,koaza,lat,lng
///     372013,香川県,高松市,番町一丁目,,34.345,134.045
///
/// The Japanese headings of 位置参照情報 and of the Geolonia table are understood as well. A row that can't
/// be used is left out and told by line and field; the others count.
public struct TownFile: Sendable {
  public private(set) var faults: [SasaeError] = []
  /// Of all rows that can't be used; `faults` holds the first 1,000.
  public private(set) var faultCount = 0
  public private(set) var rowCount = 0

  private let path: String
  private var columns: [Column: Int] = [:]

  enum Column: String, CaseIterable {
    case lgcode, pref, city, town, koaza, lat, lng

    var headings: [String] {
      switch self {
      case .lgcode: ["lgcode", "市区町村コード", "全国地方公共団体コード"]
      case .pref: ["pref", "都道府県名"]
      case .city: ["city", "市区町村名"]
      case .town: ["town", "大字町丁目名", "大字・丁目名"]
      case .koaza: ["koaza", "小字・通称名"]
      case .lat: ["lat", "緯度"]
      case .lng: ["lng", "経度"]
      }
    }
  }

  /// Reads `bytes` and hands each good row to `take`. `path` is what faults are told by.
  public init(
    _ bytes: [UInt8], path: String, take: (TownRow) -> Void
  ) throws(SasaeError) {
    self.path = path
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SasaeError("data.encoding", at: Position(file: path))
    }
    var line = 0
    var last = Place()
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      line += 1
      let content = end > at && bytes[end - 1] == 0x0D ? bytes[at..<(end - 1)] : bytes[at..<end]
      at = end + 1
      if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
      let cells = Self.cells(content)
      if columns.isEmpty {
        try readHeading(cells, line)
        continue
      }
      if cells.allSatisfy({ bytes[$0].isEmpty }) { continue }
      rowCount += 1
      do {
        take(try row(bytes, cells, line, &last))
      } catch {
        faultCount += 1
        if faults.count < 1_000 { faults.append(error) }
      }
    }
    if columns.isEmpty {
      throw SasaeError("data.heading", ["value": "lgcode"], at: Position(file: path, line: 1))
    }

    func readHeading(_ cells: [Range<Int>], _ line: Int) throws(SasaeError) {
      let names = cells.map { String(decoding: Self.unquoted(bytes[$0]), as: UTF8.self) }
      for column in Column.allCases {
        guard let index = names.firstIndex(where: column.headings.contains) else {
          if column == .koaza { continue }
          throw SasaeError(
            "data.heading", ["value": "\(column.rawValue)"], at: Position(file: path, line: line))
        }
        columns[column] = index
      }
    }
  }

  /// What neighbouring rows share, so that it is made once.
  private struct Place {
    var bytes: [ArraySlice<UInt8>] = []
    var code = 0
    var prefecture = ""
    var city = ""
  }

  private func row(
    _ bytes: [UInt8], _ cells: [Range<Int>], _ line: Int, _ last: inout Place
  ) throws(SasaeError) -> TownRow {
    func cell(_ column: Column) -> ArraySlice<UInt8> {
      guard let index = columns[column], index < cells.count else { return [] }
      return Self.unquoted(bytes[cells[index]])
    }
    func text(_ column: Column) -> String { String(decoding: cell(column), as: UTF8.self) }
    func fault(_ column: Column, _ expected: Bilingual) -> SasaeError {
      SasaeError(
        "data.value", ["value": "\(text(column))", "expected": expected],
        at: Position(file: path, line: line, field: column.rawValue))
    }
    let place = [cell(.lgcode), cell(.pref), cell(.city)]
    if last.bytes != place {
      guard let code = LocalGovernmentCode.read(text(.lgcode)) else {
        throw fault(
          .lgcode,
          Bilingual(ja: "検査数字つき6桁か、ない5桁の市区町村コード", en: "a municipality's code, 6 or 5 digits"))
      }
      let prefecture = text(.pref)
      guard ["都", "道", "府", "県"].contains(prefecture.suffix(1)) else {
        throw fault(.pref, Bilingual(ja: "都道府県名", en: "the name of a prefecture"))
      }
      let city = text(.city)
      guard ["市", "区", "町", "村"].contains(city.suffix(1)) else {
        throw fault(.city, Bilingual(ja: "市区町村名", en: "the name of a municipality"))
      }
      last = Place(bytes: place, code: code, prefecture: prefecture, city: city)
    }
    let latitude = Bilingual(ja: "日本の緯度（度）", en: "degrees of latitude in Japan")
    guard let lat = Double(text(.lat)) else { throw fault(.lat, latitude) }
    let longitude = Bilingual(ja: "日本の経度（度）", en: "degrees of longitude in Japan")
    guard let lng = Double(text(.lng)) else { throw fault(.lng, longitude) }
    let point = Coordinate(lat: lat, lng: lng)
    guard Japan.contains(point) else {
      throw (20...46).contains(lat) ? fault(.lng, longitude) : fault(.lat, latitude)
    }
    return TownRow(
      code: last.code, prefecture: last.prefecture, city: last.city, town: text(.town),
      koaza: text(.koaza), point: point)
  }

  /// Where the cells of a line stand; a comma between quotes parts nothing.
  private static func cells(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    out.reserveCapacity(8)
    var start = line.startIndex
    var isQuoted = false
    for at in line.indices {
      switch line[at] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        out.append(start..<at)
        start = at + 1
      default: break
      }
    }
    out.append(start..<line.endIndex)
    return out
  }

  private static func unquoted(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let quote = UInt8(ascii: "\"")
    return cell.count >= 2 && cell.first == quote && cell.last == quote
      ? cell.dropFirst().dropLast() : cell
  }
}
