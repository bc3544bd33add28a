/// Unicode normalization form NFKC (UAX #15), without loading anything at start-up.
///
/// Text of a Japanese directory is nearly all characters that NFKC leaves alone, or full-width
/// forms that map one to one; only what is left costs a table look-up.
public enum Normalizer {
  /// `ﾋﾟｱｻﾎﾟｰﾄ` → `ピアサポート`, `ＮＰＯ` → `NPO`, `①` → `1`, `㈱` → `(株)`.
  public static func nfkc(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ isInert($0.value) }) { return text }
    var run = ScalarRun()
    run.append(text)
    var out = String.UnicodeScalarView()
    for value in run.values {
      if let scalar = Unicode.Scalar(value) { out.append(scalar) }
    }
    return String(out)
  }

  /// Characters that stand for themselves under NFKC and never combine with what precedes them.
  @inline(__always)
  static func isInert(_ c: UInt32) -> Bool {
    if c < 0xA0 { return true }
    if c >= 0x4E00 && c <= 0x9FFF { return true }
    if c >= 0x3041 && c <= 0x3096 { return true }
    if c >= 0x30A0 && c <= 0x30FE { return true }
    if c >= 0x3001 && c <= 0x3029 { return true }
    return c >= 0x3400 && c <= 0x4DBF
  }
}

/// Normalized scalars, each knowing which scalar of the source it came from.
struct ScalarRun {
  private(set) var values: [UInt32] = []
  /// Index into the source's unicode scalars, one for each value.
  private(set) var origins: [Int] = []

  mutating func append(_ text: String) {
    var needsOrdering = false
    var index = 0
    values.reserveCapacity(values.count + text.utf8.count / 2)
    origins.reserveCapacity(values.count + text.utf8.count / 2)
    for scalar in text.unicodeScalars {
      let c = scalar.value
      if Normalizer.isInert(c) {
        push(c, index)
      } else if c >= 0xFF01 && c <= 0xFF5E {
        push(c - 0xFEE0, index)
      } else if c == 0x3000 {
        push(0x20, index)
      } else if c >= 0xAC00 && c <= 0xD7A3 {
        push(c, index)
      } else {
        needsOrdering = pushDecomposed(c, index) || needsOrdering
      }
      index += 1
    }
    if needsOrdering { composeAll() }
  }

  private mutating func push(_ value: UInt32, _ origin: Int) {
    values.append(value)
    origins.append(origin)
  }

  /// Returns whether something was pushed that may combine with its neighbours.
  private mutating func pushDecomposed(_ c: UInt32, _ origin: Int) -> Bool {
    let tables = NormalizationTables.shared
    guard let parts = tables.decompositions[c] else {
      push(c, origin)
      return tables.classes[c] != nil || (0x1100...0x11FF).contains(c)
    }
    for part in parts { push(part, origin) }
    return true
  }

  /// Full canonical ordering and composition; rare.
  private mutating func composeAll() {
    let tables = NormalizationTables.shared
    var decomposed: [(value: UInt32, origin: Int, order: UInt8)] = []
    for (value, origin) in zip(values, origins) {
      for part in tables.decompositions[value] ?? [value] {
        decomposed.append((part, origin, tables.classes[part] ?? 0))
      }
    }
    var start = 0
    while start < decomposed.count {
      guard decomposed[start].order != 0 else {
        start += 1
        continue
      }
      var end = start
      while end < decomposed.count, decomposed[end].order != 0 { end += 1 }
      let sorted = decomposed[start..<end].enumerated().sorted {
        ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
      }
      decomposed.replaceSubrange(start..<end, with: sorted.map(\.element))
      start = end
    }
    values.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    var starter: Int?
    var lastOrder = -1
    for (value, origin, order) in decomposed {
      if let at = starter, lastOrder < Int(order) || lastOrder == -1,
        let composed = tables.compose(values[at], value)
      {
        values[at] = composed
        continue
      }
      push(value, origin)
      if order == 0 {
        starter = values.count - 1
        lastOrder = -1
      } else {
        lastOrder = Int(order)
      }
    }
  }
}

/// The tables of `UnicodeTables`, read into dictionaries on first use.
struct NormalizationTables: Sendable {
  static let shared = NormalizationTables()

  let decompositions: [UInt32: [UInt32]]
  let classes: [UInt32: UInt8]
  private let pairs: [UInt64: UInt32]

  private init() {
    var decompositions: [UInt32: [UInt32]] = [:]
    decompositions.reserveCapacity(6_000)
    Self.read(UnicodeTables.decompositions) { left, right in
      decompositions[left[0]] = right
    }
    var classes: [UInt32: UInt8] = [:]
    Self.read(UnicodeTables.combiningClasses) { left, right in
      classes[left[0]] = UInt8(truncatingIfNeeded: right[0])
    }
    var pairs: [UInt64: UInt32] = [:]
    Self.read(UnicodeTables.compositions) { left, right in
      pairs[UInt64(left[0]) << 32 | UInt64(left[1])] = right[0]
    }
    self.decompositions = decompositions
    self.classes = classes
    self.pairs = pairs
  }

  func compose(_ a: UInt32, _ b: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(a), (0x1161...0x1175).contains(b) {
      return 0xAC00 + ((a - 0x1100) * 21 + (b - 0x1161)) * 28
    }
    if (0xAC00...0xD7A3).contains(a), (a - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(b) {
      return a + (b - 0x11A7)
    }
    return pairs[UInt64(a) << 32 | UInt64(b)]
  }

  /// Reads `hex[,hex…]:hex[,hex…];` entries.
  private static func read(_ table: StaticString, _ entry: ([UInt32], [UInt32]) -> Void) {
    table.withUTF8Buffer { bytes in
      var left: [UInt32] = []
      var numbers: [UInt32] = []
      var value: UInt32 = 0
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 48)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 87)
        case UInt8(ascii: ","):
          numbers.append(value)
          value = 0
        case UInt8(ascii: ":"):
          numbers.append(value)
          left = numbers
          numbers = []
          value = 0
        case UInt8(ascii: ";"):
          numbers.append(value)
          entry(left, numbers)
          numbers = []
          value = 0
        default: break
        }
      }
    }
  }
}
