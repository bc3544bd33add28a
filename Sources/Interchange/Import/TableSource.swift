import Diagnostics
import Model

/// Rows of cells from wherever they come: delimited text, JSON.
protocol TableSource: AnyObject {
  /// Replaces `record` with the next row; false after the last one.
  func next(into record: inout RawRecord) throws -> Bool
}

/// Rows of a delimited text.
final class DelimitedSource: TableSource {
  private var reader: TableReader

  init(_ reader: consuming TableReader) { self.reader = reader }

  func next(into record: inout RawRecord) throws -> Bool { try reader.next(into: &record) }
}

/// Rows of a source, the first of which may be looked at before they are read.
final class Rows {
  private let source: any TableSource
  private var waiting: [RawRecord] = []
  private var at = 0
  private(set) var isDone = false

  init(_ source: any TableSource) { self.source = source }

  /// The first `count` rows that are still to be read, or all there are.
  func peek(_ count: Int) throws -> ArraySlice<RawRecord> {
    while waiting.count - at < count, !isDone {
      var record = RawRecord()
      guard try source.next(into: &record) else {
        isDone = true
        break
      }
      waiting.append(record)
    }
    return waiting[at..<min(at + count, waiting.count)]
  }

  /// Passes over rows that were looked at.
  func drop(_ count: Int) { at = min(at + count, waiting.count) }

  func next(into record: inout RawRecord) throws -> Bool {
    if at < waiting.count {
      record = waiting[at]
      at += 1
      if at == waiting.count {
        waiting = []
        at = 0
      }
      return true
    }
    guard !isDone, try source.next(into: &record) else {
      isDone = true
      return false
    }
    return true
  }
}
