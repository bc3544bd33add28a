import Diagnostics
import LineRPC
import Model

extension MCPSession {
  /// The methods, each to its file.
  func answer(_ method: MCPMethod, _ call: Call, _ exchange: Exchange) throws -> Disposition {
    switch method {
    case .initialize: .now(try initialize(call, exchange))
    case .discover: .now(discover(exchange))
    case .listTools: .now(try listTools(call, exchange))
    case .callTool: try callTool(call, exchange)
    case .listResources: later { try self.listResources($0, exchange) }
    case .listTemplates: .now(try listTemplates(call, exchange))
    case .readResource: later { try self.readResource($0, exchange) }
    case .subscribe, .unsubscribe: later { try self.subscribe(method, $0, exchange) }
    case .listPrompts: .now(try listPrompts(call, exchange))
    case .getPrompt: .now(try getPrompt(call, exchange))
    case .listen: try listen(call, exchange)
    }
  }

  /// What reads the directory runs beside other reads.
  private func later(
    _ body: @escaping @Sendable (Call) throws -> Answer
  ) -> Disposition {
    .later(.shared) { call in
      do {
        let answer = try body(call)
        return call.isCancelled ? .silence : answer
      } catch {
        return self.answer(to: error)
      }
    }
  }

  /// A member of the params that must be there.
  func text(_ name: String, of call: Call) throws(SasaeError) -> String {
    guard let value = call.request.params?[name] else {
      throw SasaeError(
        "usage.request",
        ["detail": Bilingual(ja: "「\(name)」がありません", en: "'\(name)' is missing")])
    }
    guard let text = value.text else { throw wrongType(name) }
    return text
  }

  func wrongType(_ name: String) -> SasaeError {
    SasaeError(
      "usage.request",
      ["detail": Bilingual(ja: "「\(name)」の型が違います", en: "'\(name)' has the wrong type")])
  }

  /// The cursor of a list that has one page only: there is none that could be given back.
  func checkOnlyPage(_ call: Call) throws(SasaeError) {
    if let cursor = call.request.params?["cursor"], cursor.kind != .null {
      throw SasaeError("usage.cursor")
    }
  }
}
