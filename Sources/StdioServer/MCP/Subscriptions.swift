import Diagnostics
import LineRPC
import Model

import Service
import Synchronization

/// Who wants to hear of which changes.
final class Subscriptions: Sendable {
  /// A `subscriptions/listen` request that is open.
  struct Stream: Sendable {
    var uris: Set<String>
    var wantsList: Bool
    var call: Call
    /// Its id, stamped on all that is sent on it.
    var id: RequestID
  }

  private struct State {
    /// Of the handshake era: URIs, and whether to tell of the list.
    var uris: Set<String> = []
    var wantsList = false
    var streams: [RequestID: Stream] = [:]
    var isEnding = false
  }

  static let maximumStreams = 256
  static let maximumURIs = 10_000

  private let connection: Connection
  private let state = Mutex(State())
  private let watcher: Watcher

  init(_ connection: Connection, _ directory: Directory) {
    self.connection = connection
    watcher = Watcher(directory)
  }

  // MARK: the handshake era

  func watchLists() {
    state.withLock { $0.wantsList = true }
    watch()
  }

  /// False when there are too many.
  func add(_ uri: String) -> Bool {
    let isTaken = state.withLock { state -> Bool in
      guard state.uris.count < Self.maximumURIs else { return false }
      state.uris.insert(uri)
      return true
    }
    watch()
    return isTaken
  }

  func remove(_ uri: String) { state.withLock { _ = $0.uris.remove(uri) } }

  // MARK: the stateless era

  /// False when there are too many. The acknowledgement is sent before anything else can be.
  func open(_ stream: Stream) -> Bool {
    let isTaken = state.withLock { state -> Bool in
      guard state.streams.count < Self.maximumStreams, stream.uris.count <= Self.maximumURIs else {
        return false
      }
      connection.notify(
        "notifications/subscriptions/acknowledged",
        .object([
          ("_meta", Self.stamp(stream.id)),
          (
            "notifications",
            .object([
              (
                "resourceSubscriptions",
                stream.uris.isEmpty ? nil : .array(stream.uris.sorted().map(JSONPiece.text))
              ), ("resourcesListChanged", stream.wantsList ? .bool(true) : nil),
            ])
          ),
        ]))
      state.streams[stream.id] = stream
      return true
    }
    watch()
    return isTaken
  }

  func close(_ id: RequestID) { state.withLock { $0.streams[id] = nil } }

  /// The streams end, as the server does.
  func end() {
    let streams = state.withLock { state -> [Stream] in
      state.isEnding = true
      defer { state.streams = [:] }
      return Array(state.streams.values)
    }
    watcher.stop()
    for stream in streams {
      let result = JSONPiece.object([
        ("_meta", Self.stamp(stream.id)), ("resultType", .text("complete")),
      ])
      stream.call.finish(.result(result.bytes))
    }
  }

  static func stamp(_ id: RequestID) -> JSONPiece {
    .object([(Revision.subscriptionKey, .raw(id.json))])
  }

  // MARK: changes

  private func watch() {
    watcher.start { [weak self] uris, listChanged in self?.publish(uris, listChanged) }
  }

  private func publish(_ uris: Set<String>, _ listChanged: Bool) {
    state.withLock { state in
      guard !state.isEnding else { return }
      for uri in state.uris.intersection(uris).sorted() { updated(uri, nil) }
      if listChanged, state.wantsList { listWasChanged(nil) }
      for stream in state.streams.values {
        for uri in stream.uris.intersection(uris).sorted() { updated(uri, stream.id) }
        if listChanged, stream.wantsList { listWasChanged(stream.id) }
      }
    }
  }

  private func updated(_ uri: String, _ stream: RequestID?) {
    connection.notify(
      "notifications/resources/updated",
      .object([("_meta", stream.map(Self.stamp)), ("uri", .text(uri))]))
  }

  private func listWasChanged(_ stream: RequestID?) {
    connection.notify(
      "notifications/resources/list_changed",
      stream.map { .object([("_meta", Self.stamp($0))]) })
  }
}
