import Foundation
import TestSupport
import Testing

/// The other side of `sasae serve`. Every line the server writes is checked, and every answer has to
/// be taken by the test: `finish` tells of those that nobody asked for.
final class WireClient {
  let process: WireProcess
  /// A line that has not ended yet.
  private(set) var tail: [UInt8] = []
  /// Answers not taken yet, by the id as written.
  private(set) var answers: [String: [WireMessage]] = [:]
  private(set) var batches: ArraySlice<[WireMessage]> = []
  private(set) var notifications: [WireMessage] = []
  /// Lines that are not the protocol's.
  private(set) var faults: [String] = []
  /// Ids in the order their answers came.
  private(set) var order: [String] = []
  private(set) var received = 0
  /// False where much comes and only the ids count.
  var keepsText = true
  private var lastId = 0

  struct Silence: Error, CustomStringConvertible {
    let description: String
  }

  /// The folder it works in is there as long as the client is.
  private let folder: TemporaryFolder

  init(_ process: WireProcess, in folder: TemporaryFolder) {
    (self.process, self.folder) = (process, folder)
  }

  var error: String { String(decoding: process.err, as: UTF8.self) }

  // MARK: saying

  /// One write, ended by LF.
  func say(_ lines: String...) { say(lines: lines) }

  func say(lines: [String]) {
    process.put(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  func say(bytes: [UInt8]) { process.put(bytes) }

  /// An id that was not used before, as written.
  func freshId() -> String {
    lastId += 1
    return "\"fresh-\(lastId)\""
  }

  /// Until the server has read all that was said.
  func settle(within limit: Duration = .seconds(20)) throws {
    let deadline = ContinuousClock.now.advanced(by: limit)
    let isRead = process.pump(until: deadline, tick: 1) {
      process.hasWritten && process.unread == 0
    }
    guard isRead else {
      throw Silence(description: "\(process.unread) bytes were not read within \(limit)")
    }
  }

  // MARK: hearing

  /// Asks and waits for the answer.
  func ask(
    _ method: String, _ params: String? = nil, within limit: Duration = .seconds(20)
  ) throws -> WireMessage {
    let id = freshId()
    say(Say.request(id, method, params))
    return try take(id, within: limit)
  }

  /// The next answer to this id, which has to come.
  func take(_ id: String, within limit: Duration = .seconds(20)) throws -> WireMessage {
    try wait(within: limit, for: "the answer to \(id)") { answers[id]?.isEmpty == false }
    let message = answers[id]?.removeFirst()
    if answers[id]?.isEmpty == true { answers[id] = nil }
    guard let message else { throw Silence(description: id) }
    return message
  }

  /// Exactly one answer to each, in any order.
  func take(all ids: some Sequence<String>, within limit: Duration = .seconds(60)) throws {
    let deadline = ContinuousClock.now.advanced(by: limit)
    for id in ids {
      _ = try take(id, within: max(.zero, ContinuousClock.now.duration(to: deadline)))
    }
  }

  func takeBatch(within limit: Duration = .seconds(20)) throws -> [WireMessage] {
    try wait(within: limit, for: "the answer to a batch") { !batches.isEmpty }
    return batches.popFirst() ?? []
  }

  /// A notification that fits, which has to come.
  @discardableResult
  func takeNotification(
    within limit: Duration = .seconds(20), _ fits: (WireMessage) -> Bool
  ) throws -> WireMessage {
    try wait(within: limit, for: "a notification") { notifications.contains(where: fits) }
    guard let index = notifications.firstIndex(where: fits) else {
      throw Silence(description: "no notification")
    }
    return notifications.remove(at: index)
  }

  /// Takes all that came, whatever it answers; returns the ids.
  func dropAnswers() -> [String] {
    hear()
    let all = Array(answers.values.joined()) + batches.joined()
    (answers, batches, notifications, order) = ([:], [], [], [])
    return all.compactMap(\.id)
  }

  func has(_ id: String) -> Bool { answers[id] != nil }

  /// It still answers.
  func isAlive(at location: SourceLocation = #_sourceLocation) throws {
    #expect(try ask("ping").result == .object([:]), sourceLocation: location)
  }

  /// It still answers, where answers are not kept.
  func isSilentlyAlive() throws { _ = try ask("ping") }

  func wait(within limit: Duration, for what: String, _ isEnough: () -> Bool) throws {
    let deadline = ContinuousClock.now.advanced(by: limit)
    let came = process.pump(until: deadline) {
      hear()
      return isEnough()
    }
    guard !came else { return }
    throw Silence(
      description: "\(what) did not come within \(limit); \(received) messages came, end: "
        + "\(String(describing: process.reap())), stderr: \(error.suffix(1_000))")
  }

  /// Sorts in what was read.
  func hear() {
    let bytes = process.takeOutput()
    guard !bytes.isEmpty else { return }
    var start = 0
    while let end = Self.lineEnd(bytes, from: start) {
      tail += bytes[start..<end]
      hear(line: tail)
      tail = []
      start = end + 1
    }
    tail += bytes[start...]
  }

  /// Not `firstIndex`, which takes long over much in a debug build.
  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, start < buffer.count,
        let found = memchr(base + start, 0x0A, buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func hear(line: [UInt8]) {
    if line.count > 16 << 20 { faults.append("a line of \(line.count) bytes") }
    do {
      let (list, isBatch) = try WireMessage.all(in: line, keepsText: keepsText)
      received += list.count
      if isBatch { return batches.append(list) }
      for message in list {
        guard let id = message.id else {
          notifications.append(message)
          continue
        }
        answers[id, default: []].append(message)
        order.append(id)
      }
    } catch {
      faults.append("\(error)")
    }
  }
}
