import Glibc
import Synchronization

/// The two ends of a pipe; neither is inherited unless it is connected.
struct Pipe {
  let read: Int32
  let write: Int32

  struct Failure: Error {
    let number: Int32
  }

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure(number: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (read, write) = (ends[0], ends[1])
  }
}

/// `posix_spawn` with its tables, freed by `end`.
final class Spawn {
  /// One starts at a time: a pipe that another child inherited would never be at its end.
  static let turn = Mutex(())

  private var actions = posix_spawn_file_actions_t()
  private var attributes = posix_spawnattr_t()
  private let path: String
  private let arguments: [UnsafeMutablePointer<CChar>?]
  private let environment: [UnsafeMutablePointer<CChar>?]

  init(_ path: String, _ arguments: [String], _ environment: [String: String]) {
    self.path = path
    self.arguments = ([path] + arguments).map { strdup($0) } + [nil]
    self.environment =
      environment.sorted { $0.key < $1.key }
      .map { strdup("\($0.key)=\($0.value)") } + [nil]
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    // A group of its own, so that all of it can be killed; SIGPIPE as a shell leaves it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
  }

  func connect(_ descriptor: Int32, to number: Int32) {
    posix_spawn_file_actions_adddup2(&actions, descriptor, number)
  }

  func open(_ path: String, as number: Int32) {
    posix_spawn_file_actions_addopen(&actions, number, path, O_WRONLY, 0)
  }

  func run() -> (pid: pid_t, number: Int32) {
    var pid: pid_t = 0
    let number = posix_spawn(&pid, path, &actions, &attributes, arguments, environment)
    return (pid, number)
  }

  func end() {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    for text in arguments + environment { free(text) }
  }
}
