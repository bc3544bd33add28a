import Model

extension Provider: RecordSchema {
  static let blank = Provider()
  static let forms: [String: MemberForm] = [
    "id": .text, "name": .text, "type": .word(ProviderType.self),
  ]
}

extension Place: RecordSchema {
  static let blank = Place()
  static let forms: [String: MemberForm] = [
    "id": .text, "name": .text, "address": .text, "area": .text, "lat": .number, "lng": .number,
    "precision": .word(Precision.self), "access": .texts, "phone": .text,
  ]
}

extension Reach: RecordSchema {
  static let blank = Reach()
  static let forms: [String: MemberForm] = ["modes": .words(ReachMode.self), "areas": .texts]
}

extension Schedule: RecordSchema {
  static let blank = Schedule()
  static let mayBeText = true
  static let forms: [String: MemberForm] = ["text": .text, "validFrom": .text, "validTo": .text]
}

extension Cost: RecordSchema {
  static let blank = Cost()
  static let mayBeText = true
  static let forms: [String: MemberForm] = [
    "text": .text, "min": .number, "max": .number, "per": .text,
  ]
}

extension Eligibility: RecordSchema {
  static let blank = Eligibility()
  static let mayBeText = true
  static let forms: [String: MemberForm] = [
    "text": .text, "minAge": .number, "maxAge": .number, "careLevels": .words(CareLevel.self),
  ]
}

extension Capacity: RecordSchema {
  static let blank = Capacity()
  static let mayBeText = true
  static let forms: [String: MemberForm] = [
    "text": .text, "maximum": .number, "available": .number, "asOf": .text,
  ]
}

extension Contact: RecordSchema {
  static let blank = Contact()
  static let forms: [String: MemberForm] = [
    "name": .text, "phone": .text, "email": .text, "visibility": .word(Visibility.self),
    "redacted": .flag,
  ]
}

extension Confirmation: RecordSchema {
  static let blank = Confirmation(on: "")
  static let required = ["on"]
  static let forms: [String: MemberForm] = ["on": .text, "how": .text]
}

extension Source: RecordSchema {
  static let blank = Source()
  static let forms: [String: MemberForm] = [
    "name": .text, "licence": .text, "url": .text, "attribution": .text,
  ]
}
