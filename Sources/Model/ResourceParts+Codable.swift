import Diagnostics

// How each part of a resource is read and written. A part that is given as plain text
// (`"cost": "100円"`) is read as its `text`.

extension Provider: Codable {
  static let members: Set<String> = ["id", "name", "type"]

  public init(from decoder: any Decoder) throws {
    let reader = try MemberReader(decoder)
    self.init()
    id = try reader.text("id")
    name = try reader.text("name")
    type = try reader.word("type")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("id", id)
    try writer.put("name", name)
    try writer.put("type", type)
  }
}

extension Place: Codable {
  static let members: Set<String> = [
    "id", "name", "address", "area", "lat", "lng", "precision", "access", "phone",
  ]

  public init(from decoder: any Decoder) throws {
    let reader = try MemberReader(decoder)
    self.init()
    id = try reader.text("id")
    name = try reader.text("name")
    address = try reader.text("address")
    area = try reader.text("area")
    lat = try reader.number("lat")
    lng = try reader.number("lng")
    precision = try reader.word("precision")
    access = try reader.texts("access")
    phone = try reader.text("phone")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("id", id)
    try writer.put("name", name)
    try writer.put("address", address)
    try writer.put("area", area)
    try writer.put("lat", number: lat)
    try writer.put("lng", number: lng)
    try writer.put("precision", precision)
    try writer.put("access", list: access)
    try writer.put("phone", phone)
  }
}

extension Reach: Codable {
  static let members: Set<String> = ["modes", "areas"]

  public init(from decoder: any Decoder) throws {
    let reader = try MemberReader(decoder)
    self.init()
    modes = try reader.words("modes")
    areas = try reader.texts("areas")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("modes", list: modes)
    try writer.put("areas", list: areas)
  }
}

extension Schedule: Codable {
  static let members: Set<String> = ["text", "validFrom", "validTo"]

  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(text: MemberReader.stated(text))
      return
    }
    let reader = try MemberReader(decoder)
    self.init()
    text = try reader.text("text")
    validFrom = try reader.date("validFrom")
    validTo = try reader.date("validTo")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("text", text)
    try writer.put("validFrom", validFrom)
    try writer.put("validTo", validTo)
  }
}

extension Cost: Codable {
  static let members: Set<String> = ["text", "min", "max", "per"]

  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(text: MemberReader.stated(text))
      return
    }
    let reader = try MemberReader(decoder)
    self.init()
    text = try reader.text("text")
    min = try reader.number("min")
    max = try reader.number("max")
    per = try reader.text("per")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("text", text)
    try writer.put("min", number: min)
    try writer.put("max", number: max)
    try writer.put("per", per)
  }
}

extension Eligibility: Codable {
  static let members: Set<String> = ["text", "minAge", "maxAge", "careLevels"]

  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(text: MemberReader.stated(text))
      return
    }
    let reader = try MemberReader(decoder)
    self.init()
    text = try reader.text("text")
    minAge = try reader.number("minAge")
    maxAge = try reader.number("maxAge")
    careLevels = try reader.words("careLevels")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("text", text)
    try writer.put("minAge", number: minAge)
    try writer.put("maxAge", number: maxAge)
    try writer.put("careLevels", list: careLevels)
  }
}

extension Capacity: Codable {
  static let members: Set<String> = ["text", "maximum", "available", "asOf"]

  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(text: MemberReader.stated(text))
      return
    }
    let reader = try MemberReader(decoder)
    self.init()
    text = try reader.text("text")
    maximum = try reader.number("maximum")
    available = try reader.number("available")
    asOf = try reader.date("asOf")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("text", text)
    try writer.put("maximum", number: maximum)
    try writer.put("available", number: available)
    try writer.put("asOf", asOf)
  }
}

extension Contact: Codable {
  static let members: Set<String> = ["name", "phone", "email", "visibility", "redacted"]

  public init(from decoder: any Decoder) throws {
    let reader = try MemberReader(decoder)
    self.init()
    name = try reader.text("name")
    phone = try reader.text("phone")
    email = try reader.text("email")
    visibility = try reader.word("visibility") ?? .public
    redacted = try reader.flag("redacted") ?? false
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("name", name)
    try writer.put("phone", phone)
    try writer.put("email", email)
    try writer.put("visibility", visibility)
    try writer.put("redacted", redacted ? true : nil)
  }
}

extension Confirmation: Codable {
  static let members: Set<String> = ["on", "how"]

  public init(from decoder: any Decoder) throws {
    let reader = try MemberReader(decoder)
    self.init(on: try reader.requiredDate("on"))
    how = try reader.text("how")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("on", on)
    try writer.put("how", how)
  }
}

extension Source: Codable {
  static let members: Set<String> = ["name", "licence", "url", "attribution"]

  public init(from decoder: any Decoder) throws {
    let reader = try MemberReader(decoder)
    self.init()
    name = try reader.text("name")
    licence = try reader.text("licence")
    url = try reader.text("url")
    attribution = try reader.text("attribution")
    extra = try reader.extra(besides: Self.members)
  }

  public func encode(to encoder: any Encoder) throws {
    var writer = try MemberWriter(encoder, extra: extra)
    try writer.put("name", name)
    try writer.put("licence", licence)
    try writer.put("url", url)
    try writer.put("attribution", attribution)
  }
}
