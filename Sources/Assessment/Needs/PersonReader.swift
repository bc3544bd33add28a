import Diagnostics
import JapaneseText
import Model
import ReferenceData

/// Facts of the person in a text: plain words by a table, numbers and times by code.
struct PersonReader: Sendable {
  private struct Row: Sendable {
    var member: Member
    var value: String
    var unless: PhraseIndex?
  }

  enum Member: String, CaseIterable, Sendable {
    case household, gender, transport, noTransport, conditions, smartphone, tags, languages
  }

  private var index = PhraseIndex(gap: 6)
  private var rows: [Row] = []
  let activities: ActivityWords

  init(
    phrases: [DataFile], activities: [DataFile], sets: WordSets, _ endings: Endings
  ) throws(SasaeError) {
    for row in phrases.flatMap(\.rows) {
      guard let member = Member(rawValue: row["member"]) else {
        throw row.error(
          "data.value",
          [
            "value": "\(row["member"])",
            "expected": "\(Member.allCases.map(\.rawValue).joined(separator: ", "))",
          ], field: "member")
      }
      for pattern in try NeedPhrases.patterns(
        row, "phrases", number: rows.count, sets: sets, endings)
      { index.add(pattern) }
      var unless: PhraseIndex?
      if !row["unless"].isEmpty {
        var list = PhraseIndex(gap: 6)
        for pattern in try NeedPhrases.patterns(row, "unless", number: 0, sets: sets, endings) {
          list.add(pattern)
        }
        unless = list
      }
      rows.append(Row(member: member, value: try row.required("value"), unless: unless))
    }
    self.activities = try ActivityWords(files: activities, sets: sets, endings)
  }

  func read(_ text: NeedText, _ said: [Predicate]) -> PersonFacts {
    var facts = PersonFacts()
    index.matches(in: text) { match, number in
      let row = rows[number]
      let sentence = text.sentences[text.sentence[match.range.lowerBound]]
      if row.unless?.stands(in: text, sentence) == true { return }
      set(row.member, row.value, &facts)
    }
    facts.transport.removeAll { facts.withoutTransport.contains($0) }
    PersonNumbers.read(text, &facts)
    SpokenTimes.read(text, &facts)
    activities.read(text, &facts)
    return facts
  }

  private func set(_ member: Member, _ value: String, _ facts: inout PersonFacts) {
    func add(_ list: WritableKeyPath<PersonFacts, [String]>) {
      if !facts[keyPath: list].contains(value) { facts[keyPath: list].append(value) }
    }
    switch member {
    // The first that is told stands.
    case .household: facts.household = facts.household ?? value
    case .gender: facts.gender = facts.gender ?? value
    case .smartphone: facts.smartphone = facts.smartphone ?? (value == "true")
    case .transport: add(\.transport)
    case .noTransport: add(\.withoutTransport)
    case .conditions: add(\.conditions)
    case .tags: add(\.tags)
    case .languages: add(\.languages)
    }
  }
}
