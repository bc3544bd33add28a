import Diagnostics
import Interchange
import Model
import TestSupport
import Testing

/// The heading lines of the national and prefectural layouts, `Fixtures/headings.tsv`.
@Suite struct HeaderTests {
  struct Layout: Sendable, CustomTestStringConvertible {
    var name: String
    var heading: String
    var testDescription: String { name }
    var headings: [String] {
      heading.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static let layouts: [Layout] = {
    let text = try? Repository.text("Tests/InterchangeTests/Import/Fixtures/headings.tsv")
    return (text ?? "").split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return Layout(name: cells.first ?? "", heading: cells.last ?? "")
    }
  }()

  static let refused: Set = ["open-data-list", "population"]

  /// `jichitai_public_toilet` → `public-toilet`; 介護事業所 have one mapping, all food businesses too.
  static func mapping(_ layout: Layout) -> String {
    let kind = layout.name.split(separator: "_").dropFirst().joined(separator: "-")
    switch kind {
    case "kaigo-jigyosho": return "care-service"
    case "food-business-all", "food-business-new": return "food-business"
    default: return kind
    }
  }

  @Test func thereAre28() {
    #expect(Self.layouts.count == 28)
    #expect(Self.layouts.count { Self.refused.contains(Self.mapping($0)) } == 3)
  }

  /// Cells by folded heading, for all layouts at once.
  static let cells: [(headings: Set<String>, cell: String)] = [
    (["NO", "No", "ID"], "17"), (["許可番号", "事業所番号"], "3700000017"),
    (["都道府県名", "都道府県", "所在地_都道府県"], "香川県"), (["市区町村名", "所在地_市区町村"], "高松市"),
    (["所在地_町字"], "番町一丁目"), (["所在地_番地以下"], "8番15号"),
    (["住所", "施設所在地", "所在地_連結表記"], "香川県高松市番町一丁目8番15号"),
    (["方書", "施設方書", "方書（ビル名等）", "建物名等(方書)"], "番町会館2階"), (["緯度"], "34.34"), (["経度"], "134.04"),
    (["電話番号", "連絡先電話番号", "施設電話番号", "電話番号1"], "087-000-0001"),
    (
      [
        "名称", "施設名称", "事業所名", "イベント名", "介護サービス事業所名称",
      ], "番町の場"
    ), (["都道府県コード又は市区町村コード", "都道府県コード又は市町村コード", "全国地方公共団体コード"], "372013"),
  ]

  static func row(_ layout: Layout) -> String {
    layout.headings.map { heading in
      // Its kind is half of a hydrant's name.
      if heading == "種別", layout.name == "suisho_fire_hydrant" { return "消火栓" }
      return cells.first { $0.headings.contains(heading) }?.cell ?? ""
    }.joined(separator: ",")
  }

  static func text(_ layout: Layout) -> String {
    "\u{FEFF}" + layout.heading + "\r\n" + row(layout) + "\r\n"
  }

  @Test(arguments: layouts) func everyHeadingIsUnderstood(_ layout: Layout) throws {
    let choice = try ListRepository.choice()
    let mapping = Self.mapping(layout)
    guard !Self.refused.contains(mapping) else {
      let error = try #require(throws: SasaeError.self) { _ = try ReadList(Self.text(layout)) }
      #expect(error.code == "import.not-resources" && error.position.line == 1)
      #expect(error.hint(.ja)?.isEmpty == false)
      return
    }
    let list = try OpenedList(path: "x.csv", bytes: Array(Self.text(layout).utf8), choice: choice)
    #expect(list.format.mapping == mapping && list.format.encoding == "UTF-8 BOM")
    let columns = try #require(list.explanation).columns
    #expect(columns.map(\.heading) == layout.headings)
    // What a portal calls `extra`: a heading nothing is made of.
    #expect(columns.filter { $0.field == nil }.map(\.heading) == [])
  }

  @Test(arguments: layouts.filter { !refused.contains(mapping($0)) })
  func aRowIsReadIntoItsFields(_ layout: Layout) throws {
    let list = try ReadList(Self.text(layout))
    let row = try #require(list.rows.first)
    let resource = row.resource
    #expect(list.rejected.isEmpty && list.skipped.isEmpty && list.warnings.isEmpty)
    let isHydrant = layout.name == "suisho_fire_hydrant"
    let address = "香川県高松市番町一丁目8番15号"
    #expect(resource.name == (isHydrant ? "消火栓 \(address)" : "番町の場"))
    #expect(resource.place?.address == address + "　番町会館2階")
    #expect(resource.place?.coordinate == Coordinate(lat: 34.34, lng: 134.04))
    let hasPhone = Self.row(layout).contains("087-000-0001")
    #expect(resource.contacts.map(\.phone) == (hasPhone ? ["087-000-0001"] : []))
    #expect(resource.contacts.allSatisfy { $0.visibility == .public })
    let isOffice = ["food-business", "care-service"].contains(list.format.mapping)
    #expect(row.key == (isOffice ? "3700000017" : "17"))
    let stated = Self.row(layout).split(separator: ",").map(String.init)
    #expect(row.cells.values.sorted() == stated.sorted())
    #expect(resource.tags == (isHydrant ? ["消火栓"] : []))
    #expect(isHydrant || resource.summary == nil)
    #expect(resource.schedule == nil && resource.cost == nil && resource.extra.isEmpty)
    #expect(resource.status == .active)
  }

  /// What each layout's list is a list of, or the layout of everything.
  static let categories = [
    "aed": "P-AED", "cultural-property": "P-CULTURE", "evacuation-space": "P-EVAC",
    "preschool": "S-CHILD", "public-toilet": "P-TOILET", "public-wireless-lan": "P-WIFI",
    "tourism": "P-CULTURE", "event": "A-EVENT", "kodomoshokudo": "S-MEAL-KIDS",
    "hospital": "S-HEALTH-CLINIC", "food-business": "S-SHOP-EAT",
  ]

  @Test(arguments: layouts.filter { categories[mapping($0)] != nil })
  func aListIsOfItsKind(_ layout: Layout) throws {
    let resource = try #require(try ReadList(Self.text(layout)).resources.first)
    let code = try #require(Self.categories[Self.mapping(layout)])
    #expect(resource.categories.contains(code), "\(layout.name)")
  }
}
