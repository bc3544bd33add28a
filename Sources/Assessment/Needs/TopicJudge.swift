/// Decides of each topic whether what is said of it makes it a need.
struct TopicJudge {
  enum Outcome {
    case need, negated, nothing
  }

  struct Ruling {
    var outcome: Outcome
    var evidence: Range<Int>
  }

  let text: NeedText
  let topics: [Topic]
  let said: [Predicate]

  /// Characters behind a topic within which something may be said of it.
  private static let reach = 45

  func rule(_ topic: Topic) -> Ruling {
    let range = topic.range
    if topic.condition == .itself {
      let isNone = isDenied(topic) || isTakenBack(range)
      return Ruling(outcome: isNone ? .negated : .need, evidence: range)
    }
    let sentence = text.sentences[text.sentence[range.lowerBound]]
    let first = topic.match.spans[0].upperBound
    let behind = said.filter {
      $0.kind != .none && $0.range.upperBound > first && $0.range.lowerBound < sentence.upperBound
        && $0.range.lowerBound <= range.upperBound + Self.reach
    }
    // A plan of the same subject that another topic begins ends there.
    let limit = nextTopic(after: topic, in: sentence)
    for (i, one) in behind.enumerated() {
      switch one.kind {
      case .hard, .lack, .worry:
        if topic.condition == .want { continue }
        return need(range, one)
      case .want: return need(range, one)
      case .able, .helped:
        if let later = contrast(behind[(i + 1)...], topic, until: limit) {
          return need(range, later)
        }
        return Ruling(outcome: .negated, evidence: join(range, one.range))
      case .doing:
        if let later = contrast(behind[(i + 1)...], topic, until: limit) {
          return need(range, later)
        }
        return Ruling(outcome: .nothing, evidence: range)
      case .none: continue
      }
    }
    let isDoubtful = said.contains {
      $0.kind == .none && $0.range.lowerBound >= range.upperBound
        && $0.range.lowerBound < sentence.upperBound
    }
    guard behind.isEmpty, !isDoubtful else { return Ruling(outcome: .nothing, evidence: range) }
    return bare(topic, sentence)
  }

  /// Whether what is said of these words or behind them in their sentence is that it can be done or that somebody
  /// does it.
  func isTakenBack(_ range: Range<Int>) -> Bool {
    let sentence = text.sentences[text.sentence[range.lowerBound]]
    for (i, one) in said.enumerated()
    where one.range.upperBound > range.lowerBound && one.range.lowerBound < sentence.upperBound {
      switch one.kind {
      case .hard, .lack, .worry, .want: return false
      case .able, .helped:
        return !said[(i + 1)...].contains {
          $0.kind.makesNeed && $0.range.lowerBound < sentence.upperBound
        }
      case .doing, .none: continue
      }
    }
    return false
  }

  /// Nothing stands behind the topic in its sentence.
  private func bare(_ topic: Topic, _ sentence: Range<Int>) -> Ruling {
    let range = topic.range
    // 「困っているのはゴミ出しです」
    if let before = said.last(where: {
      $0.kind != .none && $0.range.upperBound <= range.lowerBound
        && $0.range.lowerBound >= sentence.lowerBound
    }), before.kind.makesNeed, topic.condition != .want || before.kind == .want,
      range.lowerBound - before.range.upperBound <= 14,
      pointsAhead(before.range.upperBound)
    {
      return need(range, before)
    }
    // 「庭の草。もう手に負えません」
    let number = text.sentence[range.lowerBound]
    if number + 1 < text.sentences.count, sentence.upperBound - range.upperBound <= 8 {
      let next = text.sentences[number + 1]
      if !topics.contains(where: { next.contains($0.range.lowerBound) }),
        let first = said.first(where: {
          next.contains($0.range.lowerBound) && $0.kind != .none
        }), first.kind.makesNeed, topic.condition != .want || first.kind == .want
      {
        return need(range, first)
      }
    }
    // 「困っています。ゴミ出しと買い物です」
    if number > 0, topic.condition != .want,
      let last = said.last(where: {
        text.sentences[number - 1].contains($0.range.lowerBound) && $0.kind != .none
      }), last.kind.makesNeed,
      !topics.contains(where: { text.sentences[number - 1].contains($0.range.lowerBound) })
    {
      return Ruling(outcome: .need, evidence: range)
    }
    // Not much else stands there: the list of a form, the words of a search.
    let isBare = topic.condition == .topic && sentence.count - range.count <= 4
    return Ruling(outcome: isBare ? .need : .nothing, evidence: range)
  }

  /// 「困っているのは…」: the words name what is said next.
  private func pointsAhead(_ index: Int) -> Bool {
    if let last = text[index - 1], last == 0x306F { return true }
    return (index...index + 4).contains { at in
      Self.pointers.contains { text.has($0, at: at) }
    }
  }

  private static let pointers = ["のは", "のが", "ことは", "ことが", "んは", "んが"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Something that makes a need after all, behind 「けど」, before another topic begins.
  private func contrast(
    _ rest: ArraySlice<Predicate>, _ topic: Topic, until limit: Int
  ) -> Predicate? {
    rest.first {
      $0.kind.makesNeed && (topic.condition != .want || $0.kind == .want)
        && $0.range.lowerBound < limit
    }
  }

  private func nextTopic(after topic: Topic, in sentence: Range<Int>) -> Int {
    topics.first {
      $0.range.lowerBound >= topic.range.upperBound && $0.row != topic.row
        && $0.condition != .itself
    }.map { min($0.range.lowerBound, sentence.upperBound) } ?? sentence.upperBound
  }

  private func need(_ range: Range<Int>, _ predicate: Predicate) -> Ruling {
    Ruling(outcome: .need, evidence: join(range, predicate.range))
  }

  private func join(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    let gap = max(b.lowerBound - a.upperBound, a.lowerBound - b.upperBound)
    guard gap <= 25 else { return a }
    return min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  /// A complaint that its own words take back: 寂しくない, 骨折ではない, 膝の痛みは大丈夫.
  private func isDenied(_ topic: Topic) -> Bool {
    let end = topic.range.upperBound
    // 「行けないことはない」
    if Self.doubles.contains(where: { text.has($0, at: end) }) { return true }
    for one in said where one.range.upperBound > end {
      if one.range.lowerBound > end + 14 { break }
      let between = text.scalars[min(end, one.range.lowerBound)..<max(end, one.range.lowerBound)]
      switch one.kind {
      case .hard, .lack:
        guard one.range.lowerBound >= end,
          NegativeForms.match(text, one.range.lowerBound) != nil || one.kind == .lack
        else { continue }
        if Self.links.contains(Array(between)) || isPlayedDown(between) { return true }
      case .able:
        if !between.contains(where: { $0 == 0x3001 }), !hasClauseEnd(between) { return true }
      case .worry, .want, .helped, .doing, .none: continue
      }
    }
    return false
  }

  /// 「寂しいなんて思うたことない」.
  private func isPlayedDown(_ between: ArraySlice<UInt32>) -> Bool {
    between.count <= 11
      && Self.playing.contains {
        between.dropFirst(0).starts(with: $0) || between.dropFirst().starts(with: $0)
      }
  }

  private static let playing = ["なんて", "なんか", "とは", "と思"].map { $0.unicodeScalars.map(\.value) }

  private static let doubles = ["ことはない", "こともない", "ことはありません", "わけではない", "わけじゃない"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// けど, から, ので, のに: another clause begins.
  private func hasClauseEnd(_ scalars: ArraySlice<UInt32>) -> Bool {
    let list = Array(scalars)
    return Self.clauseEnds.contains { end in
      list.count >= end.count
        && (0...(list.count - end.count)).contains { list[$0..<$0 + end.count].elementsEqual(end) }
    }
  }

  private static let clauseEnds = ["けど", "けれど", "から", "ので", "のに", "けん"].map {
    $0.unicodeScalars.map(\.value)
  }
  /// What stands between a complaint and the negative that denies it.
  private static let links: Set<[UInt32]> = Set(
    [
      "", "く", "くは", "くも", "は", "も", "が", "に", "では", "じゃ", "で", "など", "なんか", "なんて", "ことは", "ことも",
      "とは", "してい", "しては", "して", "という", "いことは", "いわけでは", "とか", "とかは", "りは", "りも", "んで", "んでは", "ゅう",
    ].map { $0.unicodeScalars.map(\.value) })
}
