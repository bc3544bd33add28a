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
  private var claimed: [String: Int] = [:]
  private var equals: [String: Int] = [:]
  private var firstLines: [String: Int] = [:]

  init(source: String, survey: KeySurvey) {
    self.source = source
    self.survey = survey
  }

  /// The line that had this id before; nil the first time.
  mutating func claim(_ id: String, line: Int) -> Int? {
    if let earlier = claimed[id] { return earlier }
    claimed[id] = line
    return nil
  }

  mutating func key(for row: ListRow) -> String {
    if let number = row.key, survey.counts[number] == 1 { return number }
    let content =
      Folding.key(row.resource.name) + "\n"
      + Folding.key(row.resource.place?.address ?? "")
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
