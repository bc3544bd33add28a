import Model

/// Where values come from that no single cell states (根拠): field → heading and cell, or rule.
struct Evidence {
  private(set) var entries: [(field: String, from: String)] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func note(_ field: String, _ from: String) { entries.append((field, from)) }

  /// A JSON object, members in their order; nil when there is nothing.
  var json: String? {
    guard !entries.isEmpty else { return nil }
    var writer = FlatJSON(capacity: 96 * entries.count)
    for (at, entry) in entries.enumerated()
    where !entries[..<at].contains(where: { $0.field == entry.field }) {
      writer.member(entry.field, entry.from)
    }
    return writer.object()
  }
}

/// Writes a flat JSON object of texts.
struct FlatJSON {
  private var bytes: [UInt8] = []

  init(capacity: Int = 64) {
    bytes.reserveCapacity(capacity)
    bytes.append(UInt8(ascii: "{"))
  }

  /// The whole object; the writer is used up.
  mutating func object() -> String {
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func member(_ name: String, _ value: String) {
    var (name, value) = (name, value)
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8 { Self.append($0, to: &bytes) }
    bytes.append(contentsOf: "\":\"".utf8)
    value.withUTF8 { Self.append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A member whose name is quoted already.
  mutating func member(escaped name: [UInt8], _ value: (inout [UInt8]) -> Void) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(contentsOf: name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: "\""))
    value(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A text in quotes.
  static func quoted(_ text: String) -> [UInt8] {
    var text = text
    var out: [UInt8] = [UInt8(ascii: "\"")]
    text.withUTF8 { append($0, to: &out) }
    out.append(UInt8(ascii: "\""))
    return out
  }

  /// Appends UTF-8 as the inside of a JSON string.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var start = 0
    for at in text.indices where text[at] < 0x20 || text[at] == 0x22 || text[at] == 0x5C {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      start = at + 1
      out.append(UInt8(ascii: "\\"))
      switch text[at] {
      case 0x22, 0x5C: out.append(text[at])
      case 0x0A: out.append(UInt8(ascii: "n"))
      case 0x0D: out.append(UInt8(ascii: "r"))
      case 0x09: out.append(UInt8(ascii: "t"))
      default:
        let digits = Array("0123456789abcdef".utf8)
        out += Array("u00".utf8) + [digits[Int(text[at] >> 4)], digits[Int(text[at] & 15)]]
      }
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}
