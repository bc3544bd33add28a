import Diagnostics
import ReferenceData

/// Activities a text names, and whether the person likes, knows or avoids them.
struct ActivityWords: Sendable {
  private var index = PhraseIndex(gap: 0)
  private var words: [String] = []
  /// Words that are told only where the person would rather not have them near.
  private var avoidOnly: Set<String> = []
  private var liked = PhraseIndex(gap: 4)
  private var known = PhraseIndex(gap: 4)
  private var avoided = PhraseIndex(gap: 4)

  init(files: [DataFile], sets: WordSets, _ endings: Endings) throws(SasaeError) {
    for row in files.flatMap(\.rows) {
      let word = try row.required("word")
      for written in [word] + row.list("spellings") {
        if let pattern = PhrasePattern(written, row: words.count, sets: sets, endings) {
          index.add(pattern)
        }
      }
      words.append(word)
      guard ["", "avoid"].contains(row["only"]) else {
        throw row.error(
          "data.value", ["value": "\(row["only"])", "expected": "avoid"], field: "only")
      }
      if !row["only"].isEmpty { avoidOnly.insert(word) }
    }
    Self.fill(&liked, Self.likes, sets, endings)
    Self.fill(&known, Self.knows, sets, endings)
    Self.fill(&avoided, Self.avoids, sets, endings)
  }

  private static func fill(
    _ index: inout PhraseIndex, _ patterns: [String], _ sets: WordSets, _ endings: Endings
  ) {
    for written in patterns {
      if let pattern = PhrasePattern(written, row: 0, sets: sets, endings) { index.add(pattern) }
    }
  }

  private static let likes = [
    "好き", "大好き", "趣味", "楽しみ", "してみたい", "やってみたい", "やりたい", "したい", "行きたい", "歌いたい", "打ちたい",
    "指したい", "習いたい", "出たい", "恋しい~", "がいい", "がええ", "始めたい", "生きがい", "関わりたい", "興味", "育てたい", "作りたい",
  ]
  private static let knows = [
    "教えられ", "教えてあげ", "教えれ", "教えとった", "教えていた", "教えてい", "教える +こと", "教えたい", "得意", "できる", "できます", "上手",
    "自信",
    "昔取った杵柄", "しとった", "していた", "してた", "してました", "していました", "やっとった", "やっていた", "やってた", "だった", "だったん",
    "やった", "でした", "免許", "資格", "プロ", "師範", "腕", "しよった", "やりよった", "手伝え", "勤め", "任せて",
  ]
  /// Said before the word: 趣味は俳句, 若い頃は大工.
  private static let likedBefore = ["趣味", "楽しみ", "生きがい", "好きな"]
  private static let knownBefore = ["特技", "得意", "若い頃は", "若いころは", "昔は", "現役の頃は"]
  /// A negative that says how well: 編み物なら誰にも負けません.
  private static let proud = ["負けません", "負けない", "負けん", "負けへん", "引けを取"]
  private static let avoids = [
    "苦手", "嫌い", "きらい", "嫌 +で|や|じゃ|だ|な|がる", "いや +で|や|じゃ|だ", "好かん", "好きではない", "好きじゃない", "だめ", "避けたい",
    "こわい~", "困る~", "行きたくない", "したくない", "疲れる~", "アレルギー", "遠慮したい", "気を使う~", "気疲れ", "好きでない", "しんどい~",
  ]

  func names(_ text: NeedText) -> [String] {
    find(text).map(\.word).filter { !avoidOnly.contains($0) }
  }

  private func find(_ text: NeedText) -> [(range: Range<Int>, word: String)] {
    var found: [(range: Range<Int>, word: String)] = []
    index.matches(in: text) { match, row in
      // The longest where two overlap.
      if let at = found.firstIndex(where: { $0.range.overlaps(match.range) }) {
        if found[at].range.count < match.range.count { found[at] = (match.range, words[row]) }
        return
      }
      found.append((match.range, words[row]))
    }
    return found
  }

  func read(_ text: NeedText, _ facts: inout PersonFacts) {
    let found = find(text)
    for (i, one) in found.enumerated() {
      let sentence = text.sentences[text.sentence[one.range.lowerBound]]
      let next = i + 1 < found.count ? found[i + 1].range : nil
      var end = min(sentence.upperBound, one.range.upperBound + 14)
      // 「囲碁と将棋が好き」: what is said of the next is said of this too, when they are listed.
      if let next, next.lowerBound < end, !isListed(text, one.range.upperBound..<next.lowerBound) {
        end = next.lowerBound
      }
      if let list = toldBefore(text, one.range.lowerBound) {
        add(one.word, list, &facts)
        continue
      }
      guard one.range.upperBound < end else { continue }
      let behind = one.range.upperBound..<end
      // 「料理は母任せだった」
      if PersonNumbers.contains(text, behind, ["任せだ", "任せで", "任せに"]) { continue }
      if first(avoided, text, behind) != nil, !isBefore(text, behind) {
        add(one.word, \.avoid, &facts)
      } else if PersonNumbers.contains(text, behind, Self.proud) {
        add(one.word, \.strengths, &facts)
      } else if isKnownFirst(text, behind),
        NegativeForms.end(in: text, from: end - 1, within: 0) == nil,
        !isDenied(text, behind)
      {
        add(one.word, \.strengths, &facts)
      } else if first(liked, text, behind) != nil {
        add(one.word, \.interests, &facts)
      }
    }
  }

  /// と, や, か, も, 、 between two of a list.
  private func isListed(_ text: NeedText, _ range: Range<Int>) -> Bool {
    range.count <= 3
      && text.scalars[range].contains {
        [0x3068, 0x3084, 0x304B, 0x3001, 0x30FB, 0x3082].contains($0)
      }
  }

  private func toldBefore(_ text: NeedText, _ index: Int) -> WritableKeyPath<PersonFacts, [String]>?
  {
    let sentence = text.sentences[text.sentence[index]]
    let before = max(sentence.lowerBound, index - 6)..<index
    // Another word of the list may stand between, but no clause.
    if text.scalars[before].contains(0x3001) { return nil }
    if PersonNumbers.contains(text, before, Self.likedBefore) { return \.interests }
    return PersonNumbers.contains(text, before, Self.knownBefore) ? \.strengths : nil
  }

  /// 「好きだった」 is liked, though だった alone would be known.
  private func isKnownFirst(_ text: NeedText, _ range: Range<Int>) -> Bool {
    func end(_ index: PhraseIndex) -> Int? {
      range.first { index.stands(in: text, range.lowerBound..<$0 + 1) }
    }
    guard let knownAt = end(known) else { return false }
    return end(liked).map { knownAt <= $0 } ?? true
  }

  private func first(_ index: PhraseIndex, _ text: NeedText, _ range: Range<Int>) -> Bool? {
    index.stands(in: text, range) ? true : nil
  }

  /// 「嫌いじゃない」 avoids nothing.
  private func isBefore(_ text: NeedText, _ range: Range<Int>) -> Bool {
    let stretch = Array(text.scalars[range])
    return ["いじゃない", "いではない", "いではありません", "手じゃない", "手ではない"].contains { words in
      let wanted = words.unicodeScalars.map(\.value)
      return stretch.indices.contains { at in
        at + wanted.count <= stretch.count && stretch[at..<at + wanted.count].elementsEqual(wanted)
      }
    }
  }

  /// A negative stands there: できない.
  private func isDenied(_ text: NeedText, _ range: Range<Int>) -> Bool {
    range.contains { NegativeForms.match(text, $0) != nil }
  }

  private func add(
    _ word: String, _ list: WritableKeyPath<PersonFacts, [String]>, _ facts: inout PersonFacts
  ) {
    if avoidOnly.contains(word), list != \.avoid { return }
    if !facts[keyPath: list].contains(word) { facts[keyPath: list].append(word) }
  }
}
