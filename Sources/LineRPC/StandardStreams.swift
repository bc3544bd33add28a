import Diagnostics
import Glibc

/// The process's own input and output, kept for the protocol alone.
public struct StandardStreams: Sendable {
  public let input: Int32
  public let output: Int32
  /// Readable once the process was asked to end.
  public let stop: Int32

  /// Takes both over: whoever reads standard input from now on finds it empty, and whoever writes to
  /// standard output writes to standard error. To be done before any other thread is started, so that all of them
  /// leave SIGTERM and SIGINT to `stop`.
  public static func claim() throws(SasaeError) -> StandardStreams {
    signal(SIGPIPE, SIG_IGN)
    var asked = Self.signals
    pthread_sigmask(SIG_BLOCK, &asked, nil)
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    let (stop, bell) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let input = fcntl(0, F_DUPFD_CLOEXEC, 3)
    let output = fcntl(1, F_DUPFD_CLOEXEC, 3)
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard stop >= 0, input >= 0, output >= 0, nothing >= 0, dup2(nothing, 0) == 0 else {
      throw SasaeError("wire.streams", ["detail": "\(String(cString: strerror(errno)))"])
    }
    // Without a standard error stray output goes nowhere.
    if dup2(2, 1) < 0 { dup2(nothing, 1) }
    close(nothing)
    WorkerThread.start {
      var asked = Self.signals
      var signal: Int32 = 0
      sigwait(&asked, &signal)
      // The pipe's other end is readable now; nobody reads what stands in it.
      _ = write(bell, [0], 1)
      // Asked a second time, it ends at once; what was not committed is undone at the next start.
      sigwait(&asked, &signal)
      _exit(128 + signal)
    }
    return StandardStreams(input: input, output: output, stop: stop)
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    return set
  }
}
