/// What a `sasae://` URI names.
enum ResourceAddress: Hashable {
  case categories, needs, profiles, plugins, changes
  case resource(String)
  case category(String)

  static let fixed: [(name: String, address: ResourceAddress)] = [
    ("categories", .categories), ("needs", .needs), ("profiles", .profiles),
    ("plugins", .plugins), ("changes", .changes),
  ]

  init?(_ uri: String) {
    guard uri.hasPrefix("sasae://") else { return nil }
    let rest = uri.dropFirst(8)
    if let known = Self.fixed.first(where: { $0.name == rest }) {
      self = known.address
      return
    }
    let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = Self.decoded(parts[1]), !name.isEmpty else { return nil }
    switch parts[0] {
    case "resource": self = .resource(name)
    case "category": self = .category(name)
    default: return nil
    }
  }

  var uri: String {
    switch self {
    case .resource(let id): "sasae://resource/" + Self.encoded(id)
    case .category(let code): "sasae://category/" + Self.encoded(code)
    default: "sasae://" + (Self.fixed.first { $0.address == self }?.name ?? "")
    }
  }

  var isCategory: Bool {
    if case .category = self { return true }
    return false
  }

  /// Letters, digits and what RFC 3986 lets stand in a path's last part stay; the rest is `%XX`.
  private static func encoded(_ text: String) -> String {
    var out: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: out.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: ":"), UInt8(ascii: "@"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func decoded(_ text: Substring) -> String? {
    var out: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      guard let high = rest.popFirst(), let low = rest.popFirst(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      else { return nil }
      out.append(value)
    }
    return String(validating: out, as: UTF8.self)
  }
}
