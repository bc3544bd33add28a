import Foundation
import Model

/// NDJSON of another program: objects that are no resources of ours, one a line (`{"名称":…}`).
enum ForeignLines {
  /// Lines looked at.
  private static let sampled = 20

  /// Whether none of the first lines has an id and a name as a resource has them, and some line is
  /// an object at all.
  static func are(_ head: [UInt8]) -> Bool {
    var objects = 0
    for line in head.split(separator: Byte.lineFeed).prefix(sampled) {
      guard let object = try? JSONDecoder().decode([String: JSONValue].self, from: Data(line))
      else { continue }
      objects += 1
      if case .string? = object["id"], case .string? = object["name"] { return false }
      if object["id"] != nil, object["place"] != nil || object["categories"] != nil { return false }
    }
    return objects > 0
  }

  /// The lines as one document, each still on its own line.
  static func table(_ lines: [UInt8], _ encoding: TextEncoding) throws -> JSONTable {
    var document: [UInt8] = [UInt8(ascii: "[")]
    let text = try JSONDocument.utf8(lines, encoding)
    document.reserveCapacity(text.count + text.count / 64)
    var isFirst = true
    for line in text.split(separator: Byte.lineFeed, omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy(ContentSniffer.isBlank)
      if !isBlank, !isFirst { document.append(UInt8(ascii: ",")) }
      if !isBlank { isFirst = false }
      document += line
      document.append(Byte.lineFeed)
    }
    document.append(UInt8(ascii: "]"))
    guard let table = JSONTable(document) else { throw TableError.missing }
    return table
  }
}
