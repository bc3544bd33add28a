import Diagnostics
import LineRPC
import Model
import Service

/// Hands every method to who knows it.
struct Router: RequestHandler {
  private let operations: OperationCalls
  private let mcp: MCPSession

  init(_ server: StdioServer, _ connection: Connection) {
    operations = OperationCalls(server, connection)
    mcp = MCPSession(server, connection, operations)
  }

  func receive(_ call: Call) -> Disposition {
    let method = call.request.method
    if method == "ping" { return .now(.result(Array("{}".utf8))) }
    if let operation = operations[method] { return operations.direct(operation, call) }
    if let known = MCPMethod(rawValue: method) { return mcp.receive(known, call) }
    if method == "rpc.discover" {
      return .later(.shared) { [operations] _ in operations.discover() }
    }
    return .now(.error(operations.unknown(method)))
  }

  func notice(_ request: Request) { mcp.notice(request) }

  func answer(toCancelled request: Request) -> Answer {
    MCPMethod(rawValue: request.method) != nil
      ? .silence : .error(operations.error(SasaeError("wire.cancelled")))
  }

  /// Finishes what stays open.
  func end() { mcp.end() }
}
