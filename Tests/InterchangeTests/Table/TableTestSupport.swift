import Glibc

@testable import Interchange

/// Reads a whole table from memory.
func readTable(
  _ bytes: [UInt8], encoding: TextEncoding = .utf8, delimiter: Character = ",",
  limits: TableLimits = .init(), blockSize: Int = ByteSource.defaultBlockSize
) throws(TableError) -> [TableRow] {
  var reader = TableReader(
    source: .bytes(bytes, blockSize: blockSize), encoding: encoding,
    delimiter: delimiter.asciiValue ?? Byte.comma, limits: limits)
  var rows: [TableRow] = []
  while let row = try reader.next() { rows.append(row) }
  return rows
}

func readTable(
  _ text: String, delimiter: Character = ",", limits: TableLimits = .init(),
  blockSize: Int = ByteSource.defaultBlockSize
) throws(TableError) -> [TableRow] {
  try readTable(
    Array(text.utf8), delimiter: delimiter, limits: limits, blockSize: blockSize)
}

/// Decodes bytes handed over in blocks of one size.
func decode(
  _ bytes: [UInt8], _ encoding: TextEncoding, blockSize: Int = 1 << 20
) throws -> (text: String, report: DecodingReport) {
  var decoder = TextDecoder(encoding)
  var output: [UInt8] = []
  var start = 0
  while start < bytes.count {
    let end = min(bytes.count, start + blockSize)
    try decoder.decode(bytes[start..<end], isLast: false, into: &output)
    start = end
  }
  try decoder.decode([], isLast: true, into: &output)
  return (String(decoding: output, as: UTF8.self), decoder.report)
}

func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
  (Array((mark ? "\u{FEFF}" : "").utf16) + Array(text.utf16)).flatMap { unit in
    let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return bigEndian ? pair.reversed() : pair
  }
}

/// "名称,住所\n高松,番町\n" in CP932.
let japaneseCP932: [UInt8] =
  [0x96, 0xBC, 0x8F, 0xCC, 0x2C, 0x8F, 0x5A, 0x8F, 0x8A, 0x0A]
  + [0x8D, 0x82, 0x8F, 0xBC, 0x2C, 0x94, 0xD4, 0x92, 0xAC, 0x0A]
