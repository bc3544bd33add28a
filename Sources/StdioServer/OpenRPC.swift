import Diagnostics
import LineRPC
import Model
import Service

/// The direct methods as an OpenRPC 1.3 document (https://spec.open-rpc.org), for `rpc.discover`.
public enum OpenRPC {
  public static let version = "1.3.2"

  /// What a client of this server may call.
  static func document(_ calls: OperationCalls) throws(SasaeError) -> JSONPiece {
    try document(
      calls.permitted.map(\.type), calls.server.session.language, version: calls.server.version)
  }

  /// The whole product's, for the docs.
  public static func document(_ language: Language, version: String) throws(SasaeError) -> [UInt8] {
    try document(allOperations, language, version: version).bytes
  }

  private static func document(
    _ operations: [any Operation.Type], _ language: Language, version: String
  ) throws(SasaeError) -> JSONPiece {
    var methods = [ping]
    for operation in operations { methods.append(try method(operation, language)) }
    return .object([
      ("openrpc", .text(Self.version)),
      (
        "info",
        .object([
          ("title", .text("Sasae")), ("version", .text(version)),
          ("license", .object([("name", .text("GPL-3.0-or-later"))])),
        ])
      ), ("methods", .array(methods)),
    ])
  }

  private static let ping = JSONPiece.object([
    ("name", .text("ping")), ("summary", .text("answers an empty object")),
    ("paramStructure", .text("by-name")), ("params", .array([])),
    (
      "result",
      .object([("name", .text("pong")), ("schema", .object([("type", .text("object"))]))])
    ),
  ])

  private static func method(
    _ operation: any Operation.Type, _ language: Language
  ) throws(SasaeError) -> JSONPiece {
    let schema = try OperationSchema(of: operation, language)
    let members = schema.input.objectValue?["properties"]?.objectValue ?? [:]
    var required: Set<String> = []
    if case .array(let names)? = schema.input.objectValue?["required"] {
      required = Set(names.compactMap(\.stringValue))
    }
    // Those that are required come first, as the specification wants it.
    let order = members.keys.sorted {
      (required.contains($0) ? 0 : 1, $0) < (required.contains($1) ? 0 : 1, $1)
    }
    return .object([
      ("name", .text(operation.name)), ("summary", .text(operation.summary.both(language))),
      ("tags", .array([.object([("name", .text(operation.scope.rawValue))])])),
      ("paramStructure", .text("by-name")),
      (
        "params",
        .array(
          order.map { name in
            .object([
              ("name", .text(name)), ("required", .bool(required.contains(name))),
              ("schema", .value(members[name] ?? .object([:]))),
            ])
          })
      ),
      ("result", .object([("name", .text("output")), ("schema", .value(schema.output))])),
      ("examples", .array(operation.notes.examples.enumerated().map { example($1, $0) })),
    ])
  }

  private static func example(_ input: JSONValue, _ number: Int) -> JSONPiece {
    let members = input.objectValue ?? [:]
    return .object([
      ("name", .text("example \(number + 1)")),
      (
        "params",
        .array(
          members.keys.sorted().map {
            .object([("name", .text($0)), ("value", .value(members[$0] ?? .null))])
          })
      ),
    ])
  }
}
