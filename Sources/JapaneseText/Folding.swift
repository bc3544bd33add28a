/// Text as search compares it: NFKC, lower case, katakana as hiragana, one form for each dash,
/// old and variant kanji of names in their common form.
public struct FoldedText: Sendable, Hashable {
  public private(set) var scalars: [UInt32]
  /// For each folded scalar, the index of the source's unicode scalar it came from.
  public private(set) var origins: [Int]

  public init(_ text: String) {
    var run = ScalarRun()
    run.append(text)
    scalars = run.values
    origins = run.origins
    for i in scalars.indices { scalars[i] = Self.fold(scalars[i]) }
  }

  /// The folded text as a string.
  public var text: String {
    var view = String.UnicodeScalarView()
    for value in scalars {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  /// Whether `other` stands somewhere in this text.
  public func contains(_ other: FoldedText) -> Bool {
    guard let first = other.scalars.first else { return true }
    let length = other.scalars.count
    guard length <= scalars.count else { return false }
    for at in 0...(scalars.count - length)
    where scalars[at] == first && scalars[at..<at + length].elementsEqual(other.scalars) {
      return true
    }
    return false
  }

  @inline(__always)
  static func fold(_ c: UInt32) -> UInt32 {
    if c < 0x80 { return c >= 0x41 && c <= 0x5A ? c + 0x20 : c }
    if c >= 0x3041 && c <= 0x3096 { return smallKe(c) }
    if c >= 0x30A1 && c <= 0x30F6 { return smallKe(c - 0x60) }
    if c >= 0x4E00 && c <= 0x9FFF { return variant(c) }
    return foldRare(c)
  }

  /// `ヶ` and `ヵ` of place names are written with `ケ` and `カ` as often.
  @inline(__always)
  private static func smallKe(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x3095: 0x304B
    case 0x3096: 0x3051
    default: c
    }
  }

  private static func foldRare(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x30FD, 0x30FE: return c - 0x60
    case 0x2010...0x2015, 0x2212, 0x2043, 0xFE63: return 0x2D
    case 0x301C, 0x223C: return 0x7E
    case 0x2225: return 0x2016
    case 0xFA11: return 0x5D0E
    default:
      guard let scalar = Unicode.Scalar(c), scalar.properties.changesWhenLowercased else {
        return c
      }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first?.value ?? c : c
    }
  }

  /// Kanji of personal and place names that lists write in either form. A switch, not a dictionary:
  /// it is there without being built.
  private static func variant(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x9AD9: 0x9AD8  // 髙 → 高
    case 0x6FF5, 0x6FF1: 0x6D5C  // 濵・濱 → 浜
    case 0x908A, 0x9089: 0x8FBA  // 邊・邉 → 辺
    case 0x9F4B: 0x658E  // 齋 → 斎
    case 0x9F4A: 0x6589  // 齊 → 斉
    case 0x6FA4: 0x6CA2  // 澤 → 沢
    case 0x5FB7: 0x5FB3  // 德 → 徳
    case 0x60E0: 0x6075  // 惠 → 恵
    case 0x5EE3: 0x5E83  // 廣 → 広
    case 0x570B: 0x56FD  // 國 → 国
    case 0x5D8B, 0x5D8C: 0x5CF6  // 嶋・嶌 → 島
    case 0x6AFB: 0x685C  // 櫻 → 桜
    case 0x7027: 0x6EDD  // 瀧 → 滝
    case 0x9F8D: 0x7ADC  // 龍 → 竜
    case 0x9A5B: 0x99C5  // 驛 → 駅
    case 0x5B78: 0x5B66  // 學 → 学
    case 0x9AD4: 0x4F53  // 體 → 体
    case 0x6703: 0x4F1A  // 會 → 会
    default: c
    }
  }
}

/// Shorthand for comparing texts the way search does.
public enum Folding {
  public static func fold(_ text: String) -> String { FoldedText(text).text }

  /// The fold without blanks and punctuation: for comparing names and addresses.
  public static func key(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for value in keyScalars(text) {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  /// The scalars of ``key(_:)``.
  public static func keyScalars(_ text: String) -> [UInt32] {
    var scalars = FoldedText(text).scalars
    scalars.removeAll { CharacterClass.of($0) == .other }
    return scalars
  }
}

/// What a folded scalar is to the tokenizer.
public enum CharacterClass: Sendable {
  /// Kana and kanji: written without blanks, cut into overlapping pairs.
  case japanese
  /// Letters and digits of scripts that put blanks between words.
  case word
  case other

  @inline(__always)
  public static func of(_ c: UInt32) -> CharacterClass {
    if c < 0x80 {
      return (c >= 0x61 && c <= 0x7A) || (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5A)
        ? .word : .other
    }
    if c >= 0x4E00 && c <= 0x9FFF { return .japanese }
    if c >= 0x3041 && c <= 0x309F { return .japanese }
    if c >= 0x30A1 && c <= 0x30FF && c != 0x30FB { return .japanese }
    return ofRare(c)
  }

  private static func ofRare(_ c: UInt32) -> CharacterClass {
    switch c {
    case 0x3005, 0x3006, 0x3007, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .japanese
    default:
      guard let scalar = Unicode.Scalar(c) else { return .other }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? .word : .other
    }
  }
}
