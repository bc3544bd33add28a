import Foundation
import Testing
import TestSupport

@testable import LineRPC

/// The scanner decides what is JSON on the wire, so it is held against RFC 8259 by hand-picked texts
/// and against Foundation's reader by damaged ones.
@Suite struct JSONTextTests {
  static let valid = [
    "null", " true\t", "false", "0", "-0", "-0.5e+10", "1E400", "123456789012345678901234567890",
    #""""#, #""é\u00e9\ud83d\ude00\n\"\\\/""#, "[]", "[ ]", "{}", "{ }", "[[],{}]",
    #"{"a":1,"a":[{"b":null}]}"#, "\n[1 , 2]\r\n", "\"\u{7F}\"", "\"\u{10FFFF}\"",
  ]

  static let invalid = [
    "", " ", "nul", "nulll", "True", "01", "1.", ".5", "+1", "-", "1e", "1e+", "0x1", "NaN", "'a'",
    "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\t\"", "\"\u{0}\"", "[", "]", "[1,]", "[,1]", "[1 2]",
    "[1}", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":1 \"b\":2}", "{1:1}",
    "1 2", "[] []", "\u{FEFF}[]", "/**/1", "\u{3000}1",
  ]

  @Test("takes what RFC 8259 calls JSON", arguments: valid)
  func takes(_ text: String) { #expect(JSONSlice(checking: Array(text.utf8)) != nil) }

  @Test("refuses what it does not", arguments: invalid)
  func refuses(_ text: String) { #expect(JSONSlice(checking: Array(text.utf8)) == nil) }

  /// Overlong forms, surrogates in UTF-8, bytes above U+10FFFF, a character cut short, and halves of
  /// surrogate pairs in escapes.
  @Test func refusesWhatIsNoUnicode() {
    let inner: [[UInt8]] = [
      [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xE3, 0x81],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      Array(#"\ud800"#.utf8), Array(#"\udc00"#.utf8), Array(#"\ud800\u0041"#.utf8),
      Array(#"\ud800x"#.utf8),
    ]
    for bytes in inner {
      #expect(JSONSlice(checking: [0x22] + bytes + [0x22]) == nil, "\(bytes)")
    }
  }

  @Test func takesSoManyBracketsAndNoMore() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth)
        + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(JSONSlice(checking: nested(256)) != nil)
    #expect(JSONSlice(checking: nested(257)) == nil)
    #expect(JSONSlice(checking: nested(1_000_000)) == nil)
  }

  @Test func textsComeBackAsTheyWere() throws {
    let seed = propertySeed("textsComeBackAsTheyWere")
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{8}", "\u{1F}", "支え", "👵🏽", "e\u{301}",
      "\u{2028}",
    ]
    for _ in 0..<2_000 {
      let text = generator.text(of: pieces, count: 0...12)
      var bytes: [UInt8] = []
      JSONString.append(text, to: &bytes)
      let own = JSONSlice(checking: bytes)?.text
      #expect(own?.unicodeScalars.elementsEqual(text.unicodeScalars) ?? false, "seed \(seed)")
      // What Foundation escapes, in its own way, reads the same.
      let other = Array(try JSONEncoder().encode([text]))
      var read: String?
      JSONSlice(checking: other)?.eachElement { read = $0.text }
      #expect(read?.unicodeScalars.elementsEqual(text.unicodeScalars) ?? false, "seed \(seed)")
    }
  }

  /// Damaged texts: what is taken here, Foundation can read. Not the reverse: it also takes commas
  /// at the end, and NUL for a sign of UTF-16.
  @Test func takesNothingThatFoundationDoesNotRead() {
    let seed = propertySeed("takesNothingThatFoundationDoesNotRead")
    var generator = SeededGenerator(seed: seed)
    let bytes = Array(#"{}[]",:\0123.e+-truefalsn ud8é"#.utf8) + [0x80, 0xE3, 0x09]
    for _ in 0..<20_000 {
      var text = Array(generator.pick(Self.valid).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let at = Int.random(in: 0...text.count, using: &generator)
        if generator.chance(0.5), at < text.count {
          text.remove(at: at)
        } else {
          text.insert(generator.pick(bytes), at: at)
        }
      }
      let own = JSONSlice(checking: text) != nil
      let other =
        (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
      // A number too great for Foundation is JSON all the same.
      if own, !other, text.contains(0x65) || text.contains(0x45) { continue }
      #expect(!own || other, "seed \(seed): \(String(decoding: text, as: UTF8.self))")
    }
  }
}
