/// A topic as it stands in a text.
struct Topic: Sendable {
  var match: PhrasePattern.Match
  var row: Int
  var condition: NeedCondition
  var range: Range<Int> { match.range }
}

enum TopicFinder {
  /// The topics of a text in their order. What lies inside the words of a longer one is no topic:
  /// 風呂掃除 is no 風呂.
  static func find(_ phrases: NeedPhrases, in text: NeedText) -> [Topic] {
    var all: [Topic] = []
    phrases.index.matches(in: text) { match, number in
      let row = phrases.rows[number]
      if let unless = row.unless,
        unless.stands(in: text, text.sentences[text.sentence[match.range.lowerBound]])
      {
        return
      }
      all.append(Topic(match: match, row: number, condition: row.condition))
    }
    all.sort {
      ($1.match.weight, $0.range.lowerBound, $0.row) < (
        $0.match.weight, $1.range.lowerBound, $1.row
      )
    }
    var kept: [Topic] = []
    for one in all {
      let codes = phrases.rows[one.row].codes
      let isInside = kept.contains { other in
        let others = phrases.rows[other.row].codes
        guard one.match.weight < other.match.weight, codes != others else { return false }
        return one.match.spans.allSatisfy { span in
          other.match.spans.contains {
            $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound
          }
        }
      }
      if !isInside { kept.append(one) }
    }
    return kept.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.row)
        < ($1.range.lowerBound, $1.range.upperBound, $1.row)
    }
  }
}
