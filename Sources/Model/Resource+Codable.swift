import Diagnostics

extension Resource: Codable {
  public static let members: Set<String> = [
    "id", "name", "kana", "kind", "summary", "description", "categories", "provider", "place",
    "reach", "schedule", "cost", "eligibility", "capacity", "contacts", "tags", "status",
    "confirmed", "source",
  ]

  public init(from decoder: any Decoder) throws {
    let reader = try MemberReader(decoder)
    guard let id = try reader.text("id").map(MemberReader.trimmed), !id.isEmpty else {
      throw SasaeError("row.no-id", at: Position(field: "id"))
    }
    guard let name = try reader.text("name"), !MemberReader.trimmed(name).isEmpty else {
      throw SasaeError("row.no-name", at: Position(field: "name"))
    }
    self.init(id: id, name: name)
    kana = try reader.text("kana")
    kind = try reader.word("kind")
    summary = try reader.text("summary")
    description = try reader.text("description")
    categories = try reader.texts("categories")
    provider = try reader.part("provider", empty: Provider())
    place = try reader.part("place", empty: Place())
    reach = try reader.part("reach", empty: Reach())
    schedule = try reader.part("schedule", empty: Schedule())
    cost = try reader.part("cost", empty: Cost())
    eligibility = try reader.part("eligibility", empty: Eligibility())
    capacity = try reader.part("capacity", empty: Capacity())
    contacts = (try reader.value("contacts") ?? []).filter { $0 != Contact() }
    tags = try reader.texts("tags")
    status = try reader.word("status") ?? .active
    confirmed = try reader.value("confirmed")
    source = try reader.part("source", empty: Source())
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("id", id)
    try writer.put("name", name)
    try writer.put("kana", kana)
    try writer.put("kind", kind)
    try writer.put("summary", summary)
    try writer.put("description", description)
    try writer.put("categories", list: categories)
    try writer.put("provider", provider)
    try writer.put("place", place)
    try writer.put("reach", reach)
    try writer.put("schedule", schedule)
    try writer.put("cost", cost)
    try writer.put("eligibility", eligibility)
    try writer.put("capacity", capacity)
    try writer.put("contacts", list: contacts)
    try writer.put("tags", list: tags)
    try writer.put("status", status)
    try writer.put("confirmed", confirmed)
    try writer.put("source", source)
  }
}
