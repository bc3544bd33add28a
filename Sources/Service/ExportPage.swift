import Diagnostics
import Interchange
import Model

/// One page of an export in the making.
struct ExportPage {
  private(set) var text = ""
  /// Resources in the text.
  private(set) var count = 0
  /// Where the next page begins; nil when there is none.
  private(set) var next: ExportCursor?

  private var writer: ResourceWriter
  private let limit: Int
  private let bytes: Int
  private var position: ExportCursor

  /// `start`: where the page before ended; nil on the first one.
  init(_ writer: ResourceWriter, from start: ExportCursor?, limit: Int, bytes: Int) {
    self.writer = writer
    position = start ?? ExportCursor()
    (self.limit, self.bytes) = (limit, bytes)
    if start == nil { text = writer.head() }
  }

  /// The number to read on after.
  var start: Int64 { position.number }

  /// False when the page is full; the resource is then the next page's.
  mutating func take(_ resource: Resource, number: Int64) throws -> Bool {
    guard count < limit, text.utf8.count < bytes else {
      next = position
      return false
    }
    let piece = try writer.piece(resource)
    if !piece.isEmpty {
      text += piece
      count += 1
      position.written += 1
    }
    position.number = number
    return true
  }

  /// `lastChange` is where the change log stood when the page was read.
  mutating func end(_ input: ExportResources.Input, lastChange: Int64) -> ExportResources.Output {
    let since = position.since ?? lastChange
    if next == nil { text += writer.tail() }
    next?.since = since
    return ExportResources.Output(
      format: input.format, count: count,
      leftOut: writer.leftOut > 0 ? writer.leftOut : nil, text: text, since: since,
      nextCursor: next?.text(for: input))
  }
}

/// Where a page of an export ended.
struct ExportCursor {
  /// The registry's number of the last resource read.
  var number: Int64 = 0
  /// Where the change log stood before the first page.
  var since: Int64?
  /// Resources written on all pages so far.
  var written = 0

  init() {}

  func text(for input: ExportResources.Input) -> String {
    "\(Self.head(input)).\(number).\(since ?? 0).\(written)"
  }

  init(_ text: String, for input: ExportResources.Input) throws(SasaeError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0...1].joined(separator: ".") == Self.head(input),
      let number = Int64(parts[2]), let since = Int64(parts[3]), let written = Int(parts[4]),
      number >= 0, since >= 0, written >= 0
    else { throw SasaeError("usage.cursor") }
    (self.number, self.since, self.written) = (number, since, written)
  }

  /// A cursor goes on with the same export only.
  private static func head(_ input: ExportResources.Input) -> String {
    "e1.\(input.format)\(input.includeRetired == true ? "+" : "")"
  }
}
