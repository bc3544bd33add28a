import Interchange
import Model
import Testing

@Suite struct TableListTests {
  @Test func aQuoteNeverClosedCostsOneRow() throws {
    let list = try ReadList("ID,名称,住所\n1,\"番町サロン,番町1\n2,カフェ,屋島\n3,体操,仏生山\n")
    #expect(list.rejected.map(\.code.rawValue) == ["row.unclosed-quote"])
    #expect(list.rejected.map(\.position.line) == [2])
    #expect(list.resources.map(\.name) == ["カフェ", "体操"])
    #expect(list.rows.map(\.line) == [3, 4])
  }

  @Test func raggedRowsComeInWithAWarning() throws {
    let list = try ReadList("名称,住所,電話番号\nサロン,番町\nカフェ,屋島,087-000-0001,余り\n体操,x,087-000-0002\n")
    #expect(list.resources.map(\.name) == ["サロン", "カフェ", "体操"])
    #expect(list.warnings == ["warning.ragged", "warning.ragged"])
    #expect(list.rows.map { $0.warnings.first?.position.line } == [2, 3, nil])
  }

  /// Headings again in the middle (printed lists), blank rows, numbered blank rows, footnotes.
  @Test func rowsThatSayNothingAreSkipped() throws {
    let list = try ReadList("NO,名称,住所\n1,サロン,番町\nNO,名称,住所\n,,\n2,,\n3,カフェ,屋島\n")
    #expect(list.resources.map(\.name) == ["サロン", "カフェ"])
    #expect(list.skipped == [3, 4, 5])
    #expect(list.rejected.isEmpty)
  }

  @Test func aRowWithoutANameIsRejectedWithItsHeading() throws {
    let list = try ReadList("施設名,住所\n,番町\nサロン,屋島\n")
    #expect(list.rejected.map(\.code.rawValue) == ["row.no-name"])
    #expect(list.rejected.map(\.position.field) == ["施設名"])
    #expect(list.resources.map(\.name) == ["サロン"])
  }

  @Test func theHeadingIsFoundBelowAPreamble() throws {
    let list = try ReadList("令和7年度 通いの場一覧,,\n高松市,,\n\n名称,住所,料金\nサロン,番町,無料\n")
    #expect(list.resources.map(\.name) == ["サロン"])
    #expect(list.rows.map(\.line) == [5])
  }

  @Test func aTablePastedFromASpreadsheetIsRead() throws {
    let list = try ReadList("名称\t住所\t料金\nサロン\t番町、1の2\t無料\n", name: "-")
    #expect(list.format.format == "tsv")
    #expect(list.resources.map(\.place?.address) == ["番町、1の2"])
  }

  @Test func physicalLinesCountLineBreaksInCells() throws {
    let list = try ReadList("名称,説明\r\n\"サロン\r\nです\",\"お茶\r\nお菓子\"\r\nカフェ,x\r\n")
    #expect(list.rows.map(\.line) == [2, 5])
    #expect(list.resources.map(\.name) == ["サロン です", "カフェ"])
    #expect(list.rows.first?.cells["説明"] == "お茶\r\nお菓子")
  }

  /// A coordinate cell pair, whether it became a point, and what was told.
  static let coordinates: [(lat: String, lng: String, isPoint: Bool, warnings: [String])] = [
    ("34.34", "134.04", true, []),
    // Full-width digits, as they are typed in Japanese mode.
    ("３４.３４", "１３４.０４", true, []),
    ("0", "0", false, ["warning.coordinates"]),
    // Swapped columns: told, and not guessed.
    ("134.04", "34.34", false, ["warning.swapped"]),
    ("北緯34.34度", "東経134.04度", true, []),
    ("34度20分24秒", "134°2'24\"", true, []),
    ("北", "東", false, ["warning.coordinates"]),
    ("34.34", "", false, ["warning.coordinates"]),
    ("", "", false, []),
    ("-", "―", false, []),
    // In the sea off Ghana, in London.
    ("51.5", "-0.12", false, ["warning.coordinates"]),
    ("nan", "inf", false, ["warning.coordinates"]),
  ]

  @Test(arguments: coordinates)
  func coordinatesAreTakenOnlyWhenSure(
    _ lat: String, _ lng: String, _ isPoint: Bool, _ warnings: [String]
  ) throws {
    let list = try ReadList("名称,緯度,経度\nサロン,\(lat),\(lng)\n")
    let place = try #require(list.resources.first).place
    #expect((place?.coordinate != nil) == isPoint)
    if isPoint { #expect(place?.coordinate == Coordinate(lat: 34.34, lng: 134.04)) }
    #expect(list.warnings == warnings)
  }

  @Test func aDashIsNoPrice() throws {
    #expect(try ReadList("名称,料金\nサロン,―\n").resources.first?.cost == nil)
  }

  /// A number and who may see it: mobile numbers are likely somebody's own.
  static let phones: [(cell: String, phone: String, visibility: Visibility)] = [
    ("087-000-0001", "087-000-0001", .public), ("0120-000-000", "0120-000-000", .public),
    ("090-0000-0001", "090-0000-0001", .coordinator),
    ("０８０ー００００ー０００１", "080-0000-0001", .coordinator),
    ("(070)0000-0001", "070-0000-0001", .coordinator),
    ("087-000-0001 内線090", "087-000-0001 内線090", .public),
    // A free number begins like a mobile one.
    ("0800-000-0001", "0800-000-0001", .public),
  ]

  @Test(arguments: phones)
  func aMobileNumberIsNotPublished(
    _ cell: String, _ phone: String, _ visibility: Visibility
  ) throws {
    let list = try ReadList("名称,連絡先,電話番号\nサロン,事務局,\(cell)\n")
    let contact = try #require(list.resources.first?.contacts.first)
    #expect(contact.visibility == visibility)
    #expect(contact.phone == phone)
    #expect(list.warnings == (visibility == .public ? [] : ["warning.private-phone"]))
  }
}
