import JapaneseText

/// An address cut into the elements that place names are compared by.
///
/// Each element is a folded character or a whole number, so that 1丁目 never matches within 11丁目.
/// What is written in several ways becomes one: 二 and 2, ニ where 二 was meant, ヶ・ケ・が, 丁目 and 丁,
/// every dash. 大字 and 字 are left out, blanks too.
struct AddressKey {
  private(set) var elements: [UInt32] = []
  /// For each element, the index of its first scalar in the source.
  private(set) var origins: [Int] = []
  /// The source's scalars.
  let source: [UInt32]

  /// Numbers are this much and their value.
  static let number: UInt32 = 0x8000_0000
  static let dash: UInt32 = 0x2D
  static let chome: UInt32 = 0x4E01  // 丁
  private static let aza: UInt32 = 0x5B57  // 字

  static func isNumber(_ element: UInt32) -> Bool { element >= number }

  /// A kana or kanji, which may go on a name.
  static func isLetter(_ element: UInt32) -> Bool {
    element < number && CharacterClass.of(element) == .japanese
  }

  /// At most so much of a text is looked at, in scalars: an address is never longer.
  static let limit = 120

  init(_ text: String) {
    var source: [UInt32] = []
    source.reserveCapacity(32)
    for scalar in text.unicodeScalars { source.append(scalar.value) }
    self.source = source
    var head = text
    if source.count > Self.limit {
      head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.limit)))
    }
    cut(FoldedText(head))
  }

  /// Whether the element at `index` was typed as an Arabic numeral.
  func isTypedAsDigits(_ index: Int) -> Bool {
    let c = source[origins[index]]
    return (0x30...0x39).contains(c) || (0xFF10...0xFF19).contains(c)
  }

  /// Whether a blank, or 字 that was left out, stands before the element at `index`.
  func isParted(_ index: Int) -> Bool {
    guard index < origins.count else { return true }
    let at = origins[index]
    return at > 0 && (Self.isBlank(source[at - 1]) || source[at - 1] == Self.aza)
  }

  /// Whether 字 was left out before the element at `index`.
  func isAfterAza(_ index: Int) -> Bool {
    index < origins.count && origins[index] > 0 && source[origins[index] - 1] == Self.aza
  }

  /// The text from an element on, without the dashes and blanks that led to it.
  func rest(from index: Int) -> String {
    var index = index
    while index < elements.count, elements[index] == Self.dash || isJoiningNo(index) { index += 1 }
    var from = index < origins.count ? origins[index] : tail
    while from < source.count, Self.isBlank(source[from]) { from += 1 }
    var to = source.count
    while to > from, Self.isBlank(source[to - 1]) { to -= 1 }
    var view = String.UnicodeScalarView()
    for value in source[from..<to] {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  /// の of 1の8の15.
  private func isJoiningNo(_ index: Int) -> Bool {
    elements[index] == 0x306E && index > 0 && index + 1 < elements.count
      && Self.isNumber(elements[index + 1])
  }

  /// Where what was not cut begins.
  private var tail: Int { min(source.count, Self.limit) }

  private static func isBlank(_ c: UInt32) -> Bool {
    c <= 0x20 || c == 0x3000 || c == 0xA0 || (0x2000...0x200B).contains(c) || c == 0xFEFF
  }

  private mutating func cut(_ folded: FoldedText) {
    let scalars = folded.scalars
    elements.reserveCapacity(scalars.count)
    origins.reserveCapacity(scalars.count)
    var at = 0
    while at < scalars.count {
      let c = scalars[at]
      let origin = folded.origins[at]
      if Self.isBlank(c) {
        at += 1
      } else if (0x30...0x39).contains(c) {
        at = digits(scalars, at, origin)
      } else if numeral(folded, at) != nil {
        at = numerals(folded, at, origin)
      } else if c == Self.aza {
        at += 1
      } else if c == 0x5927, at + 1 < scalars.count, scalars[at + 1] == Self.aza {  // 大字
        at += 2
      } else if c == Self.chome {
        push(c, origin)
        at += at + 1 < scalars.count && scalars[at + 1] == 0x76EE ? 2 : 1  // 丁目
      } else if isRepetition(scalars, at), let last = elements.last {
        push(last, origin)
        at += 1
      } else if Self.isDash(c) {
        let isOne =
          at + 2 < scalars.count && scalars[at + 1] == Self.chome && scalars[at + 2] == 0x76EE
        let follows = elements.last.map(Self.isNumber) ?? false
        if isOne, !follows {
          push(Self.number + 1, origin)
        } else if isLongVowel(scalars, at) {
          push(0x30FC, origin)
        } else if c != 0x30FC || follows {
          push(Self.dash, origin)
        } else {
          push(c, origin)
        }
        at += 1
      } else {
        push(PlaceSpelling.common(c), origin)
        at += 1
      }
    }
  }

  /// 々, or a dash that stands where 々 was lost: 代々木, 代‐木.
  private func isRepetition(_ scalars: [UInt32], _ at: Int) -> Bool {
    guard let last = elements.last, Self.isKanji(last) else { return false }
    if scalars[at] == 0x3005 || scalars[at] == 0x303B { return true }
    return Self.isDash(scalars[at]) && scalars[at] != 0x4E28 && at + 1 < scalars.count
      && Self.isKanji(scalars[at + 1]) && scalars[at + 1] != Self.chome
  }

  /// A dash within kana: サンポ－ト.
  private func isLongVowel(_ scalars: [UInt32], _ at: Int) -> Bool {
    guard let last = elements.last, at + 1 < scalars.count else { return false }
    return (0x3041...0x309F).contains(last) && last != 0x306E
      && (0x3041...0x309F).contains(scalars[at + 1])
  }

  private static func isKanji(_ c: UInt32) -> Bool { (0x3400...0x9FFF).contains(c) }

  private mutating func push(_ element: UInt32, _ origin: Int) {
    elements.append(element)
    origins.append(origin)
  }

  private mutating func digits(_ scalars: [UInt32], _ start: Int, _ origin: Int) -> Int {
    var at = start
    var value: UInt32 = 0
    while at < scalars.count, (0x30...0x39).contains(scalars[at]) {
      value = min(value * 10 + scalars[at] - 0x30, 0x0FFF_FFFF)
      at += 1
    }
    push(Self.number + value, origin)
    return at
  }

  /// 二十一 and 二一 are 21.
  private mutating func numerals(_ folded: FoldedText, _ start: Int, _ origin: Int) -> Int {
    var at = start
    var value: UInt32 = 0
    while at < folded.scalars.count, let digit = numeral(folded, at) {
      if digit == 10 {
        value = at == start ? 10 : min(value * 10, 0x0FFF_FFFF)
        // What follows 十 is added.
        if at + 1 < folded.scalars.count, let next = numeral(folded, at + 1), next < 10 {
          value += next
          at += 1
        }
      } else {
        value = min(value * 10 + digit, 0x0FFF_FFFF)
      }
      at += 1
    }
    push(Self.number + value, origin)
    return at
  }

  /// The value of a kanji numeral, or of the katakana that stands where one was meant.
  @inline(__always)
  private func numeral(_ folded: FoldedText, _ at: Int) -> UInt32? {
    switch folded.scalars[at] {
    case 0x3007: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    case 0x306B: lookalike(folded, at, 0x30CB, 0xFF86, 2)  // ニ
    case 0x306F: lookalike(folded, at, 0x30CF, 0xFF8A, 8)  // ハ
    default: nil
    }
  }

  /// A katakana alone among kanji: as イロハ番地 too it is compared as the numeral it looks like.
  private func lookalike(
    _ folded: FoldedText, _ at: Int, _ katakana: UInt32, _ half: UInt32, _ value: UInt32
  ) -> UInt32? {
    let typed = source[folded.origins[at]]
    guard typed == katakana || typed == half else { return nil }
    func isKana(_ index: Int) -> Bool {
      guard folded.scalars.indices.contains(index) else { return false }
      let c = folded.scalars[index]
      // ノ, ケ and ツ join kanji.
      return (0x3041...0x309F).contains(c) && ![0x306E, 0x3051, 0x3064, 0x3063].contains(c)
        || c == 0x30FC && !isChome(index + 1)
    }
    func isChome(_ index: Int) -> Bool {
      folded.scalars.indices.contains(index) && folded.scalars[index] == Self.chome
    }
    return isKana(at - 1) || isKana(at + 1) ? nil : value
  }

  private static func isDash(_ c: UInt32) -> Bool {
    switch c {
    case 0x2D, 0x30FC, 0x2500, 0x2501, 0x2212, 0x2010...0x2015, 0xAD, 0x02D7, 0x4E28: true
    default: false
    }
  }
}
