import Diagnostics
import Geography
import JapaneseText
import Model
import ReferenceData

/// One row of a table as a resource.
struct RowMapper {
  let columns: FieldColumns
  let words: CategoryWords

  /// What a row became.
  struct Mapped {
    var resource: Resource
    var warnings: [SasaeError]
  }

  /// Nil for a row that says nothing: blank, or numbered and otherwise blank.
  func map(_ cells: [String], line: Int) throws(SasaeError) -> Mapped? {
    let row = Cells(cells: cells, columns: columns, line: line)
    guard row.saysSomething else { return nil }
    guard let name = row.first("name").map(Self.oneLine) else {
      throw SasaeError(
        "row.no-name", at: Position(line: line, field: row.heading("name")))
    }
    var warnings: [SasaeError] = []
    var resource = Resource(id: "", name: name)
    resource.kana = row.first("kana")
    resource.place = place(row, &warnings)
    resource.schedule = schedule(row).map { Schedule(text: $0) }
    resource.cost = row.joined(["cost.text", "cost.note"]).map { Cost(text: $0) }
    resource.eligibility = row.joined(["eligibility.text"]).map { Eligibility(text: $0) }
    resource.capacity = row.joined(["capacity.text"]).map(capacity)
    resource.provider = row.first("provider.name").map { Provider(name: $0) }
    resource.contacts = contacts(row, &warnings)
    resource.summary = row.joined(["summary"])
    resource.description = row.joined(["description", "note"])
    hideMobiles(&resource, row, &warnings)
    if let url = row.first("url"), url.contains("://") { resource.extra["url"] = .string(url) }
    resource.tags = (row.joined(["tags"]) ?? "").split(whereSeparator: { ";；".contains($0) })
      .map { MemberReader.trimmed(String($0)) }
    if let status = row.first("status") {
      guard let word = ResourceStatus(rawValue: status) else {
        throw SasaeError(
          "row.value", ["value": "\(status)", "expected": "\(ResourceStatus.known)"],
          at: Position(line: line, field: row.heading("status")))
      }
      resource.status = word
    }
    if let day = row.first("confirmed.on"), let date = CalendarDate(day) {
      resource.confirmed = Confirmation(on: date.text)
    }
    categorise(&resource, row)
    return Mapped(resource: resource, warnings: warnings)
  }

  private func place(_ row: Cells, _ warnings: inout [SasaeError]) -> Place? {
    var place = Place(name: row.first("place.name"), address: address(row))
    place.area = row.first("place.area")
    let facets = columns.fields(prefix: "access:")
    for facet in facets where facet.columns.contains(where: { row.isYes($0) }) {
      place.access.append(facet.name)
    }
    if let point = coordinate(row, &warnings) {
      (place.lat, place.lng, place.precision) = (point.lat, point.lng, .building)
    }
    return place == Place() ? nil : place
  }

  /// The full address, from whichever columns have it: a part that the address already contains
  /// is not put before it again.
  private func address(_ row: Cells) -> String? {
    var text = Self.oneLine(row.first("place.address") ?? "")
    for field in ["address.number", "address.town", "address.city", "address.prefecture"] {
      guard let part = row.first(field), !Folding.key(text).contains(Folding.key(part)) else {
        continue
      }
      text = part + text
    }
    if let building = row.joined(["place.building"]).map(Self.oneLine), !text.isEmpty,
      !text.contains(building)
    {
      text += "　" + building
    }
    return MemberReader.stated(text)
  }

  private func coordinate(_ row: Cells, _ warnings: inout [SasaeError]) -> Coordinate? {
    var lat = row.first("place.lat")
    var lng = row.first("place.lng")
    if lat == nil, lng == nil, let both = row.first("place.latlng"),
      let point = CoordinateText.parse(both)
    {
      (lat, lng) = ("\(point.lat)", "\(point.lng)")
    }
    guard lat != nil || lng != nil else { return nil }
    let shown = "\(lat ?? ""),\(lng ?? "")"
    let at = Position(line: row.line, field: row.heading("place.lat"))
    guard let y = lat.flatMap(JapaneseNumber.plain), let x = lng.flatMap(JapaneseNumber.plain)
    else {
      warnings.append(SasaeError("warning.coordinates", ["value": "\(shown)"], at: at))
      return nil
    }
    let point = Coordinate(lat: y, lng: x)
    guard let code = Japan.warning(about: point) else { return point }
    warnings.append(SasaeError(code, ["value": "\(shown)"], at: at))
    return nil
  }

  /// Days, hours and remarks in the order a person would write them.
  private func schedule(_ row: Cells) -> String? {
    var parts: [String] = []
    if let start = row.first("start.date") {
      let end = row.first("end.date")
      parts.append(end == nil || end == start ? start : "\(start)～\(end ?? "")")
    }
    if let days = row.joined(["days"]) { parts.append(days) }
    switch (row.first("opens"), row.first("closes")) {
    case (let opens?, let closes?): parts.append("\(opens)～\(closes)")
    case (let opens?, nil): parts.append(opens)
    case (nil, let closes?): parts.append("～\(closes)")
    case (nil, nil): break
    }
    if let text = row.joined(["schedule.text"]) { parts.append(text) }
    var out = parts.joined(separator: " ")
    if let note = row.joined(["schedule.note"]), !["なし", "無し", "特になし"].contains(note) {
      out += out.isEmpty ? note : "（\(note)）"
    }
    return MemberReader.stated(out)
  }

  private func capacity(_ text: String) -> Capacity {
    var capacity = Capacity(text: text)
    let digits = Normalizer.nfkc(text).filter { !"人名床席 約".contains($0) }
    if let number = JapaneseNumber.plain(digits), number > 0 { capacity.maximum = number }
    return capacity
  }

  private func contacts(_ row: Cells, _ warnings: inout [SasaeError]) -> [Contact] {
    let phone = row.first("phone").map(Self.oneLine)
    let name = row.first("contact.name")
    let email = row.first("email")
    guard phone != nil || email != nil else { return [] }
    var contact = Contact(name: name, phone: phone, email: email)
    if let fax = row.first("fax").map(Self.oneLine) { contact.extra["fax"] = .string(fax) }
    if let phone, PhoneText.isMobile(phone) {
      contact.visibility = .coordinator
      warnings.append(
        SasaeError(
          "warning.private-phone", at: Position(line: row.line, field: row.heading("phone"))))
    }
    return [contact]
  }

  /// Mobile numbers inside sentences are likely somebody's own: they become a contact for
  /// coordinators, and the sentence keeps a mark.
  private func hideMobiles(
    _ resource: inout Resource, _ row: Cells, _ warnings: inout [SasaeError]
  ) {
    var numbers: [String] = []
    func hide(_ text: String?) -> String? {
      guard let text else { return nil }
      let (rest, found) = PhoneText.withoutMobiles(text)
      numbers += found
      return rest
    }
    resource.summary = hide(resource.summary)
    resource.description = hide(resource.description)
    resource.schedule = hide(resource.schedule?.text).map { Schedule(text: $0) }
    resource.eligibility = hide(resource.eligibility?.text).map { Eligibility(text: $0) }
    guard !numbers.isEmpty else { return }
    for number in numbers where !resource.contacts.contains(where: { $0.phone == number }) {
      resource.contacts.append(Contact(phone: number, visibility: .coordinator))
    }
    warnings.append(
      SasaeError(
        "warning.private-phone", at: Position(line: row.line, field: row.heading("note"))))
  }

  /// Codes from what the list is a list of, from the 種別 column where it is sure, else from the end
  /// of the name, which is where Japanese says what a thing is; what is not sure becomes a tag.
  private func categorise(_ resource: inout Resource, _ row: Cells) {
    resource.categories = columns.fields(prefix: "is:").map(\.name)
    let kinds = row.joined(["category"])
    let codes =
      kinds.map { $0.split(whereSeparator: { ";； ".contains($0) }).map(String.init) } ?? []
    if !codes.isEmpty, codes.allSatisfy(Self.isCode) {
      resource.categories += codes.filter { !resource.categories.contains($0) }
    } else if let kind = kinds {
      let sure = words.within(kind).filter(\.sure).map(\.category)
      resource.categories += sure.filter { !resource.categories.contains($0) }
      if Folding.key(kind).count > 12 || sure.isEmpty {
        resource.summary = [kind, resource.summary].compactMap { $0 }.joined(separator: " ")
      }
      if kind.count <= 20, words.exactly(kind)?.sure != true { resource.tags.append(kind) }
    }
    if resource.categories.isEmpty {
      let bare = Self.withoutBrackets(resource.name)
      if let last = words.within(bare).last(where: \.sure) {
        resource.categories = [last.category]
      }
    }
  }

  /// `S-HOME-B`: what an export of ours has in its category column.
  private static func isCode(_ word: String) -> Bool {
    word.utf8.contains(UInt8(ascii: "-"))
      && word.utf8.allSatisfy {
        (65...90).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  static func oneLine(_ text: String) -> String {
    MemberReader.trimmed(
      text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.joined(separator: " "))
  }

  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    let out = text.filter { c in
      if "（(［[「".contains(c) { depth += 1 }
      defer { if "）)］]」".contains(c) { depth = max(0, depth - 1) } }
      return depth == 0
    }
    return out.isEmpty ? text : out
  }
}

/// The cells of one row by field.
struct Cells {
  let cells: [String]
  let columns: FieldColumns
  let line: Int

  /// Whether any cell but the number says something.
  var saysSomething: Bool {
    let numbers = Set(columns.indices("key"))
    return cells.indices.contains { !numbers.contains($0) && stated($0) != nil }
      && columns.mapping.fields.contains { field in
        field.name != "key" && field.name != "municipality"
          && columns.indices(field.name).contains { stated($0) != nil }
      }
  }

  func stated(_ column: Int) -> String? {
    guard cells.indices.contains(column) else { return nil }
    var cell = Substring(cells[column])
    // The mark our own CSV puts before what a spreadsheet would take for a formula.
    let second = cell.dropFirst().unicodeScalars.first
    if cell.first == "'", let second, CSVText.formulaStarts.contains(second) { cell.removeFirst() }
    return MemberReader.stated(String(cell)).map(MemberReader.trimmed)
  }

  /// The first column of the field that says something.
  func first(_ field: String) -> String? {
    for column in columns.indices(field) {
      if let text = stated(column) { return text }
    }
    return nil
  }

  /// All columns of the fields that say something, without repeats, joined by blanks.
  func joined(_ fields: [String]) -> String? {
    var parts: [String] = []
    for field in fields {
      for column in columns.indices(field) {
        if let text = stated(column), !parts.contains(text) { parts.append(text) }
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// 有, ○, 1, あり …
  func isYes(_ column: Int) -> Bool {
    guard let text = stated(column) else { return false }
    return ["有", "あり", "有り", "○", "〇", "◯", "1", "可", "true", "yes"].contains(
      Folding.fold(text))
  }

  func heading(_ field: String) -> String {
    columns.indices(field).first.map { RowMapper.oneLine(columns.headings[$0]) } ?? field
  }
}
