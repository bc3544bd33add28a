import Diagnostics
import LineRPC
import Model
import Service

/// The operations as this server's client may call them.
struct OperationCalls: Sendable {
  let server: StdioServer
  let connection: Connection
  /// In the order the docs list them.
  let all: [OperationMethod]
  private let byName: [String: OperationMethod]
  private let memo = AnswerMemo()

  /// Requests above this are read by a worker, so that the reading goes on meanwhile.
  private static let quickBytes = 1 << 16

  init(_ server: StdioServer, _ connection: Connection) {
    self.server = server
    self.connection = connection
    let shelf = SchemaShelf(server.session.language)
    all = allOperations.map { OperationMethod(type: $0, shelf: shelf) }
    byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
  }

  subscript(_ name: String) -> OperationMethod? { byName[name] }

  /// Those the client is told of.
  var permitted: [OperationMethod] { all.filter { server.grant.scopes.contains($0.scope) } }

  /// The operation called by its own name.
  func direct(_ operation: OperationMethod, _ call: Call) -> Disposition {
    if operation.name == SearchResources.name, let params = call.request.params?.bytes,
      params.count <= AnswerMemo.longest, server.grant.scopes.contains(operation.scope)
    {
      return .later(.shared) { call in
        guard let mark = self.mark() else { return self.answer(operation, call) }
        if let known = self.memo.answer(to: params, at: mark) { return .result(known) }
        let answer = self.answer(operation, call)
        if case .result(let json) = answer { self.memo.keep(json, to: params, at: mark) }
        return answer
      }
    }
    return start(operation, call, call.request.params, rendersText: false) { result in
      switch result {
      case .success(let outcome): .result(outcome.json)
      case .failure(let error): .error(self.error(error))
      }
    }
  }

  /// What a search's answer depends on besides its input; nil where the index can't be read now.
  private func mark() -> AnswerMemo.Mark? {
    guard let index = try? server.session.directory.indexMark() else { return nil }
    return AnswerMemo.Mark(index: index, day: server.today())
  }

  /// The answer of an operation that reads, here and now.
  private func answer(_ operation: OperationMethod, _ call: Call) -> Answer {
    let result = run(call, false) { () throws(SasaeError) in
      try prepare(operation, call.request.params)
    }
    switch result {
    case .success(let outcome): return .result(outcome.json)
    case .failure(let error): return .error(self.error(error))
    }
  }

  /// Checks what may be checked at once, and says how the rest is run. `answer` turns what it comes
  /// to into an answer.
  func start(
    _ operation: OperationMethod, _ call: Call, _ params: JSONSlice?, rendersText: Bool = true,
    _ answer: @escaping @Sendable (Result<OperationMethod.Outcome, SasaeError>) -> Answer
  ) -> Disposition {
    do throws(SasaeError) {
      try permit(operation, operation.scope)
      if let params, params.count > Self.quickBytes {
        let lane: Lane = operation.scope == .write ? .barrier : .shared
        return .later(lane) { call in
          answer(
            self.run(call, rendersText) { () throws(SasaeError) in
              try prepare(operation, params)
            })
        }
      }
      let prepared = try prepare(operation, params)
      return .later(prepared.lane) { call in answer(self.run(call, rendersText) { prepared }) }
    } catch {
      return .now(answer(.failure(error)))
    }
  }

  private func prepare(
    _ operation: OperationMethod, _ params: JSONSlice?
  ) throws(SasaeError) -> OperationMethod.Prepared {
    let prepared = try operation.prepare(params)
    try permit(operation, prepared.scope, what: "\(operation.name) (\(prepared.scope.rawValue))")
    return prepared
  }

  /// `what` names the part that is not permitted, where it is not the whole operation.
  private func permit(
    _ operation: OperationMethod, _ scope: Scope, what: String? = nil
  ) throws(SasaeError) {
    guard !server.grant.scopes.contains(scope) else { return }
    throw SasaeError(
      "wire.not-permitted",
      ["value": "\(what ?? operation.name)", "scope": "\(scope.rawValue)"])
  }

  private func run(
    _ call: Call, _ rendersText: Bool,
    _ prepare: () throws(SasaeError) -> OperationMethod.Prepared
  ) -> Result<OperationMethod.Outcome, SasaeError> {
    do throws(SasaeError) {
      let prepared = try prepare()
      var session = session(for: call)
      session.rendersText = rendersText
      try session.goOn()
      // A barrier is alone, so the indexing it hears of is its own.
      let isAlone = prepared.lane == .barrier
      if isAlone { session.hearIndexing() }
      defer { if isAlone { session.directory.tellIndexing(nil) } }
      return .success(try prepared.run(session))
    } catch {
      return .failure(error)
    }
  }

  /// The session of one request: its day, its progress, its cancellation.
  func session(for call: Call) -> Session {
    var session = server.session
    session.today = server.today()
    session.readsPlainFilesOnly = true
    session.isCancelled = { call.isCancelled }
    if let progress = ProgressReporter(call, connection) {
      session.progress = { progress.tell($0) }
    }
    return session
  }

  /// `rpc.discover`.
  func discover() -> Answer {
    do throws(SasaeError) {
      return .result(try OpenRPC.document(self).bytes)
    } catch {
      return .error(self.error(error))
    }
  }

  func error(_ error: SasaeError) -> WireError { WireError(error, server.session.language) }

  func unknown(_ method: String) -> WireError {
    // `search` for search_resources.
    let begun = all.first { $0.name.hasPrefix(method + "_") }?.name
    let names = all.map(\.name) + MCPMethod.allCases.map(\.rawValue) + ["ping", "rpc.discover"]
    return error(
      SasaeError(
        "wire.unknown-method",
        [
          "value": "\(method.prefix(100))",
          "suggestion": "\(begun ?? DidYouMean.closest(to: method, among: names) ?? "")",
        ]))
  }
}
