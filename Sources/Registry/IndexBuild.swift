import Diagnostics
import Dispatch
import Foundation
import Model
import Synchronization
import TextIndex

/// A new index in the making, on all cores: ranges of documents become small indexes, which are merged.
///
/// Small indexes are quicker to write than one large one, and merging copies blocks. What waits is
/// bounded: a few ranges of resources, whatever the size of the directory.
final class IndexBuild: Sendable {
  /// Documents of one small index.
  static let range = 1_000
  /// Small indexes merged at once, so that few files are open at a time.
  static let merged = 16

  typealias Entry = (number: Int64, resource: Resource)

  private struct Job: Sendable {
    var ordinal: Int
    var entries: [Entry]
  }

  private struct State {
    var jobs: [Job] = []
    var isClosed = false
    var failure: SasaeError?
    /// Small indexes by ordinal, and those merged of sixteen.
    var small: [Int: Int] = [:]
    var large: [Int: Int] = [:]
    var harvest = WordHarvest()
    /// Being filled, by the one thread that adds.
    var filling: [Entry] = []
    var ordinal = 0
  }

  private let folder: String
  let materials: IndexMaterials
  private let state = Mutex(State())
  private let work = DispatchSemaphore(value: 0)
  private let room: DispatchSemaphore
  private let workers = DispatchGroup()
  private let count: Int

  /// `folder` is made anew and holds the index in the end.
  init(
    folder: String, materials: IndexMaterials
  ) throws(SasaeError) {
    self.folder = folder
    self.materials = materials
    count = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 8))
    room = DispatchSemaphore(value: count + 1)
    Self.clear(folder)
    guard mkdir(folder, 0o700) == 0 else {
      throw SasaeError("workspace.read-only", ["path": "\(folder)"])
    }
    // Threads of their own: those of queues are as many as cores, and the caller may hold one of them
    // while it waits here.
    for _ in 0..<count {
      workers.enter()
      let thread = Thread {
        self.serve()
        self.workers.leave()
      }
      thread.stackSize = 4 << 20
      thread.start()
    }
  }

  /// Adds a resource; numbers must rise.
  func add(_ number: Int64, _ resource: Resource) {
    guard resource.status != .retired else { return }
    let isFull = state.withLock { state in
      state.filling.append((number, resource))
      return state.filling.count == Self.range
    }
    if isFull { hand() }
  }

  /// Waits for all work and leaves one index at `folder`; returns the words of its documents.
  func finish() throws(SasaeError) -> WordHarvest {
    hand()
    close()
    let (failure, parts, harvest, expected) = state.withLock { state in
      let large = state.large.keys.map { (ordinal: $0 * Self.merged, path: largePath($0)) }
      let small = state.small.keys.map { (ordinal: $0, path: smallPath($0)) }
      let expected = state.large.values.reduce(0, +) + state.small.values.reduce(0, +)
      return (
        state.failure, (large + small).sorted { $0.ordinal < $1.ordinal }.map(\.path),
        state.harvest, expected
      )
    }
    if let failure { throw failure }
    let whole = folder + ".whole"
    Self.remove(whole)
    if parts.isEmpty {
      let writer = try IndexWriter(path: whole, fresh: true)
      try writer.commit()
    } else if parts.count > 1 || rename(parts[0], whole) != 0 {
      try IndexMerge.merge(parts, into: whole)
    }
    // Merging takes only what was committed and says nothing of the rest.
    let found = try IndexReader(path: whole).count()
    guard found == expected else {
      throw SasaeError("internal", ["detail": "merged \(found) of \(expected) documents"])
    }
    Self.remove(folder)
    guard rename(whole, folder) == 0 else {
      throw SasaeError("workspace.read-only", ["path": "\(folder)"])
    }
    return harvest
  }

  /// Ends the work; nothing is left.
  func abandon() {
    let dropped = state.withLock { state in
      defer {
        state.jobs = []
        state.filling = []
      }
      return state.jobs.count
    }
    // A semaphore must not go with less room than it came with.
    for _ in 0..<dropped { room.signal() }
    close()
    Self.clear(folder)
  }

  /// Removes what an index in the making at `folder` left behind.
  static func clear(_ folder: String) {
    remove(folder)
    remove(folder + ".whole")
  }

  // MARK: the workers

  private func hand() {
    let isFailed = state.withLock { $0.failure != nil }
    if isFailed {
      state.withLock { $0.filling = [] }
      return
    }
    room.wait()
    let hasWork = state.withLock { state in
      guard !state.filling.isEmpty else { return false }
      state.jobs.append(Job(ordinal: state.ordinal, entries: state.filling))
      state.ordinal += 1
      state.filling = []
      state.filling.reserveCapacity(Self.range)
      return true
    }
    if hasWork { work.signal() } else { room.signal() }
  }

  private func close() {
    state.withLock { $0.isClosed = true }
    for _ in 0..<count { work.signal() }
    workers.wait()
  }

  private func serve() {
    // Not made before there is work: reading the lexicon takes longer than writing a few records.
    var builder: DocumentBuilder?
    while true {
      work.wait()
      let job = state.withLock { state in state.jobs.isEmpty ? nil : state.jobs.removeFirst() }
      guard let job else {
        if state.withLock({ $0.isClosed }) { break }
        continue
      }
      do throws(SasaeError) {
        let ready: DocumentBuilder
        if let builder { ready = builder } else { ready = try materials.makeBuilder() }
        builder = ready
        try build(job, ready)
        room.signal()
        try mergeIfComplete(job.ordinal / Self.merged)
      } catch {
        room.signal()
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    if let harvest = builder?.harvest { state.withLock { $0.harvest.merge(harvest) } }
  }

  private func build(_ job: Job, _ builder: DocumentBuilder) throws(SasaeError) {
    var document = IndexDocument()
    let writer = try IndexWriter(path: smallPath(job.ordinal), fresh: true)
    for entry in job.entries {
      builder.build(entry.resource, into: &document)
      try writer.put(UInt32(truncatingIfNeeded: entry.number), &document)
    }
    try writer.commit()
    state.withLock { $0.small[job.ordinal] = job.entries.count }
  }

  /// Merges sixteen neighbours once the last of them is there.
  private func mergeIfComplete(_ group: Int) throws(SasaeError) {
    let members = group * Self.merged..<(group + 1) * Self.merged
    let documents: Int? = state.withLock { state in
      guard members.allSatisfy({ state.small[$0] != nil }) else { return nil }
      return members.reduce(0) { $0 + (state.small.removeValue(forKey: $1) ?? 0) }
    }
    guard let documents else { return }
    try IndexMerge.merge(members.map(smallPath), into: largePath(group))
    for member in members { Self.remove(smallPath(member)) }
    state.withLock { $0.large[group] = documents }
  }

  private func smallPath(_ ordinal: Int) -> String { folder + "/s\(ordinal)" }
  private func largePath(_ group: Int) -> String { folder + "/m\(group)" }

  private static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
