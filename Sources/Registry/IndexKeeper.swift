import Diagnostics
import Foundation
import GRDB
import JapaneseText
import Lookup
import Model
import ReferenceData
import TextIndex

/// Keeps the index equal to the registry: follows the change log, rebuilds when the stamp differs.
struct IndexKeeper {
  let workspace: Workspace
  let shelf: ReferenceShelf
  let atlas: Atlas

  /// Metadata keys of the index.
  private enum Key {
    /// The last change applied, and which it was: a registry put back from a copy is noticed.
    static let seq = "seq"
    static let analysis = "analysis"
    /// Whether the words are written.
    static let vocabulary = "vocabulary"
  }

  private enum Analysis {
    static let words = "words"
    /// The dictionary was missing.
    static let pairs = "pairs"
  }

  /// Above this share of changed records a new index is quicker than many replacements.
  static let rebuildShare = 0.3

  /// Changes that readers see at once: a larger update comes in steps, as all of it would have to
  /// be held in memory.
  static let largestStep = 5_000

  var stamp: IndexStamp { IndexStamp(workspace, shelf) }

  /// Whether documents have words of the language, or none was needed yet.
  func hasWords(_ reader: IndexReader) throws(SasaeError) -> Bool {
    try reader.metadata(Key.analysis) != Analysis.pairs
  }

  /// What an index is made with from now on; its stamp says what was there when this was asked.
  func materials() throws(SasaeError) -> IndexMaterials {
    let signature = stamp.signature
    return IndexMaterials(
      shelf: shelf, atlas: atlas, own: workspace.lexicon, stamp: try stamp.text(),
      signature: signature)
  }

  var isStub: Bool { workspace.isIndexStub }

  /// Brings the index up to the registry. The caller holds the write lock.
  func catchUp(_ pool: DatabasePool, progress: (Int, Int) -> Void) throws {
    guard !isStub else { return }
    IndexBuild.clear(workspace.building)
    let tail = try pool.read(Tail.last)
    if let from = try position(pool) {
      if from.seq < tail.seq {
        let (changed, total) = try pool.read { db in
          (
            try Int.fetchOne(
              db, sql: "SELECT count(DISTINCT service) FROM change WHERE seq > ?",
              arguments: [from.seq]) ?? 0,
            try Int.fetchOne(db, sql: "SELECT count(*) FROM service") ?? 0
          )
        }
        let isMuch = changed > 1_000 && Double(changed) > Double(total) * Self.rebuildShare
        if try isMuch || hidesAPhone(pool, after: from.seq) {
          try rebuild(pool, progress: progress)
        } else {
          try followOrRebuild(pool, after: from.seq, progress: progress)
        }
      }
    } else {
      try rebuild(pool, progress: progress)
    }
    workspace.clearPending()
  }

  /// A damaged index can't be changed, but it can be built anew.
  private func followOrRebuild(
    _ pool: DatabasePool, after seq: Int64, progress: (Int, Int) -> Void
  ) throws {
    do {
      try follow(pool, after: seq, progress: progress)
    } catch let error as SasaeError where error.code == "workspace.index" {
      try rebuild(pool, progress: progress)
    }
  }

  /// The change the index stands at; nil when it has to be built anew.
  private func position(_ pool: DatabasePool) throws -> Tail? {
    guard FileManager.default.fileExists(atPath: workspace.index) else { return nil }
    guard let reader = try? IndexReader(path: workspace.index),
      (try? stamp.isCurrent(reader)) == true,
      let mark = try? reader.metadata(Key.seq), let tail = Tail(mark: mark)
    else { return nil }
    // The dictionary has come since: all records get their words.
    if (try? hasWords(reader)) == false, Morphology.shared != nil { return nil }
    let known = try pool.read { db in try Tail.at(tail.seq, db) }
    return known == tail ? tail : nil
  }

  /// A new index beside the old one, then in its place.
  func rebuild(_ pool: DatabasePool, progress: (Int, Int) -> Void) throws {
    let materials = try materials()
    let build = try IndexBuild(folder: workspace.building, materials: materials)
    let tail: Tail
    do {
      tail = try pool.read { db in
        let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM service") ?? 0
        var done = 0
        // A record that can't be read is doctor's to tell of; the others are still found.
        try RecordStore(db: db).each(unreadable: { _, _ in }) { stored in
          build.add(stored.number, stored.resource)
          done += 1
          if done % 200 == 0 || done == total { progress(done, total) }
        }
        return try Tail.last(db)
      }
    } catch {
      build.abandon()
      throw error
    }
    try complete(build, at: tail) { _, _ in }
  }

  /// The index of a list that came into an empty registry, built while the list was read. Records that
  /// changed after they were first written are put again.
  func adopt(
    _ build: IndexBuild, _ pool: DatabasePool, progress: (Int, Int) -> Void
  ) throws {
    try pool.read { db in
      // Most of the work is done; what is left is waited for.
      let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM service") ?? 0
      progress(total / 2, total)
      defer { progress(total, total) }
      let tail = try Tail.last(db)
      let again = try Int64.fetchAll(
        db, sql: "SELECT service FROM change GROUP BY service HAVING count(*) > 1")
      try complete(build, at: tail) { writer, harvest in
        guard !again.isEmpty else { return }
        let store = RecordStore(db: db)
        let builder = try build.materials.makeBuilder()
        var document = IndexDocument()
        for number in again {
          try put(number, store, builder, &document, writer)
        }
        harvest.merge(builder.harvest)
      }
    }
    workspace.clearPending()
  }

  /// Ends the build, writes what is not documents, and puts the index in its place.
  private func complete(
    _ build: IndexBuild, at tail: Tail,
    _ more: (borrowing IndexWriter, inout WordHarvest) throws -> Void
  ) throws {
    do {
      var harvest = try build.finish()
      let writer = try IndexWriter(path: workspace.building, fresh: false, isRead: false)
      try more(writer, &harvest)
      // Nothing can be found in an empty index; the first records bring the words.
      if !harvest.isEmpty { try teach(harvest, build.materials, writer) }
      try writer.setMetadata(IndexStamp.key, build.materials.stamp)
      try writer.setMetadata(IndexStamp.signatureKey, build.materials.signature)
      try writer.setMetadata(Key.seq, tail.mark)
      try writer.commit()
    } catch {
      build.abandon()
      throw error
    }
    try swap()
  }

  /// Whether a number that the index shows is not public any more. A replaced document's bytes may
  /// stay in the index's files, so such a change makes a new index.
  private func hidesAPhone(_ pool: DatabasePool, after seq: Int64) throws -> Bool {
    let reader = try IndexReader(path: workspace.index)
    return try pool.read { db in
      let store = RecordStore(db: db)
      let numbers = try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT c.service FROM change c JOIN contact k ON k.service = c.service
          WHERE c.seq > ? AND k.visibility <> 'public'
          """, arguments: [seq])
      return try numbers.contains { number in
        guard let shown = try reader.listing(UInt32(truncatingIfNeeded: number))?.phone,
          let stored = try store.find(number: number),
          DocumentBuilder.listing(of: stored.resource).phone != shown
        else { return false }
        return stored.resource.contacts.contains { $0.phone == shown && $0.visibility > .public }
      }
    }
  }

  /// Writes all words of the lexicon and of the documents.
  private func teach(
    _ harvest: WordHarvest, _ materials: IndexMaterials, _ writer: borrowing IndexWriter
  ) throws {
    let vocabulary = harvest.vocabulary(try materials.lexicon())
    for word in vocabulary.keys.sorted() {
      if let entry = vocabulary[word] { try writer.setVocabulary(word, entry) }
    }
    try writer.setMetadata(Key.vocabulary, "1")
    try writer.setMetadata(
      Key.analysis, Morphology.shared == nil ? Analysis.pairs : Analysis.words)
  }

  private func follow(
    _ pool: DatabasePool, after seq: Int64, progress: (Int, Int) -> Void
  ) throws {
    let materials = try materials()
    let builder = try materials.makeBuilder()
    let writer = try IndexWriter(path: workspace.index, fresh: false)
    try pool.read { db in
      let tail = try Tail.last(db)
      let numbers = try Int64.fetchAll(
        db, sql: "SELECT DISTINCT service FROM change WHERE seq > ? ORDER BY service",
        arguments: [seq])
      let store = RecordStore(db: db)
      var document = IndexDocument()
      for (done, number) in numbers.enumerated() {
        try put(number, store, builder, &document, writer)
        if done % 200 == 199 || done + 1 == numbers.count { progress(done + 1, numbers.count) }
        if done % Self.largestStep == Self.largestStep - 1 { try writer.commit() }
      }
      try learn(builder.harvest, materials, writer)
      try writer.setMetadata(Key.seq, tail.mark)
    }
    try writer.commit()
  }

  /// Puts what the registry has of a record now, or takes it out.
  private func put(
    _ number: Int64, _ store: RecordStore, _ builder: DocumentBuilder,
    _ document: inout IndexDocument, _ writer: borrowing IndexWriter
  ) throws {
    let docid = UInt32(truncatingIfNeeded: number)
    if let stored = try readable(number, store), stored.resource.status != .retired {
      builder.build(stored.resource, into: &document)
      try writer.put(docid, &document)
    } else {
      try writer.delete(docid)
    }
  }

  /// Adds words that the index did not know.
  private func learn(
    _ harvest: WordHarvest, _ materials: IndexMaterials, _ writer: borrowing IndexWriter
  ) throws {
    if harvest.isEmpty { return }
    let reader = try IndexReader(path: workspace.index)
    guard try reader.metadata(Key.vocabulary) != nil else {
      return try teach(harvest, materials, writer)
    }
    if Morphology.shared == nil { try writer.setMetadata(Key.analysis, Analysis.pairs) }
    let fresh = harvest.vocabulary(nil)
    let words = fresh.keys.sorted()
    let known = try reader.vocabulary(words)
    for (word, known) in zip(words, known) {
      guard let new = fresh[word] else { continue }
      guard var entry = known else {
        try writer.setVocabulary(word, new)
        continue
      }
      let before = entry
      entry.written = Set(entry.written).union(new.written).sorted()
      entry.terms += new.terms.filter { !entry.terms.contains($0) }.sorted()
      if entry.form == nil { entry.form = new.form }
      guard entry != before else { continue }
      try writer.setVocabulary(word, entry)
    }
  }

  /// A record that can't be read is doctor's to tell of; it does not stop the others.
  private func readable(_ number: Int64, _ store: RecordStore) throws -> RecordStore.Stored? {
    do {
      return try store.find(number: number)
    } catch is SasaeError {
      return nil
    } catch is DecodingError {
      return nil
    }
  }

  /// Readers keep the files they have open; the next to open gets the new ones.
  private func swap() throws(SasaeError) {
    syncTree(workspace.building)
    guard IndexSwap.exchange(fresh: workspace.building, path: workspace.index) else {
      throw SasaeError("workspace.read-only", ["path": "\(workspace.path)"])
    }
    workspace.syncFolder()
    try? FileManager.default.removeItem(atPath: workspace.building)
  }

  /// The new index was written without fsync; it must be on the disk before it takes the old one's
  /// place.
  private func syncTree(_ folder: String) {
    for name in FileBytes.list(folder, suffix: "") + [""] {
      let descriptor = open(folder + "/" + name, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      fsync(descriptor)
      close(descriptor)
    }
  }
}

/// A place in the change log.
struct Tail: Equatable {
  var seq: Int64
  var id: String

  init(seq: Int64, id: String) {
    self.seq = seq
    self.id = id
  }

  var mark: String { "\(seq) \(id)" }

  init?(mark: String) {
    let parts = mark.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let seq = Int64(parts[0]) else { return nil }
    self.init(seq: seq, id: String(parts[1]))
  }

  static func last(_ db: Database) throws -> Tail {
    let row = try Row.fetchOne(db, sql: "SELECT seq, id FROM change ORDER BY seq DESC LIMIT 1")
    return row.map { Tail(seq: $0[0], id: $0[1]) } ?? Tail(seq: 0, id: "")
  }

  static func at(_ seq: Int64, _ db: Database) throws -> Tail? {
    if seq == 0 { return Tail(seq: 0, id: "") }
    return try Row.fetchOne(
      db, sql: "SELECT seq, id FROM change WHERE seq = ?", arguments: [seq]
    ).map { Tail(seq: $0[0], id: $0[1]) }
  }
}
