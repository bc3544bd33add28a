import Diagnostics
import JapaneseText
import Model
import ReferenceData

/// Whose list a row says it is of (全国地方公共団体コード), remembered from row to row: it hardly ever
/// changes inside a list.
final class ListOwner {
  private let plan: RowPlan
  private let municipalities: Municipalities
  private var last: (code: [UInt8], prefecture: [UInt8], city: [UInt8])?
  private var resolution = Resolution.unknown

  init(plan: RowPlan, municipalities: Municipalities) {
    self.plan = plan
    self.municipalities = municipalities
  }

  /// Six digits where they can be told, else the digits as they stand; nil when nothing is said.
  func code(of row: RowCells) -> String? {
    resolve(row)
    switch resolution {
    case .found(let municipality, _): return municipality.code
    case .conflict(let byCode, _): return byCode.code
    case .unknown:
      let digits = Normalizer.nfkc(row.first(plan.municipality) ?? "").filter(\.isNumber)
      return digits.isEmpty ? nil : digits
    }
  }

  /// The municipality that the row's address stands in; nil when it is not certain.
  func place(of row: RowCells) -> String? {
    guard let address = row.first(plan.address),
      let municipality = municipalities.of(address: address), let last = municipality.name.last
    else { return nil }
    // 「栄町1-2」 is a street of many towns: a town is named with its prefecture or county.
    let isSure =
      last == "市" || last == "区" || address.hasPrefix(municipality.prefecture)
      || ByteSearch.contains(address, "郡")
    return isSure ? municipality.code : nil
  }

  /// Tells of a code and a name that disagree, and of a code nobody has.
  func warnings(of row: RowCells, into mapper: inout RowMapper) {
    guard !plan.municipality.isEmpty else { return }
    resolve(row)
    switch resolution {
    case .found: return
    // A prefecture's list may have its office in another one.
    case .conflict(let byCode, _) where byCode.name.isEmpty: return
    case .conflict(let byCode, let byName):
      mapper.warn(
        "warning.municipality", plan.municipality, row,
        "\(row.first(plan.municipality) ?? "") \(byCode.prefecture)\(byCode.name)",
        other: byName.prefecture + byName.name)
    case .unknown:
      guard let cell = row.first(plan.municipality) else { return }
      mapper.warn("warning.municipality-code", plan.municipality, row, cell)
    }
  }

  private func resolve(_ row: RowCells) {
    let code = bytes(row, plan.municipality)
    let prefecture = bytes(row, plan.prefecture)
    let city = bytes(row, plan.city)
    if let last, last.code.elementsEqual(code),
      last.prefecture.elementsEqual(prefecture), last.city.elementsEqual(city)
    {
      return
    }
    last = (Array(code), Array(prefecture), Array(city))
    resolution = municipalities.resolve(
      code: row.first(plan.municipality), prefecture: row.first(plan.prefecture),
      name: row.first(plan.city))
  }

  private func bytes(_ row: RowCells, _ columns: [Int]) -> ArraySlice<UInt8> {
    columns.first.map { row.record.bytes[row.record.range(of: $0)] } ?? []
  }
}
