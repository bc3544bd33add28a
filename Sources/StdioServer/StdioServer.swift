import Diagnostics
import LineRPC
import Model
import Service

/// What whoever started the server allows its client.
public struct Grant: Sendable {
  public var scopes: Set<Scope>

  public init(scopes: Set<Scope>) { self.scopes = scopes }

  /// `read,match`. `read` is always granted.
  public init(_ text: String) throws(SasaeError) {
    scopes = [.read]
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let scope = Scope(rawValue: MemberReader.trimmed(String(word))) else {
        let known = Scope.allCases.map(\.rawValue).joined(separator: ", ")
        throw SasaeError(
          "usage.value", ["option": "--scope", "value": "\(word)", "expected": "\(known)"])
      }
      scopes.insert(scope)
    }
  }
}

/// JSON-RPC 2.0 and MCP on two descriptors (docs/wire.md).
public struct StdioServer: Sendable {
  let session: Session
  let grant: Grant
  let version: String
  let today: @Sendable () -> CalendarDate

  /// `session` fixes workspace, language and audience for good; `today` is asked for every request,
  /// as a server lives for days.
  public init(
    session: Session, grant: Grant, version: String, today: @escaping @Sendable () -> CalendarDate
  ) {
    self.session = session
    self.grant = grant
    self.version = version
    self.today = today
  }

  /// Serves until the input ends, its reader leaves or the process is asked to end.
  public func run(on streams: StandardStreams, trace: TraceFiles? = nil) {
    let connection = Connection(
      input: streams.input, output: streams.output, stop: streams.stop,
      language: session.language, trace: trace)
    let router = Router(self, connection)
    connection.run(router) { router.end() }
  }
}
