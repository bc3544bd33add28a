import Diagnostics
import Glibc
import Synchronization

/// Says what is done with requests.
public protocol RequestHandler: Sendable {
  /// Called on the reading thread, in the order of the lines; must not block.
  func receive(_ call: Call) -> Disposition
  /// A notification other than a cancellation.
  func notice(_ request: Request)
  /// What a request that was cancelled before its turn came is answered with.
  func answer(toCancelled request: Request) -> Answer
}

public enum Disposition: Sendable {
  /// Done.
  case now(Answer)
  case later(Lane, @Sendable (Call) -> Answer)
  /// Stays open: the handler finishes the call itself.
  case open
}

/// JSON-RPC 2.0 over lines: reads, hands out, answers, cancels, holds back.
public final class Connection: Sendable {
  public struct Limits: Sendable {
    public var lineBytes = Answer.maximumBytes
    /// Requests that were read and not answered.
    public var calls = 16_384
    /// Their bytes, and the bytes of answers that nobody has read yet.
    public var callBytes = 64 << 20
    public var answerBytes = 64 << 20
    public var threads = 8

    public init() {}
  }

  struct InFlight {
    var calls: [RequestID: Call] = [:]
    /// Those without an id of their own, `null` among them.
    var anonymous: [ObjectIdentifier: Call] = [:]
    var bytes = 0
    var open: Set<RequestID> = []
    /// Done, and their answers not handed to the writer yet. Their ids are free again.
    var leaving = 0

    var count: Int { calls.count + anonymous.count + leaving }
  }

  let limits: Limits
  public let language: Language
  let writer: FrameWriter
  let lanes: Lanes
  let trace: TraceFiles?
  let inFlight = Mutex(InFlight())
  /// Signalled at every end of a call.
  let ended = EndSignal()

  private let input: Int32
  private let stop: Int32
  private let output: Int32

  /// `stop` is a descriptor that becomes readable when no more is to be read; -1 for none.
  public init(
    input: Int32, output: Int32, stop: Int32 = -1, language: Language, limits: Limits = Limits(),
    trace: TraceFiles? = nil
  ) {
    self.trace = trace
    (self.input, self.output, self.stop) = (input, output, stop)
    self.language = language
    self.limits = limits
    writer = FrameWriter(output, limit: limits.answerBytes, trace: trace) { [ended] in
      ended.signal()
    }
    lanes = Lanes(maximumThreads: limits.threads)
  }

  /// Serves until the input ends, the reader of the output leaves, or `stop`. `ending` is called
  /// before calls that stay open are waited for, and finishes them.
  public func run(_ handler: some RequestHandler, ending: () -> Void) {
    Reading(
      self, handler, LineReader(input, limit: limits.lineBytes, stop: stop, output: output)
    ).run()
    drain(ending)
  }

  /// Whether a client that does not read has made notifications pointless for now.
  public var hasRoom: Bool { !writer.isFull }

  /// Sends a notification; nothing comes back. One that may be lost is, when many answers wait.
  public func notify(_ method: String, _ params: JSONPiece?, mayBeLost: Bool = false) {
    let message = JSONPiece.object([
      ("jsonrpc", .text("2.0")), ("method", .text(method)), ("params", params),
    ])
    writer.send(message.bytes, mayBeLost: mayBeLost)
  }

  /// Holds the reading while too much is under way.
  func waitForRoom() {
    ended.wait {
      (inFlight.withLock { isFull($0) } || writer.isFull) && !writer.isBroken && !isStopping
    }
  }

  /// Whether the process was asked to end.
  private var isStopping: Bool {
    var end = pollfd(fd: stop, events: Int16(POLLIN), revents: 0)
    return poll(&end, 1, 0) == 1
  }

  private func isFull(_ state: InFlight) -> Bool {
    state.count >= limits.calls || state.bytes >= limits.callBytes
  }

  /// Every request that was read is answered, unless nobody listens any more.
  private func drain(_ ending: () -> Void) {
    ended.wait { isRunning && !writer.isBroken }
    if writer.isBroken { return cancelAll() }
    ending()
    ended.wait { inFlight.withLock { $0.count > 0 } && !writer.isBroken }
    writer.finish()
  }

  /// Whether anything is under way besides what stays open.
  private var isRunning: Bool { inFlight.withLock { $0.count > $0.open.count } }

  /// What runs is told to stop, and has two seconds to tidy up.
  private func cancelAll() {
    for call in inFlight.withLock({ Array($0.calls.values) + Array($0.anonymous.values) }) {
      _ = call.cancel()
    }
    let deadline = ContinuousClock.now.advanced(by: .seconds(2))
    ended.wait { isRunning && ContinuousClock.now < deadline }
  }
}
