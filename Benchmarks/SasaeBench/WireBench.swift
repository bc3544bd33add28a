import Foundation
import Service

/// Times the wire: `sasae-bench --wire SASAE --workspace DIR --queries FILE [--requests N]`.
///
/// Round trips through a server's pipes beside the same search inside this process, and beside `cat`,
/// which only sends back what it gets. One line of JSON.
func measureWire(
  _ program: String, workspace: String, queries: [SearchResources.Input], _ session: Session
)
  throws
{
  let ping = Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8) + [0x0A]
  let searches = try queries.map { input in
    Array(
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"search_resources\",\"params\":\(try OperationJSON.text(input))}\n"
        .utf8)
  }
  let echo = try Peer("/bin/cat", [])
  let server = try Peer(program, ["--workspace", workspace, "serve", "--lang", "ja"])
  for line in searches.prefix(200) { server.ask(line) }
  let echoed = median(20_000) { echo.ask(ping) }
  let pinged = median(20_000) { server.ask(ping) }
  var inside: [Double] = []
  var across: [Double] = []
  for round in 0..<4 {
    // One after the other, as a client would: a process that sleeps meanwhile wakes more slowly.
    let own = try queries.map { input in
      try microseconds { _ = try OperationJSON.bytes(try SearchResources.run(input, in: session)) }
    }
    let other = searches.map { line in microseconds { server.ask(line) } }
    if round > 0 {
      inside += own
      across += other
    }
  }
  let overheads = zip(across, inside).map { $0 - $1 }
  let rate = server.pipelined(ping, count: 200_000)
  let requests = Int(option("--requests") ?? "1000000") ?? 1_000_000
  let before = server.residentKiB
  var left = requests
  while left > 0 {
    for line in searches.prefix(50) { server.ask(line) }
    _ = server.pipelined(ping, count: 950)
    left -= 1_000
  }
  let after = server.residentKiB
  print(
    String(
      format:
        "{\"echo_p50_us\":%.1f,\"ping_p50_us\":%.1f,\"search_inside_p50_us\":%.1f,\"search_wire_p50_us\":%.1f,"
        + "\"overhead_p50_us\":%.1f,\"pings_per_s\":%.0f,\"requests\":%d,\"rss_before_kib\":%d,\"rss_after_kib\":%d}",
      echoed, pinged, middle(inside), middle(across), middle(overheads), rate, requests, before,
      after))
}

private func microseconds(_ body: () throws -> Void) rethrows -> Double {
  let begin = DispatchTime.now().uptimeNanoseconds
  try body()
  return Double(DispatchTime.now().uptimeNanoseconds - begin) / 1_000
}

private func middle(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

private func median(_ count: Int, _ body: () -> Void) -> Double {
  middle((0..<count).map { _ in microseconds(body) })
}

/// A program spoken to in lines.
private final class Peer {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let to: Int32
  private let from: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(_ path: String, _ arguments: [String]) throws {
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    to = input.fileHandleForWriting.fileDescriptor
    from = output.fileHandleForReading.fileDescriptor
  }

  deinit { process.terminate() }

  /// Sends one line and waits for the end of one line.
  func ask(_ line: [UInt8]) {
    send(line)
    while receive() == 0 {}
  }

  private func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { all in
      var rest = all
      while !rest.isEmpty {
        let done = write(to, rest.baseAddress, rest.count)
        guard done > 0 else { exit(2) }
        rest = UnsafeRawBufferPointer(rebasing: rest[done...])
      }
    }
  }

  /// Reads what is there; how many lines end in it.
  private func receive() -> Int {
    buffer.withUnsafeMutableBytes { room in
      let got = read(from, room.baseAddress, room.count)
      guard got > 0 else { exit(2) }
      return room[..<got].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
  }

  /// Lines a second when many are under way at once.
  func pipelined(_ line: [UInt8], count: Int) -> Double {
    let begin = DispatchTime.now().uptimeNanoseconds
    let block = 100
    let many = Array(repeatElement(line, count: block).joined())
    var sent = 0
    var answered = 0
    while answered < count {
      // Few enough that neither pipe fills up.
      while sent < count, sent - answered < 400 {
        let next = min(block, count - sent)
        send(next == block ? many : Array(many.prefix(next * line.count)))
        sent += next
      }
      answered += receive()
    }
    return Double(count) * 1e9 / Double(DispatchTime.now().uptimeNanoseconds - begin)
  }

  var residentKiB: Int {
    let status =
      (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8))
      ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}
