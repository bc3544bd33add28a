import Diagnostics
import LineRPC
import Model

extension MCPSession {
  func listPrompts(_ call: Call, _ exchange: Exchange) throws -> Answer {
    try checkOnlyPage(call)
    let language = server.session.language
    let arguments = Tier3Interview.arguments.map { argument in
      JSONPiece.object([
        ("name", .text(argument.name)), ("description", .text(argument.description(language))),
        ("required", .bool(false)),
      ])
    }
    let prompt = JSONPiece.object([
      ("name", .text(Tier3Interview.name)), ("title", .text(Tier3Interview.title(language))),
      ("description", .text(Tier3Interview.description(language))),
      ("arguments", .array(arguments)),
    ])
    return exchange.result(.listPrompts, [("prompts", .array([prompt]))])
  }

  func getPrompt(_ call: Call, _ exchange: Exchange) throws -> Answer {
    let name = try text("name", of: call)
    guard name == Tier3Interview.name else {
      throw SasaeError("wire.unknown-prompt", ["value": "\(name.prefix(100))"])
    }
    let arguments = call.request.params?["arguments"]
    for (name, value) in arguments?.members ?? [] {
      let known = Tier3Interview.arguments.map(\.name)
      guard known.contains(name) else {
        throw SasaeError(
          "usage.unknown-member",
          [
            "value": "arguments.\(name.prefix(100))",
            "known": "\(known.joined(separator: ", "))",
            "suggestion": "\(DidYouMean.closest(to: name, among: known) ?? "")",
          ])
      }
      guard value.kind == .string else { throw wrongType("arguments.\(name)") }
    }
    let language = server.session.language
    let text = Tier3Interview.text(
      situation: arguments?["situation"]?.text, area: arguments?["area"]?.text,
      mayMatch: server.grant.scopes.contains(.match), language)
    let message = JSONPiece.object([
      ("role", .text("user")),
      ("content", .object([("type", .text("text")), ("text", .text(text))])),
    ])
    return exchange.result(
      .getPrompt,
      [
        ("description", .text(Tier3Interview.description(language))),
        ("messages", .array([message])),
      ])
  }
}
