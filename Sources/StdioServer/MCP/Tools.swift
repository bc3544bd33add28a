import Diagnostics
import LineRPC
import Model
import Service

extension MCPSession {
  func listTools(_ call: Call, _ exchange: Exchange) throws -> Answer {
    try checkOnlyPage(call)
    // The same for as long as the server runs.
    if let tools = tools.withLock({ $0 }) {
      return exchange.result(.listTools, [("tools", .raw(tools))])
    }
    let made = JSONPiece.array(try operations.permitted.map(tool)).bytes
    tools.withLock { $0 = made }
    return exchange.result(.listTools, [("tools", .raw(made))])
  }

  private func tool(_ operation: OperationMethod) throws -> JSONPiece {
    let language = server.session.language
    let notes = operation.type.notes
    let schema = try operation.shelf.schema(of: operation.type)
    return .object([
      ("name", .text(operation.name)), ("title", .text(notes.title(language))),
      ("description", .text(operation.type.summary.both(language))),
      ("inputSchema", .value(schema.input)),
      ("outputSchema", .value(schema.output)),
      (
        "annotations",
        .object([
          ("title", .text(notes.title(language))), ("readOnlyHint", .bool(notes.effect.isReadOnly)),
          ("destructiveHint", .bool(notes.effect.isDestructive)),
          ("idempotentHint", .bool(notes.effect.isIdempotent)), ("openWorldHint", .bool(false)),
        ])
      ),
    ])
  }

  func callTool(_ call: Call, _ exchange: Exchange) throws -> Disposition {
    let name = try text("name", of: call)
    guard let operation = operations[name] else {
      let names = operations.permitted.map(\.name)
      throw SasaeError(
        "wire.unknown-tool",
        [
          "value": "\(name.prefix(100))",
          "suggestion": "\(DidYouMean.closest(to: name, among: names) ?? "")",
        ])
    }
    let arguments = call.request.params?["arguments"]
    let isGiven = arguments != nil && arguments?.kind != .null
    if isGiven, arguments?.kind != .object { throw wrongType("arguments") }
    return operations.start(operation, call, isGiven ? arguments : nil) { [operations] result in
      switch result {
      case .success(let outcome): return Self.answer(outcome, call, exchange)
      case .failure(let error) where error.code == "wire.cancelled": return .silence
      case .failure(let error) where error.code == "wire.not-permitted":
        return .error(operations.error(error))
      case .failure(let error): return Self.failure(error, exchange)
      }
    }
  }

  private static func answer(
    _ outcome: OperationMethod.Outcome, _ call: Call, _ exchange: Exchange
  ) -> Answer {
    guard !call.isCancelled else { return .silence }
    var content: [JSONPiece] = []
    do throws(SasaeError) {
      let text = try outcome.text()
      let nothing = Bilingual(ja: "該当するものはありません", en: "there is nothing to show")
      content.append(block(text.isEmpty ? nothing(exchange.server.session.language) : text))
    } catch {
      return failure(error, exchange)
    }
    // Clients of earlier revisions see the content alone.
    if exchange.era == .handshake, exchange.revision < Revision.structured {
      content.append(block(String(decoding: outcome.json, as: UTF8.self)))
    }
    return exchange.result(
      .callTool, [("content", .array(content)), ("structuredContent", .raw(outcome.json))])
  }

  /// An error of the tool itself, for the model to read and act on.
  private static func failure(_ error: SasaeError, _ exchange: Exchange) -> Answer {
    let language = exchange.server.session.language
    var text = error.line(language)
    if let hint = error.hint(language) { text += "\nhint: \(hint)" }
    return exchange.result(
      .callTool, [("content", .array([block(text)])), ("isError", .bool(true))])
  }

  private static func block(_ text: String) -> JSONPiece {
    .object([("type", .text("text")), ("text", .text(text))])
  }
}
