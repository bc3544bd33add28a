import Diagnostics
import Model

/// `docs/protocol.md`: every operation as a method, from its schemas and notes.
enum ProtocolPage {
  static func text() throws(SasaeError) -> String {
    var out = """
      # The methods (メソッド)

      <!-- Printed from Sources/Service by `sasae reference protocol`. Do not edit. -->

      Every operation is a JSON-RPC 2.0 method of its own name on `sasae serve`, and an MCP tool of the same name whose
      `structuredContent` is the same object. How lines, errors, scopes and MCP work is in [wire.md](wire.md); error
      codes are in [errors.md](errors.md). The full JSON Schemas (2020-12) are what `rpc.discover` and `tools/list` give,
      and the whole of them as an OpenRPC document is [openrpc.json](openrpc.json).

      Members marked \\* must be there. A member that is not listed is refused (`usage.unknown-member`), except where a
      table says that others are kept.

      """
    for operation in allOperations { out += try section(operation) }
    return out
  }

  private static func section(_ operation: any Operation.Type) throws(SasaeError) -> String {
    let schema = try OperationSchema(of: operation, .en)
    let notes = operation.notes
    let effect = notes.effect
    let does =
      effect.isReadOnly
      ? "changes nothing"
      : effect.isDestructive ? "replaces or ends what was there" : "adds or mends"
    var out = """

      ## `\(operation.name)`

      \(operation.summary.ja)  
      \(operation.summary.en)

      Scope `\(operation.scope.rawValue)`; \(does).

      """
    out += table("takes", schema.input, notes.input)
    for example in notes.examples {
      out += """

        <!-- example: \(operation.name) params -->

        ```json
        \(try OperationJSON.text(example))
        ```

        """
    }
    out += table("gives", schema.output, notes.output)
    return out
  }

  private static func table(
    _ head: String, _ schema: JSONValue, _ notes: [String: MemberNote]
  ) -> String {
    let rows = schema.memberPaths.compactMap { path -> String? in
      let note = notes[path]
      let depth = path.split(separator: ".").count
      guard note != nil || depth <= 2, let member = schema.member(at: path[...]) else {
        return nil
      }
      let mark = member.isRequired ? "\\*" : ""
      let text = (note.map { "\($0.text.ja)<br>\($0.text.en)" } ?? "")
        .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      return "| `\(path)`\(mark) | \(member.schema.typeWords) | \(text) |\n"
    }
    guard !rows.isEmpty else {
      return head == "takes" ? "\nTakes nothing.\n" : ""
    }
    let isOpen = schema["additionalProperties"] != .bool(false) && head == "takes"
    return "\n| \(head) | type | |\n|---|---|---|\n" + rows.joined()
      + (isOpen ? "\nOther members are kept or told as not considered.\n" : "")
  }
}

extension JSONValue {
  /// The schema of the member at a dotted path, lists passed through.
  fileprivate func member(at path: Substring) -> (schema: JSONValue, isRequired: Bool)? {
    let name = String(path.prefix { $0 != "." })
    let rest = path.dropFirst(name.count + 1)
    guard let member = self["properties"]?[name] else { return self["items"]?.member(at: path) }
    if !rest.isEmpty { return member.member(at: rest) }
    return (member, self["required"]?.arrayValue?.contains(.string(name)) ?? false)
  }

  /// `text`, `list of MO, TU …`, `number 0…1`.
  fileprivate var typeWords: String {
    if let items = self["items"] { return "list of " + items.typeWords }
    let forms = self["anyOf"]?.arrayValue ?? []
    if !forms.isEmpty {
      return forms.filter { $0.types != ["null"] }.map(\.typeWords).uniqued().joined(
        separator: " or ")
    }
    if let words = self["enum"]?.arrayValue?.compactMap(\.stringValue) {
      return words.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: " ")
    }
    let names = ["string": "text", "boolean": "true/false"]
    let types = types.filter { $0 != "null" }.map { names[$0] ?? $0 }
    let range = [
      self["exclusiveMinimum"].map { "> \($0.plain)" }, self["minimum"].map { "≥ \($0.plain)" },
      self["maximum"].map { "≤ \($0.plain)" },
    ].compactMap(\.self)
    let kind = types.isEmpty ? "any" : types.joined(separator: " or ")
    return ([kind] + range).joined(separator: " ")
  }

  private var plain: String {
    switch self {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    default: ""
    }
  }
}

extension [String] {
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
