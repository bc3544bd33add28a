/// The id of a request as it was written: `1`, `1.0` and `"1"` are three, and none is `null`.
public struct RequestID: Sendable, Hashable {
  /// The JSON of a string, a number or `null`.
  public let json: [UInt8]

  public static let null = RequestID(json: Array("null".utf8))

  private init(json: [UInt8]) { self.json = json }

  /// Nil for what can't be an id.
  public init?(_ slice: JSONSlice) {
    switch slice.kind {
    // Two spellings of one text are one id.
    case .string: self.init(json: JSONPiece.text(slice.text ?? "").bytes)
    case .number, .null: self.init(json: slice.bytes)
    default: return nil
    }
  }
}
