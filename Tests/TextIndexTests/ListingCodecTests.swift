import Diagnostics
import Model
import TextIndex
import Testing
import TestSupport

@Suite("Listings as bytes")
struct ListingCodecTests {
  static func decode(_ bytes: [UInt8]) throws -> Listing {
    try bytes.withUnsafeBytes { try ListingCodec.decode($0) }
  }

  /// A listing with every member present or absent.
  static func random(_ random: inout SeededGenerator) -> Listing {
    let pieces = ["あ", "髙", "🍙", "e\u{301}", "\u{0}", "\n", "x", String(repeating: "長", count: 60)]
    func text() -> String { random.text(of: pieces, count: 0...8) }
    func maybe() -> String? { Bool.random(using: &random) ? text() : nil }
    func number() -> Double? {
      Bool.random(using: &random) ? random.pick([0, -1, 0.1, 1e300, -.infinity, 1_500]) : nil
    }
    func some<T>(_ all: [T]) -> [T] { all.filter { _ in Bool.random(using: &random) } }
    var out = Listing(id: text(), name: text())
    for path in [
      \Listing.kana, \.summary, \.description, \.provider, \.placeName, \.address, \.area,
      \.schedule, \.validFrom, \.validTo,
      \.cost, \.costPer, \.eligibility, \.capacity, \.availableAsOf, \.phone, \.confirmedOn,
      \.confirmedHow, \.sourceName, \.licence, \.attribution,
    ] {
      out[keyPath: path] = maybe()
    }
    for path in [\Listing.costMin, \.costMax, \.minAge, \.maxAge, \.maximum, \.available] {
      out[keyPath: path] = number()
    }
    for path in [\Listing.categories, \.tags, \.access, \.areas] {
      out[keyPath: path] = (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
    }
    out.kind = some(ResourceKind.allCases).first
    out.status = random.pick(ResourceStatus.allCases)
    out.providerType = some(ProviderType.allCases).first
    out.precision = some(Precision.allCases).first
    out.modes = some(ReachMode.allCases)
    out.careLevels = some(CareLevel.allCases)
    out.restricted = some(Visibility.allCases).first
    if Bool.random(using: &random) { out.coordinate = Coordinate(lat: 34.34, lng: -134.04) }
    return out
  }

  @Test("come back as they were")
  func roundTrip() throws {
    let seed = propertySeed("listings")
    for offset in 0..<UInt64(500) {
      var random = SeededGenerator(seed: seed &+ offset)
      let listing = Self.random(&random)
      #expect(try Self.decode(ListingCodec.encode(listing)) == listing, "seed \(seed &+ offset)")
    }
  }

  @Test("that end early, or are damaged, are an error or another listing, never a crash")
  func damage() throws {
    let seed = propertySeed("damaged listings")
    var refused = 0
    for offset in 0..<UInt64(20) {
      var random = SeededGenerator(seed: seed &+ offset)
      let bytes = ListingCodec.encode(Self.random(&random))
      for end in bytes.indices {
        do { _ = try Self.decode(Array(bytes[..<end])) } catch let error as SasaeError {
          #expect(error.code == "workspace.index")
          refused += 1
        }
      }
      for _ in 0..<200 {
        var broken = bytes
        broken[Int.random(in: broken.indices, using: &random)] = .random(
          in: 0...255, using: &random)
        _ = try? Self.decode(broken)
      }
      _ = try? Self.decode((0..<64).map { _ in .random(in: 0...255, using: &random) })
    }
    #expect(refused > 1_000)
  }

  static let truncated: [[UInt8]] = [
    // A tag without a length, a length that goes on, one without content, one past the end.
    [1], [1, 0x80], [1, 0xFF, 0xFF], [1, 3, 0x61], [1, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
    [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [200, 1],
  ]

  @Test("that are cut are an error", arguments: truncated)
  func cut(_ bytes: [UInt8]) {
    let error = #expect(throws: SasaeError.self) { try Self.decode(bytes) }
    #expect(error?.code == "workspace.index")
  }

  @Test("of a newer version are read as far as they are known")
  func newer() throws {
    let known = ListingCodec.encode(Listing(id: "a", name: "b"))
    // Tags this version never wrote, inside its table and beyond.
    let listing = try Self.decode([63, 1, 0x61] + known + [255, 2, 0x61, 0x62])
    #expect(listing == Listing(id: "a", name: "b"))
    // A word of a newer vocabulary is left out.
    #expect(try Self.decode(known + [4, 1, 0x7A]) == Listing(id: "a", name: "b"))
    // A number of another size is none.
    #expect(try Self.decode(known + [23, 2, 0, 0]) == Listing(id: "a", name: "b"))
  }

  @Test("that stand broken in an index are an error of the index")
  func brokenDocument() throws {
    let index = try SmallIndex()
    try index.write { writer in
      var document = IndexDocument()
      document.addText("碁", weight: 1)
      document.setData([1, 200])
      try writer.put(1, &document)
    }
    let reader = try index.reader()
    for read in [
      { _ = try reader.listing(1) }, { _ = try reader.search(IndexSearch(.term("碁"))) },
    ] as [() throws -> Void] {
      let error = #expect(throws: SasaeError.self) { try read() }
      #expect(error?.code == "workspace.index")
    }
  }
}
