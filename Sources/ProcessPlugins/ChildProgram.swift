import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// A program that runs, with pipes to and from it, in a process group of its own.
///
/// The pipes are ours and are read with poll(2), so that whoever waits for an answer needs no other
/// thread to move; swift-subprocess starts the program and waits for its end.
final class ChildProgram: Sendable {
  /// Our ends, not blocking: to its input, from its output, from its error output.
  let input: Int32
  let output: Int32
  let errors: Int32
  private let isInputOpen = Mutex(true)
  private let life: Life

  /// Starts it; that it could not be started is seen when its output ends.
  init(path: String, environment: [String: String]) throws(PluginFault) {
    guard let input = Pipe.make() else { throw .notStarted }
    guard let output = Pipe.make() else {
      input.close()
      throw .notStarted
    }
    guard let errors = Pipe.make() else {
      input.close()
      output.close()
      throw .notStarted
    }
    for mine in [input.writing, output.reading, errors.reading] {
      _ = fcntl(mine, F_SETFL, fcntl(mine, F_GETFL) | O_NONBLOCK)
    }
    (self.input, self.output, self.errors) = (input.writing, output.reading, errors.reading)
    let (ending, end) = AsyncStream<Never>.makeStream()
    let life = Life(end: end)
    self.life = life
    let variables = Dictionary(
      uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    Task(executorPreference: ProgramThread.shared) {
      var options = PlatformOptions()
      options.processGroupID = 0
      do {
        _ = try await Subprocess.run(
          .path(FilePath(path)), environment: .custom(variables),
          workingDirectory: FilePath(ProgramFile.folder(of: path)), platformOptions: options,
          input: .fileDescriptor(
            FileDescriptor(rawValue: input.reading), closeAfterSpawningProcess: true),
          output: .fileDescriptor(
            FileDescriptor(rawValue: output.writing), closeAfterSpawningProcess: true),
          error: .fileDescriptor(
            FileDescriptor(rawValue: errors.writing), closeAfterSpawningProcess: true)
        ) { execution in
          life.begin(execution.processIdentifier.value)
          for await _ in ending {}
          // Not waited for yet, so the number is still its own.
          life.finish()
        }
      } catch {
        life.fail()
      }
    }
  }

  /// Whether the system could not start it.
  var hasNotStarted: Bool { life.hasFailed }

  /// Says that nothing more will be asked.
  func closeInput() {
    isInputOpen.withLock { isOpen in
      if isOpen { close(input) }
      isOpen = false
    }
  }

  /// Ends it and all it has started, at once.
  func kill() { life.kill() }

  deinit {
    life.kill()
    closeInput()
    close(output)
    close(errors)
  }
}

extension ChildProgram {
  /// From the start of a program to its end.
  private final class Life: Sendable {
    private struct State {
      var process: pid_t?
      var isEnding = false
      var hasFailed = false
    }
    private let state = Mutex(State())
    private let end: AsyncStream<Never>.Continuation

    init(end: AsyncStream<Never>.Continuation) { self.end = end }

    var hasFailed: Bool { state.withLock { $0.hasFailed } }

    func begin(_ process: pid_t) {
      state.withLock {
        $0.process = process
        if $0.isEnding { Self.killGroup(process) }
      }
    }

    /// What it has started may outlive it: all of the group goes.
    func finish() {
      state.withLock {
        if let process = $0.process { Self.killGroup(process) }
        $0.process = nil
      }
    }

    func kill() {
      state.withLock {
        $0.isEnding = true
        if let process = $0.process { Self.killGroup(process) }
      }
      end.finish()
    }

    func fail() { state.withLock { $0.hasFailed = true } }

    private static func killGroup(_ process: pid_t) { _ = Glibc.kill(-process, SIGKILL) }
  }

  /// Two ends that no other program inherits.
  private struct Pipe {
    var reading: Int32
    var writing: Int32

    static func make() -> Pipe? {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return Pipe(reading: ends[0], writing: ends[1])
    }

    func close() {
      Glibc.close(reading)
      Glibc.close(writing)
    }
  }
}
