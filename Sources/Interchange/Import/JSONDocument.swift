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
    let bytes = try Self.utf8(whole, encoding)
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

  /// The text in UTF-8.
  static func utf8(_ whole: [UInt8], _ encoding: TextEncoding) throws(TableError) -> [UInt8] {
    guard encoding != .utf8, encoding != .utf8BOM else { return whole }
    var decoder = TextDecoder(encoding)
    var bytes: [UInt8] = []
    try decoder.decode(whole[...], isLast: true, into: &bytes)
    return bytes
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
