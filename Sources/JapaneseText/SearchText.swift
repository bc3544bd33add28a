/// Text in the one spelling that search compares: ``FoldedText`` and what else writers do differently.
///
/// - `々ゝゞ` as the character repeated (佐々木 → 佐佐木)
/// - small kana as large ones (ウォーキング = ウオーキング, ディ = デイ), `ヴァ` as `バ`
/// - the `ー` at the end of a katakana word of three or more left out (コーディネーター = コーディネータ)
/// - kanji numerals before a counter as digits (一人 → 1人, 三百円 → 300円), `才` as `歳`, `ヶ月` as `か月`
///
/// The same for records and for queries, so a wrong step can hide a difference but never a match.
public struct SearchText: Sendable {
  public private(set) var scalars: [UInt32] = []
  /// For each scalar, the index of the source's unicode scalar it came from.
  public private(set) var origins: [Int] = []
  /// For each scalar, what script it was written in.
  public private(set) var scripts: [Script] = []

  public enum Script: UInt8, Sendable {
    case other, hiragana, katakana, kanji, word
  }

  public init(_ text: String) {
    var run = ScalarRun()
    run.append(text)
    let source = run.values
    scalars.reserveCapacity(source.count)
    origins.reserveCapacity(source.count)
    scripts.reserveCapacity(source.count)
    var at = 0
    while at < source.count {
      let c = source[at]
      if let (digits, length) = KanjiNumber.read(source, at) {
        for digit in digits { push(digit, run.origins[at], .word) }
        at += length
        continue
      }
      switch c {
      case 0x3005:
        if let last = scalars.last, scripts.last == .kanji {
          push(last, run.origins[at], .kanji)
        } else {
          push(c, run.origins[at], .kanji)
        }
      case 0x309D, 0x309E, 0x30FD, 0x30FE: pushRepeated(c, run.origins[at])
      case 0x30FC where endsWord(source, at): break
      case 0x3094, 0x30F4:
        let next = at + 1 < source.count ? source[at + 1] : 0
        push(Self.voiced(before: next), run.origins[at], Self.script(c))
        if Self.isSmallVowel(next) { at += 1 }
      default:
        let next = at + 1 < source.count ? source[at + 1] : 0
        push(counter(c, next) ?? Self.large(FoldedText.fold(c)), run.origins[at], Self.script(c))
      }
      at += 1
    }
  }

  public var text: String { Analyzer.string(scalars[...]) }

  /// Without blanks and marks: what words and names are known by.
  public var key: [UInt32] { scalars.filter { CharacterClass.of($0) != .other } }

  /// Whether a word may begin or end before the scalar at `index`: the script changes there.
  public func isBoundary(_ index: Int) -> Bool {
    index <= 0 || index >= scripts.count || scripts[index] != scripts[index - 1]
      || scripts[index] == .other
  }

  private mutating func push(_ scalar: UInt32, _ origin: Int, _ script: Script) {
    scalars.append(scalar)
    origins.append(origin)
    scripts.append(script)
  }

  /// `ゝ` repeats the kana before it, `ゞ` repeats it voiced.
  private mutating func pushRepeated(_ c: UInt32, _ origin: Int) {
    guard let last = scalars.last, let script = scripts.last, (0x3041...0x3096).contains(last)
    else { return push(FoldedText.fold(c), origin, Self.script(c)) }
    let voices = c == 0x309E || c == 0x30FE
    // か…ど stand in pairs, the voiced one behind the other; は…ほ in threes.
    let canVoice =
      (0x304B...0x3062).contains(last) && last % 2 == 1
      || [0x3064, 0x3066, 0x3068].contains(last)
      || (0x306F...0x307B).contains(last) && last % 3 == 0
    push(voices && canVoice ? last + 1 : last, origin, script)
  }

  /// Whether the long-vowel mark at `index` ends a katakana word of three characters or more.
  private func endsWord(_ source: [UInt32], _ index: Int) -> Bool {
    if index + 1 < source.count, Self.isKatakana(source[index + 1]) { return false }
    var start = index
    while start > 0, Self.isKatakana(source[start - 1]) { start -= 1 }
    return index - start >= 3
  }

  /// `才` behind a number is `歳`; `ヶ`, `ケ`, `カ`, `箇`, `個` between a number and 月, 所 are か.
  private func counter(_ c: UInt32, _ next: UInt32) -> UInt32? {
    guard let last = scalars.last, (0x30...0x39).contains(last) else { return nil }
    switch c {
    case 0x624D: return 0x6B73
    case 0x30F6, 0x30B1, 0x30F5, 0x30AB, 0x7B87, 0x500B, 0x3051, 0x3095, 0x3096:
      return next == 0x6708 || next == 0x6240 ? 0x304B : nil
    default: return nil
    }
  }

  private static func voiced(before next: UInt32) -> UInt32 {
    switch next {
    case 0x3041, 0x30A1: 0x3070
    case 0x3043, 0x30A3: 0x3073
    case 0x3047, 0x30A7: 0x3079
    case 0x3049, 0x30A9: 0x307C
    default: 0x3076
    }
  }

  private static func isSmallVowel(_ c: UInt32) -> Bool {
    [0x3041, 0x30A1, 0x3043, 0x30A3, 0x3047, 0x30A7, 0x3049, 0x30A9].contains(c)
  }

  @inline(__always)
  private static func large(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E: c + 1
    default: c
    }
  }

  @inline(__always)
  private static func isKatakana(_ c: UInt32) -> Bool { c >= 0x30A1 && c <= 0x30FA || c == 0x30FC }

  @inline(__always)
  static func script(_ c: UInt32) -> Script {
    if c >= 0x3041 && c <= 0x309F { return .hiragana }
    if c >= 0x30A1 && c <= 0x30FF && c != 0x30FB { return .katakana }
    switch CharacterClass.of(c) {
    case .japanese: return .kanji
    case .word: return .word
    case .other: return .other
    }
  }
}

/// Kanji numerals that count something (三百円, 一人, 二十日).
enum KanjiNumber {
  private static func digit(_ c: UInt32) -> Int? {
    switch c {
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func unit(_ c: UInt32) -> Int? {
    switch c {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1_000
    default: nil
    }
  }

  /// 人 回 分 円 時 月 日 週 歳 才 階 番 名 年 つ 丁
  private static let counters: Set<UInt32> = [
    0x4EBA, 0x56DE, 0x5206, 0x5186, 0x6642, 0x6708, 0x65E5, 0x9031, 0x6B73, 0x624D, 0x968E,
    0x756A, 0x540D, 0x5E74, 0x3064, 0x4E01,
  ]

  /// The number at `start` as ASCII digits and how many scalars it takes, when a counter follows.
  static func read(_ source: [UInt32], _ start: Int) -> (digits: [UInt32], length: Int)? {
    guard digit(source[start]) != nil || unit(source[start]) != nil else { return nil }
    var at = start
    var total = 0
    var pending: Int?
    while at < source.count, at - start <= 7 {
      if let value = digit(source[at]) {
        guard pending == nil else { return nil }
        pending = value
      } else if let size = unit(source[at]) {
        total += (pending ?? 1) * size
        pending = nil
      } else {
        break
      }
      at += 1
    }
    guard at < source.count, counters.contains(source[at]), at - start <= 7 else { return nil }
    total += pending ?? 0
    return (String(total).unicodeScalars.map(\.value), at - start)
  }
}
