import Foundation

/// Messages as text; ids are given as written.
enum Say {
  static func request(_ id: String, _ method: String, _ params: String? = nil) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"\#(members(params))}"#
  }

  static func notification(_ method: String, _ params: String? = nil) -> String {
    #"{"jsonrpc":"2.0","method":"\#(method)"\#(members(params))}"#
  }

  static func cancel(_ id: String) -> String {
    notification("notifications/cancelled", #"{"requestId":\#(id),"reason":"a test"}"#)
  }

  static func importing(_ id: String, _ path: String, _ more: String = "") -> String {
    request(id, "import_resources", #"{"paths":["\#(path)"]\#(more)}"#)
  }

  static func searching(_ id: String, _ text: String) -> String {
    request(id, "search_resources", #"{"text":"\#(text)","exactTotal":true}"#)
  }

  static let initialize = request(
    "\"initialize\"", "initialize",
    #"{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}"#)

  private static func members(_ params: String?) -> String {
    params.map { #","params":\#($0)"# } ?? ""
  }
}

extension Desk {
  /// A server on this desk's workspace.
  func serve(_ options: String...) throws -> WireClient {
    WireClient(
      try WireProcess(try Program.path(), ["serve"] + options, environment: environment), in: folder
    )
  }

  func serve(scope: String, _ options: [String] = []) throws -> WireClient {
    WireClient(
      try WireProcess(
        try Program.path(), ["serve", "--scope", scope] + options, environment: environment),
      in: folder)
  }
}

/// Every operation the wire has, in the order of the docs.
enum Operations {
  static let names = [
    "search_resources", "get_resource", "match_resources", "replay_match", "review_plan",
    "detect_needs",
    "score_assessment",
    "merge_assessments",
    "import_resources",
    "explain_mapping",
    "parse_schedule", "put_resource", "confirm_resource", "retire_resource", "export_resources",
    "list_changes", "locate_address",
    "list_categories", "list_needs", "list_plugins", "list_profiles", "list_instruments",
    "check_workspace",
    "evaluate_search",
  ]

  static let mcp = [
    "initialize", "server/discover", "tools/list", "tools/call", "resources/list",
    "resources/read", "resources/templates/list", "resources/subscribe", "resources/unsubscribe",
    "prompts/list", "prompts/get", "subscriptions/listen",
  ]

  static let everything = "read,match,write"
}
