import Diagnostics
import ReferenceData

/// The table of words that say whose a need is, how soon and for how long.
struct ContextWords: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case high, low, temporary, family, neighbour
  }

  private var indexes: [Kind: PhraseIndex] = [:]

  init(files: [DataFile], sets: WordSets, _ endings: Endings) throws(SasaeError) {
    for row in files.flatMap(\.rows) {
      guard let kind = Kind(rawValue: row["kind"]) else {
        throw row.error(
          "data.value",
          [
            "value": "\(row["kind"])",
            "expected": "\(Kind.allCases.map(\.rawValue).joined(separator: ", "))",
          ], field: "kind")
      }
      var index = indexes[kind] ?? PhraseIndex(gap: 4)
      for pattern in try NeedPhrases.patterns(row, "phrases", number: 0, sets: sets, endings) {
        index.add(pattern)
      }
      indexes[kind] = index
    }
  }

  /// Where words of a kind stand.
  func places(_ kind: Kind, in text: NeedText) -> [Range<Int>] {
    var out: [Range<Int>] = []
    indexes[kind]?.matches(in: text) { match, _ in out.append(match.range) }
    return out
  }
}

/// What a text says around its topics.
struct Situation {
  private let text: NeedText
  private let places: [ContextWords.Kind: [Range<Int>]]

  init(_ text: NeedText, _ words: ContextWords) {
    self.text = text
    var places: [ContextWords.Kind: [Range<Int>]] = [:]
    for kind in ContextWords.Kind.allCases { places[kind] = words.places(kind, in: text) }
    self.places = places
  }

  /// Whose need it is. What carers need is the need of the carer, whoever is cared for.
  func subject(of range: Range<Int>, _ code: String) -> NeedMention.Subject {
    if code.hasPrefix("FAM-") { return .person }
    let at = range.lowerBound
    let sentence = text.sentences[text.sentence[at]]
    func last(_ kind: ContextWords.Kind) -> Int? {
      places[kind]?.last {
        $0.lowerBound >= sentence.lowerBound && $0.upperBound <= at + 1
          && at - $0.upperBound <= 20
      }?.lowerBound
    }
    switch (last(.neighbour), last(.family)) {
    case (let near?, let family?): return near > family ? .neighbour : .family
    case (_?, nil): return .neighbour
    case (nil, _?): return .family
    case (nil, nil): return .person
    }
  }

  /// In the sentence it stands in.
  func urgency(at range: Range<Int>) -> NeedMention.Urgency {
    if stands(.low, at: range) { return .low }
    return stands(.high, at: range) ? .high : .normal
  }

  func isTemporary(at range: Range<Int>, _ code: String) -> Bool {
    code == "LIV-TEMP" || stands(.temporary, at: range)
  }

  private func stands(_ kind: ContextWords.Kind, at range: Range<Int>) -> Bool {
    let number = text.sentence[range.lowerBound]
    return places[kind]?.contains { text.sentence[$0.lowerBound] == number } ?? false
  }
}
