/// A JSON document read as a table: its list of records, with a column for each name in them.
///
/// It takes the shapes in which open data comes: an array of objects or of rows, such an array under
/// any member of an object (`data`, `result.records`, `items`…), a GeoJSON FeatureCollection, and an
/// object of records under their ids. Members of members become columns `parent_child`; a list of
/// values becomes one cell, joined with `;`; `null` an empty one. Numbers stay as they are written.
/// When a name stands twice in an object, the last one counts.
///
/// The document is kept in memory; rows are made one at a time. Nothing in it can make the reading
/// recurse, or take more than linear time.
public struct JSONTable: Sendable {
  /// The most columns, as in ``TableLimits/maxColumns``.
  public static let maxColumns = TableLimits().maxColumns

  /// What the columns are called: those the document gives headings for, in its order, and then the
  /// rest in order of first appearance, called by their keys.
  public let headings: [String]
  /// The key of each column in the records; as many as ``headings``. Nested keys are joined with
  /// `_`.
  public let keys: [String]
  /// What the document says of itself, as far as it is text: `source`, `origin`, `license`,
  /// `licence`, `attribution` and `title` of its outermost object.
  public let metadata: [String: String]
  /// Whether the records are resources as this program writes them, rather than rows of a table to
  /// be mapped. ``records`` then gives each as it is written.
  public let isResourceList: Bool

  let layout: JSONLayout

  /// Finds the list in a document and the names in all of its records.
  ///
  /// - Parameters:
  ///   - bytes: The whole document in UTF-8, with or without a byte order mark.
  ///   - nativeMembers: The members that a resource of this program may have.
  /// - Returns: Nil if the document holds no list of records. One cut short holds as many as are
  ///   whole.
  public init?(_ bytes: [UInt8], nativeMembers: Set<String> = []) {
    let text = JSONText(bytes)
    let native = JSONNativeCheck(members: nativeMembers)
    let found = JSONList.find(in: text) { native.isResource($0, in: text) }
    guard let list = found else { return nil }
    layout = JSONLayout(text, list)
    headings = layout.columns.map(\.heading)
    keys = layout.columns.map(\.key)
    metadata = Self.metadata(of: text)
    isResourceList = native.areResources(text, list)
  }

  /// The rows of the table, made one at a time. Ends after the first problem that leaves nothing
  /// more to read.
  public var rows: JSONRows { JSONRows(layout) }

  /// The records as they are written, in the order of ``rows``.
  public var records: JSONRecords { JSONRecords(layout) }

  private static let metadataNames: Set<String> = [
    "source", "origin", "license", "licence", "attribution", "title",
  ]

  private static func metadata(of text: JSONText) -> [String: String] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = text.skipBlanks(text.bytes.starts(with: mark) ? mark.count : 0)
    guard text.byte(at: start) == JSONText.openBrace else { return [:] }
    var metadata: [String: String] = [:]
    for member in text.members(start) where metadataNames.contains(member.key) {
      metadata[member.key] = text.text(member.value)
    }
    return metadata
  }
}

/// Tells resources of this program from other records that happen to have an id and a name.
struct JSONNativeCheck {
  /// How many records are looked at.
  private static let sampleSize = 20
  private static let objectMembers: Set<String> = [
    "place", "schedule", "reach", "provider", "cost",
  ]

  let members: Set<String>

  /// Whether an object with these members is a resource.
  func isResource(_ record: [JSONText.Member], in text: JSONText) -> Bool {
    hasIdentity(record, in: text)
      && (!hasUnknown(record) || record.contains { isEvidence($0, in: text) })
  }

  /// Whether all records of a list are resources, as far as the first ones tell.
  func areResources(_ text: JSONText, _ list: JSONList) -> Bool {
    guard list.holder != .members, list.header == nil, !list.isGeo,
      list.opening == JSONText.openBrace
    else { return false }
    var cursor = JSONCursor(text, list)
    var check = JSONCheck()
    var count = 0
    var isForeign = false
    var hasEvidence = false
    while count < Self.sampleSize, let found = cursor.next(&check) {
      guard found.problem == nil else { continue }
      let record = text.members(found.range.lowerBound)
      guard hasIdentity(record, in: text) else { return false }
      count += 1
      isForeign = isForeign || hasUnknown(record)
      hasEvidence = hasEvidence || record.contains { isEvidence($0, in: text) }
    }
    return count > 0 && (!isForeign || hasEvidence)
  }

  private func hasIdentity(_ record: [JSONText.Member], in text: JSONText) -> Bool {
    ["id", "name"].allSatisfy { name in
      record.last { $0.key == name }.map { text.bytes[$0.value.lowerBound] == Byte.quote } ?? false
    }
  }

  private func hasUnknown(_ record: [JSONText.Member]) -> Bool {
    record.contains { $0.key != "id" && $0.key != "name" && !members.contains($0.key) }
  }

  private func isEvidence(_ member: JSONText.Member, in text: JSONText) -> Bool {
    let first = text.bytes[member.value.lowerBound]
    return Self.objectMembers.contains(member.key) && first == JSONText.openBrace
      || member.key == "categories" && first == JSONText.openBracket
  }
}
