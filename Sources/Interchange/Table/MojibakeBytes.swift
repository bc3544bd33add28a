/// A text turned back into bytes as if it had been read as Latin-1 or Windows-1252.
struct WesternBytes {
  /// One byte for each character; `?` where there is none. Byte order marks at the beginning are
  /// left out.
  private(set) var bytes: [UInt8] = []
  /// Characters beyond ASCII.
  private(set) var wide = 0
  /// Those of them that have a byte.
  private(set) var mapped = 0
  /// Those of the mapped that are C1 controls, which no real text has.
  private(set) var controls = 0
  /// U+FFFD: bytes that Windows-1252 does not define, as some programs save them.
  private(set) var replaced = 0

  /// Characters that no Western encoding has.
  var foreign: Int { wide - mapped - replaced }
  /// Characters without a byte.
  var lost: Int { wide - mapped }

  init(_ utf8Text: [UInt8]) {
    bytes.reserveCapacity(utf8Text.count)
    var text = utf8Text[...]
    while text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        add(scalar.value)
      }
    }
  }

  private mutating func add(_ scalar: UInt32) {
    wide += 1
    if scalar <= 0xFF {
      mapped += 1
      if scalar < 0xA0 { controls += 1 }
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if let byte = Self.windows1252[scalar] {
      mapped += 1
      bytes.append(byte)
    } else {
      if scalar == 0xFFFD { replaced += 1 }
      bytes.append(UInt8(ascii: "?"))
    }
  }

  /// What Windows-1252 has at 0x80…0x9F, where Latin-1 has controls. Source: the table CP1252.TXT of
  /// unicode.org. 0x81, 0x8D, 0x8F, 0x90 and 0x9D are not defined and stay controls.
  private static let windows1252: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
    0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
    0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]
}

/// A Japanese text in UTF-8 that was read as CP932.
enum UTF8AsCP932 {
  /// Kana and punctuation begin with 0xE3 0x81…0x83 in UTF-8, which CP932 reads as 縺, 繧 and 繝; the
  /// rest becomes rare kanji and kana of half width (半角カナ). Only a text with many of those is
  /// turned back, since that needs the whole table of CP932.
  static func isLikely(_ utf8Text: [UInt8]) -> Bool {
    let scalars = String(decoding: utf8Text, as: UTF8.self).unicodeScalars
    var wide = 0
    var signs = 0
    for scalar in scalars where scalar.value >= 0x80 {
      wide += 1
      switch scalar.value {
      case 0x7E3A, 0x7E67, 0x7E5D, 0xFF61...0xFF9F, 0xFFFD: signs += 1
      default: break
      }
    }
    guard signs >= 2, signs * 20 >= wide else { return false }
    var bytes: [UInt8] = []
    for scalar in scalars {
      switch scalar.value {
      case 0..<0x81, 0xA0: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0xFF61...0xFF9F: bytes.append(UInt8(truncatingIfNeeded: scalar.value - 0xFEC0))
      default:
        let pair = table[scalar.value] ?? 0x3F
        if pair > 0xFF { bytes.append(UInt8(truncatingIfNeeded: pair >> 8)) }
        bytes.append(UInt8(truncatingIfNeeded: pair))
      }
    }
    let trial = UTF8Trial(bytes)
    return trial.isJapanese && trial.japanese >= trial.bad
  }

  /// The two bytes of each character, made by decoding all of them.
  private static let table: [UInt32: UInt16] = {
    var table: [UInt32: UInt16] = [:]
    var decoder = TextDecoder(.cp932)
    for lead in [0x81...0x9F, 0xE0...0xFC].joined() {
      for trail in [0x40...0x7E, 0x80...0xFC].joined() {
        var output: [UInt8] = []
        let invalid = decoder.report.invalidCount
        do throws(TableError) {
          try decoder.decode([UInt8(lead), UInt8(trail)], isLast: true, into: &output)
        } catch {
          return [:]
        }
        let scalars = String(decoding: output, as: UTF8.self).unicodeScalars
        guard decoder.report.invalidCount == invalid, let scalar = scalars.first else { continue }
        if table[scalar.value] == nil { table[scalar.value] = UInt16(lead << 8 | trail) }
      }
    }
    return table
  }()
}
