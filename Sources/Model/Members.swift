import Diagnostics

/// A member name of a JSON object.
public struct MemberKey: CodingKey, Hashable {
  public var stringValue: String
  public var intValue: Int? { nil }

  public init(_ name: String) { stringValue = name }
  public init(stringValue: String) { self.stringValue = stringValue }
  public init?(intValue: Int) { nil }
}

/// Reads an object's members with errors that name the member, and keeps those nobody asked for.
///
/// Lists in real life say "nothing stated" in many ways; a text that is only a dash reads as absent
/// (CONTRACT.md: 「—」「―」「-」 in any text field).
public struct MemberReader {
  let container: KeyedDecodingContainer<MemberKey>
  let path: [any CodingKey]

  public init(_ decoder: any Decoder) throws {
    path = decoder.codingPath
    do {
      container = try decoder.container(keyedBy: MemberKey.self)
    } catch {
      throw Self.wrongType(path, Bilingual(ja: "オブジェクト", en: "an object"))
    }
  }

  /// Marks that mean "nothing stated" when they are the whole text.
  public static let nothingStated: Set<String> = [
    "", "-", "－", "—", "―", "‐", "–", "ー", "−", "‑", "ｰ",
  ]

  /// The text as it stands, or nil when it states nothing.
  public static func stated(_ text: String) -> String? {
    nothingStated.contains(trimmed(text)) ? nil : text
  }

  /// Without blanks at both ends, ideographic ones included.
  public static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{3000}", "\u{A0}": true
    default: false
    }
  }

  public func has(_ name: String) -> Bool {
    let key = MemberKey(name)
    return container.contains(key) && (try? container.decodeNil(forKey: key)) != true
  }

  public func text(_ name: String) throws -> String? {
    let key = MemberKey(name)
    guard has(name) else { return nil }
    if let text = try? container.decode(String.self, forKey: key) { return Self.stated(text) }
    if let number = try? container.decode(Int64.self, forKey: key) { return String(number) }
    if let number = try? container.decode(Double.self, forKey: key) { return "\(number)" }
    throw wrongType(name, Bilingual(ja: "文字列", en: "a text"))
  }

  public func texts(_ name: String) throws -> [String] {
    guard has(name) else { return [] }
    if let list = try? container.decode([String].self, forKey: MemberKey(name)) {
      return list.compactMap(Self.stated)
    }
    if let one = try? container.decode(String.self, forKey: MemberKey(name)) {
      return Self.stated(one).map { [$0] } ?? []
    }
    throw wrongType(name, Bilingual(ja: "文字列の配列", en: "a list of texts"))
  }

  public func number(_ name: String) throws -> Double? {
    guard has(name) else { return nil }
    if let value = try? container.decode(Double.self, forKey: MemberKey(name)), value.isFinite {
      return value
    }
    if let text = try? container.decode(String.self, forKey: MemberKey(name)) {
      guard let stated = Self.stated(text) else { return nil }
      if let value = Double(stated), value.isFinite { return value }
    }
    throw wrongType(name, Bilingual(ja: "数", en: "a number"))
  }

  public func integer(_ name: String) throws -> Int? {
    guard let value = try number(name) else { return nil }
    guard let whole = Int(exactly: value) else {
      throw wrongType(name, Bilingual(ja: "整数", en: "a whole number"))
    }
    return whole
  }

  public func flag(_ name: String) throws -> Bool? {
    guard has(name) else { return nil }
    guard let value = try? container.decode(Bool.self, forKey: MemberKey(name)) else {
      throw wrongType(name, Bilingual(ja: "true か false", en: "true or false"))
    }
    return value
  }

  public func word<V: Vocabulary>(_ name: String, _: V.Type = V.self) throws -> V? {
    guard let text = try text(name) else { return nil }
    return try Self.word(text, at: field(name))
  }

  public func words<V: Vocabulary>(_ name: String, _: V.Type = V.self) throws -> [V] {
    try texts(name).map { try Self.word($0, at: field(name)) }
  }

  /// A part of a record; one that states nothing (`"cost": "—"`) is no part.
  func part<T: Decodable & Equatable>(_ name: String, empty: T) throws -> T? {
    let part: T? = try value(name)
    return part == empty ? nil : part
  }

  /// A nested value whose own reader names its errors.
  public func value<T: Decodable>(_ name: String, _: T.Type = T.self) throws -> T? {
    guard has(name) else { return nil }
    do {
      return try container.decode(T.self, forKey: MemberKey(name))
    } catch let error as SasaeError {
      throw error
    } catch {
      throw wrongType(name, Bilingual(ja: "オブジェクト、またはその配列", en: "an object, or a list of them"))
    }
  }

  /// The members not in `known`.
  public func extra(besides known: Set<String>) throws -> [String: JSONValue] {
    var left: [String: JSONValue] = [:]
    for key in container.allKeys where !known.contains(key.stringValue) {
      left[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
    }
    return left
  }

  public static func word<V: Vocabulary>(_ text: String, at field: String) throws -> V {
    guard let word = V(rawValue: text) else {
      throw SasaeError(
        "row.value", ["value": "\(text)", "expected": "\(V.known)"],
        at: Position(field: field))
    }
    return word
  }

  func field(_ name: String) -> String { Self.dotted(path + [MemberKey(name)]) }

  func wrongType(_ name: String, _ expected: Bilingual) -> SasaeError {
    Self.wrongType(path + [MemberKey(name)], expected)
  }

  static func wrongType(_ path: [any CodingKey], _ expected: Bilingual) -> SasaeError {
    SasaeError("row.type", ["expected": expected], at: Position(field: dotted(path)))
  }

  /// `contacts[0].phone`.
  static func dotted(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { out, key in
      if let index = key.intValue {
        out += "[\(index)]"
      } else {
        out += (out.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}

/// Writes the members that say something; empty ones are left out.
public struct MemberWriter {
  var container: KeyedEncodingContainer<MemberKey>

  public init(_ encoder: any Encoder, extra: [String: JSONValue] = [:]) throws {
    container = encoder.container(keyedBy: MemberKey.self)
    for (name, value) in extra { try container.encode(value, forKey: MemberKey(name)) }
  }

  public mutating func put(_ name: String, _ value: (some Encodable)?) throws {
    if let value { try container.encode(value, forKey: MemberKey(name)) }
  }

  public mutating func put(_ name: String, list: [some Encodable]) throws {
    if !list.isEmpty { try container.encode(list, forKey: MemberKey(name)) }
  }

  /// Whole numbers are written without a decimal point.
  public mutating func put(_ name: String, number: Double?) throws {
    guard let number else { return }
    if let whole = Int64(exactly: number) {
      try container.encode(whole, forKey: MemberKey(name))
    } else {
      try container.encode(number, forKey: MemberKey(name))
    }
  }
}
