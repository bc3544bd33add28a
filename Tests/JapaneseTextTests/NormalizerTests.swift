import Foundation
import JapaneseText
import Testing
import TestSupport

@Suite("NFKC")
struct NormalizerTests {
  static func isSame(_ a: String, _ b: String) -> Bool {
    // By scalars: `==` on strings is canonical equivalence and would hide what is tested.
    a.unicodeScalars.elementsEqual(b.unicodeScalars)
  }

  /// Given meaning after Unicode 14, whose tables are ours; Foundation's may be newer.
  static func isNewer(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age else { return true }
    return age.major > 14
  }

  @Test("of each character of the BMP is Foundation's")
  func everyScalar() {
    var checked = 0
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), !Self.isNewer(scalar) else { continue }
      checked += 1
      // Alone, and with neighbours that it could combine or change places with.
      let contexts = ["か\(scalar)\u{3099}", "a\(scalar)\u{301}"]
      for text in ["\(scalar)"] + (Self.becomesMarks(scalar) ? [] : contexts) {
        let (ours, theirs) = (Normalizer.nfkc(text), text.precomposedStringWithCompatibilityMapping)
        #expect(Self.isSame(ours, theirs), "U+\(String(value, radix: 16)) in \(text)")
      }
    }
    #expect(checked > 50_000)
  }

  /// Foundation leaves the marks that these become where they stand (ﾞ, U+0385, U+0F73 …); UAX #15
  /// orders them among their neighbours, and so do we: see `knownText`.
  static func becomesMarks(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.canonicalCombiningClass == .notReordered
      && Normalizer.nfkc(String(scalar)).unicodeScalars.contains {
        $0.properties.canonicalCombiningClass != .notReordered
      }
  }

  static let pieces = [
    "か", "カ", "ｶ", "ﾊ", "ﾞ", "ﾟ", "\u{3099}", "\u{309A}", "ー", "ｰ", "が", "ガ", "Ａ", "1", "①", "㈱",
    "㍿",
    "㎡", "髙", "葛\u{E0100}", "﨑", "e", "é", "\u{301}", "\u{323}", "각", "ㄱ", "\u{1100}", "\u{1161}",
    "\u{11A8}", "　", "～", "－", "…", "🍙", "ﬁ", "ｳﾞ", "ヷ", "は", "\u{200D}",
  ]

  @Test("of random Japanese text is Foundation's, and is its own NFKC")
  func randomText() {
    let seed = propertySeed("nfkc")
    for offset in 0..<UInt64(3_000) {
      var random = SeededGenerator(seed: seed &+ offset)
      let text = random.text(of: Self.pieces, count: 0...12)
      let ours = Normalizer.nfkc(text)
      #expect(Self.isSame(ours, Normalizer.nfkc(ours)), "seed \(seed &+ offset): \(text)")
      // See above; and Foundation composes no compatibility jamo.
      if text.unicodeScalars.contains(where: { Self.becomesMarks($0) || $0 == "ㄱ" }) { continue }
      let theirs = text.precomposedStringWithCompatibilityMapping
      #expect(Self.isSame(ours, theirs), "seed \(seed &+ offset): \(text)")
    }
  }

  static let known = [
    ("ﾋﾟｱｻﾎﾟｰﾄ", "ピアサポート"), ("ＮＰＯ", "NPO"), ("①", "1"), ("㈱", "(株)"), ("　", " "), ("～", "~"),
    ("か\u{3099}", "が"), ("は\u{309A}", "ぱ"), ("ｳﾞ", "ヴ"), ("㍻", "平成"), ("㎡", "m2"), ("ｶﾞ", "ガ"),
    // A sound mark that fits nothing stays.
    ("あ\u{3099}", "あ\u{3099}"), ("ﾞ", "\u{3099}"),
    // A compatibility ideograph becomes the unified one; the name variant 髙 has none.
    ("\u{FA19}", "神"), ("髙", "髙"), ("﨑", "﨑"),
    // Marks in the wrong order are put in order and compose.
    ("a\u{301}\u{323}", "ạ\u{301}"), ("\u{1100}\u{1161}\u{11A8}", "각"),
    // Where Foundation leaves the order alone: checked against Unicode's own tables.
    ("か\u{385}\u{3099}", "か \u{3099}\u{308}\u{301}"), ("a\u{F73}\u{301}", "á\u{F71}\u{F72}"),
    ("か\u{301}ﾞ", "が\u{301}"), ("ㄱ\u{1161}", "가"),
    // Plain text comes back untouched.
    ("", ""), ("毎週火曜 13:30", "毎週火曜 13:30"), ("ー", "ー"), ("。、「」", "。、「」"),
  ]

  @Test("of known texts", arguments: known)
  func knownText(_ text: String, _ expected: String) {
    #expect(Self.isSame(Normalizer.nfkc(text), expected), "\(text)")
  }
}
