import Diagnostics
import ReferenceData

/// What is said of a topic (述べ方).
enum PredicateKind: String, CaseIterable, Sendable {
  /// Difficult or impossible, is not there, worries, is asked or wished for: each makes a need.
  case hard, lack, worry, want
  /// No need; somebody does it already; it goes on as usual; looks like one of these and is none.
  case able, helped, doing, none

  var makesNeed: Bool {
    switch self {
    case .hard, .lack, .worry, .want: true
    case .able, .helped, .doing, .none: false
    }
  }
}

/// A predicate as it stands in a text.
struct Predicate: Sendable {
  var kind: PredicateKind
  var range: Range<Int>
}

/// The table of predicates, and the plain negatives that code finds.
struct PredicateTable: Sendable {
  private var index = PhraseIndex(gap: 4)
  private var kinds: [PredicateKind] = []

  init(files: [DataFile], sets: WordSets, _ endings: Endings) throws(SasaeError) {
    for row in files.flatMap(\.rows) {
      let word = try row.required("kind")
      guard let kind = PredicateKind(rawValue: word) else {
        throw row.error(
          "data.value",
          [
            "value": "\(word)",
            "expected": "\(PredicateKind.allCases.map(\.rawValue).joined(separator: ", "))",
          ], field: "kind")
      }
      for pattern in try NeedPhrases.patterns(
        row, "phrases", number: kinds.count, sets: sets, endings)
      { index.add(pattern) }
      kinds.append(kind)
    }
  }

  /// The predicates of a text in their order; where two overlap the longer stands.
  func find(in text: NeedText) -> [Predicate] {
    var all: [Predicate] = []
    index.matches(in: text) { match, row in
      all.append(Predicate(kind: kinds[row], range: match.range))
    }
    for at in text.scalars.indices {
      if let end = NegativeForms.match(text, at) {
        all.append(Predicate(kind: .hard, range: at..<end))
      }
    }
    all.sort {
      ($1.range.count, $0.range.lowerBound, $0.kind.rawValue)
        < ($0.range.count, $1.range.lowerBound, $1.kind.rawValue)
    }
    var kept: [Predicate] = []
    for one in all where !kept.contains(where: { $0.range.overlaps(one.range) }) {
      kept.append(one)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
