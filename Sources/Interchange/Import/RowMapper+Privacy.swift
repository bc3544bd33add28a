import JapaneseText
import Model

/// Mobile numbers and private mail addresses inside sentences are likely somebody's own: they
/// become contacts for coordinators, and the sentence keeps ＊, wherever the public could read it.
extension RowMapper {
  mutating func hidePrivate(_ resource: inout Resource, _ row: RowCells) {
    guard row.mayHoldPrivate else { return }
    var found = Found(published: plan.published)
    let name = found.hidden(resource.name, plan.name)
    resource.name = name ?? resource.name
    found.hide(&resource.kana, plan.kana)
    found.hide(&resource.summary, plan.summary + plan.category)
    found.hide(
      &resource.description,
      plan.description + plan.note + plan.accessText
        + (plan.facts + plan.offers).flatMap(\.columns))
    if var place = resource.place {
      found.hide(&place.name, plan.placeName)
      found.hide(&place.address, plan.address + plan.building + plan.town + plan.number)
      found.hide(&place.area, plan.area)
      found.hide(&place.extra["accessNotes"], plan.access.flatMap(\.columns))
      resource.place = place
    }
    if var schedule = resource.schedule {
      let columns = [
        plan.scheduleText, plan.scheduleNote, plan.days, plan.often, plan.opens, plan.closes,
        plan.closed, plan.startDate, plan.endDate,
      ]
      found.hide(&schedule.text, columns.flatMap(\.self))
      resource.schedule = schedule
    }
    if var cost = resource.cost {
      found.hide(&cost.text, plan.cost + plan.costNote + plan.fees.flatMap(\.columns))
      resource.cost = cost
    }
    if var eligibility = resource.eligibility {
      found.hide(&eligibility.text, plan.eligibility + plan.reachAreas)
      resource.eligibility = eligibility
    }
    if var capacity = resource.capacity {
      found.hide(&capacity.text, plan.capacity)
      resource.capacity = capacity
    }
    if var provider = resource.provider {
      found.hide(&provider.name, plan.providerName)
      resource.provider = provider
    }
    if var reach = resource.reach {
      reach.areas = reach.areas.map { found.hidden($0, plan.reachAreas) ?? $0 }
      resource.reach = reach
    }
    resource.tags = resource.tags.map { found.hidden($0, plan.tags + plan.category) ?? $0 }
    found.hide(&resource.extra["url"], plan.url)
    for at in resource.contacts.indices where resource.contacts[at].visibility == .public {
      found.hide(&resource.contacts[at].name, plan.contactName + plan.contactText + plan.phone)
      found.hide(&resource.contacts[at].phone, plan.phone + plan.phoneExtension)
      for member in ["note", "fax", "form"] {
        found.hide(&resource.contacts[at].extra[member], plan.contactNote + plan.fax)
      }
    }
    add(found, to: &resource, row)
  }

  /// Names said with a role in sentences (「代表：佐藤花子」) keep ＊; the cells stay raw.
  mutating func hideNamesInWords(_ resource: inout Resource, _ row: RowCells) {
    guard row.mayHoldRole else { return }
    var columns: [Int] = []
    if let name = resource.provider?.name.flatMap(PersonText.withoutNames) {
      resource.provider?.name = name
      columns += plan.providerName
    }
    if let name = resource.place?.name.flatMap(PersonText.withoutNames) {
      resource.place?.name = name
      columns += plan.placeName
    }
    if let text = resource.summary.flatMap(PersonText.withoutNames) {
      resource.summary = text
      columns += plan.summary
    }
    if let text = resource.description.flatMap(PersonText.withoutNames) {
      resource.description = text
      columns += plan.note + plan.description
    }
    if !columns.isEmpty { warn("warning.private-name", columns, row) }
  }

  /// Of a list that says it is confidential all contacts are for coordinators; where it names a
  /// person for each row, the address may be that person's home and stays a raw cell.
  mutating func keepConfidential(_ resource: inout Resource, _ row: RowCells) {
    for at in resource.contacts.indices { resource.contacts[at].visibility = .coordinator }
    if !plan.contactPerson.isEmpty, var place = resource.place {
      (place.address, place.lat, place.lng, place.precision) = (nil, nil, nil, nil)
      place.extra["postalCode"] = nil
      resource.place = place == Place() ? nil : place
    }
    warn("warning.confidential", plan.contactPerson + plan.name, row)
  }

  private mutating func add(_ found: Found, to resource: inout Resource, _ row: RowCells) {
    for number in found.numbers where !resource.contacts.contains(where: { $0.phone == number }) {
      resource.contacts.append(Contact(phone: number, visibility: .coordinator))
    }
    for mail in found.mails where !resource.contacts.contains(where: { $0.email == mail }) {
      resource.contacts.append(Contact(email: mail, visibility: .coordinator))
    }
    if !found.numbers.isEmpty { warn("warning.private-phone", found.phoneColumns, row) }
    if !found.mails.isEmpty { warn("warning.private-mail", found.mailColumns, row) }
  }

  /// What was taken out of sentences.
  private struct Found {
    let published: Set<Int>
    var numbers: [String] = []
    var mails: [String] = []
    /// The columns of the first sentence of each kind.
    var phoneColumns: [Int] = []
    var mailColumns: [Int] = []

    init(published: Set<Int>) { self.published = published }

    /// The text with its marks; nil when nothing had to be hidden.
    mutating func hidden(_ text: String, _ columns: [Int]) -> String? {
      // A sentence made of several cells is open only when all of them are.
      guard published.isEmpty || columns.isEmpty || !published.isSuperset(of: columns) else {
        return nil
      }
      let (rest, found) = PhoneText.withoutMobiles(text)
      let (clean, addresses) = MailText.withoutPrivate(rest)
      guard !found.isEmpty || !addresses.isEmpty else { return nil }
      if numbers.isEmpty, !found.isEmpty { phoneColumns = columns }
      if mails.isEmpty, !addresses.isEmpty { mailColumns = columns }
      numbers += found.prefix(max(0, 50 - numbers.count))
      mails += addresses.prefix(max(0, 50 - mails.count))
      return clean
    }

    mutating func hide(_ text: inout String?, _ columns: [Int]) {
      if let written = text, let clean = hidden(written, columns) { text = clean }
    }

    mutating func hide(_ value: inout JSONValue?, _ columns: [Int]) {
      if case .string(let written)? = value, let clean = hidden(written, columns) {
        value = .string(clean)
      }
    }
  }
}
