import TestSupport

@testable import Interchange

/// What readers promise of any bytes.
struct ReaderPromises {
  let bytes: [UInt8]
  let limits: TableLimits

  init(_ bytes: [UInt8], _ limits: TableLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The name of the first promise that is broken; nil if all hold.
  func broken(_ generator: inout SeededGenerator) throws -> String? {
    let kind = ContentSniffer.sniff(bytes, isWhole: generator.chance(0.5))
    var encoding = generator.pick([TextEncoding.utf8, .utf8BOM, .cp932, .utf16LE, .utf16BE])
    var delimiter = generator.pick([Byte.comma, Byte.tab, Byte.semicolon])
    if case .table(let found, let byte) = kind { (encoding, delimiter) = (found, byte) }
    let blockSize = Int.random(in: 1...17, using: &generator)

    let rows = rows(encoding, delimiter, .max)
    if !areSound(rows) { return "limits or order of rows" }
    if rows != self.rows(encoding, delimiter, blockSize) { return "rows in blocks of \(blockSize)" }
    let lines = try lines(encoding, .max)
    if try lines != self.lines(encoding, blockSize) { return "lines in blocks of \(blockSize)" }
    if !isSoundJSON() { return "JSON" }
    return isSoundMojibake() ? nil : "mojibake"
  }

  /// The rows, and one more for the error that ended them.
  private func rows(_ encoding: TextEncoding, _ delimiter: UInt8, _ blockSize: Int) -> [TableRow] {
    var reader = TableReader(
      source: .bytes(bytes, blockSize: min(blockSize, max(bytes.count, 1))), encoding: encoding,
      delimiter: delimiter, limits: limits)
    var rows: [TableRow] = []
    do throws(TableError) {
      while let row = try reader.next() { rows.append(row) }
    } catch {
      rows.append(TableRow(line: .max, cells: ["\(error)"]))
    }
    return rows
  }

  private func areSound(_ rows: [TableRow]) -> Bool {
    zip(rows, rows.dropFirst()).allSatisfy { $0.line < $1.line }
      && rows.filter { $0.line < .max }.allSatisfy { row in
        row.cells.count <= limits.maxColumns
          && row.cells.reduce(0) { $0 + $1.utf8.count } <= limits.maxRecordBytes
      }
  }

  private func lines(_ encoding: TextEncoding, _ blockSize: Int) throws -> [String] {
    var reader = LineReader(
      source: .bytes(bytes, blockSize: min(blockSize, max(bytes.count, 1))), encoding: encoding,
      maxLineBytes: limits.maxRecordBytes)
    var lines: [String] = []
    while let line = try reader.next() {
      guard line.bytes.count <= limits.maxRecordBytes else { return ["too long", "\(blockSize)"] }
      lines.append("\(line.line) \(String(describing: line.problem)) \(Array(line.bytes))")
    }
    return lines
  }

  private func isSoundJSON() -> Bool {
    guard let table = JSONTable(bytes, nativeMembers: ["id", "name"]) else { return true }
    let rows = Array(table.rows)
    let records = Array(table.records)
    let skipped = records.count - rows.count
    return (0...1).contains(skipped) && rows.count <= bytes.count + 1
      && table.keys.count == table.headings.count
      && table.headings.count <= JSONTable.maxColumns + 3
      && zip(rows, rows.dropFirst()).allSatisfy { $0.line <= $1.line }
      && rows.allSatisfy { $0.cells.count == table.headings.count }
      && zip(records, records.dropFirst()).allSatisfy {
        $0.bytes.endIndex <= $1.bytes.startIndex && $0.line <= $1.line
      }
  }

  private func isSoundMojibake() -> Bool {
    guard let kind = Mojibake.kind(of: bytes), let mended = kind.mended(bytes) else { return true }
    return mended.bytes.count <= bytes.count && mended.lost <= bytes.count
  }
}
