/// Where bytes stop being one JSON text, or one this program takes.
struct JSONFault: Error, Hashable {
  enum Kind: Hashable {
    case syntax, encoding, depth
  }
  var kind: Kind
  /// Offset in bytes.
  var offset: Int
}
