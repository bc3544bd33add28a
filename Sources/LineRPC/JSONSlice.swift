/// A checked JSON value: a part of the bytes it came in, which it shares.
public struct JSONSlice: Sendable {
  public let kind: JSONKind
  private let whole: [UInt8]
  private let range: Range<Int>

  init(kind: JSONKind, _ whole: [UInt8], _ range: Range<Int>) {
    (self.kind, self.whole, self.range) = (kind, whole, range)
  }

  /// Checks a whole text. Nil when it is not one JSON value.
  public init?(checking bytes: [UInt8]) {
    let found = try? Self.withScanner(bytes) { scanner throws(JSONFault) in
      let (kind, range) = try scanner.value()
      try scanner.end()
      return JSONSlice(kind: kind, bytes, range)
    }
    guard let found else { return nil }
    self = found
  }

  static func withScanner<T>(
    _ bytes: [UInt8], at position: Int = 0, _ body: (inout JSONScanner) throws(JSONFault) -> T
  ) throws(JSONFault) -> T {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONFault) in
      var scanner = JSONScanner(buffer, at: position)
      return try body(&scanner)
    }
  }

  public var count: Int { range.count }
  public var bytes: [UInt8] { range == whole.indices ? whole : Array(whole[range]) }

  /// The members of an object, in their order. Nothing is kept of them.
  public func eachMember(_ body: (_ name: String, _ value: JSONSlice) -> Void) {
    walk(.object) { name, kind, range in
      body(name.map { JSONString.decode(whole[$0]) } ?? "", JSONSlice(kind: kind, whole, range))
    }
  }

  /// The elements of an array, in their order.
  public func eachElement(_ body: (JSONSlice) -> Void) {
    walk(.array) { _, kind, range in body(JSONSlice(kind: kind, whole, range)) }
  }

  public var members: [(name: String, value: JSONSlice)] {
    var out: [(name: String, value: JSONSlice)] = []
    eachMember { out.append(($0, $1)) }
    return out
  }

  /// The member of this name, the last of several.
  public subscript(_ name: String) -> JSONSlice? {
    var found: JSONSlice?
    walk(.object) { key, kind, range in
      guard let key, JSONString.isEqual(whole[key], to: name) else { return }
      found = JSONSlice(kind: kind, whole, range)
    }
    return found
  }

  private func walk(
    _ wanted: JSONKind, _ body: (_ name: Range<Int>?, JSONKind, Range<Int>) -> Void
  ) {
    guard kind == wanted else { return }
    // It was checked when it came, so nothing is thrown here.
    try? Self.withScanner(whole, at: range.lowerBound) { scanner throws(JSONFault) in
      try scanner.children(depth: 1, body)
    }
  }

  /// The text of a string; nil for anything else.
  public var text: String? {
    kind == .string
      ? JSONString.decode(whole[(range.lowerBound + 1)..<(range.upperBound - 1)]) : nil
  }

  public var isTrue: Bool { kind == .bool && whole[range.lowerBound] == UInt8(ascii: "t") }
}

extension JSONScanner {
  /// Passes over a container and tells of each child: the name between its quotes, for an object's.
  mutating func children(
    depth: Int, _ body: (_ name: Range<Int>?, JSONKind, Range<Int>) -> Void
  ) throws(JSONFault) {
    skipBlanks()
    let isObject = byte == 0x7B
    guard take(isObject ? 0x7B : 0x5B) else { throw fault() }
    var isFirst = true
    while true {
      skipBlanks()
      if take(isObject ? 0x7D : 0x5D) { return }
      if !isFirst {
        guard take(0x2C) else { throw fault() }
        skipBlanks()
      }
      isFirst = false
      let name: Range<Int>? = isObject ? try key() : nil
      let (kind, range) = try value(depth: depth)
      body(name, kind, range)
    }
  }

  /// Nothing but blanks is left.
  mutating func end() throws(JSONFault) {
    skipBlanks()
    guard position == bytes.count else { throw fault() }
  }
}
