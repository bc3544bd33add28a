import Foundation
import Glibc

/// How it ends, and what the system tells of it while it lives.
extension WireProcess {
  /// How it ended, once it has.
  func reap() -> End? {
    var status: Int32 = 0
    if end == nil, waitpid(pid, &status, WNOHANG) == pid {
      let signal = status & 0x7f
      end = signal == 0 ? .exit((status >> 8) & 0xff) : .signal(signal)
    }
    return end
  }

  /// Reads what comes until it has ended; one that outlasts the limit is killed.
  func finish(within limit: Duration) -> End {
    let deadline = ContinuousClock.now.advanced(by: limit)
    while reap() == nil, ContinuousClock.now < deadline {
      pump(until: min(deadline, .now.advanced(by: .milliseconds(5)))) { false }
      if isOutputAtEnd, isErrorAtEnd { _ = poll(nil, 0, 1) }
    }
    if let end {
      // What is left in the pipes belongs to the answer.
      isReading = true
      closeInput()
      pump(until: .now.advanced(by: .seconds(10))) { isOutputAtEnd && isErrorAtEnd }
      return end
    }
    kill(-pid, SIGKILL)
    waitpid(pid, nil, 0)
    end = .overtime
    return .overtime
  }

  func send(signal number: Int32) { if end == nil { kill(pid, number) } }

  /// The most memory the program ever held, in bytes.
  func peakMemory() throws -> Int {
    let line = try told("status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
  }

  /// Hundredths of a second that it had of the processors.
  func processorTime() throws -> Int {
    let fields = try told("stat").split(separator: ")").last?.split(separator: " ") ?? []
    return fields.indices.contains(12) ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
  }

  /// The flags of one of its descriptors.
  func flags(of descriptor: Int) throws -> Int32 {
    let line = try told("fdinfo/\(descriptor)").split(separator: "\n")
      .first { $0.hasPrefix("flags:") }
    return line?.split(separator: "\t").last.flatMap { Int32($0, radix: 8) } ?? 0
  }

  private func told(_ name: String) throws -> String {
    try String(contentsOfFile: "/proc/\(pid)/\(name)", encoding: .utf8)
  }
}
