import Foundation
import GRDB
import Lookup
import Model
import Registry
import Testing
import TextIndex
import TestSupport

/// The index may be deleted, damaged or behind at any time; the registry is the truth.
@Suite struct IndexTests {
  private func town() throws -> (Office, [String]) {
    let office = try Office()
    try office.bring((0..<30).map { i in resource("r\(i)", "番町サロン\(i)") })
    return (office, try answer(office.directory))
  }

  private func answer(_ directory: Directory) throws -> [String] {
    var query = SearchQuery()
    query.text = "サロン"
    query.limit = 100
    return try directory.search(query).hits.map { "\($0.listing) \($0.weight)" }
  }

  enum Harm: String, CaseIterable { case deleted, emptied, damaged, restamped, behind }

  private func harm(_ how: Harm, _ office: Office) throws {
    let index = office.directory.workspace.index
    let files = FileManager.default
    switch how {
    case .deleted: try files.removeItem(atPath: index)
    case .emptied:
      for name in try files.contentsOfDirectory(atPath: index) {
        try files.removeItem(atPath: index + "/" + name)
      }
    case .damaged:
      // The version file is what an opener reads first.
      try Data("no index".utf8).write(to: URL(filePath: index + "/iamglass"))
    case .restamped:
      let writer = try IndexWriter(path: index, fresh: false)
      try writer.setMetadata("stamp", "of another version")
      try writer.delete(1)
      try writer.commit()
    case .behind:
      // What a crash after the registry's commit leaves: the mark, and an index that lacks a change.
      try office.plant(
        """
        UPDATE service SET body = json_set(body, '$.name', '屋島カフェ') WHERE id = 'r3';
        INSERT INTO change (op, service, id) SELECT 'put', number, id FROM service WHERE id = 'r3';
        """)
      try Data().write(to: URL(filePath: office.directory.workspace.path + "/index.pending"))
    }
  }

  @Test(arguments: Harm.allCases, [false, true])
  func itIsMadeEqualAgain(_ how: Harm, _ anotherProcess: Bool) throws {
    let (office, before) = try town()
    try harm(how, office)
    let directory = anotherProcess ? office.reopened() : office.directory
    if how == .behind {
      var query = SearchQuery()
      query.text = "屋島カフェ"
      #expect(try directory.search(query).hits.map(\.listing.id) == ["r3"])
    } else {
      #expect(try answer(directory) == before)
    }
    #expect(try directory.findings() == [])
    #expect(!directory.workspace.isIndexPending)
  }

  /// A copy of the registry put back has an older change log than the index has followed.
  @Test func aRegistryPutBackFromACopyIsNoticed() throws {
    let office = try Office()
    try office.bring([resource("a", "番町サロン")])
    let workspace = office.directory.workspace
    let copy = office.folder.path + "/copy.sqlite"
    try DatabaseQueue(path: workspace.registry).vacuum(into: copy)
    _ = try office.directory.put(resource("b", "屋島カフェ"))
    let other = try Office()
    try FileManager.default.removeItem(atPath: other.directory.workspace.index)
    try FileManager.default.copyItem(
      atPath: workspace.index, toPath: other.directory.workspace.index)
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: other.directory.workspace.registry + suffix)
    }
    try FileManager.default.copyItem(atPath: copy, toPath: other.directory.workspace.registry)
    let fresh = other.reopened()
    #expect(try fresh.findings() == [])
    var query = SearchQuery()
    query.text = "カフェ"
    #expect(try fresh.search(query).hits.isEmpty)
  }

  /// Readers see a whole update or nothing of it, however many documents it has: 1,000 is where the
  /// writer empties its memory.
  @Test func anUpdateIsSeenWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/index"
    var document = IndexDocument()
    do {
      let writer = try IndexWriter(path: path, fresh: true)
      document.addTerm("XSactive")
      try writer.put(1, &document)
      try writer.commit()
    }
    let writer = try IndexWriter(path: path, fresh: false)
    for number in 2...1_500 {
      document.reset()
      document.addTerm("XSactive")
      try writer.put(UInt32(number), &document)
    }
    #expect(try IndexReader(path: path).count() == 1)
    try writer.commit()
    #expect(try IndexReader(path: path).count() == 1_500)
    document.reset()
    try writer.put(1_501, &document)
    try writer.commit()
    #expect(try IndexReader(path: path).count() == 1_501)
  }
}
