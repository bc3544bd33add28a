import JapaneseText

/// One word of a pattern as it is compared with a text.
struct WordForm: Sendable, Hashable {
  var stem: [UInt32]
  /// What must follow the stem: a kana of the endings of its conjugation; nil for anything.
  var next: KanaSet?
  /// A negative form must follow soon.
  var isNegative = false
  /// A short word in hiragana, which stands inside other words too.
  var needsBoundary = false

  var length: Int { stem.count + (next == nil ? 0 : 1) }

  /// A word as tables write it: `word`, `word~` in any form, `word~ない` in a negative one.
  init(_ written: String, _ endings: Endings) {
    let parts = written.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
    var stem = endings.apply(FoldedText(String(parts[0]))).scalars
    if parts.count == 2, let last = stem.popLast() {
      isNegative = !parts[1].isEmpty
      if last == 0x308B, stem.count > 1, stem.last == 0x3059 {  // する
        stem.removeLast()
        next = KanaSet("さしすせ")
      } else if last == 0x308B {
        next = Self.ru(after: stem.last)
      } else if let endings = Self.endings[last] {
        next = endings
      } else {
        stem.append(last)
      }
    }
    needsBoundary = stem.count <= 4 && stem.allSatisfy(NeedText.isHiragana)
    self.stem = stem
  }

  /// Where the word ends when it stands at `index`.
  @inline(__always)
  func end(in text: NeedText, at index: Int) -> Int? {
    let end = index + stem.count
    guard end <= text.scalars.count else { return nil }
    for i in stem.indices where text.scalars[index + i] != stem[i] { return nil }
    var last = end
    if let next {
      guard end < text.scalars.count, next.contains(text.scalars[end]) else { return nil }
      last += 1
    }
    if isNegative {
      guard let negative = NegativeForms.end(in: text, from: end, within: 4) else { return nil }
      last = negative
    }
    return last
  }

  /// る: the endings of 食べる and of 切る; nobody can tell them apart by their last kana.
  private static func ru(after kana: UInt32?) -> KanaSet {
    guard let kana, NeedText.isHiragana(kana), !KanaSet.front.contains(kana) else { return both }
    return KanaSet("らりるれろっんう")
  }

  private static let both = KanaSet("らりるれろっんなたてでまよずさにづへやとうきちはもが")
  private static let endings: [UInt32: KanaSet] = [
    0x3046: KanaSet("わいうえおっ"), 0x304F: KanaSet("かきくけこいっ"), 0x3050: KanaSet("がぎぐげごい"),
    0x3059: KanaSet("さしすせそ"), 0x3064: KanaSet("たちつてとっ"), 0x306C: KanaSet("なにぬねのん"),
    0x3076: KanaSet("ばびぶべぼん"), 0x3080: KanaSet("まみむめもん"), 0x3044: KanaSet("いくかけさうゅそすが"),
  ]
}

/// A set of hiragana.
struct KanaSet: Sendable, Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ kana: String) {
    for scalar in kana.unicodeScalars {
      let bit = scalar.value &- 0x3040
      if bit < 64 { low |= 1 << UInt64(bit) } else if bit < 128 { high |= 1 << UInt64(bit - 64) }
    }
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    let bit = scalar &- 0x3040
    if bit < 64 { return low >> UInt64(bit) & 1 == 1 }
    return bit < 128 && high >> UInt64(bit - 64) & 1 == 1
  }

  /// The い and え rows, which verbs of one conjugation (一段) end their stem with.
  static let front = KanaSet("いきしちにひみりぎじぢびえけせてねへめれげぜでべ")
}
