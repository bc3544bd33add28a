import Diagnostics
import LineRPC
import Model
import Service
import Synchronization

/// One client's conversation in MCP: its era, which its first request decides, and its state.
final class MCPSession: Sendable {
  private struct State {
    var era: Era?
    /// What `initialize` settled on.
    var revision: String?
  }

  let server: StdioServer
  let operations: OperationCalls
  let subscriptions: Subscriptions
  /// The JSON of the list of tools, once it was asked for.
  let tools = Mutex<[UInt8]?>(nil)
  private let state = Mutex(State())

  init(_ server: StdioServer, _ connection: Connection, _ operations: OperationCalls) {
    self.server = server
    self.operations = operations
    subscriptions = Subscriptions(connection, server.session.directory)
  }

  /// Called on the reading thread, in order.
  func receive(_ method: MCPMethod, _ call: Call) -> Disposition {
    do {
      let exchange = try begin(method, call.request)
      return try answer(method, call, exchange)
    } catch {
      return .now(answer(to: error))
    }
  }

  func answer(to error: any Error) -> Answer {
    if let error = error as? WireError { return .error(error) }
    return .error(
      operations.error(error as? SasaeError ?? SasaeError("internal", ["detail": "MCP"])))
  }

  func notice(_ request: Request) {
    // `notifications/initialized` needs no answer and changes nothing here; others are not ours.
  }

  func end() { subscriptions.end() }

  /// Settles the era, and checks what its revisions ask of a request.
  private func begin(_ method: MCPMethod, _ request: Request) throws -> Exchange {
    let version = request.meta?[Revision.versionKey]
    let (era, revision) = state.withLock { state -> (Era, String?) in
      let era = state.era ?? (version != nil && method != .initialize ? .stateless : .handshake)
      state.era = era
      return (era, state.revision)
    }
    switch era {
    case .handshake:
      guard version == nil || method == .initialize else {
        throw SasaeError("wire.era", ["detail": "initialize"])
      }
      guard method.isPart(of: era) else { throw operations.unknown(method.rawValue) }
      guard revision != nil || method == .initialize else {
        throw SasaeError("wire.not-initialized")
      }
      return Exchange(era: era, revision: revision ?? Revision.latestHandshake, server: server)
    case .stateless:
      if method == .initialize {
        throw unsupported(request.params?["protocolVersion"]?.text ?? "initialize")
      }
      try checkEnvelope(request)
      guard method.isPart(of: era) else { throw operations.unknown(method.rawValue) }
      return Exchange(era: era, revision: version?.text ?? "", server: server)
    }
  }

  private func checkEnvelope(_ request: Request) throws {
    let meta = request.meta
    for key in [Revision.versionKey, Revision.capabilitiesKey] where meta?[key] == nil {
      throw SasaeError("wire.envelope", ["value": "\(key)"])
    }
    guard let version = meta?[Revision.versionKey]?.text else {
      throw wrongType("_meta.\(Revision.versionKey)")
    }
    guard meta?[Revision.capabilitiesKey]?.kind == .object else {
      throw wrongType("_meta.\(Revision.capabilitiesKey)")
    }
    if !Revision.stateless.contains(version) { throw unsupported(version) }
  }

  /// The revision is not served here; the data is what the specification wants.
  private func unsupported(_ version: String) -> WireError {
    let known = Revision.stateless
    var error = operations.error(
      SasaeError(
        "wire.version",
        ["value": "\(version.prefix(40))", "known": "\(known.joined(separator: ", "))"]))
    error.data = .object([
      ("supported", .array(known.map(JSONPiece.text))), ("requested", .text(version)),
      ("code", .text("wire.version")),
    ])
    return error
  }

  func settle(on revision: String) {
    state.withLock { $0.revision = revision }
  }
}

/// What answers depend on.
struct Exchange: Sendable {
  let era: Era
  let revision: String
  let server: StdioServer

  /// A result with what its revision adds; `stamp` goes into its `_meta`.
  func result(
    _ method: MCPMethod, _ members: [(String, JSONPiece?)], stamp: [(String, JSONPiece?)] = []
  ) -> Answer {
    guard era == .stateless else { return .result(JSONPiece.object(members).bytes) }
    var out = members
    out.append(("resultType", .text("complete")))
    out.append(("_meta", JSONPiece.object([(Revision.serverInfoKey, serverInfo)] + stamp)))
    if method.isCacheable {
      // Tools, prompts and templates stay what they are while the server runs; the directory does
      // not. Scope and audience differ from server to server, so nothing is shared between them.
      let holds = method != .listResources && method != .readResource
      out.append(("ttlMs", .integer(holds ? 3_600_000 : 0)))
      out.append(("cacheScope", .text("private")))
    }
    return .result(JSONPiece.object(out).bytes)
  }

  var serverInfo: JSONPiece {
    .object([
      ("name", .text("sasae")),
      ("title", .text(server.session.language == .ja ? "支え" : "Sasae")),
      ("version", .text(server.version)),
    ])
  }
}
