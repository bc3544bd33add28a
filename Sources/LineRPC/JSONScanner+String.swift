extension JSONScanner {
  /// Passes over a string, its quotes included.
  mutating func string() throws(JSONFault) {
    guard take(0x22) else { throw fault() }
    while true {
      switch byte {
      case 0x22:
        skip(1)
        return
      case 0x5C: try escape()
      case 0x20...0x7F: skip(1)
      case 0x80...0xFF: try scalar()
      default: throw fault()
      }
    }
  }

  private mutating func escape() throws(JSONFault) {
    skip(1)
    switch byte {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: skip(1)
    case 0x75:
      skip(1)
      let unit = try codeUnit()
      switch unit {
      case 0xD800...0xDBFF:
        // Half a character: the other half must follow.
        guard take(0x5C), take(0x75), (0xDC00...0xDFFF).contains(try codeUnit()) else {
          throw fault(.encoding)
        }
      case 0xDC00...0xDFFF: throw fault(.encoding)
      default: break
      }
    default: throw fault()
    }
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Self.hexadecimal(byte) else { throw fault() }
      unit = unit << 4 | digit
      skip(1)
    }
    return unit
  }

  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// One character of UTF-8 above ASCII, as Unicode's table 3-7 has them.
  private mutating func scalar() throws(JSONFault) {
    let lead = byte
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: throw fault(.encoding)
    }
    skip(1)
    guard second.contains(byte) else { throw fault(.encoding) }
    skip(1)
    for _ in 2..<max(2, length) {
      guard (0x80...0xBF).contains(byte) else { throw fault(.encoding) }
      skip(1)
    }
  }
}
