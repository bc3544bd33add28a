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
    if c >= 0x4E00 && c <= 0x9FFF { return variants[c] ?? c }
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

  /// Kanji of personal and place names that lists write in either form.
  private static let variants: [UInt32: UInt32] = {
    var map: [UInt32: UInt32] = [:]
    let pairs = "髙高濵浜濱浜邊辺邉辺齋斎齊斉澤沢德徳惠恵廣広國国嶋島嶌島櫻桜瀧滝龍竜驛駅學学體体會会"
    let scalars = Array(pairs.unicodeScalars)
    for i in stride(from: 0, to: scalars.count - 1, by: 2) {
      map[scalars[i].value] = scalars[i + 1].value
    }
    return map
  }()
}

/// Shorthand for comparing texts the way search does.
public enum Folding {
  public static func fold(_ text: String) -> String { FoldedText(text).text }

  /// The fold without blanks and punctuation: for comparing names and addresses.
  public static func key(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for value in FoldedText(text).scalars
    where CharacterClass.of(value) != .other {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
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
