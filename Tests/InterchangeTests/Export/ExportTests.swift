import Foundation
import Interchange
import Model
import Testing

@Suite struct ExportTests {
  private func text(_ format: ExportFormat, _ resources: [Resource]) throws -> String {
    let today = try #require(CalendarDate("2026-10-01"))
    var writer = ResourceWriter(format, today: today)
    return try writer.head() + resources.map { try writer.piece($0) }.joined() + writer.tail()
  }

  private var town: [Resource] {
    var salon = Resource(id: "town:1", name: "ふれあい\"サロン\", 番町")
    salon.kana = "フレアイサロン"
    salon.categories = ["A-SALON", "P-HALL"]
    salon.place = Place(name: "会館", address: "高松市番町1-1")
    salon.place?.lat = 34.34
    salon.place?.lng = 134.04
    salon.schedule = Schedule(text: "毎週火曜 13:30～15:30\n（祝日除く）")
    salon.cost = Cost(text: "1回100円", min: 100, max: 100, per: "visit")
    salon.contacts = [Contact(phone: "087-000-0001")]
    var cafe = Resource(id: "town:2", name: "カフェ")
    cafe.contacts = [Contact(name: "窓口", phone: "+81-87-000-0002")]
    cafe.cost = Cost(text: "=無料")
    cafe.summary = "- 飲み物つき"
    return [salon, cafe]
  }

  @Test func aCSVComesBackAsItWent() throws {
    let list = try ReadList(text(.csv, town))
    #expect(list.rejected.isEmpty && list.skipped.isEmpty)
    #expect(list.warnings.isEmpty)
    for (back, sent) in zip(list.resources, town) {
      #expect(back.name == sent.name)
      #expect(back.kana == sent.kana)
      #expect(back.schedule == sent.schedule)
      #expect(back.cost?.text == sent.cost?.text)
      // A number comes back as it is called from inside the country.
      let phone = sent.contacts.first?.phone?.replacingOccurrences(of: "+81-", with: "0")
      #expect(back.contacts.first?.phone == phone)
      #expect(back.categories == sent.categories)
      #expect(back.summary == sent.summary)
      #expect(back.tags.isEmpty)
      #expect(back.place?.coordinate == sent.place?.coordinate)
      #expect(back.place?.address == sent.place?.address)
    }
    #expect(list.rows.map(\.key) == ["town:1", "town:2"])
    #expect(list.rows.map(\.cells.count).allSatisfy { $0 > 3 })
  }

  @Test func aCSVIsWhatSpreadsheetsTake() throws {
    let text = try text(.csv, town)
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.hasSuffix("\r\n"))
    // The mark of a UTF-8 file, then one heading line that the import understands.
    #expect(text.dropFirst().hasPrefix("ID,名称,"))
  }

  /// A cell, and how it is written: what a spreadsheet would run is text, what is a number stays one.
  static let cells: [(cell: String, written: String)] = [
    ("=1+1", "'=1+1"), ("+81-87-000", "'+81-87-000"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("-2+3", "'-2+3"),
    ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
    ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
    ("-12.5", "-12.5"), ("-", "-"), ("100", "100"), ("a=b", "a=b"), ("", ""),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("'x", "'x"),
  ]

  @Test(arguments: cells)
  func formulasAreDefused(_ cell: String, _ written: String) {
    #expect(CSVText.cell(cell) == written)
    #expect(CSVText.line([cell, "z"]) == written + ",z\r\n")
  }

  @Test func geoJSONIsJSONWithAFeatureForEachPoint() throws {
    struct Collection: Decodable {
      struct Feature: Decodable {
        struct Geometry: Decodable {
          var type: String
          var coordinates: [Double]
        }
        var type: String
        var geometry: Geometry
        var properties: Resource
      }
      var type: String
      var features: [Feature]
    }
    var more = town
    more.append(town[0])
    for (resources, count) in [([], 0), ([town[1]], 0), ([town[0]], 1), (more, 2)] {
      let text = try text(.geojson, resources)
      let read = try JSONDecoder().decode(Collection.self, from: Data(text.utf8))
      #expect(read.type == "FeatureCollection")
      #expect(read.features.count == count)
      for feature in read.features {
        #expect(feature.type == "Feature" && feature.geometry.type == "Point")
        // Longitude first: RFC 7946.
        #expect(feature.geometry.coordinates == [134.04, 34.34])
        #expect(feature.properties == town[0])
      }
    }
  }

  @Test func ndjsonIsOneLossLessLineEach() throws {
    let list = try ReadList(text(.ndjson, town), name: "x.ndjson")
    #expect(list.resources == town)
    #expect(list.rows.map(\.line) == [1, 2])
  }
}
