import Diagnostics
import Interchange
import JapaneseText
import Model
import Registry

/// How often each row number stands in a list, and whose list it is: read before the list is taken.
struct KeySurvey {
  var counts: [String: Int] = [:]
  var municipality: String?

  init() {}

  init(reading list: OpenedList) throws(SasaeError) {
    while let record = try list.next() {
      guard case .resource(let row) = record else { continue }
      if let key = row.key { counts[key, default: 0] += 1 }
      if municipality == nil { municipality = row.municipality }
    }
  }
}

/// The lasting key of each row of a list (CONTRACT.md, "Imported rows"): its number where that is
/// unique in the file, else a hash of its name and address, counted among equals.
struct RowIdentities {
  let source: String
  private let survey: KeySurvey
  /// False for a table pasted without a name: the numbers of one paste mean nothing in the next.
  private let trustsNumbers: Bool
  private var claimed: [String: Int] = [:]
  private var equals: [String: Int] = [:]
  private var firstLines: [String: Int] = [:]

  init(source: String, survey: KeySurvey, trustsNumbers: Bool) {
    self.source = source
    self.survey = survey
    self.trustsNumbers = trustsNumbers
  }

  /// The line that had this id before; nil the first time.
  mutating func claim(_ id: String, line: Int) -> Int? {
    if let earlier = claimed[id] { return earlier }
    claimed[id] = line
    return nil
  }

  /// The key, and the name of another resource that had this row's number last time: lists are
  /// numbered anew, and a number alone must not turn one resource into another.
  mutating func key(
    for row: ListRow, in session: ImportSession
  ) throws -> (key: String, was: String?) {
    guard trustsNumbers, let number = row.key, survey.counts[number] == 1 else {
      return (contentKey(row), nil)
    }
    guard let known = try session.nameAndAddress(of: "\(source):\(number)") else {
      return (number, nil)
    }
    let address = row.resource.place?.address ?? ""
    let isOther =
      Folding.key(known.name) != Folding.key(row.resource.name)
      && Folding.key(known.address ?? "") != Folding.key(address)
    return isOther ? (contentKey(row), known.name) : (number, nil)
  }

  private mutating func contentKey(_ row: ListRow) -> String {
    let content =
      Folding.key(row.resource.name) + "\n" + Folding.key(row.resource.place?.address ?? "")
    let hash = "h" + CanonicalJSON.hash(content)
    let ordinal = equals[hash, default: 0]
    equals[hash] = ordinal + 1
    return ordinal == 0 ? hash : "\(hash)-\(ordinal + 1)"
  }

  /// The line that had this row's number before, when the number is not unique.
  mutating func repeated(_ row: ListRow) -> Int? {
    guard let number = row.key, (survey.counts[number] ?? 0) > 1 else { return nil }
    if let line = firstLines[number] { return line }
    firstLines[number] = row.line
    return nil
  }
}
