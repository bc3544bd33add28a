import Foundation

/// Walks over JSON as strictly as RFC 8259 has it and tells what stands where. Nothing is decoded,
/// so that an id can be compared as it was written.
struct WireScanner {
  struct Fault: Error {
    let what: String
    let at: Int
  }

  /// Ends with a NUL, which is nowhere allowed.
  let bytes: UnsafePointer<UInt8>
  var at = 0
  private var depth = 0

  static let deepest = 256

  private init(_ bytes: UnsafePointer<UInt8>) { self.bytes = bytes }

  /// Where the parts of a value are: of an object its members, of a list its items.
  struct Parts {
    var members: [(name: Range<Int>, value: Range<Int>)] = []
    var items: [Range<Int>] = []
    var isObject = false
    var isArray = false
  }

  /// The parts of the one value that `line` is.
  static func parts(of line: some Collection<UInt8>) throws(Fault) -> Parts {
    var bytes = Array(line)
    guard String(bytes: bytes, encoding: .utf8) != nil else {
      throw Fault(what: "not UTF-8", at: 0)
    }
    bytes.append(0)
    return try scan(bytes)
  }

  private static func scan(_ bytes: [UInt8]) throws(Fault) -> Parts {
    let result: Result<Parts, Fault> = bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return .success(Parts()) }
      var scanner = WireScanner(base)
      do throws(Fault) {
        var parts = Parts()
        scanner.blanks()
        _ = try scanner.value(&parts, isTop: true)
        scanner.blanks()
        guard scanner.at == bytes.count - 1 else { throw scanner.fault("text after the value") }
        return .success(parts)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  func fault(_ what: String) -> Fault { Fault(what: what, at: at) }

  private mutating func blanks() {
    while true {
      let byte = bytes[at]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      at += 1
    }
  }

  @discardableResult
  private mutating func value(_ parts: inout Parts, isTop: Bool) throws(Fault) -> Range<Int> {
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "{"): try list(&parts, isTop, closing: UInt8(ascii: "}"))
    case UInt8(ascii: "["): try list(&parts, isTop, closing: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
    return start..<at
  }

  /// The inside of an object or an array.
  private mutating func list(
    _ parts: inout Parts, _ isTop: Bool, closing: UInt8
  ) throws(Fault) {
    let isObject = closing == UInt8(ascii: "}")
    depth += 1
    guard depth <= Self.deepest else { throw fault("too deep") }
    at += 1
    blanks()
    if isTop { (parts.isObject, parts.isArray) = (isObject, !isObject) }
    if bytes[at] != closing {
      while true {
        var name = at..<at
        if isObject {
          try string()
          name = name.lowerBound..<at
          blanks()
          guard bytes[at] == UInt8(ascii: ":") else { throw fault("no colon") }
          at += 1
          blanks()
        }
        let range = try value(&parts, isTop: false)
        if isTop, isObject { parts.members.append((name, range)) }
        if isTop, !isObject { parts.items.append(range) }
        blanks()
        if bytes[at] == closing { break }
        guard bytes[at] == UInt8(ascii: ",") else { throw fault("neither comma nor end") }
        at += 1
        blanks()
      }
    }
    at += 1
    depth -= 1
  }
}
