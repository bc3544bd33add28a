import Model

/// Whom a schema is for.
public enum SchemaSide: Sendable {
  /// What a caller sends: members nobody reads are refused, and an optional one may be `null`.
  case input
  /// What an answer holds: members may be added later, and an absent one is left out.
  case output
}

/// A value whose schema is stated rather than found by watching it decode: a plain JSON value, or a
/// type that reads more forms than one or refuses some.
protocol SchemaDescribed: Decodable {
  static func schema(by reader: SchemaReader) throws -> JSONValue
  /// What a type that needs such a value is given while it is watched.
  static var blank: Self { get }
}

extension SchemaDescribed where Self: FixedWidthInteger {
  static func schema(by reader: SchemaReader) -> JSONValue { ["type": "integer"] }
  static var blank: Self { 0 }
}

extension Int: SchemaDescribed {}
extension Int32: SchemaDescribed {}
extension Int64: SchemaDescribed {}
extension UInt: SchemaDescribed {}
extension UInt32: SchemaDescribed {}
extension UInt64: SchemaDescribed {}

extension Double: SchemaDescribed {
  static func schema(by reader: SchemaReader) -> JSONValue { ["type": "number"] }
  static var blank: Double { 0 }
}

extension Bool: SchemaDescribed {
  static func schema(by reader: SchemaReader) -> JSONValue { ["type": "boolean"] }
  static var blank: Bool { false }
}

extension String: SchemaDescribed {
  static func schema(by reader: SchemaReader) -> JSONValue { ["type": "string"] }
  static var blank: String { "" }
}

extension JSONValue: SchemaDescribed {
  /// Anything.
  static func schema(by reader: SchemaReader) -> JSONValue { [:] }
  static var blank: JSONValue { .null }
}

extension Optional: SchemaDescribed where Wrapped: Decodable {
  static func schema(by reader: SchemaReader) throws -> JSONValue {
    try reader.schema(of: Wrapped.self).orNull
  }
  static var blank: Wrapped? { nil }
}

extension Array: SchemaDescribed where Element: Decodable {
  static func schema(by reader: SchemaReader) throws -> JSONValue {
    ["type": "array", "items": try reader.schema(of: Element.self)]
  }
  static var blank: [Element] { [] }
}

extension Set: SchemaDescribed where Element: Decodable {
  static func schema(by reader: SchemaReader) throws -> JSONValue {
    try [Element].schema(by: reader)
  }
  static var blank: Set<Element> { [] }
}

extension Dictionary: SchemaDescribed where Key == String, Value: Decodable {
  static func schema(by reader: SchemaReader) throws -> JSONValue {
    ["type": "object", "additionalProperties": try reader.schema(of: Value.self)]
  }
  static var blank: [String: Value] { [:] }
}

/// Reads 要支援2 and 非該当 as well as its words; writes its words.
extension CareLevel: SchemaDescribed {
  static func schema(by reader: SchemaReader) -> JSONValue {
    reader.side == .input ? ["type": "string"] : .words(allCases.map(\.rawValue))
  }
  static var blank: CareLevel { .target }
}
