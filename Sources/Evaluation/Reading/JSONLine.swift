import Diagnostics
import Foundation
import Model

/// A line that is a JSON object.
enum JSONLine {
  /// The members a layout knows, as text; others are passed over.
  static func fields(
    of line: FileLine, _ layout: RowLayout
  ) throws(SasaeError) -> [String: String] {
    let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line.text.utf8))
    guard let members = value?.objectValue else { throw line.error("eval.json") }
    var out: [String: String] = [:]
    for field in layout.fields {
      guard let value = field.names.lazy.compactMap({ members[$0] }).first else { continue }
      switch value {
      case .null: continue
      case .string(let text): out[field.name] = FileLine.trimmed(text[...])
      case .integer(let number): out[field.name] = "\(number)"
      case .unsigned(let number): out[field.name] = "\(number)"
      case .number(let number):
        out[field.name] = Int(exactly: number).map(String.init) ?? "\(number)"
      case .bool, .array, .object:
        throw line.error(
          "eval.value",
          [
            "value": "\(field.name)",
            "expected": Bilingual(ja: "文字列か数", en: "text or a number"),
          ], field: field.name)
      }
    }
    return out
  }
}
