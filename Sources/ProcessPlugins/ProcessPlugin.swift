import Diagnostics
import Glibc
import LineRPC
@_spi(Host) import MatchingKit
import Model
import Synchronization

/// Another program as a plugin.
///
/// It is started when it is first asked something, serves many requests, and is started anew once after it
/// ended, hung or broke the protocol; after two such failures in a row it is left alone until its file
/// changes. It never gets more than the fields it declares, nor a confidential one without a grant.
public final class ProcessPlugin: ExternalPlugin {
  public let id: String
  private let row: PluginRow
  /// Whether it must call itself by the row's id.
  private let isNamed: Bool
  private let language: Language
  private let state = Mutex(State())

  /// Starting an interpreter takes longer than an answer may.
  static let startSeconds = 5.0
  static let mostFailures = 2

  private struct State: Sendable {
    var conversation: Conversation?
    var known: ProgramManifest?
    var failures = 0
    var fault: PluginFault?
    /// A failure to start that nobody was told of yet.
    var isUntold = false
    /// The file as it was when it failed last.
    var failedFile = ""
    var tail: [UInt8] = []
  }

  /// `named` false takes whatever id the program gives itself.
  public init(_ row: PluginRow, language: Language, named: Bool = true) {
    self.row = row
    self.language = language
    id = row.id
    isNamed = named
  }

  deinit { end() }

  public var granted: Set<PluginManifest.Field> { row.grants }

  public var withheld: Set<PluginManifest.Field> {
    state.withLock { $0.known?.withheld ?? [] }
  }

  /// Why it could not judge when it was last asked; starts it if it never was.
  public var failure: Bilingual? {
    state.withLock { state in
      if state.known == nil, state.failures == 0 { getKnown(&state) }
      return state.fault?.told
    }
  }

  /// Whether it says that the same request always gets the same verdicts.
  public var isDeterministic: Bool { state.withLock { $0.known?.isDeterministic ?? true } }

  /// The end of what it wrote to its error output. May hold a person's data: for those who ask only.
  public var errorOutput: String {
    state.withLock { String(decoding: $0.conversation?.tail ?? $0.tail, as: UTF8.self) }
  }

  /// What the program says of itself; without version and fields while it can't be asked.
  public var manifest: PluginManifest {
    state.withLock { state in
      if state.known == nil, state.failures == 0 { getKnown(&state) }
      var manifest =
        state.known?.manifest
        ?? PluginManifest(
          id: id, version: "",
          summary: Bilingual(ja: "（まだ名乗っていません）", en: "(has not told what it is)"), reads: [])
      manifest.variant = "+\(row.options)+\(ProgramFile.signature(row.path))"
      return manifest
    }
  }

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) throws -> [Verdict] {
    try state.withLock { state throws(PluginFault) in
      try judge(request, candidates, &state)
    }
  }

  /// Ends the program and all it has started. Tells whether it ended when asked to; nil when it did not
  /// run.
  @discardableResult
  public func end() -> Bool? {
    state.withLock { state in
      let isWilling = state.conversation?.end()
      keepTail(&state)
      state.conversation = nil
      return isWilling
    }
  }

  // MARK: under the lock

  private func judge(
    _ request: RequestView, _ candidates: [ResourceView], _ state: inout State
  ) throws(PluginFault) -> [Verdict] {
    if state.isUntold, let fault = state.fault {
      state.isUntold = false
      throw fault
    }
    let manifest = try start(&state)
    let params = WireFields.params(request, candidates, reads: manifest.reads)
    do {
      let answer = try ask("plugin/judge", params, row.seconds, &state)
      let verdicts = try VerdictReader(plugin: manifest).read(answer, count: candidates.count)
      (state.failures, state.fault) = (0, nil)
      return verdicts
    } catch {
      if error.breaksOff { fail(error, &state) } else { state.fault = error }
      throw error
    }
  }

  /// Starts it, unless it runs.
  private func start(_ state: inout State) throws(PluginFault) -> PluginManifest {
    if let conversation = state.conversation {
      if !conversation.isOver, let known = state.known { return known.manifest }
      // It ended between two requests: no answer was lost.
      fail(.ended, &state)
    }
    if state.failures >= Self.mostFailures, let last = state.fault {
      guard state.failedFile != ProgramFile.signature(row.path) else { throw .gaveUp(last) }
      state.failures = 0
    }
    do {
      try ProgramFile.check(row.path)
      // Once for the whole process: writing to a program that has ended must not end this one.
      signal(SIGPIPE, SIG_IGN)
      state.conversation = Conversation(
        try ChildProgram(path: row.path, environment: Self.environment))
      let answer = try ask(
        "plugin/initialize",
        .object([
          ("protocolVersions", .array([.text(ProgramManifest.protocolVersion)])),
          ("options", .raw(Array(row.options.utf8))), ("language", .text(language.rawValue)),
        ]), max(Self.startSeconds, row.seconds), &state)
      let known = try ProgramManifest(answer, id: isNamed ? id : nil, granted: row.grants)
      state.known = known
      state.fault = nil
      return known.manifest
    } catch {
      fail(error, &state)
      throw error
    }
  }

  private func getKnown(_ state: inout State) {
    do {
      _ = try start(&state)
    } catch {
      state.isUntold = true
    }
  }

  private func ask(
    _ method: String, _ params: JSONPiece, _ seconds: Double, _ state: inout State
  ) throws(PluginFault) -> JSONSlice {
    guard var conversation = state.conversation else { throw .ended }
    // Held by one owner only, so that its buffers are not copied.
    state.conversation = nil
    defer { state.conversation = conversation }
    return try conversation.ask(method, params, within: seconds)
  }

  /// Counts the failure and ends the program, unless it has recovered.
  private func fail(_ fault: PluginFault, _ state: inout State) {
    state.failures += 1
    state.fault = fault
    state.failedFile = ProgramFile.signature(row.path)
    if case .timedOut = fault, state.conversation?.hasRecovered == true { return }
    keepTail(&state)
    state.conversation?.program.kill()
    state.conversation = nil
  }

  private func keepTail(_ state: inout State) {
    if let tail = state.conversation?.tail { state.tail = tail }
  }

  /// What a program may know of where it runs: no home, no variables of the user.
  private static var environment: [String: String] {
    func value(_ name: String, else other: String) -> String {
      getenv(name).map { String(cString: $0) } ?? other
    }
    return [
      "PATH": value("PATH", else: "/usr/local/bin:/usr/bin:/bin"),
      "LANG": value("LANG", else: "C.UTF-8"),
    ]
  }
}
