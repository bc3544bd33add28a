import Diagnostics
import Model

/// Derives the JSON Schema (2020-12) of a type from how it decodes, so that the two cannot differ.
///
/// The type is given a decoder without a document, which notes the members that are asked for, of
/// what type, and whether they may be absent. Everything stands where it is used; only a type that
/// holds itself is named, under `$defs`.
public final class SchemaReader {
  let side: SchemaSide
  /// The types being watched, outermost first.
  private var watched: [ObjectIdentifier] = []
  private var recursive: Set<ObjectIdentifier> = []
  private var definitions: [String: JSONValue] = [:]

  private init(_ side: SchemaSide) { self.side = side }

  /// The schema of a whole input or output.
  public static func schema(
    of type: any Decodable.Type, on side: SchemaSide
  ) throws(SasaeError) -> JSONValue {
    let reader = SchemaReader(side)
    do {
      var schema = try reader.schema(of: type)
      if !reader.definitions.isEmpty { schema["$defs"] = .object(reader.definitions) }
      return schema
    } catch {
      // A type that refuses what the probe gives it; it must be `SchemaDescribed`.
      throw SasaeError("internal", ["detail": "schema: \(type)"])
    }
  }

  func schema(of type: any Decodable.Type) throws -> JSONValue { try watch(type).schema }

  /// A value to go on with, and the schema of what was asked for on the way to it. There is no value
  /// of a type that is being watched already.
  func watch<T: Decodable>(_ type: T.Type) throws -> (schema: JSONValue, value: T?) {
    if let described = type as? any SchemaDescribed.Type {
      return (try described.schema(by: self), described.blank as? T)
    }
    if let cases = type as? any CaseIterable.Type, let words = Self.words(cases) {
      return (.words(words.map(\.word)), words.first?.value as? T)
    }
    let identity = ObjectIdentifier(type)
    let name = Self.name(type)
    if watched.contains(identity) {
      recursive.insert(identity)
      return (["$ref": .string("#/$defs/\(name)")], nil)
    }
    watched.append(identity)
    defer { watched.removeLast() }
    let asked = AskedValue()
    let value = try T(from: SchemaProbe(asked, self))
    var schema = asked.schema(side)
    if recursive.contains(identity) {
      definitions[name] = schema
      schema = ["$ref": .string("#/$defs/\(name)")]
    }
    return (schema, value)
  }

  /// The words of an enumeration of texts; nil of any other.
  private static func words<E: CaseIterable>(_: E.Type) -> [(word: String, value: E)]? {
    var out: [(word: String, value: E)] = []
    for value in E.allCases {
      guard let raw = value as? any RawRepresentable, let word = raw.rawValue as? String else {
        return nil
      }
      out.append((word, value))
    }
    return out
  }

  /// `ExplanationNode`, `ListNeeds.Link`: without the module.
  private static func name(_ type: any Decodable.Type) -> String {
    String(String(reflecting: type).drop { $0 != "." }.dropFirst())
  }
}
