import Diagnostics
import Model

/// The JSON Schemas of what an operation takes and gives: its types, with its notes on them.
///
/// Made in some milliseconds; keep it where it is asked for often.
public struct OperationSchema: Sendable {
  /// Always of type `object`.
  public let input: JSONValue
  public let output: JSONValue
  /// Descriptions hold both languages, `language` first.
  public init(of operation: any Operation.Type, _ language: Language) throws(SasaeError) {
    let bare = try Self.bare(operation)
    input = Self.noted(bare.input, operation.notes.input, language)
    output = Self.noted(bare.output, operation.notes.output, language)
  }

  /// From the types alone.
  static func bare<O: Operation>(
    _: O.Type
  ) throws(SasaeError) -> (input: JSONValue, output: JSONValue) {
    (
      try SchemaReader.schema(of: O.Input.self, on: .input),
      try SchemaReader.schema(of: O.Output.self, on: .output)
    )
  }

  private static func noted(
    _ schema: JSONValue, _ notes: [String: MemberNote], _ language: Language
  ) -> JSONValue {
    var out = schema
    // A note without a member is found by the tests; here it is passed over.
    for (path, note) in notes {
      out = out.changing(path[...]) { note.applied(to: $0, language) } ?? out
    }
    return out
  }
}
