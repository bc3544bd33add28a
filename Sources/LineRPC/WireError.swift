import Diagnostics
import Model

/// The `error` of an answer (JSON-RPC 2.0, section 5.1).
public struct WireError: Error, Sendable {
  public var code: Int
  public var message: String
  public var data: JSONPiece?

  public init(code: Int, message: String, data: JSONPiece? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  /// One of ours: its stable code, its hint and its place travel in `data`.
  public init(_ error: SasaeError, _ language: Language) {
    code = error.entry.rpc.rawValue
    message = error.text(language)
    data = .object([
      ("code", .text(error.code.rawValue)),
      ("hint", error.hint(language).map(JSONPiece.text)),
      ("file", error.position.file.map(JSONPiece.text)),
      ("line", error.position.line.map(JSONPiece.integer)),
      ("field", error.position.field.map(JSONPiece.text)),
    ])
  }

  var piece: JSONPiece {
    .object([("code", .integer(code)), ("message", .text(message)), ("data", data)])
  }
}
