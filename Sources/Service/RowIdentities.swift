import Diagnostics
import Interchange
import JapaneseText
import Model
import ReferenceData
import Registry

/// How often each row number stands in a list, and whose list it is: read before the list is taken.
struct KeySurvey {
  /// By a hash of 64 bits, so that a long list's numbers need little room.
  private var counts: [UInt64: UInt32] = [:]
  /// Hashes of all names.
  private var names: Set<UInt64> = []
  private var owners: [String: Int] = [:]
  private var places: [String: Int] = [:]
  private var asked = 0

  init() {}

  /// `goOn` is called now and then, and ends the reading by throwing.
  init(
    reading list: OpenedList, goOn: () throws(SasaeError) -> Void = {}
  ) throws(SasaeError) {
    while let row = try list.nextIdentity() {
      if asked % 500 == 499 { try goOn() }
      if let key = row.key.map(RowIdentities.plain) {
        counts[Self.hash(key), default: 0] += 1
        if let part = row.keyPart { counts[Self.hash(key + "\n" + part), default: 0] += 1 }
      }
      if let name = row.name { names.insert(Self.hash(name)) }
      if let owner = row.municipality { owners[owner, default: 0] += 1 }
      asked += 1
      if let place = row.place { places[place, default: 0] += 1 }
    }
  }

  func count(_ number: String, part: String? = nil) -> Int {
    Int(counts[Self.hash(part.map { number + "\n" + $0 } ?? number)] ?? 0)
  }

  /// Whether some row of this edition is called so.
  func names(_ name: String) -> Bool { names.contains(Self.hash(name)) }

  /// The municipality all rows are of; of several in one prefecture, the prefecture. Where no row
  /// says, the one that most addresses stand in.
  var municipality: String? {
    if owners.isEmpty { return mostlyIn }
    if owners.count == 1 { return owners.keys.first }
    // A mistyped code in a few rows does not make it another list.
    let all = owners.values.reduce(0, +)
    if let most = owners.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 10 >= all * 9
    {
      return most.key
    }
    let prefectures = Set(owners.keys.map { $0.prefix(2) })
    guard prefectures.count == 1, let prefecture = prefectures.first,
      owners.keys.allSatisfy({ $0.count == 6 })
    else { return nil }
    return MunicipalityCode.prefecture(prefecture)
  }

  private var mostlyIn: String? {
    guard let most = places.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 2 > min(asked, OpenedList.placesAsked)
    else { return nil }
    return most.key
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
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
    guard trustsNumbers, let number = number(row) else { return (contentKey(row), nil) }
    guard let known = try session.marks(of: "\(source):\(number)") else {
      return (number, nil)
    }
    if known.name == row.resource.name { return (number, nil) }
    // What had the number stands elsewhere in this edition: the list was numbered anew.
    let isSame = !survey.names(known.name) && known.isSame(as: row.resource)
    return isSame ? (number, nil) : (contentKey(row), known.name)
  }

  /// The row's number where no other row has it, if need be with what tells rows of it apart.
  private func number(_ row: ListRow) -> String? {
    guard let number = row.key.map(Self.plain) else { return nil }
    if survey.count(number) == 1 { return number }
    guard let part = row.keyPart, survey.count(number, part: part) == 1 else { return nil }
    return number + "-" + part
  }

  /// `１` and `1` are one number.
  static func plain(_ number: String) -> String {
    number.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      ? number : MemberReader.trimmed(Normalizer.nfkc(number))
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
    guard let text = row.key.map(Self.plain), survey.count(text) > 1, number(row) == nil else {
      return nil
    }
    if let line = firstLines[text] { return line }
    firstLines[text] = row.line
    return nil
  }
}
