/// A checked JSON value as the bytes it came in.
public struct JSONSlice: Sendable {
  public let kind: JSONKind
  public let bytes: [UInt8]

  init(kind: JSONKind, bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }

  /// Checks a whole text. Nil when it is not one JSON value.
  public init?(checking bytes: [UInt8]) {
    guard let slice = try? Self.read(bytes) else { return nil }
    self = slice
  }

  static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONSlice {
    try withScanner(bytes) { scanner throws(JSONFault) in
      let (kind, range) = try scanner.value()
      scanner.skipBlanks()
      guard scanner.position == bytes.count else { throw scanner.fault() }
      return JSONSlice(kind: kind, bytes: Array(bytes[range]))
    }
  }

  static func withScanner<T>(
    _ bytes: [UInt8], at position: Int = 0, _ body: (inout JSONScanner) throws(JSONFault) -> T
  ) throws(JSONFault) -> T {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONFault) in
      var scanner = JSONScanner(buffer, at: position)
      return try body(&scanner)
    }
  }

  /// The members of an object in their order; empty for anything else.
  public var members: [(name: String, value: JSONSlice)] {
    guard kind == .object else { return [] }
    let found = try? Self.withScanner(bytes) { scanner throws(JSONFault) in
      try scanner.members(of: bytes, depth: 1)
    }
    return found ?? []
  }

  /// The elements of an array; empty for anything else.
  public var elements: [JSONSlice] {
    guard kind == .array else { return [] }
    let found = try? Self.withScanner(bytes) { scanner throws(JSONFault) in
      try scanner.elements(of: bytes, upTo: .max)
    }
    return found ?? []
  }

  /// The member of this name, the last of several.
  public subscript(_ name: String) -> JSONSlice? {
    members.last { $0.name == name }?.value
  }

  /// The text of a string; nil for anything else.
  public var text: String? {
    kind == .string ? JSONString.decode(bytes[1..<(bytes.count - 1)]) : nil
  }

  public var isTrue: Bool { kind == .bool && bytes.first == UInt8(ascii: "t") }
}

extension JSONScanner {
  /// Passes over an object and gives its members.
  mutating func members(
    of whole: [UInt8], depth: Int
  ) throws(JSONFault) -> [(name: String, value: JSONSlice)] {
    skipBlanks()
    guard take(0x7B) else { throw fault() }
    var out: [(name: String, value: JSONSlice)] = []
    while true {
      skipBlanks()
      if take(0x7D) { return out }
      if !out.isEmpty {
        guard take(0x2C) else { throw fault() }
        skipBlanks()
      }
      let name = JSONString.decode(whole[try key()])
      let (kind, range) = try value(depth: depth)
      out.append((name, JSONSlice(kind: kind, bytes: Array(whole[range]))))
    }
  }

  /// Passes over an array and gives its elements; nil when there are more than `limit`.
  mutating func elements(of whole: [UInt8], upTo limit: Int) throws(JSONFault) -> [JSONSlice]? {
    skipBlanks()
    guard take(0x5B) else { throw fault() }
    var out: [JSONSlice] = []
    var count = 0
    while true {
      skipBlanks()
      if take(0x5D) { return count > limit ? nil : out }
      if count > 0 {
        guard take(0x2C) else { throw fault() }
      }
      let (kind, range) = try value(depth: 1)
      count += 1
      if count <= limit { out.append(JSONSlice(kind: kind, bytes: Array(whole[range]))) }
    }
  }
}
