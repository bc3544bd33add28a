/// JSON strings to and from text.
public enum JSONString {
  /// What stands between the quotes of a checked string, escapes resolved.
  static func decode(_ raw: ArraySlice<UInt8>) -> String {
    guard raw.contains(0x5C) else { return String(decoding: raw, as: UTF8.self) }
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var out = ""
    func flush() {
      if !units.isEmpty { out += String(decoding: units, as: UTF16.self) }
      if !plain.isEmpty { out += String(decoding: plain, as: UTF8.self) }
      units = []
      plain = []
    }
    var i = raw.startIndex
    while i < raw.endIndex {
      guard raw[i] == 0x5C, i + 1 < raw.endIndex else {
        if !units.isEmpty { flush() }
        plain.append(raw[i])
        i += 1
        continue
      }
      let mark = raw[i + 1]
      i += 2
      if mark == 0x75, i + 4 <= raw.endIndex {
        if !plain.isEmpty { flush() }
        units.append(
          UInt16(
            truncatingIfNeeded: raw[i..<(i + 4)].reduce(UInt32(0)) {
              $0 << 4 | (JSONScanner.hexadecimal($1) ?? 0)
            }))
        i += 4
      } else {
        if !units.isEmpty { flush() }
        plain.append(unescaped(mark))
      }
    }
    flush()
    return out
  }

  /// Whether what stands between the quotes is this text.
  static func isEqual(_ raw: ArraySlice<UInt8>, to text: String) -> Bool {
    raw.contains(0x5C) ? decode(raw) == text : raw.elementsEqual(text.utf8)
  }

  private static func unescaped(_ mark: UInt8) -> UInt8 {
    switch mark {
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    default: mark
    }
  }

  /// Appends the text as a JSON string, quotes included.
  public static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    out.append(0x22)
    text.withUTF8 { bytes in
      var start = 0
      for i in 0..<bytes.count {
        let byte = bytes[i]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
        out.append(contentsOf: bytes[start..<i])
        start = i + 1
        out.append(0x5C)
        switch byte {
        case 0x22, 0x5C: out.append(byte)
        case 0x0A: out.append(0x6E)
        case 0x0D: out.append(0x72)
        case 0x09: out.append(0x74)
        default:
          out.append(contentsOf: "u00".utf8)
          for digit in [byte >> 4, byte & 0xF] {
            out.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
          }
        }
      }
      out.append(contentsOf: bytes[start..<bytes.count])
    }
    out.append(0x22)
  }
}
