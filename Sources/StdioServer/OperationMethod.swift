import Diagnostics
import LineRPC
import Model
import Service

/// One operation as a method: JSON in, JSON out.
struct OperationMethod: Sendable {
  let type: any Operation.Type
  let shelf: SchemaShelf

  var name: String { type.name }
  /// Every scope it may need.
  var scope: Scope { type.scope }

  /// A call whose input was read.
  struct Prepared: Sendable {
    /// What this input needs.
    var scope: Scope
    var lane: Lane
    var run: @Sendable (Session) throws(SasaeError) -> Outcome
  }

  struct Outcome: Sendable {
    var json: [UInt8]
    /// The same for people.
    var text: @Sendable () throws(SasaeError) -> String
  }

  /// Reads the input; what it says wrong is told before anything runs.
  func prepare(_ params: JSONSlice?) throws(SasaeError) -> Prepared {
    if let params { try UnknownMembers.check(params, try shelf.schema(of: type).input) }
    return try type.prepared(params)
  }

  /// Columns of the text that goes with an output.
  static let textWidth = 100
}

extension Operation {
  /// The call, its input read.
  fileprivate static func prepared(
    _ params: JSONSlice?
  ) throws(SasaeError) -> OperationMethod.Prepared {
    let input = try OperationJSON.input(Input.self, from: params?.bytes ?? Array("{}".utf8))
    let scope = scope(of: input)
    let isAlone = scope == .write && !notes.effect.isReadOnly
    return OperationMethod.Prepared(scope: scope, lane: isAlone ? .barrier : .shared) {
      session throws(SasaeError) in
      let output = try run(input, in: session)
      return OperationMethod.Outcome(json: try OperationJSON.bytes(output)) {
        () throws(SasaeError) in
        try text(output, width: OperationMethod.textWidth, isTyped: false, in: session)
      }
    }
  }
}
