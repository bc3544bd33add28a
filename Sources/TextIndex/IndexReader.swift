import CXapian
import Diagnostics
import Model
import Synchronization

/// An index open for reading; safe to share, one search at a time.
///
/// `path` is a Xapian database, or a stub file that names local and remote shards.
public final class IndexReader: Sendable {
  /// The C object, by its address: a pointer itself can't cross into the lock.
  private struct Handle: ~Copyable {
    let address: UInt
    deinit { cx_reader_close(OpaquePointer(bitPattern: address)) }
  }

  private let handle: Mutex<Handle>
  private let path: String

  /// `keepsPostings`: what one search decodes stays in memory for the next, for a process that answers
  /// many of them.
  public init(path: String, keepsPostings: Bool = false) throws(SasaeError) {
    var error = cx_error()
    guard let raw = cx_reader_open(path, keepsPostings ? 1 : 0, &error) else {
      throw IndexFailure.error(error, path: path)
    }
    handle = Mutex(Handle(address: UInt(bitPattern: raw)))
    self.path = path
  }

  /// Moves to the newest committed revision; true when there was a newer one.
  @discardableResult
  public func refresh() throws(SasaeError) -> Bool {
    var isNewer = false
    try call { raw, _, error in
      let done = cx_reader_reopen(raw, error)
      isNewer = done == 1
      return done
    }
    return isNewer
  }

  /// Rises with every commit; 0 where the index is not one local database.
  public var revision: UInt64 {
    handle.withLock { handle in
      OpaquePointer(bitPattern: handle.address).map { cx_reader_revision($0) } ?? 0
    }
  }

  public func metadata(_ key: String) throws(SasaeError) -> String? {
    let text = try call { raw, out, error in cx_reader_metadata(raw, key, out, error) }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  public func count() throws(SasaeError) -> Int {
    var count: UInt32 = 0
    try call { raw, _, error in cx_reader_count(raw, &count, error) }
    return Int(count)
  }

  public func documentIDs() throws(SasaeError) -> [UInt32] {
    let bytes = try call { raw, out, error in cx_reader_docids(raw, out, error) }
    return bytes.withUnsafeBytes { buffer in
      stride(from: 0, to: buffer.count, by: 4).map {
        UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
      }
    }
  }

  /// The listing kept at a document; nil when there is no such document.
  public func listing(_ docid: UInt32) throws(SasaeError) -> Listing? {
    var missing = false
    let bytes = try call { raw, out, error in
      let done = cx_reader_data(raw, docid, out, error)
      missing = done != 0 && error.pointee.code == Int32(CX_MISSING)
      return missing ? 0 : done
    }
    guard !missing else { return nil }
    do {
      return try bytes.withUnsafeBytes { try ListingCodec.decode($0) }
    } catch let error as SasaeError {
      throw error
    } catch {
      throw SasaeError("internal", ["detail": "\(error)"])
    }
  }

  public func search(_ search: IndexSearch) throws(SasaeError) -> IndexResult {
    var query: [UInt8] = []
    search.query.encode(into: &query)
    var options = cx_search_options()
    options.first = UInt32(clamping: search.first)
    options.limit = UInt32(clamping: search.limit)
    options.check_at_least = UInt32(clamping: search.checkAtLeast)
    switch search.order {
    case .relevance: options.sort = Int32(CX_SORT_RELEVANCE)
    case .descending(let slot):
      options.sort = Int32(CX_SORT_VALUE_DESCENDING)
      options.sort_slot = slot.number
    }
    options.with_data = search.listings.code
    withUnsafeMutableBytes(of: &options.spy_slots) { slots in
      for (i, slot) in search.counting.prefix(4).enumerated() {
        slots.storeBytes(of: slot.number, toByteOffset: i * 4, as: UInt32.self)
      }
    }
    options.spy_count = UInt32(min(4, search.counting.count))
    let bytes = try call { raw, out, error in
      query.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return Int32(-1) }
        return cx_reader_search(raw, base, buffer.count, &options, out, error)
      }
    }
    return try IndexResult(packed: bytes, search.listings)
  }

  @discardableResult
  func call(
    _ body: (OpaquePointer, UnsafeMutablePointer<cx_buffer>, UnsafeMutablePointer<cx_error>)
      -> Int32
  ) throws(SasaeError) -> [UInt8] {
    var buffer = cx_buffer()
    var error = cx_error()
    let done = handle.withLock { handle in
      OpaquePointer(bitPattern: handle.address).map { body($0, &buffer, &error) } ?? -1
    }
    defer { cx_free(&buffer) }
    guard done >= 0 else { throw IndexFailure.error(error, path: path) }
    return Array(UnsafeBufferPointer(start: buffer.bytes, count: buffer.count))
  }
}

/// What to look for and how to give it back.
public struct IndexSearch: Sendable {
  public enum Order: Sendable {
    case relevance
    /// Greatest value first, then relevance.
    case descending(Slot)
  }

  /// What of its listing a hit carries.
  public enum Listings: Sendable {
    case none
    /// The id alone.
    case ids
    case whole

    var code: Int32 {
      switch self {
      case .none: Int32(CX_DATA_NONE)
      case .ids: Int32(CX_DATA_FIRST)
      case .whole: Int32(CX_DATA_ALL)
      }
    }
  }

  public var query: IndexQuery
  public var first = 0
  public var limit = 20
  /// The count is exact up to here.
  public var checkAtLeast = 0
  public var order = Order.relevance
  public var listings = Listings.whole
  /// At most four slots whose values are counted.
  public var counting: [Slot] = []

  public init(_ query: IndexQuery) { self.query = query }
}

public struct IndexHit: Sendable {
  public var docid: UInt32
  public var weight: Double
  public var listing: Listing?
}

public struct IndexResult: Sendable {
  public var lower: Int
  public var estimate: Int
  public var upper: Int
  public var hits: [IndexHit] = []
  /// For each slot asked about, each value with how many matches have it.
  public var counts: [[String: Int]] = []

  init(packed bytes: [UInt8], _ listings: IndexSearch.Listings) throws(SasaeError) {
    (lower, estimate, upper) = (0, 0, 0)
    do {
      try bytes.withUnsafeBytes { try read($0, listings) }
    } catch let error as SasaeError {
      throw error
    } catch {
      throw SasaeError("internal", ["detail": "\(error)"])
    }
  }

  private static func listing(
    _ data: UnsafeRawBufferPointer, _ how: IndexSearch.Listings
  ) throws(SasaeError) -> Listing? {
    switch how {
    case .none: nil
    case .ids: try ListingCodec.identity(data)
    case .whole: try ListingCodec.decode(data)
    }
  }

  private mutating func read(
    _ buffer: UnsafeRawBufferPointer, _ listings: IndexSearch.Listings
  ) throws {
    var at = 0
    func u32() throws -> Int {
      guard at + 4 <= buffer.count else {
        throw SasaeError("workspace.index", ["detail": "search result"])
      }
      defer { at += 4 }
      return Int(UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
    func slice(_ count: Int) throws -> UnsafeRawBufferPointer {
      guard count <= buffer.count - at else {
        throw SasaeError("workspace.index", ["detail": "search result"])
      }
      defer { at += count }
      return UnsafeRawBufferPointer(rebasing: buffer[at..<at + count])
    }
    lower = try u32()
    estimate = try u32()
    upper = try u32()
    let count = try u32()
    hits.reserveCapacity(count)
    for _ in 0..<count {
      let docid = try u32()
      let weight = try slice(8).loadUnaligned(as: UInt64.self)
      let data = try slice(try u32())
      hits.append(
        IndexHit(
          docid: UInt32(docid), weight: Double(bitPattern: UInt64(littleEndian: weight)),
          listing: try Self.listing(data, listings)))
    }
    while at < buffer.count {
      var values: [String: Int] = [:]
      for _ in 0..<(try u32()) {
        let frequency = try u32()
        values[String(decoding: try slice(try u32()), as: UTF8.self)] = frequency
      }
      counts.append(values)
    }
  }
}
