import Diagnostics
import Geography
import JapaneseText
import Model

extension RowMapper {
  mutating func place(_ row: RowCells) -> Place? {
    var place = Place(name: row.firstLine(plan.placeName))
    var (address, postalCode) = address(row)
    if let cell = row.firstLine(plan.postalCode) {
      let digits = Normalizer.nfkc(cell).filter(\.isNumber)
      if digits.count == 7 { postalCode = "\(digits.prefix(3))-\(digits.suffix(4))" }
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
    // Where the whole address stands, its parts may be written otherwise: they add nothing.
    let parts = text.isEmpty ? [plan.number, plan.town] : []
    for columns in parts {
      guard let part = row.first(columns).map(AddressText.clean) else { continue }
      text = part + text
    }
    if parts.isEmpty, let town = row.first(plan.town).map(AddressText.clean),
      !Self.begins(text, town), !namesMunicipality(text, row)
    {
      text = town + text
    }
    text = municipal(row, text)
    if let building = row.joined(plan.building).map(RowCells.oneLine), !text.isEmpty,
      !ByteSearch.contains(text, building)
    {
      text += "　" + building
    }
    return (text.isEmpty ? nil : text, code)
  }

  /// Whether an address begins with the row's prefecture or municipality, so that it is whole.
  private func namesMunicipality(_ text: String, _ row: RowCells) -> Bool {
    [plan.prefecture, plan.city].contains { columns in
      row.first(columns).map { text.utf8.starts(with: AddressText.clean($0).utf8) } ?? false
    }
  }

  /// The address behind its prefecture and municipality, unless it names its own: a town's list has
  /// rows of neighbouring towns.
  private func municipal(_ row: RowCells, _ text: String) -> String {
    // The usual row: the address is whole.
    if let rest = row.begins(text[...].utf8, plan.prefecture), row.begins(rest, plan.city) != nil {
      return text
    }
    let prefecture = row.first(plan.prefecture).map(AddressText.clean) ?? ""
    let city = row.first(plan.city).map(AddressText.clean) ?? ""
    guard !text.isEmpty else { return prefecture + city }
    var rest = text[...]
    if !prefecture.isEmpty, text.hasPrefix(prefecture) { rest = rest.dropFirst(prefecture.count) }
    let bare = String(rest)
    if city.isEmpty || Self.begins(bare, city) {
      return prefecture.isEmpty || Self.begins(text, prefecture) ? text : prefecture + text
    }
    if let own = municipalities.of(address: prefecture + bare), !own.name.isEmpty {
      return Self.begins(text, prefecture) || Self.begins(text, own.prefecture)
        ? text : prefecture + text
    }
    return prefecture + city + bare
  }

  /// Whether an address has the part already, near its beginning, in whatever width.
  private static func begins(_ text: String, _ part: String) -> Bool {
    if part.isEmpty || text.utf8.starts(with: part.utf8) || ByteSearch.contains(text, part) {
      return true
    }
    return ByteSearch.contains(Folding.key(text), Folding.key(part))
  }

  private mutating func coordinate(_ row: RowCells) -> Coordinate? {
    var lat = row.first(plan.lat)
    var lng = row.first(plan.lng)
    var columns = plan.lat
    // Both in one cell, in a column of their own or in that of the latitude.
    let both = lat == nil && lng == nil ? row.first(plan.latlng) : lng == nil ? lat : nil
    if let both, let point = CoordinateText.pair(both) {
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
