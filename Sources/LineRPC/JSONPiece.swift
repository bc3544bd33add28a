import Model

/// JSON being put together: values, and bytes that are JSON already.
public indirect enum JSONPiece: Sendable {
  case value(JSONValue)
  /// Checked JSON, passed on as it is.
  case raw([UInt8])
  case array([JSONPiece])
  /// Members in the order given; those that are nil are left out.
  case object([(String, JSONPiece?)])

  public static func text(_ text: String) -> JSONPiece { .value(.string(text)) }
  public static func bool(_ value: Bool) -> JSONPiece { .value(.bool(value)) }
  public static func integer(_ value: Int) -> JSONPiece { .value(.integer(Int64(value))) }

  public var bytes: [UInt8] {
    var out: [UInt8] = []
    append(to: &out)
    return out
  }

  func append(to out: inout [UInt8]) {
    switch self {
    case .value(let value): Self.append(value, to: &out)
    case .raw(let bytes): out += bytes
    case .array(let pieces):
      out.append(0x5B)
      for (i, piece) in pieces.enumerated() {
        if i > 0 { out.append(0x2C) }
        piece.append(to: &out)
      }
      out.append(0x5D)
    case .object(let members):
      out.append(0x7B)
      var isFirst = true
      for case (let name, let piece?) in members {
        if !isFirst { out.append(0x2C) }
        isFirst = false
        JSONString.append(name, to: &out)
        out.append(0x3A)
        piece.append(to: &out)
      }
      out.append(0x7D)
    }
  }

  private static func append(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .integer(let value): out += value.description.utf8
    case .unsigned(let value): out += value.description.utf8
    // JSON has no words for these; nothing here makes them.
    case .number(let value): out += (value.isFinite ? value.description : "null").utf8
    case .string(let text): JSONString.append(text, to: &out)
    case .array(let values):
      out.append(0x5B)
      for (i, value) in values.enumerated() {
        if i > 0 { out.append(0x2C) }
        append(value, to: &out)
      }
      out.append(0x5D)
    case .object(let members):
      out.append(0x7B)
      for (i, name) in members.keys.sorted().enumerated() {
        if i > 0 { out.append(0x2C) }
        JSONString.append(name, to: &out)
        out.append(0x3A)
        append(members[name] ?? .null, to: &out)
      }
      out.append(0x7D)
    }
  }
}
