import Diagnostics
import Foundation
import Model

/// Native NDJSON: one resource a line.
public final class NativeList: ListReading {
  private var reader: LineReader
  private let decoder = JSONDecoder()

  init(source: consuming ByteSource, encoding: TextEncoding) {
    reader = LineReader(source: source, encoding: encoding)
  }

  func next() throws -> ListRecord? {
    guard let line = try reader.next() else { return nil }
    let at = Position(line: line.line)
    switch line.problem {
    case .tooLong(let limit):
      return .rejected(SasaeError("row.too-long", ["limit": "\(limit)"], at: at))
    case .badEncoding: return .rejected(SasaeError("row.encoding", at: at))
    default: break
    }
    guard line.bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else {
      return .skipped(line: line.line, reason: .blank)
    }
    do {
      let resource = try Self.decode(Data(line.bytes), with: decoder)
      return .resource(
        ListRow(resource: resource, key: resource.id, line: line.line))
    } catch {
      return .rejected(error.located(line: line.line))
    }
  }

  func nextIdentity() throws -> ListIdentity? { nil }

  /// A resource from JSON text; every fault as one of ours.
  public static func decode(_ data: Data, with decoder: JSONDecoder = .init()) throws(SasaeError)
    -> Resource
  {
    do {
      return try decoder.decode(Resource.self, from: data)
    } catch let error as SasaeError {
      if error.code == "row.type", error.position.field?.isEmpty ?? true {
        throw SasaeError("row.not-object")
      }
      throw error
    } catch let error as DecodingError {
      if case .dataCorrupted = error { throw SasaeError("row.not-json") }
      throw SasaeError("row.type", ["expected": "JSON"])
    } catch {
      throw SasaeError("row.not-json")
    }
  }
}
