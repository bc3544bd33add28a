/// The id of a request: `1`, `1.0` and `"1"` are three, and none is `null`. Two spellings of one text
/// are one.
public struct RequestID: Sendable, Hashable {
  /// As it was written: a string, a number or `null`.
  public let json: [UInt8]
  private let identity: [UInt8]

  public static let null = RequestID(json: Array("null".utf8), identity: Array("null".utf8))

  private init(json: [UInt8], identity: [UInt8]) {
    (self.json, self.identity) = (json, identity)
  }

  /// Longer ones would make answers longer than a message may be.
  static let maximumBytes = 1 << 16

  /// Nil for what can't be an id.
  public init?(_ slice: JSONSlice) {
    guard slice.count <= Self.maximumBytes else { return nil }
    switch slice.kind {
    case .string:
      self.init(json: slice.bytes, identity: JSONPiece.text(slice.text ?? "").bytes)
    case .number, .null: self.init(json: slice.bytes, identity: slice.bytes)
    default: return nil
    }
  }

  public static func == (a: RequestID, b: RequestID) -> Bool { a.identity == b.identity }

  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
