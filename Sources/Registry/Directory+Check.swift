import Diagnostics
import GRDB
import JapaneseText
import Model
import TextIndex

/// Something that is not as it should be.
public struct Finding: Sendable, Hashable, Codable {
  public enum Code: String, Sendable, Codable, CaseIterable {
    case database, foreignKey, orphan, unreadableRecord, indexMissing, indexExtra, indexDiffers
    case indexDamaged, schema, changeLog
    /// A table of towns or areas of the workspace's own has something that can't be used.
    case placeTable
    /// The index has no words of the language: the dictionary was missing when it was built.
    case noWords
    /// A record, or a file of the workspace's own, says a code that was given another name.
    case renamedCode
  }
  public var code: Code
  /// The id or table concerned.
  public var subject: String
  public var detail: String

  public init(_ code: Code, _ subject: String, _ detail: String = "") {
    self.code = code
    self.subject = subject
    self.detail = detail
  }
}

extension Directory {
  /// Proves registry and index sound and equal; every finding is reported, none mended. `tell` hears
  /// now and then how many records were compared, and ends the check by throwing.
  public func findings(
    tell: (Int) throws -> Void = { _ in }
  ) throws(SasaeError) -> [Finding] {
    let isSettled = try settleIfPossible()
    var out: [Finding] = []
    // Before the registry is read: what opens the index may have to read it, too.
    let index = keeper.isStub ? nil : try openForCheck(mending: isSettled, &out)
    try read { store in
      try checkDatabase(store, &out)
      if let index { try checkIndex(index, store, tell, &out) }
    }
    if let index { giveBack(index) }
    return out
  }

  /// Mends what can be mended without losing anything: orphans go, the index is built anew.
  public func repair() throws(SasaeError) {
    try write { store in
      try store.removeOrphans()
      return true
    }
    if !keeper.isStub { try rebuildIndex() }
  }

  /// False where another process is writing, or nobody can here: what is there is checked then.
  private func settleIfPossible() throws(SasaeError) -> Bool {
    do {
      try settle()
      return true
    } catch  where error.code == "workspace.busy" || error.code == "workspace.read-only" {
      return false
    }
  }

  private func checkDatabase(_ store: RecordStore, _ out: inout [Finding]) throws {
    let db = store.db
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
      out.append(Finding(.database, "registry.sqlite", line))
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let table: String = row[0]
      let number: Int64? = row[1]
      out.append(Finding(.foreignKey, table, "row \(number ?? 0)"))
    }
    let orphans: [(String, String)] = [
      (
        "location",
        "SELECT id FROM location WHERE id LIKE '~%' AND NOT EXISTS (SELECT 1 FROM service_at_location WHERE location_id = location.id)"
      ),
      (
        "organization",
        "SELECT id FROM organization WHERE id LIKE '~%' AND NOT EXISTS (SELECT 1 FROM service WHERE organization_id = organization.id)"
      ),
    ]
    for (table, sql) in orphans {
      for id in try String.fetchAll(db, sql: sql) { out.append(Finding(.orphan, table, id)) }
    }
    for id in try String.fetchAll(
      db,
      sql: """
        SELECT id FROM service WHERE number NOT IN (SELECT service FROM change)
        """)
    {
      out.append(Finding(.changeLog, id, "no entry in the change log"))
    }
  }

  /// Nil, and a finding, when the index can't be opened.
  private func openForCheck(
    mending mayMend: Bool, _ out: inout [Finding]
  ) throws(SasaeError) -> OpenIndex? {
    do {
      if mayMend { return try takeOut() }
      if let open = try openCurrent() { return open }
      out.append(Finding(.indexDamaged, "index", "missing or of another version"))
      return nil
    } catch  where error.code == "workspace.index" {
      out.append(Self.damaged(error))
      return nil
    }
  }

  private func checkIndex(
    _ open: OpenIndex, _ store: RecordStore, _ tell: (Int) throws -> Void, _ out: inout [Finding]
  ) throws {
    do {
      // Xapian's own check wants to open the files for writing.
      if workspace.isWritable { try IndexCheck.structure(of: workspace.index) }
      if try !keeper.hasWords(open.reader) {
        out.append(Finding(.noWords, "index", Morphology.problem ?? "the dictionary is there now"))
      }
      try compare(open.reader, store, tell, &out)
    } catch let error as SasaeError where error.code == "workspace.index" {
      out.append(Self.damaged(error))
    }
  }

  private static func damaged(_ error: SasaeError) -> Finding {
    Finding(.indexDamaged, "index", error.values["detail"]?.en ?? "")
  }

  /// Registry and index record by record.
  private func compare(
    _ reader: IndexReader, _ store: RecordStore, _ tell: (Int) throws -> Void,
    _ out: inout [Finding]
  ) throws {
    var compared = 0
    let placer = Placer(atlas)
    var left = Set(try reader.documentIDs())
    var unreadable: [(number: Int64, error: any Error)] = []
    try store.each(unreadable: { unreadable.append(($0, $1)) }) { stored in
      guard stored.resource.status != .retired else { return }
      compared += 1
      if compared % 500 == 0 { try tell(compared) }
      let docid = UInt32(truncatingIfNeeded: stored.number)
      guard left.remove(docid) != nil else {
        out.append(Finding(.indexMissing, stored.resource.id))
        return
      }
      if try reader.listing(docid) != placer.listing(of: stored.resource) {
        out.append(Finding(.indexDiffers, stored.resource.id))
      }
    }
    for (number, error) in unreadable {
      left.remove(UInt32(truncatingIfNeeded: number))
      let id = try String.fetchOne(
        store.db, sql: "SELECT id FROM service WHERE number = ?", arguments: [number])
      let detail = (error as? SasaeError)?.code.rawValue ?? "\(type(of: error))"
      out.append(Finding(.unreadableRecord, id ?? "\(number)", detail))
    }
    for docid in left.sorted() { out.append(Finding(.indexExtra, "\(docid)")) }
  }
}
