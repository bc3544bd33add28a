import Diagnostics
import Geography
import Model
import Testing

@Suite("Tables of towns")
struct TownFileTests {
  private func read(_ text: String) throws -> (rows: [TownRow], faults: [String]) {
    var rows: [TownRow] = []
    let file = try TownFile(Array(text.utf8), path: "towns.csv") { rows.append($0) }
    #expect(file.faultCount == file.faults.count)
    #expect(file.rowCount == rows.count + file.faultCount)
    return (rows, file.faults.map { $0.line(.en) })
  }

  @Test func aTableIsRead() throws {
    let text =
      "\u{FEFF}town,koaza,lgcode,pref,city,lat,lng\r\n"
      + "番町一丁目,,372013,香川県,高松市,34.345,134.045\r\n\r\n# note\r\n"
      + "\"由佐, 東\",宮前,37201,香川県,高松市,34.2,134.0\r\n"
    let (rows, faults) = try read(text)
    #expect(faults.isEmpty && rows.map(\.town) == ["番町一丁目", "由佐, 東"])
    #expect(rows.allSatisfy { $0.code == 372_013 } && rows[1].koaza == "宮前")
    #expect(rows[0].point == Coordinate(lat: 34.345, lng: 134.045))
  }

  /// A code without its check digit, or without its zero.
  @Test func codesAsSpreadsheetsLeaveThem() throws {
    let text =
      "lgcode,pref,city,town,lat,lng\n05207,秋田県,湯沢市,田町,39,140\n52078,秋田県,湯沢市,田町,39,140\n"
      + "5207,秋田県,湯沢市,田町,39,140\n052078,秋田県,湯沢市,田町,39,140\n"
    let (rows, faults) = try read(text)
    #expect(faults.isEmpty && rows.map(\.code) == [52_078, 52_078, 52_078, 52_078])
  }

  @Test func otherHeadings() throws {
    let text =
      "都道府県名,市区町村コード,市区町村名,大字町丁目名,小字・通称名,緯度,経度\n香川県,37201,高松市,番町一丁目,,34.3,134.0\n"
    #expect(try read(text).rows.map(\.code) == [372_013])
  }

  @Test func badRowsAreToldByLineAndField() throws {
    let head = "lgcode,pref,city,town,koaza,lat,lng\n"
    for (row, field) in [
      ("372014,香川県,高松市,番町,,34.3,134.0", "lgcode"), ("x,香川県,高松市,番町,,34.3,134.0", "lgcode"),
      ("372013,香川,高松市,番町,,34.3,134.0", "pref"), ("372013,香川県,高松,番町,,34.3,134.0", "city"),
      ("372013,香川県,高松市,番町,,,134.0", "lat"), ("372013,香川県,高松市,番町,,134.0,34.3", "lat"),
      ("372013,香川県,高松市,番町,,34.3,13.4", "lng"), ("372013,香川県,高松市,番町", "lat"),
    ] {
      let good = "372013,香川県,高松市,扇町,,34.3,134.0\n"
      let (rows, faults) = try read(head + good + row + "\n" + good)
      #expect(rows.count == 2, "\(row)")
      #expect(faults.count == 1 && faults[0].hasPrefix("towns.csv:3: \(field): data.value"))
    }
  }

  @Test func aFileThatIsNoTableIsRefused() {
    for (text, code) in [
      ("", "data.heading"), ("a,b\n1,2\n", "data.heading"), ("lgcode,pref,city\n", "data.heading"),
    ] {
      let error = #expect(throws: SasaeError.self) { _ = try read(text) }
      #expect(error?.code.rawValue == code)
    }
    let bytes: [UInt8] = [0x8E, 0x73, 0x2C]
    let error = #expect(throws: SasaeError.self) {
      _ = try TownFile(bytes, path: "towns.csv") { _ in }
    }
    #expect(error?.code == "data.encoding")
  }
}
