import Testing

/// The end of a talk, and what has to be true of all of it.
extension WireClient {
  /// Nothing more is said; reads all that comes. Returns the answers to `ids`, and no test may have
  /// left any other.
  @discardableResult
  func finish(
    leaving ids: [String] = [], within limit: Duration = .seconds(60),
    at location: SourceLocation = #_sourceLocation
  ) -> [WireMessage] {
    // What is queued has to be written first.
    process.pump(until: .now.advanced(by: limit)) { process.hasWritten || process.reap() != nil }
    process.closeInput()
    return awaitEnd(leaving: ids, within: limit, at: location)
  }

  /// Reads all that comes until the server has ended by itself.
  @discardableResult
  func awaitEnd(
    leaving ids: [String] = [], within limit: Duration = .seconds(60),
    at location: SourceLocation = #_sourceLocation
  ) -> [WireMessage] {
    let end = process.finish(within: limit)
    hear()
    #expect(end == .exit(0), "\(error.suffix(2_000))", sourceLocation: location)
    #expect(tail.isEmpty, "the last line has no end", sourceLocation: location)
    isPure(at: location)
    var list: [WireMessage] = []
    for id in ids {
      guard has(id), let message = try? take(id, within: .zero) else {
        Issue.record("no answer to \(id)", sourceLocation: location)
        continue
      }
      list.append(message)
    }
    let left = answers.values.joined().prefix(3).map(\.description)
    #expect(left.isEmpty, "answers that nobody asked for", sourceLocation: location)
    #expect(batches.isEmpty, "batches that nobody asked for", sourceLocation: location)
    return list
  }

  /// Nothing but the protocol was written so far.
  func isPure(at location: SourceLocation = #_sourceLocation) {
    let first = faults.prefix(3)
    #expect(first.isEmpty, "\(faults.count) faults", sourceLocation: location)
  }
}
