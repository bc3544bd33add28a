/// What a JSON value is, by its first byte.
public enum JSONKind: Sendable, Hashable {
  case object, array, string, number, bool, null
}

/// Checks JSON (RFC 8259) byte by byte and says where values begin and end, without building any.
///
/// Strict: valid UTF-8, paired surrogates, no byte order mark, at most `maximumDepth` containers in
/// each other. Nothing in a text can make it recurse or take more than linear time.
struct JSONScanner {
  static let maximumDepth = 256

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The byte under the position; 0, which no JSON text holds, at the end.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  mutating func skip(_ count: Int) { position += count }

  mutating func take(_ expected: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == expected else { return false }
    position += 1
    return true
  }

  func fault(_ kind: JSONFault.Kind = .syntax) -> JSONFault {
    JSONFault(kind: kind, offset: position)
  }

  /// Passes over one value, blanks before it included.
  mutating func value(depth outer: Int = 0) throws(JSONFault) -> (JSONKind, Range<Int>) {
    skipBlanks()
    let start = position
    let kind = try scalarOrOpen()
    guard kind == .object || kind == .array else { return (kind, start..<position) }
    // Of the containers that are open, whether each is an object.
    var open: [Bool] = [kind == .object]
    var isFirst = true
    while let isObject = open.last {
      if outer + open.count > Self.maximumDepth { throw fault(.depth) }
      skipBlanks()
      if take(isObject ? 0x7D : 0x5D) {
        open.removeLast()
        isFirst = false
        continue
      }
      if !isFirst {
        guard take(0x2C) else { throw fault() }
        skipBlanks()
      }
      if isObject { try key() }
      skipBlanks()
      switch try scalarOrOpen() {
      case .object:
        open.append(true)
        isFirst = true
      case .array:
        open.append(false)
        isFirst = true
      default: isFirst = false
      }
    }
    return (kind, start..<position)
  }

  /// Passes over a key and its colon; gives the text between the quotes.
  @discardableResult
  mutating func key() throws(JSONFault) -> Range<Int> {
    guard byte == 0x22 else { throw fault() }
    let start = position + 1
    try string()
    let end = position - 1
    skipBlanks()
    guard take(0x3A) else { throw fault() }
    return start..<end
  }

  /// Passes over a scalar whole, or over the bracket that opens a container.
  private mutating func scalarOrOpen() throws(JSONFault) -> JSONKind {
    switch byte {
    case 0x7B:
      position += 1
      return .object
    case 0x5B:
      position += 1
      return .array
    case 0x22:
      try string()
      return .string
    case 0x74:
      try word("true")
      return .bool
    case 0x66:
      try word("false")
      return .bool
    case 0x6E:
      try word("null")
      return .null
    case 0x2D, 0x30...0x39:
      try number()
      return .number
    default: throw fault()
    }
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    for i in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[i]) else { throw fault() }
    }
  }

  private mutating func digits() throws(JSONFault) {
    guard (0x30...0x39).contains(byte) else { throw fault() }
    while (0x30...0x39).contains(byte) { position += 1 }
  }

  private mutating func number() throws(JSONFault) {
    _ = take(0x2D)
    if !take(0x30) { try digits() }
    if take(0x2E) { try digits() }
    if take(0x65) || take(0x45) {
      if !take(0x2B) { _ = take(0x2D) }
      try digits()
    }
  }
}
