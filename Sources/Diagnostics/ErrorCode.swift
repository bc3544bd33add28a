/// How a command ends (CONTRACT.md, "Exit codes").
public enum ExitStatus: Int32, Sendable, Codable {
  /// Done.
  case done = 0
  /// Nothing found, some rows rejected, or findings.
  case findings = 1
  /// Failed: a file refused whole, a workspace unreadable.
  case failed = 2
  /// Wrong usage.
  case usage = 64
}

/// JSON-RPC 2.0 error numbers; the stable name of an error is its `ErrorCode`.
public enum RPCCode: Int, Sendable, Codable {
  case parse = -32700
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParams = -32602
  case internalError = -32603
  /// The thing named does not exist.
  case notFound = -32004
  /// A file or a row of it can't be taken.
  case badData = -32010
  /// The workspace can't be read or written as it stands.
  case workspace = -32011
  /// Outside what was granted at start.
  case notPermitted = -32003
  /// The answer does not fit into a message.
  case answerTooLarge = -32006
  /// MCP until 2025-11-25: no such resource. Later revisions call it invalid params.
  case resourceNotFound = -32002
  /// MCP 2026-07-28: the revision is not served.
  case unsupportedVersion = -32022
  /// As other line protocols have it (the Language Server Protocol's RequestCancelled).
  case cancelled = -32800
}

/// A stable name of one kind of error, such as `import.file-missing`.
///
/// An open struct, so that adding one breaks nobody; every code has a row in `ErrorCatalogue`.
public struct ErrorCode: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }
}

/// One row of the catalogue: everything that follows from a code.
public struct ErrorEntry: Sendable {
  public var code: ErrorCode
  public var exit: ExitStatus
  public var rpc: RPCCode
  /// Text with `{placeholders}` that the error's `values` fill.
  public var text: Bilingual
  /// What to do about it; same placeholders.
  public var hint: Bilingual

  init(
    _ code: ErrorCode, _ exit: ExitStatus, _ rpc: RPCCode,
    ja: String, en: String, hintJa: String, hintEn: String
  ) {
    self.code = code
    self.exit = exit
    self.rpc = rpc
    self.text = Bilingual(ja: ja, en: en)
    self.hint = Bilingual(ja: hintJa, en: hintEn)
  }
}
