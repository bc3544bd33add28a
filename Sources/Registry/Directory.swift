import Diagnostics
import Glibc
import GRDB
import Lookup
import Model
import ReferenceData
import Synchronization
import TextIndex

/// The public directory of one workspace: SQLite is the truth, the index follows.
///
/// Safe to share between threads and processes: many read while one writes.
public final class Directory: Sendable {
  public let workspace: Workspace
  public let shelf: ReferenceShelf
  /// Where its addresses and areas are.
  public let atlas: Atlas
  /// Told how many records of how many the index has taken, when it takes many.
  private let listener = Mutex<@Sendable (Int, Int) -> Void>({ _, _ in })

  private let database = Mutex<DatabasePool?>(nil)
  private let unchanging = Mutex<DatabaseQueue?>(nil)
  /// Open readers nobody is using: a search takes one out, so that searches run side by side.
  private let idle = Mutex<[OpenIndex]>([])
  private static let mostIdle = 8

  struct OpenIndex {
    var reader: IndexReader
    var inode: UInt64
    var stamp: String?
    /// The looks of the reference data when it was opened.
    var signature = ""
    /// Words of queries cut before; only where many searches come.
    var memo: PlanMemo?

    init(
      _ reader: IndexReader, inode: UInt64, signature: String, remembers: Bool
    ) throws(SasaeError) {
      self.reader = reader
      self.inode = inode
      memo = remembers ? PlanMemo() : nil
      self.signature = signature
      stamp = try reader.metadata(IndexStamp.key)
    }

    /// At the newest revision; false when it is not usable any more.
    func refresh() -> Bool {
      do {
        guard try reader.refresh() else { return true }
        memo?.forget()
        return try reader.metadata(IndexStamp.key) == stamp
      } catch {
        return false
      }
    }
  }

  /// Whether this process answers many searches: then what one decodes stays for the next.
  private let isLasting = Mutex(false)
  /// The words of an index, by its stamp and place in the change log: they are only needed when one is
  /// mistyped.
  private let looks = Mutex<(second: Int, signature: String)>((0, ""))
  private let words = Mutex<(mark: String, words: [String])?>(nil)

  /// Says that many searches will be asked of this directory.
  public func expectManySearches() { isLasting.withLock { $0 = true } }

  func vocabulary(_ index: IndexReader) throws(SasaeError) -> [String] {
    let mark = "\(Self.inode(workspace.index)) \(index.revision)"
    if let known = words.withLock({ $0 }), known.mark == mark { return known.words }
    let read = try index.vocabularyWords()
    words.withLock { $0 = (mark, read) }
    return read
  }

  func openReader() throws(SasaeError) -> IndexReader {
    try IndexReader(path: workspace.index, keepsPostings: isLasting.withLock { $0 })
  }

  /// Seconds a writer waits for another one.
  static let patience = 10.0

  public init(_ workspace: Workspace, shelf: ReferenceShelf) {
    self.workspace = workspace
    self.shelf = shelf
    atlas = Atlas(workspace, shelf: shelf)
  }

  /// Has somebody else told of the indexing from now on; nobody, when it is nil.
  public func tellIndexing(_ listener: (@Sendable (Int, Int) -> Void)?) {
    self.listener.withLock { $0 = listener ?? { _, _ in } }
  }

  private var indexing: @Sendable (Int, Int) -> Void { listener.withLock { $0 } }

  var keeper: IndexKeeper { IndexKeeper(workspace: workspace, shelf: shelf, atlas: atlas) }

  /// Makes the workspace; an existing one is an error.
  public func create() throws(SasaeError) {
    guard !workspace.exists else {
      throw SasaeError("workspace.exists", ["path": "\(workspace.path)"])
    }
    try workspace.makeFolder()
    let lock = try WriteLock(workspace, patience: Self.patience)
    try workspace.markPending()
    let pool = try RegistryDatabase.open(workspace, create: true)
    database.withLock { $0 = pool }
    try followIndex(pool)
    _ = consume lock
  }

  func pool() throws(SasaeError) -> DatabasePool {
    if let open = database.withLock({ $0 }) { return open }
    let opened = try RegistryDatabase.open(workspace)
    database.withLock { $0 = opened }
    return opened
  }

  /// The registry to read from: where nothing can be written, reading still works.
  private func readable() throws(SasaeError) -> any DatabaseReader {
    guard workspace.exists, !workspace.isWritable else { return try pool() }
    if let open = unchanging.withLock({ $0 }) { return open }
    let opened = try RegistryDatabase.openUnchanging(workspace)
    unchanging.withLock { $0 = opened }
    return opened
  }

  func read<T>(_ body: (RecordStore) throws -> T) throws(SasaeError) -> T {
    let registry = try readable()
    do {
      return try registry.read { db in try body(RecordStore(db: db)) }
    } catch {
      throw RegistryDatabase.failure(error, workspace)
    }
  }

  /// One transaction with the index following it. `body` returning false leaves all as it was.
  func write(_ body: (RecordStore) throws -> Bool) throws(SasaeError) {
    try write(isBulk: false) { store, _ in try body(store) }
  }

  /// The same; where `isBulk` and the registry is empty, `body` also gets the index that is built
  /// meanwhile, to be given every record in the order of its number.
  func write(
    isBulk: Bool, _ body: (RecordStore, IndexBuild?) throws -> Bool
  ) throws(SasaeError) {
    guard workspace.exists else {
      throw SasaeError("workspace.missing", ["path": "\(workspace.path)"])
    }
    let lock = try WriteLock(workspace, patience: Self.patience)
    try workspace.markPending()
    let pool = try pool()
    var build: IndexBuild?
    var isKept = false
    do {
      try pool.writeInTransaction(.immediate) { db in
        if isBulk, !keeper.isStub, try Tail.last(db).seq == 0 {
          build = try IndexBuild(folder: workspace.building, materials: keeper.materials())
        }
        isKept = try body(RecordStore(db: db), build)
        return isKept ? .commit : .rollback
      }
    } catch {
      build?.abandon()
      try? followIndex(pool)
      throw RegistryDatabase.failure(error, workspace)
    }
    if let build {
      if isKept, adopt(build, pool) {
        _ = consume lock
        return
      }
      build.abandon()
    }
    try followIndex(pool)
    _ = consume lock
  }

  /// Whether the index built meanwhile is in place; when not, the usual way will make one.
  private func adopt(_ build: IndexBuild, _ pool: DatabasePool) -> Bool {
    do {
      try keeper.adopt(build, pool, progress: indexing)
      return true
    } catch {
      return false
    }
  }

  private func followIndex(_ pool: DatabasePool) throws(SasaeError) {
    do {
      try keeper.catchUp(pool, progress: indexing)
    } catch {
      throw RegistryDatabase.failure(error, workspace)
    }
  }

  // MARK: the index

  /// Runs `body` on the index, caught up with the registry unless another process is just doing
  /// that. Where the index turns out to be damaged, it is built anew and `body` runs once more.
  func withIndex<T>(
    _ body: (IndexReader, PlanMemo?) throws(SasaeError) -> T
  ) throws(SasaeError) -> T {
    do {
      return try withReader(body)
    } catch  where error.code == "workspace.index" && !keeper.isStub && workspace.isWritable {
      try rebuildIndex()
      return try withReader(body)
    }
  }

  private func withReader<T>(
    _ body: (IndexReader, PlanMemo?) throws(SasaeError) -> T
  ) throws(SasaeError) -> T {
    let open = try takeOut()
    let result = try body(open.reader, open.memo)
    giveBack(open)
    return result
  }

  /// The index as it is; nil where it is missing or was made by another version.
  func openCurrent() throws(SasaeError) -> OpenIndex? {
    let inode = Self.inode(workspace.index)
    guard let opened = try openIndex(), isCurrent(opened) else { return nil }
    return try OpenIndex(
      opened, inode: inode, signature: currentSignature(), remembers: isLasting.withLock { $0 })
  }

  /// Equal as long as the index is: which one it is and its revision, which any change raises.
  public func indexMark() throws(SasaeError) -> String {
    let open = try takeOut()
    let mark = "\(open.inode) \(open.reader.revision)"
    giveBack(open)
    return mark
  }

  /// One whose use failed is not given back.
  func giveBack(_ open: OpenIndex) {
    idle.withLock { if $0.count < Self.mostIdle { $0.append(open) } }
  }

  /// A reader at the newest revision, for the caller alone.
  func takeOut() throws(SasaeError) -> OpenIndex {
    guard workspace.exists || keeper.isStub else {
      throw SasaeError("workspace.missing", ["path": "\(workspace.path)"])
    }
    if workspace.isIndexPending { try catchUpIfFree() }
    let inode = Self.inode(workspace.index)
    let signature = currentSignature()
    while let open = idle.withLock({ $0.popLast() }) {
      if open.inode == inode, inode != 0, open.signature == signature, open.refresh() {
        return open
      }
    }
    if let open = try openCurrent() { return open }
    // Missing, damaged or made by another version: build it anew.
    try mendIndex()
    return try OpenIndex(
      openReader(), inode: Self.inode(workspace.index), signature: currentSignature(),
      remembers: isLasting.withLock { $0 })
  }

  /// An index whose stamp can't even be read is damaged, and so not current.
  private func isCurrent(_ opened: IndexReader) -> Bool {
    (try? keeper.stamp.isCurrent(opened)) ?? false
  }

  /// The looks of the reference data, looked at once a second: words of a workspace's own may change
  /// while a server runs.
  private func currentSignature() -> String {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let second = now.tv_sec
    return looks.withLock { looks in
      if looks.second != second || looks.signature.isEmpty {
        looks = (second, keeper.stamp.signature)
      }
      return looks.signature
    }
  }

  private func openIndex() throws(SasaeError) -> IndexReader? {
    do {
      return try openReader()
    } catch {
      if keeper.isStub { throw error }
      return nil
    }
  }

  private func catchUpIfFree() throws(SasaeError) {
    do {
      let lock = try WriteLock(workspace, patience: 0)
      try followIndex(try pool())
      _ = consume lock
    } catch  where error.code == "workspace.busy" || error.code == "workspace.read-only" {
      // Another process is catching up, or nobody can here: what is committed still answers.
    }
  }

  /// Builds the index anew, unless another process did so while this one waited for its turn.
  private func mendIndex() throws(SasaeError) {
    let lock = try WriteLock(workspace, patience: Self.patience)
    if let opened = try openIndex(), isCurrent(opened) { return }
    try rebuildLocked()
    _ = consume lock
  }

  public func rebuildIndex() throws(SasaeError) {
    let lock = try WriteLock(workspace, patience: Self.patience)
    try rebuildLocked()
    _ = consume lock
  }

  private func rebuildLocked() throws(SasaeError) {
    do {
      try workspace.markPending()
      try keeper.rebuild(try pool(), progress: indexing)
      workspace.clearPending()
    } catch {
      throw RegistryDatabase.failure(error, workspace)
    }
  }

  /// Catches the index up, waiting for another writer.
  public func settle() throws(SasaeError) {
    let lock = try WriteLock(workspace, patience: Self.patience)
    try followIndex(try pool())
    _ = consume lock
  }
}
