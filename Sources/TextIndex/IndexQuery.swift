import Model

/// A query tree, made only of parts that Xapian can send to a remote shard.
public indirect enum IndexQuery: Sendable, Hashable {
  case everything
  case term(String)
  case and([IndexQuery])
  case or([IndexQuery])
  /// One term in several spellings: weighted as if it were one.
  case synonym([IndexQuery])
  /// The first, restricted to the second, which gives no weight.
  case filter(IndexQuery, by: IndexQuery)
  case without(IndexQuery, IndexQuery)
  /// The first; where the second matches too, its weight is added.
  case maybe(IndexQuery, IndexQuery)
  case scaled(IndexQuery, Double)
  case weightless(IndexQuery)
  case atLeast(slot: Slot, Double)
  case atMost(slot: Slot, Double)
  case between(slot: Slot, Double, Double)
  /// Documents within `metres` (0: at any distance), the nearer the heavier.
  case near(Coordinate, metres: Double, halfWeightAt: Double)

  /// Whether it needs nothing but terms: no ranges, no distances.
  public var isOfTerms: Bool {
    switch self {
    case .everything, .term: true
    case .and(let list), .or(let list): list.allSatisfy(\.isOfTerms)
    case .filter(let a, let b), .without(let a, let b), .maybe(let a, let b):
      a.isOfTerms && b.isOfTerms
    case .scaled(let query, _), .weightless(let query): query.isOfTerms
    case .synonym, .atLeast, .atMost, .between, .near: false
    }
  }

  /// Equal for equal queries.
  public var fingerprint: String {
    var bytes: [UInt8] = []
    encode(into: &bytes)
    return String(decoding: bytes.map { $0 & 0x7F }, as: UTF8.self)
  }

  /// The prefix form that `cx_reader_search` reads.
  func encode(into out: inout [UInt8]) {
    switch self {
    case .everything: out.append(UInt8(ascii: "M"))
    case .term(let term):
      let bytes = term.utf8.prefix(Term.longest)
      out.append(UInt8(ascii: "T"))
      Packed.u16(UInt16(bytes.count), &out)
      out.append(contentsOf: bytes)
    case .and(let list): encode("A", list, &out)
    case .or(let list): encode("O", list, &out)
    case .synonym(let list): encode("S", list, &out)
    case .filter(let query, let by): encode("F", query, by, &out)
    case .without(let query, let other): encode("N", query, other, &out)
    case .maybe(let query, let other): encode("B", query, other, &out)
    case .scaled(let query, let factor):
      out.append(UInt8(ascii: "W"))
      Packed.f64(factor, &out)
      query.encode(into: &out)
    case .weightless(let query):
      out.append(UInt8(ascii: "C"))
      query.encode(into: &out)
    case .atLeast(let slot, let value): encodeRange(slot, 1, [value], &out)
    case .atMost(let slot, let value): encodeRange(slot, 2, [value], &out)
    case .between(let slot, let low, let high): encodeRange(slot, 3, [low, high], &out)
    case .near(let point, let metres, let half):
      out.append(UInt8(ascii: "D"))
      Packed.u32(Slot.coordinate.number, &out)
      for value in [point.lat, point.lng, metres, half] { Packed.f64(value, &out) }
    }
  }

  private func encode(_ op: Unicode.Scalar, _ list: [IndexQuery], _ out: inout [UInt8]) {
    out.append(UInt8(ascii: op))
    Packed.u32(UInt32(list.count), &out)
    for query in list { query.encode(into: &out) }
  }

  private func encode(
    _ op: Unicode.Scalar, _ a: IndexQuery, _ b: IndexQuery, _ out: inout [UInt8]
  ) {
    out.append(UInt8(ascii: op))
    a.encode(into: &out)
    b.encode(into: &out)
  }

  private func encodeRange(_ slot: Slot, _ which: UInt8, _ values: [Double], _ out: inout [UInt8]) {
    out.append(UInt8(ascii: "R"))
    Packed.u32(slot.number, &out)
    out.append(which)
    for value in values { Packed.f64(value, &out) }
  }
}

/// Value slots: one fact a document, for ranges, sorting and counting.
public struct Slot: Sendable, Hashable {
  public var number: UInt32

  public static let coordinate = Slot(number: 0)
  /// Lowest price, yen.
  public static let costMin = Slot(number: 1)
  public static let minAge = Slot(number: 2)
  public static let maxAge = Slot(number: 3)
  /// Day of the last confirmation, days since 1970.
  public static let confirmed = Slot(number: 4)
  /// Counted for facets: the area it stands in, the main kind, all categories joined by blanks.
  public static let area = Slot(number: 5)
  public static let kind = Slot(number: 6)
  public static let categories = Slot(number: 7)
  /// Free places.
  public static let available = Slot(number: 8)

  /// Last day on which it holds, days since 1970.
  public static let validTo = Slot(number: 9)

  /// Opening and closing minute of a day's first and second time range.
  public static func opens(_ day: Weekday, range: Int) -> Slot {
    Slot(number: 20 + UInt32(day.index) * 4 + UInt32(range) * 2)
  }
  public static func closes(_ day: Weekday, range: Int) -> Slot {
    Slot(number: 21 + UInt32(day.index) * 4 + UInt32(range) * 2)
  }
}

/// Boolean terms. Text terms are lower case, so an upper-case letter can't collide with one.
public enum Term {
  /// Xapian's limit is 245 bytes.
  static let longest = 240

  public static func category(_ code: String) -> String { "XC" + code }
  public static func kind(_ kind: ResourceKind) -> String { "XK" + kind.rawValue }
  public static func status(_ status: ResourceStatus) -> String { "XS" + status.rawValue }
  /// `key` is the folded name or code.
  public static func area(_ key: String) -> String { "XA" + key }
  /// Serves the whole town.
  public static let everyArea = "XA*"
  public static func mode(_ mode: ReachMode) -> String { "XM" + mode.rawValue }
  public static func day(_ day: Weekday) -> String { "XD" + day.rawValue }
  /// The nth (1…5, 0 for all) weekday of a month; the fourth that is also the last is one of its own, and
  /// so are weekdays that are public holidays.
  public static func nthDay(_ day: Weekday, _ nth: Int, isLast: Bool, onHoliday: Bool) -> String {
    (onHoliday ? "XP" : "XN") + day.rawValue + String(nth) + (isLast ? "L" : "")
  }
  /// A single day, in days since 1970, that the weekdays do not tell: open, or closed.
  public static func date(_ day: Int, isOpen: Bool) -> String {
    (isOpen ? "XO" : "XQ") + String(day)
  }
  public static func access(_ facet: String) -> String { "XX" + facet }
  public static func careLevel(_ level: CareLevel) -> String { "XL" + level.rawValue }
  public static func tag(_ key: String) -> String { "XG" + key }
  /// A word of the language in its dictionary form.
  public static func word(_ form: String) -> String { "W" + form }
  /// A concept of the lexicon, by its usual word.
  public static func concept(_ name: String) -> String { "K" + name }
  /// The whole name, without blanks and marks.
  public static func name(_ key: String) -> String { "XE" + key }
  /// How the name begins.
  public static func nameStart(_ key: String) -> String { "XB" + key }
  /// Lengths of the beginnings of names that are indexed, in characters.
  public static let nameStarts = [2, 3, 4, 6]
  /// Last confirmed in that year.
  public static func confirmed(year: Int) -> String { "XF\(year)" }
  /// The record says nothing about this fact.
  public static func unknown(_ fact: Fact) -> String { "XU" + fact.rawValue }
}

/// Facts a filter can ask about and a record can lack.
public enum Fact: String, Sendable, CaseIterable, Codable {
  case area, place, schedule, hours, cost, age, careLevel, access, available, modes, confirmed
}

/// Little-endian packing for the C face.
enum Packed {
  @inline(__always)
  static func u16(_ value: UInt16, _ out: inout [UInt8]) {
    out.append(UInt8(truncatingIfNeeded: value))
    out.append(UInt8(truncatingIfNeeded: value >> 8))
  }
  @inline(__always)
  static func u32(_ value: UInt32, _ out: inout [UInt8]) {
    u16(UInt16(truncatingIfNeeded: value), &out)
    u16(UInt16(truncatingIfNeeded: value >> 16), &out)
  }
  @inline(__always)
  static func f64(_ value: Double, _ out: inout [UInt8]) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { out.append(contentsOf: $0) }
  }
}
