import Diagnostics
import Model
import TextIndex
import TestSupport

/// An index of a few documents in a folder of its own.
struct SmallIndex {
  let folder: TemporaryFolder
  var path: String { folder.path + "/index" }

  init() throws { folder = try TemporaryFolder() }

  func write(fresh: Bool = false, _ body: (borrowing IndexWriter) throws -> Void) throws {
    let writer = try IndexWriter(path: path, fresh: fresh)
    try body(writer)
    try writer.commit()
  }

  func reader() throws -> IndexReader { try IndexReader(path: path) }

  /// Ids of what a query finds, in order of rank.
  func found(_ query: IndexQuery, order: IndexSearch.Order = .relevance) throws -> [UInt32] {
    var search = IndexSearch(query)
    search.order = order
    search.limit = 100
    return try reader().search(search).hits.map(\.docid)
  }
}

extension IndexWriter {
  /// Puts a listing with the words of its name.
  func put(_ id: UInt32, _ name: String, _ more: (inout IndexDocument) -> Void = { _ in }) throws {
    var document = IndexDocument()
    document.addText(name, weight: 1)
    more(&document)
    document.setData(ListingCodec.encode(Listing(id: "t:\(id)", name: name)))
    try put(id, &document)
  }
}
