import JapaneseText

/// Cuts a folded phrase into words.
struct PhraseScanner {
  let text: UnsafeBufferPointer<UInt32>
  private let lexicon = PhraseLexicon.shared
  var at = 0
  private(set) var tokens: [PhraseToken] = []

  init(_ text: UnsafeBufferPointer<UInt32>) {
    self.text = text
    tokens.reserveCapacity(text.count / 2 + 4)
  }

  mutating func scan() {
    while at < text.count {
      let start = at
      if scanNumber() || scanNth() || scanClockWord() || scanTimes() { continue }
      at = start
      if let (word, count) = lexicon.match(text, at) {
        at += count
        add(word, start, check: word == .clock(720) ? 2 : 0)
      } else if !scanDays() {
        at = start + 1
        addUnknown(start)
      }
    }
  }

  mutating func add(_ word: PhraseWord, _ start: Int, check: DayMask = 0) {
    tokens.append(PhraseToken(word: word, start: start, end: at, check: check))
  }

  private mutating func addUnknown(_ start: Int) {
    if let last = tokens.last, last.word == .unknown, last.end == start {
      tokens[tokens.count - 1].end = at
    } else {
      add(.unknown, start)
    }
  }

  // MARK: characters

  func char(_ index: Int) -> UInt32 { index < text.count ? text[index] : 0 }

  static func digit(_ c: UInt32) -> Int? { c >= 0x30 && c <= 0x39 ? Int(c - 0x30) : nil }

  mutating func take(_ c: UInt32) -> Bool {
    guard char(at) == c else { return false }
    at += 1
    return true
  }

  mutating func take(_ first: UInt32, _ second: UInt32) -> Bool {
    guard char(at) == first, char(at + 1) == second else { return false }
    at += 2
    return true
  }

  mutating func skipBlanks() {
    while char(at) == 0x20 { at += 1 }
  }

  /// Up to four digits.
  mutating func number() -> Int? {
    var value = 0
    var count = 0
    while count < 5, let digit = Self.digit(char(at)) {
      value = value * 10 + digit
      count += 1
      at += 1
    }
    return count == 0 || count == 5 ? nil : value
  }

  static func weekday(_ c: UInt32) -> DayMask? {
    switch c {
    case 0x6708: 1 << 0  // 月
    case 0x706B: 1 << 1  // 火
    case 0x6C34: 1 << 2  // 水
    case 0x6728: 1 << 3  // 木
    case 0x91D1: 1 << 4  // 金
    case 0x571F: 1 << 5  // 土
    case 0x65E5: 1 << 6  // 日
    default: nil
    }
  }

  // MARK: weekdays

  /// 火, 火曜, 火曜日, 月火水. A sign without 曜 is a day only where no other word takes it along (土地, 開催日).
  private mutating func scanDays() -> Bool {
    let start = at
    var mask: DayMask = 0
    var isNamed = false
    while let day = Self.weekday(char(at)) {
      if at > start, let found = lexicon.match(text, at), found.count > 1 { break }
      at += 1
      mask |= day
      if take(0x66DC, 0x65E5) || take(0x66DC) { isNamed = true }  // 曜日, 曜
    }
    guard mask != 0 else { return false }
    if !isNamed {
      // 開催月, 実施日.
      if let last = tokens.last, last.end == start {
        switch last.word {
        case .unknown, .harmless, .opened, .closed, .doubt: return false
        // 雨の日.
        case .blank where text[last.start] == 0x306E && tokens.dropLast().last?.word == .unknown:
          return false
        default: break
        }
      }
      let next = char(at)
      if CharacterClass.of(next) == .japanese, lexicon.match(text, at) == nil, next != 0x7B2C,
        next != 0x5348
      {
        return false
      }
    }
    add(.days(mask), start, check: isNamed ? 0x80 : 0)
    return true
  }
}
