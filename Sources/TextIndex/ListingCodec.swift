import Diagnostics
import Model

/// A listing as bytes: fields of {u8 tag, varint length, content}. A tag this version doesn't know
/// is skipped, so an index written by a newer version still answers.
public enum ListingCodec {
  /// Changes whenever old bytes would be read wrongly; part of the index stamp.
  public static let version = "listing-1"

  public static func encode(_ listing: Listing) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(1_024)
    for field in Field.all { field.write(listing, &out) }
    return out
  }

  /// A listing with nothing but its id, which is the first field.
  static func identity(_ bytes: UnsafeRawBufferPointer) throws(SasaeError) -> Listing {
    guard bytes.count > 2, bytes[0] == 1, bytes[1] < 0x80, Int(bytes[1]) + 2 <= bytes.count else {
      return try decode(bytes)
    }
    let id = UnsafeRawBufferPointer(rebasing: bytes[2..<2 + Int(bytes[1])])
    return Listing(id: String(decoding: id, as: UTF8.self), name: "")
  }

  public static func decode(_ bytes: UnsafeRawBufferPointer) throws(SasaeError) -> Listing {
    var listing = Listing(id: "", name: "")
    var at = 0
    while at < bytes.count {
      let tag = Int(bytes[at])
      at += 1
      var length = 0
      var shift = 0
      var ended = false
      while at < bytes.count, !ended, shift <= 28 {
        let byte = bytes[at]
        at += 1
        length |= Int(byte & 0x7F) << shift
        shift += 7
        ended = byte < 0x80
      }
      guard ended, length <= bytes.count - at else {
        throw SasaeError("workspace.index", ["detail": "document data"])
      }
      if tag < Field.byTag.count, let field = Field.byTag[tag] {
        field.read(UnsafeRawBufferPointer(rebasing: bytes[at..<at + length]), &listing)
      }
      at += length
    }
    return listing
  }
}

/// How one field goes to bytes and back.
struct Field: Sendable {
  var tag: UInt8
  var write: @Sendable (Listing, inout [UInt8]) -> Void
  var read: @Sendable (UnsafeRawBufferPointer, inout Listing) -> Void

  static let byTag: [Field?] = {
    var table = [Field?](repeating: nil, count: 64)
    for field in all { table[Int(field.tag)] = field }
    return table
  }()

  /// Tags are for ever: a field that goes leaves its number unused.
  static let all: [Field] = [
    text(1, { $0.id }, { $0.id = $1 }),
    text(2, { $0.name }, { $0.name = $1 }),
    text(3, { $0.kana }, { $0.kana = $1 }),
    text(4, { $0.kind?.rawValue }, { $0.kind = ResourceKind(rawValue: $1) }),
    text(
      5, { $0.status == .active ? nil : $0.status.rawValue },
      {
        $0.status = ResourceStatus(rawValue: $1) ?? .active
      }),
    list(6, { $0.categories }, { $0.categories.append($1) }),
    list(7, { $0.tags }, { $0.tags.append($1) }),
    text(8, { $0.summary }, { $0.summary = $1 }),
    text(9, { $0.description }, { $0.description = $1 }),
    text(10, { $0.provider }, { $0.provider = $1 }),
    text(11, { $0.providerType?.rawValue }, { $0.providerType = ProviderType(rawValue: $1) }),
    text(12, { $0.placeName }, { $0.placeName = $1 }),
    text(13, { $0.address }, { $0.address = $1 }),
    text(14, { $0.area }, { $0.area = $1 }),
    number(15, { $0.coordinate?.lat }, { $0.coordinate = Coordinate(lat: $1, lng: 0) }),
    number(16, { $0.coordinate?.lng }, { $0.coordinate?.lng = $1 }),
    text(17, { $0.precision?.rawValue }, { $0.precision = Precision(rawValue: $1) }),
    list(18, { $0.access }, { $0.access.append($1) }),
    list(
      19, { $0.modes.map(\.rawValue) },
      { listing, word in
        if let mode = ReachMode(rawValue: word) { listing.modes.append(mode) }
      }),
    list(20, { $0.areas }, { $0.areas.append($1) }),
    text(21, { $0.schedule }, { $0.schedule = $1 }),
    text(22, { $0.cost }, { $0.cost = $1 }),
    number(23, { $0.costMin }, { $0.costMin = $1 }),
    number(24, { $0.costMax }, { $0.costMax = $1 }),
    text(25, { $0.costPer }, { $0.costPer = $1 }),
    text(26, { $0.eligibility }, { $0.eligibility = $1 }),
    number(27, { $0.minAge }, { $0.minAge = $1 }),
    number(28, { $0.maxAge }, { $0.maxAge = $1 }),
    list(
      29, { $0.careLevels.map(\.rawValue) },
      { listing, word in
        if let level = CareLevel(rawValue: word) { listing.careLevels.append(level) }
      }),
    text(30, { $0.capacity }, { $0.capacity = $1 }),
    number(31, { $0.maximum }, { $0.maximum = $1 }),
    number(32, { $0.available }, { $0.available = $1 }),
    text(33, { $0.availableAsOf }, { $0.availableAsOf = $1 }),
    text(34, { $0.phone }, { $0.phone = $1 }),
    text(35, { $0.restricted?.rawValue }, { $0.restricted = Visibility(rawValue: $1) }),
    text(36, { $0.confirmedOn }, { $0.confirmedOn = $1 }),
    text(37, { $0.confirmedHow }, { $0.confirmedHow = $1 }),
    text(38, { $0.sourceName }, { $0.sourceName = $1 }),
    text(39, { $0.licence }, { $0.licence = $1 }),
    text(40, { $0.attribution }, { $0.attribution = $1 }),
    text(41, { $0.validFrom }, { $0.validFrom = $1 }),
    text(42, { $0.validTo }, { $0.validTo = $1 }),
  ]

  static func text(
    _ tag: UInt8, _ get: @escaping @Sendable (Listing) -> String?,
    _ set: @escaping @Sendable (inout Listing, String) -> Void
  ) -> Field {
    Field(tag: tag) { listing, out in
      if let text = get(listing) { put(tag, text, &out) }
    } read: { bytes, listing in
      set(&listing, String(decoding: bytes, as: UTF8.self))
    }
  }

  static func list(
    _ tag: UInt8, _ get: @escaping @Sendable (Listing) -> [String],
    _ add: @escaping @Sendable (inout Listing, String) -> Void
  ) -> Field {
    Field(tag: tag) { listing, out in
      for text in get(listing) { put(tag, text, &out) }
    } read: { bytes, listing in
      add(&listing, String(decoding: bytes, as: UTF8.self))
    }
  }

  static func number(
    _ tag: UInt8, _ get: @escaping @Sendable (Listing) -> Double?,
    _ set: @escaping @Sendable (inout Listing, Double) -> Void
  ) -> Field {
    Field(tag: tag) { listing, out in
      guard let value = get(listing) else { return }
      out.append(tag)
      out.append(8)
      withUnsafeBytes(of: value.bitPattern.littleEndian) { out.append(contentsOf: $0) }
    } read: { bytes, listing in
      guard bytes.count == 8 else { return }
      set(&listing, Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))))
    }
  }

  private static func put(_ tag: UInt8, _ text: String, _ out: inout [UInt8]) {
    out.append(tag)
    var length = text.utf8.count
    while length >= 0x80 {
      out.append(UInt8(length & 0x7F) | 0x80)
      length >>= 7
    }
    out.append(UInt8(length))
    out.append(contentsOf: text.utf8)
  }
}
