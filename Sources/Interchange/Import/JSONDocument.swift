import Diagnostics
import Foundation
import Model
import ReferenceData

/// A JSON document with a list in it: resources as they are, or rows to be mapped.
struct JSONDocument {
  let format: ListFormat
  let metadata: [String: String]
  let reader: any ListReading

  init(
    _ whole: [UInt8], encoding: TextEncoding, path: String, choice: ListChoice
  ) throws {
    var bytes = whole
    if encoding != .utf8, encoding != .utf8BOM {
      var decoder = TextDecoder(encoding)
      bytes = []
      try decoder.decode(whole[...], isLast: true, into: &bytes)
    }
    let found = JSONTable(bytes, nativeMembers: Resource.members)
    guard let table = found, !Self.isFirstLine(table, of: bytes) else {
      // One object on a line of its own is a list of one, as NDJSON would have it.
      let line = Data(bytes.prefix { $0 != Byte.lineFeed })
      guard found != nil || (try? JSONDecoder().decode(JSONValue.self, from: line)) != nil else {
        throw Refusal.jsonWithoutList
      }
      format = ListFormat(format: "ndjson", mapping: "native", encoding: encoding.rawValue)
      metadata = [:]
      reader = NativeList(source: .bytes(bytes), encoding: .utf8)
      return
    }
    metadata = table.metadata
    if table.isResourceList {
      format = ListFormat(format: "json", mapping: "native", encoding: encoding.rawValue)
      reader = NativeRecords(table.records)
    } else {
      let list = try TableList(JSONSource(table), file: path, choice: choice)
      format = ListFormat(
        format: "json", mapping: list.columns.mapping.name, encoding: encoding.rawValue)
      reader = list
    }
  }

  /// Whether the document is a resource on its first line, whatever follows.
  private static func isFirstLine(_ table: JSONTable, of bytes: [UInt8]) -> Bool {
    let records = table.records
    guard table.isResourceList, bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{"),
      let first = records.first(where: { _ in true })?.bytes,
      first.startIndex == bytes.firstIndex(of: UInt8(ascii: "{"))
    else { return false }
    return !first.contains(Byte.lineFeed)
  }

  /// The fault of a record as one of ours.
  static func fault(_ problem: JSONProblem, line: Int) -> SasaeError {
    let at = Position(line: line)
    switch problem {
    case .badEncoding: return SasaeError("row.encoding", at: at)
    case .tooManyKeys(let limit): return SasaeError("row.too-long", ["limit": "\(limit)"], at: at)
    default: return SasaeError("row.not-json", at: at)
    }
  }
}

/// Resources in a JSON array.
private final class NativeRecords: ListReading {
  private var records: JSONRecords
  private let decoder = JSONDecoder()

  init(_ records: JSONRecords) { self.records = records }

  func next() throws -> ListRecord? {
    guard let record = records.next() else { return nil }
    if let problem = record.problem {
      return .rejected(JSONDocument.fault(problem, line: record.line))
    }
    do {
      let resource = try NativeList.decode(Data(record.bytes), with: decoder)
      return .resource(ListRow(resource: resource, key: resource.id, line: record.line))
    } catch {
      return .rejected(error.located(line: record.line))
    }
  }

  func nextIdentity() throws -> ListIdentity? { nil }
}

/// The headings of a JSON document, and its records as rows.
private final class JSONSource: TableSource {
  private let headings: [String]
  private var rows: JSONRows
  private var gaveHeadings = false

  init(_ table: JSONTable) {
    headings = table.headings
    rows = table.rows
  }

  func next(into record: inout RawRecord) throws -> Bool {
    guard gaveHeadings else {
      gaveHeadings = true
      record.fill(headings, line: 1)
      return true
    }
    guard let row = rows.next() else { return false }
    record.fill(row.cells, line: row.line)
    switch row.problem {
    case .badEncoding?: record.problem = .badEncoding
    case .tooManyKeys(let limit)?: record.problem = .tooLong(limit: limit)
    case nil: break
    default: record.problem = .notJSON
    }
    return true
  }
}

extension RawRecord {
  /// Replaces the row by these cells.
  fileprivate mutating func fill(_ cells: [String], line: Int) {
    reset(line: line)
    for cell in cells {
      bytes.append(contentsOf: cell.utf8)
      ends.append(bytes.count)
    }
  }
}
