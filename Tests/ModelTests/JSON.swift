import Foundation
import Model

/// Native JSON, as one line of an import.
enum JSON {
  static func decode<T: Decodable>(_ text: String, _: T.Type = T.self) throws -> T {
    try JSONDecoder().decode(T.self, from: Data(text.utf8))
  }

  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The same JSON with its members in order, for comparing.
  static func sorted(_ text: String) throws -> String {
    try encode(decode(text, JSONValue.self))
  }
}
