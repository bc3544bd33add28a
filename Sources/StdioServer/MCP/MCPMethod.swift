/// The methods of the Model Context Protocol this server has.
enum MCPMethod: String, Sendable, CaseIterable {
  case initialize
  case discover = "server/discover"
  case listTools = "tools/list"
  case callTool = "tools/call"
  case listResources = "resources/list"
  case listTemplates = "resources/templates/list"
  case readResource = "resources/read"
  case subscribe = "resources/subscribe"
  case unsubscribe = "resources/unsubscribe"
  case listPrompts = "prompts/list"
  case getPrompt = "prompts/get"
  case listen = "subscriptions/listen"

  /// Whether the revisions of an era have it.
  func isPart(of era: Era) -> Bool {
    switch self {
    case .initialize, .subscribe, .unsubscribe: era == .handshake
    case .discover, .listen: era == .stateless
    default: true
    }
  }

  /// Whether its results say how long they hold (2026-07-28).
  var isCacheable: Bool {
    switch self {
    case .discover, .listTools, .listResources, .listTemplates, .readResource, .listPrompts: true
    default: false
    }
  }
}

/// The two ways MCP has begun a conversation.
enum Era: Sendable, Hashable {
  /// 2024-11-05 … 2025-11-25: `initialize` negotiates once.
  case handshake
  /// 2026-07-28: every request carries its own envelope.
  case stateless
}

enum Revision {
  static let handshake = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]
  static let latestHandshake = "2025-11-25"
  static let stateless = ["2026-07-28"]
  /// The first with `structuredContent`.
  static let structured = "2025-06-18"

  /// Members of `_meta` (2026-07-28, "Per-request protocol fields").
  static let versionKey = "io.modelcontextprotocol/protocolVersion"
  static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"
  static let serverInfoKey = "io.modelcontextprotocol/serverInfo"
  static let subscriptionKey = "io.modelcontextprotocol/subscriptionId"
}
