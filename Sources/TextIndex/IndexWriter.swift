import CXapian
import Diagnostics
import Glibc

/// The one writer of an index. Not shared between threads; closing commits nothing by itself.
public struct IndexWriter: ~Copyable {
  private let raw: OpaquePointer
  private let path: String

  /// Documents between automatic flushes. Measured (docs/search.md): half the CPU of Xapian's own
  /// 10,000 and a tenth of its memory, because what waits stays in the processor's cache.
  static let flushThreshold: Int32 = 250

  /// Opens or creates; `fresh` builds a new index. `isRead`: readers may have it open, so what is
  /// committed must be on the disk; otherwise that is the caller's to see to.
  public init(path: String, fresh: Bool, isRead: Bool? = nil) throws(SasaeError) {
    var error = cx_error()
    let syncs = isRead ?? !fresh
    var opened = cx_writer_open(path, fresh ? 1 : 0, Self.flushThreshold, syncs ? 0 : 1, &error)
    // The workspace's own lock keeps other writers away. Xapian's, just released, lives on for a moment in
    // a child that this process is starting: its file is open there until the child's program begins.
    var waits = 50
    while opened == nil, error.code == Int32(CX_LOCKED), waits > 0 {
      usleep(20_000)
      waits -= 1
      opened = cx_writer_open(path, fresh ? 1 : 0, Self.flushThreshold, syncs ? 0 : 1, &error)
    }
    guard let opened else { throw IndexFailure.error(error, path: path) }
    raw = opened
    self.path = path
  }

  deinit { cx_writer_close(raw) }

  public func put(_ docid: UInt32, _ document: inout IndexDocument) throws(SasaeError) {
    document.finish()
    var error = cx_error()
    let done = document.terms.withUnsafeBufferPointer { terms in
      document.values.withUnsafeBufferPointer { values in
        document.data.withUnsafeBufferPointer { data in
          cx_writer_put(
            raw, docid, terms.baseAddress, terms.count, values.baseAddress, values.count,
            data.baseAddress, data.count, &error)
        }
      }
    }
    guard done == 0 else { throw IndexFailure.error(error, path: path) }
  }

  public func delete(_ docid: UInt32) throws(SasaeError) {
    var error = cx_error()
    guard cx_writer_delete(raw, docid, &error) == 0 else {
      throw IndexFailure.error(error, path: path)
    }
  }

  public func setMetadata(_ key: String, _ value: String) throws(SasaeError) {
    var error = cx_error()
    guard cx_writer_set_metadata(raw, key, value, &error) == 0 else {
      throw IndexFailure.error(error, path: path)
    }
  }

  /// Says what the index knows of a word; replaces what was said before.
  public func setVocabulary(_ word: String, _ entry: VocabularyEntry) throws(SasaeError) {
    let key = VocabularyEntry.key(word)
    guard key.utf8.count <= Term.longest else { return }
    try setMetadata(key, entry.packed)
  }

  public func commit() throws(SasaeError) {
    var error = cx_error()
    guard cx_writer_commit(raw, &error) == 0 else {
      throw IndexFailure.error(error, path: path)
    }
  }
}

/// Makes one index of several that hold different ranges of documents.
public enum IndexMerge {
  /// What `parts` hold is written, compact, as a new index at `path`. Metadata does not come along.
  public static func merge(_ parts: [String], into path: String) throws(SasaeError) {
    var error = cx_error()
    let packed = IndexReader.pack(parts)
    let done = packed.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { cx_merge($0, buffer.count, path, &error) } ?? -1
    }
    guard done == 0 else { throw IndexFailure.error(error, path: path) }
  }
}

/// Puts a newly built index in the place of the old one, in one step.
public enum IndexSwap {
  public static func exchange(fresh: String, path: String) -> Bool {
    cx_exchange(fresh, path) == 0
  }
}

/// Checks an index's own structure, block by block.
public enum IndexCheck {
  /// Throws `workspace.index` when it is damaged.
  public static func structure(of path: String) throws(SasaeError) {
    var error = cx_error()
    guard cx_check(path, &error) == 0 else { throw IndexFailure.error(error, path: path) }
  }
}

enum IndexFailure {
  /// Xapian's failure as one of ours.
  static func error(_ error: cx_error, path: String) -> SasaeError {
    let detail = withUnsafeBytes(of: error.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    switch Int(error.code) {
    case Int(CX_LOCKED): return SasaeError("workspace.busy", ["path": "\(path)"])
    default: return SasaeError("workspace.index", ["detail": "\(detail)"])
    }
  }
}
