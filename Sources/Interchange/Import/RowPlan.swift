import ReferenceData

/// The columns of each field of one list, looked up once.
struct RowPlan {
  let key, keyParts, name, nameParts, kana, summary, description, note: [Int]
  let category, url, providerName, providerNumber: [Int]
  let placeName, address, prefecture, city, town, number, building, area: [Int]
  let lat, lng, latlng, postalCode, accessText: [Int]
  let phone, phonePrivate, phoneFax, phoneExtension, phoneNote, fax, email, emailNote: [Int]
  let emailPrivate: [Int]
  let contactName, contactPerson, contactText, contactNote, contactForm: [Int]
  let days, often, opens, closes, scheduleText, scheduleNote, closed: [Int]
  let startDate, endDate, endedDate: [Int]
  let cost, costNote, eligibility, capacity, reachAreas: [Int]
  let municipality, tags, status, confirmedOn, hidden: [Int]
  let access, weekdays, facts, fees, offers: [(name: String, columns: [Int])]
  /// Columns that say something of the row: all but its number and whose list it is.
  let telling: [Int]
  /// Columns nobody knows.
  let unknown: [Int]
  /// Columns whose numbers and mail addresses may be shown to all.
  let published: Set<Int>

  init(_ columns: FieldColumns, published: Set<Int> = []) {
    let at = columns.indices
    (key, name, kana) = (at("key"), at("name"), at("kana"))
    keyParts = columns.mapping.keyParts.compactMap(columns.column(headed:))
    let parts = columns.mapping.nameParts.compactMap(columns.column(headed:))
    nameParts = columns.mapping.takesFirstPart ? Array(parts.prefix(1)) : parts
    (summary, description, note) = (at("summary"), at("description"), at("note"))
    (category, url) = (at("category"), at("url"))
    (providerName, providerNumber) = (at("provider.name"), at("provider.number"))
    (placeName, address) = (at("place.name"), at("place.address"))
    (prefecture, city) = (at("address.prefecture"), at("address.city"))
    (town, number) = (at("address.town"), at("address.number"))
    (building, area) = (at("place.building"), at("place.area"))
    (lat, lng, latlng) = (at("place.lat"), at("place.lng"), at("place.latlng"))
    (postalCode, accessText) = (at("place.postalCode"), at("place.access"))
    (phonePrivate, phoneFax) = (at("phone.private"), at("phone.fax"))
    (phone, phoneExtension) = (at("phone"), at("phone.extension"))
    (phoneNote, fax) = (at("phone.note"), at("fax"))
    (email, emailNote) = (at("email"), at("email.note"))
    emailPrivate = at("email.private")
    (contactName, contactPerson) = (at("contact.name"), at("contact.person"))
    (contactText, contactNote) = (at("contact.text"), at("contact.note"))
    (contactForm, days, often) = (at("contact.form"), at("days"), at("days.often"))
    (opens, closes) = (at("opens"), at("closes"))
    (scheduleText, scheduleNote) = (at("schedule.text"), at("schedule.note"))
    (closed, startDate) = (at("schedule.closed"), at("start.date"))
    (endDate, endedDate) = (at("end.date"), at("ended.date"))
    (cost, costNote) = (at("cost.text"), at("cost.note"))
    (eligibility, capacity) = (at("eligibility.text"), at("capacity.text"))
    (reachAreas, municipality) = (at("reach.areas"), at("municipality"))
    (tags, status, confirmedOn) = (at("tags"), at("status"), at("confirmed.on"))
    hidden = at("private")
    access = columns.fields(prefix: "access:")
    weekdays = columns.fields(prefix: "day:")
    facts = columns.fields(prefix: "fact:")
    fees = columns.fields(prefix: "fee:")
    offers = columns.fields(prefix: "tag:")
    // What stands in every row says nothing of one: its number, whose list it is, its prefecture.
    let silent = Set(key + municipality + prefecture + city + hidden)
    let known = columns.columns.indices.filter {
      columns.columns[$0].field.map { $0 != "ignore" } ?? false && !silent.contains($0)
    }
    unknown = columns.columns.indices.filter { columns.columns[$0].field == nil }
    telling = (known.isEmpty ? Array(columns.columns.indices) : known) + nameParts
    self.published = published
  }
}
