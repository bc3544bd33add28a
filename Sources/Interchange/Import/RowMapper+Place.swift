import Diagnostics
import Geography
import JapaneseText
import Model

extension RowMapper {
  mutating func place(_ row: RowCells) -> Place? {
    var place = Place(name: row.firstLine(plan.placeName))
    var (address, postalCode) = address(row)
    if let code = row.firstLine(plan.postalCode) {
      postalCode = AddressText.postalCode(code).code ?? postalCode
    }
    place.address = address
    if let postalCode { place.extra["postalCode"] = .string(postalCode) }
    place.area = row.firstLine(plan.area)
    if let point = coordinate(row) {
      (place.lat, place.lng, place.precision) = (point.lat, point.lng, .building)
    }
    addAccess(row, to: &place)
    return place == Place() ? nil : place
  }

  /// The full address, from whichever columns have it: a part that the address already contains
  /// is not put before it again.
  private func address(_ row: RowCells) -> (text: String?, postalCode: String?) {
    var text = row.first(plan.address).map(AddressText.clean) ?? ""
    var code: String?
    if text.hasPrefix("〒") { (code, text) = AddressText.postalCode(text) }
    for columns in [plan.number, plan.town, plan.city, plan.prefecture] {
      guard let cell = row.first(columns) else { continue }
      let part = AddressText.clean(cell)
      if text.isEmpty {
        text = part
      } else if !text.utf8.starts(with: part.utf8), !Self.contains(text, part) {
        text = part + text
      }
    }
    if let building = row.joined(plan.building).map(RowCells.oneLine), !text.isEmpty,
      !ByteSearch.contains(text, building)
    {
      text += "　" + building
    }
    return (text.isEmpty ? nil : text, code)
  }

  /// Whether an address has the part already, somewhere near its beginning, in whatever width.
  private static func contains(_ text: String, _ part: String) -> Bool {
    if ByteSearch.contains(text, part) { return true }
    return ByteSearch.contains(Folding.key(text), Folding.key(part))
  }

  private mutating func coordinate(_ row: RowCells) -> Coordinate? {
    var lat = row.first(plan.lat)
    var lng = row.first(plan.lng)
    var columns = plan.lat
    // Both in one cell, in a column of their own or in that of the latitude.
    let both = lat == nil && lng == nil ? row.first(plan.latlng) : lng == nil ? lat : nil
    if let both, let point = CoordinateText.parse(both) {
      (lat, lng) = ("\(point.lat)", "\(point.lng)")
      if !plan.latlng.isEmpty { columns = plan.latlng }
    } else if lat == nil, lng == nil, let both {
      warn("warning.coordinates", plan.latlng, row, both)
      return nil
    }
    guard lat != nil || lng != nil else { return nil }
    let y = lat.flatMap(CoordinateText.degrees)
    let x = lng.flatMap(CoordinateText.degrees)
    if let y, let x {
      let point = Coordinate(lat: y, lng: x)
      guard let code = Japan.warning(about: point) else { return point }
      warn(code, columns.isEmpty ? plan.lng : columns, row, "\(lat ?? ""),\(lng ?? "")")
      return nil
    }
    warn(
      "warning.coordinates", columns.isEmpty ? plan.lng : columns, row, "\(lat ?? ""),\(lng ?? "")")
    return nil
  }

  /// Facets from columns that say yes, and from sentences about barriers.
  private mutating func addAccess(_ row: RowCells, to place: inout Place) {
    for (name, columns) in plan.access {
      for column in columns where !place.access.contains(name) {
        guard let cell = row.text(column) else { continue }
        guard let answer = AnswerText.isYes(cell) else {
          // 「一部可」「要相談」 is no yes: the words are kept for a person to judge.
          place.extra["accessNotes"] = Self.append(
            place.extra["accessNotes"], "\(self.columns.words[column].text)：\(cell)")
          continue
        }
        guard answer else { continue }
        place.access.append(name)
        evidence.note("place.access.\(name)", "\(self.columns.words[column].text)：\(cell)")
      }
    }
    for column in plan.accessText {
      guard let cell = row.text(column) else { continue }
      let facets = facets
      let found = accessCells.meaning(of: cell) { facets.within($0) }
      guard !found.isEmpty else { continue }
      let from = "\(columns.words[column].text)：\(ByteSearch.prefix(cell, bytes: 120))"
      for name in found where !place.access.contains(name) {
        place.access.append(name)
        evidence.note("place.access.\(name)", from)
      }
    }
  }

  private static func append(_ value: JSONValue?, _ text: String) -> JSONValue {
    if case .string(let before)? = value { return .string(before + "、" + text) }
    return .string(text)
  }
}
