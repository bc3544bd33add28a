/// A decoder without a document: it notes what is asked for and answers with blank values.
struct SchemaProbe: Decoder {
  let asked: AskedValue
  let reader: SchemaReader
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ asked: AskedValue, _ reader: SchemaReader) {
    self.asked = asked
    self.reader = reader
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    asked.askForMembers()
    return KeyedDecodingContainer(MemberProbe(probe: self))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    let element = asked.items ?? AskedValue()
    asked.items = element
    return ElementProbe(probe: SchemaProbe(element, reader))
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { WholeProbe(probe: self) }

  /// Notes the type, and makes a value of it.
  func value<T: Decodable>(_ type: T.Type) throws -> T {
    let seen = try reader.watch(type)
    if asked.whole == nil { asked.whole = seen.schema }
    guard let value = seen.value else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "no value of \(type) to go on with"))
    }
    return value
  }
}

private struct MemberProbe<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let probe: SchemaProbe
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] {
    probe.asked.askForAllNames()
    return []
  }

  func contains(_ key: Key) -> Bool {
    probe.asked.mayLack(key.stringValue)
    return true
  }

  func decodeNil(forKey key: Key) -> Bool {
    probe.asked.mayLack(key.stringValue)
    return false
  }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try at(key).value(type)
  }

  /// Needs no value, so that a type may hold itself here.
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    probe.asked.mayLack(key.stringValue)
    let member = probe.asked.member(key.stringValue)
    let schema = try probe.reader.schema(of: type)
    if member.whole == nil { member.whole = schema }
    return nil
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedDecodingContainer<Nested> {
    at(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
    at(key).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { probe }
  func superDecoder(forKey key: Key) -> any Decoder { at(key) }

  private func at(_ key: Key) -> SchemaProbe {
    SchemaProbe(probe.asked.member(key.stringValue), probe.reader)
  }
}

/// A list of one element.
private struct ElementProbe: UnkeyedDecodingContainer {
  let probe: SchemaProbe
  var codingPath: [any CodingKey] { [] }
  var count: Int? { 1 }
  private(set) var currentIndex = 0
  var isAtEnd: Bool { currentIndex > 0 }

  init(probe: SchemaProbe) { self.probe = probe }

  mutating func decodeNil() -> Bool {
    probe.asked.mayBeNull = true
    return false
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    currentIndex += 1
    return try probe.value(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedDecodingContainer<Nested> {
    currentIndex += 1
    return probe.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
    currentIndex += 1
    return probe.unkeyedContainer()
  }

  mutating func superDecoder() -> any Decoder {
    currentIndex += 1
    return probe
  }
}

private struct WholeProbe: SingleValueDecodingContainer {
  let probe: SchemaProbe
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool {
    probe.asked.mayBeNull = true
    return false
  }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try probe.value(type) }
}
