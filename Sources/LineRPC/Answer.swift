/// What a request comes to.
public enum Answer: Sendable {
  /// The JSON of the result.
  case result([UInt8])
  case error(WireError)
  /// Nothing is written, as MCP wants it for a request that was cancelled.
  case silence

  /// The most bytes of one message, in either direction, without its line feed.
  public static let maximumBytes = 16 << 20

  /// The whole message; nil for silence.
  func message(to id: RequestID) -> [UInt8]? {
    var out = Array(#"{"jsonrpc":"2.0","id":"#.utf8)
    out += id.json
    switch self {
    case .result(let json):
      out.reserveCapacity(out.count + json.count + 12)
      out += #","result":"#.utf8
      out += json
    case .error(let error):
      out += #","error":"#.utf8
      error.piece.append(to: &out)
    case .silence: return nil
    }
    out.append(0x7D)
    return out
  }
}
