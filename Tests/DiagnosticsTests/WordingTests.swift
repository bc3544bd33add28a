import Diagnostics
import Testing

@Suite("Wording")
struct WordingTests {
  @Test(
    "of a locale gives its language",
    arguments: [
      ("ja_JP.UTF-8", .ja), ("ja", .ja), ("ja_JP.eucJP@modifier", .ja),
      // No language named: the people this is made for read Japanese.
      (nil, .ja), ("", .ja), ("C", .ja), ("POSIX", .ja), ("C.UTF-8", .ja), (".UTF-8", .ja),
      ("en_GB.UTF-8", .en), ("en", .en),
      // Any other language reads English rather than Japanese.
      ("de_DE.UTF-8", .en), ("zh_CN", .en),
      // Javanese begins as Japanese does, by its second letter.
      ("jv_ID", .en),
    ] as [(String?, Language)])
  func locale(_ name: String?, _ language: Language) {
    #expect(Language(locale: name) == language)
  }

  static let typed: [(String, [String], String?)] = [
    // One letter wrong, missing, too many, or two swapped: one edit each.
    ("serch", ["search", "show"], "search"),
    ("seaarch", ["search", "show"], "search"),
    ("saerch", ["search", "show"], "search"),
    ("LIV-TRSAH", ["LIV-TRASH", "LIV-CLEAN"], "LIV-TRASH"),
    // Case is no edit.
    ("liv-trash", ["LIV-TRASH"], "LIV-TRASH"),
    // Japanese: characters count, not bytes.
    ("高松氏", ["高松市", "丸亀市"], "高松市"),
    // The closest wins whatever the order, and the first by name among equals.
    ("tier4", ["tierX9", "tier3"], "tier3"),
    ("tier", ["tier3", "tier2"], "tier2"),
    // A short word allows one edit, not a wholly different word.
    ("ab", ["xy"], nil), ("a", ["b"], "b"),
    // At most four edits however long, and a third of the length.
    ("abcdefghijklmnopqr", ["abcdefghijklmnWXYZ"], "abcdefghijklmnWXYZ"),
    ("abcdefghijklmnopqr", ["abcdefghijklmVWXYZ"], nil),
    ("search", ["retire"], nil),
    ("", ["a"], nil), ("search", [], nil),
  ]

  @Test("suggests the one close name", arguments: typed)
  func didYouMean(_ typed: String, _ known: [String], _ expected: String?) {
    #expect(DidYouMean.closest(to: typed, among: known) == expected)
    #expect(DidYouMean.closest(to: typed, among: known.reversed()) == expected)
  }

  @Test("of an error line leaves out what is unknown")
  func lines() {
    let error = SasaeError("row.value", ["value": "x", "expected": "a, b"])
    #expect(error.line(.en) == "row.value: 'x' can't be used (a, b)")
    #expect(error.line(.ja) == "row.value: 「x」は使えません（a, b）")
    let there = error.located(file: "a.csv", line: 7, field: "place.lat")
    #expect(there.line(.en) == "a.csv:7: place.lat: row.value: 'x' can't be used (a, b)")
    #expect(error.located(file: "a.csv").position.prefix == "a.csv")
    #expect(error.located(line: 7).position.prefix == "7")
    #expect(error.located(line: 7, field: "f").position.prefix == "7: f")
    #expect(error.located(field: "f").position.prefix == "f")
    // What is known already stays.
    #expect(there.located(file: "b.csv", line: 1, field: "z") == there)
    #expect(error.hint(.en) == "a, b")
  }

  @Test("fills in what the error names, in the reader's language")
  func filling() {
    let error = SasaeError(
      "data.dangling",
      ["value": "S-HOEM", "what": Bilingual(ja: "カテゴリ", en: "category"), "suggestion": "S-HOME"])
    #expect(error.text(.ja) == "「S-HOEM」というカテゴリはありません")
    #expect(error.text(.en) == "there is no category 'S-HOEM'")
    #expect(error.hint(.ja)?.contains("もしかして「S-HOME」？") == true)
    #expect(error.hint(.en)?.contains("did you mean 'S-HOME'?") == true)
    // Nothing to suggest is nothing said, not an empty question.
    let unlike = SasaeError("data.dangling", ["value": "x", "suggestion": ""])
    #expect(unlike.hint(.ja)?.contains("もしかして") == false)
    // A value with braces is text, not a template.
    let braces = SasaeError("row.value", ["value": "{expected}", "expected": "a"])
    #expect(braces.text(.en) == "'{expected}' can't be used (a)")
  }
}
