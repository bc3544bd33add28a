import Glibc
import LineRPC
import Model

/// Requests to one running program and its answers, one at a time: a JSON-RPC 2.0 message a line.
///
/// Everything is read with a limit and by a deadline, so whatever the program does, a request ends.
struct Conversation: Sendable {
  /// Bytes of a line, as on our own wire.
  static let lineLimit = 16 << 20
  /// Bytes of lines that are no answer, for one request.
  static let floodLimit = 1 << 20
  /// How much of the error output is kept.
  static let tailLimit = 8 << 10
  /// How long a program may take to answer that it was cancelled, and to end.
  static let grace = Duration.milliseconds(300)

  let program: ChildProgram
  private var number = 0
  private var unread: [UInt8] = []
  /// How many bytes of `unread` hold no line's end.
  private var looked = 0
  private var isAtEnd = false
  /// The end of what it wrote to its error output.
  private(set) var tail: [UInt8] = []

  init(_ program: ChildProgram) { self.program = program }

  /// Whether it has ended, or closed its output, since it was last asked.
  var isOver: Bool {
    var end = pollfd(fd: program.output, events: Int16(POLLIN), revents: 0)
    return isAtEnd || (poll(&end, 1, 0) > 0 && end.revents & Int16(POLLIN) == 0)
  }

  /// The `result` of a request.
  mutating func ask(
    _ method: String, _ params: JSONPiece, within seconds: Double
  ) throws(PluginFault) -> JSONSlice {
    number += 1
    let line = Self.line([
      ("id", .integer(number)), ("method", .text(method)), ("params", params),
    ])
    do {
      return try exchange(line, until: .now + .seconds(seconds), named: seconds)
    } catch .timedOut {
      cancel()
      throw .timedOut(seconds)
    }
  }

  /// Tells that nobody waits any more. One that takes it in good part and answers may stay.
  private mutating func cancel() {
    let line = Self.line([
      ("method", .text("notifications/cancelled")),
      ("params", .object([("requestId", .integer(number))])),
    ])
    do {
      _ = try exchange(line, until: .now + Self.grace, named: 0)
      hasRecovered = true
    } catch .refused {
      hasRecovered = true
    } catch {
      hasRecovered = false
    }
  }
  /// Whether it answered after it was told that nobody waits any more.
  private(set) var hasRecovered = false

  /// Asks it to end, waits a little, and ends it. True when it ended of its own accord.
  mutating func end() -> Bool {
    number += 1
    let line = Self.line([("id", .integer(number)), ("method", .text("plugin/shutdown"))])
    _ = try? exchange(line, until: .now + Self.grace, named: 0)
    program.closeInput()
    let deadline = ContinuousClock.now + Self.grace
    while !isAtEnd, ContinuousClock.now < deadline {
      wait(until: deadline, writing: false)
      read()
      unread = []
      looked = 0
    }
    program.kill()
    return isAtEnd
  }

  private static func line(_ members: [(String, JSONPiece?)]) -> [UInt8] {
    JSONPiece.object([("jsonrpc", .text("2.0"))] + members).bytes + [0x0A]
  }

  // MARK: bytes

  private mutating func exchange(
    _ line: [UInt8], until deadline: ContinuousClock.Instant, named seconds: Double
  ) throws(PluginFault) -> JSONSlice {
    hasRecovered = false
    var sent = 0
    var idle = 0
    while true {
      while let text = try cut() {
        if let result = try take(text) { return result }
        idle += text.count + 1
        if idle > Self.floodLimit { throw .flood(Self.floodLimit) }
      }
      if isAtEnd { throw program.hasNotStarted ? .notStarted : .ended }
      if program.hasNotStarted { throw .notStarted }
      guard ContinuousClock.now < deadline else { throw .timedOut(seconds) }
      wait(until: deadline, writing: sent < line.count)
      if sent < line.count { sent += write(line[sent...]) }
      read()
    }
  }

  /// The result, where this is the answer to the request; nil for what may be passed over.
  private func take(_ text: ArraySlice<UInt8>) throws(PluginFault) -> JSONSlice? {
    if text.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return nil }
    guard let message = JSONSlice(checking: Array(text)) else { throw .notJSON }
    guard message.kind == .object, message["jsonrpc"]?.text == "2.0" else { throw .notAnAnswer }
    // What it tells of its own accord, such as a word for a log.
    if message["method"] != nil { return nil }
    guard let id = message["id"].flatMap({ Int(String(decoding: $0.bytes, as: UTF8.self)) }),
      id > 0, id <= number
    else { throw .notAnAnswer }
    // An answer nobody waits for any more.
    if id < number { return nil }
    if let error = message["error"] {
      throw .refused(error["code"].flatMap { Int(String(decoding: $0.bytes, as: UTF8.self)) })
    }
    guard let result = message["result"] else { throw .notAnAnswer }
    return result
  }

  /// The next whole line.
  private mutating func cut() throws(PluginFault) -> ArraySlice<UInt8>? {
    let from = looked
    let feed = unread.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, from < bytes.count else { return nil }
      return memchr(base + from, 0x0A, bytes.count - from)
        .map { base.distance(to: UnsafeRawPointer($0)) }
    }
    guard let feed else {
      looked = unread.count
      if looked > Self.lineLimit { throw .tooLong(Self.lineLimit) }
      return nil
    }
    let line = unread[..<feed]
    unread = Array(unread[(feed + 1)...])
    looked = 0
    if line.count > Self.lineLimit { throw .tooLong(Self.lineLimit) }
    return line
  }

  /// Until something can be read or written, or a little time has passed.
  private func wait(until deadline: ContinuousClock.Instant, writing: Bool) {
    var ends = [
      pollfd(fd: isAtEnd ? -1 : program.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: program.errors, events: Int16(POLLIN), revents: 0),
      pollfd(fd: writing ? program.input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    let left = (deadline - .now) / .milliseconds(1)
    // A program that was never started closes nothing: it is asked for now and then.
    _ = poll(&ends, nfds_t(ends.count), Int32(min(max(left.rounded(.up), 0), 50)))
  }

  private func write(_ bytes: ArraySlice<UInt8>) -> Int {
    let done = bytes.withUnsafeBytes { Glibc.write(program.input, $0.baseAddress, $0.count) }
    // That nobody reads it is seen when its output ends, or by the deadline.
    return max(0, done)
  }

  private mutating func read() {
    if let bytes = Self.block(program.errors) {
      tail += bytes
      if tail.count > Self.tailLimit { tail.removeFirst(tail.count - Self.tailLimit) }
    }
    guard !isAtEnd else { return }
    if let bytes = Self.block(program.output) {
      if bytes.isEmpty { isAtEnd = true }
      unread += bytes
    }
  }

  /// What is there; empty at the end, nil when nothing came yet.
  private static func block(_ descriptor: Int32) -> [UInt8]? {
    var got = -1
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      filled = max(0, got)
    }
    return got < 0 ? nil : bytes
  }
}
