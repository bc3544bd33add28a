import Diagnostics
import LineRPC
import Model

import Service
import Synchronization

/// Who wants to hear of which changes.
final class Subscriptions: Sendable {
  /// URIs as the client wrote them, by what they name: two spellings may name one resource.
  typealias Watched = [ResourceAddress: Set<String>]

  /// A `subscriptions/listen` request that is open.
  struct Stream: Sendable {
    var uris: Watched
    var wantsList: Bool
    var call: Call
    /// Its id, stamped on all that is sent on it.
    var id: RequestID
    /// What it is answered with when the server ends.
    var ending: Answer
  }

  private struct State {
    /// Of the handshake era: URIs, and whether to tell of the list.
    var uris: Watched = [:]
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
    watcher = Watcher(directory) { connection.hasRoom }
  }

  // MARK: the handshake era

  func watchLists() {
    state.withLock { $0.wantsList = true }
    watch()
  }

  /// False when there are too many.
  func add(_ address: ResourceAddress, as uri: String) -> Bool {
    let isTaken = state.withLock { state -> Bool in
      guard state.uris.values.reduce(0, { $0 + $1.count }) < Self.maximumURIs else { return false }
      state.uris[address, default: []].insert(uri)
      return true
    }
    watch()
    return isTaken
  }

  func remove(_ address: ResourceAddress) { state.withLock { $0.uris[address] = nil } }

  // MARK: the stateless era

  /// False when there are too many. The acknowledgement is sent before anything else can be.
  func open(_ stream: Stream) -> Bool {
    let isTaken = state.withLock { state -> Bool in
      guard state.streams.count < Self.maximumStreams,
        stream.uris.values.reduce(0, { $0 + $1.count }) <= Self.maximumURIs
      else {
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
                stream.uris.isEmpty
                  ? nil : .array(Set(stream.uris.values.joined()).sorted().map(JSONPiece.text))
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
    for stream in streams { stream.call.finish(stream.ending) }
  }

  static func stamp(_ id: RequestID) -> JSONPiece {
    .object([(Revision.subscriptionKey, .raw(id.json))])
  }

  // MARK: changes

  private func watch() {
    watcher.start { [weak self] in self?.publish($0, $1) }
  }

  private func publish(_ changed: Set<ResourceAddress>, _ listChanged: Bool) {
    state.withLock { state in
      guard !state.isEnding else { return }
      tell(state.uris, changed, nil)
      if listChanged, state.wantsList { listWasChanged(nil) }
      for stream in state.streams.values {
        tell(stream.uris, changed, stream.id)
        if listChanged, stream.wantsList { listWasChanged(stream.id) }
      }
    }
  }

  private func tell(_ watched: Watched, _ changed: Set<ResourceAddress>, _ stream: RequestID?) {
    // How many resources a category has may follow from any change.
    let uris = watched.filter { changed.contains($0.key) || $0.key.isCategory }.values.joined()
    for uri in Set(uris).sorted() {
      connection.notify(
        "notifications/resources/updated",
        .object([("_meta", stream.map(Self.stamp)), ("uri", .text(uri))]))
    }
  }

  private func listWasChanged(_ stream: RequestID?) {
    connection.notify(
      "notifications/resources/list_changed",
      stream.map { .object([("_meta", Self.stamp($0))]) })
  }
}
