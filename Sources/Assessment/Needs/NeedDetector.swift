import Diagnostics
import JapaneseText
import ReferenceData

/// Finds needs and facts of a person in what people say (話しことば).
///
/// Topics of a table are looked for, and what is said of each: the first predicate behind it in its
/// sentence decides whether it is a need. No model, no learning: each find names the row it rests on.
public struct NeedDetector: Sendable {
  let needs: Taxonomy
  let endings: Endings
  let phrases: NeedPhrases
  let predicates: PredicateTable
  let context: ContextWords
  let facts: PersonReader
  let danger: DangerFinder
  let weights: NeedWeights

  /// The tables of `Data/lexicon`, and those of a workspace's own folder, which add to them.
  public init(_ library: ReferenceLibrary, adding own: String? = nil) throws(SasaeError) {
    let tables = NeedTables(folder: library.folder + "/lexicon", own: own)
    needs = library.needs
    endings = try Endings(files: tables.files("endings.tsv", ["from", "to"]))
    let sets = try WordSets(files: tables.files("word-sets.tsv", ["name", "words"]))
    predicates = try PredicateTable(
      files: tables.files("need-predicates.tsv", ["kind", "phrases"]), sets: sets, endings)
    phrases = try NeedPhrases(
      files: tables.files("need-phrases.tsv", ["codes", "when", "phrases", "unless"]),
      needs: library.needs, predicates: predicates, sets: sets, endings)
    context = try ContextWords(
      files: tables.files("need-context.tsv", ["kind", "phrases"]), sets: sets, endings)
    facts = try PersonReader(
      phrases: tables.files("person-phrases.tsv", ["member", "value", "phrases"]),
      activities: tables.files("activity-words.tsv", ["word", "spellings"]), sets: sets, endings)
    weights = try NeedWeights(
      path: tables.folder + "/" + NeedTables.weights, needs: library.needs)
    danger = try DangerFinder(
      phrases: tables.files("danger-phrases.tsv", ["notice", "phrases", "unless"]),
      notices: tables.files("notices.tsv", ["code", "text_ja", "text_en", "phone", "source"]),
      sets: sets, endings)
  }

  /// What a text tells: needs in its order, each once; facts of the person; words of danger.
  public func detect(_ text: String) -> NeedReading {
    let prepared = NeedText(text, endings)
    let said = predicates.find(in: prepared)
    return NeedReading(
      needs: fused(prepared, said), person: facts.read(prepared, said),
      notices: danger.find(prepared))
  }

  /// What the rows of the tables find and what the likeness to examples says of it, together.
  private func fused(_ text: NeedText, _ said: [Predicate]) -> [NeedMention] {
    let finder = ExampleFinder(weights, text)
    let situation = Situation(text, context)
    var out = mentions(text, said, situation, finder)
    let judge = TopicJudge(text: text, topics: [], said: said)
    var raised: [String: Double] = [:]
    for one in out { raised[one.code] = one.negated ? Fusion.least + Fusion.denied : .infinity }
    for find in finder.finds(above: Fusion.least, raised: raised)
    where
      finder.gate(at: find.evidence) >= Fusion.sentence
    {
      let mention = NeedMention(
        code: find.code, label: needs[find.code]?.label ?? "", evidence: text.words(find.evidence),
        negated: judge.isTakenBack(find.evidence),
        subject: situation.subject(of: find.evidence, find.code),
        urgency: situation.urgency(at: find.evidence),
        temporary: situation.isTemporary(at: find.evidence, find.code),
        source: NeedTables.examplesName)
      if let known = out.firstIndex(where: { $0.code == find.code }) {
        if !mention.negated { out[known] = mention }
      } else {
        out.append(mention)
      }
    }
    return out
  }

  /// The activities a text names, whatever is said of them.
  public func activities(in text: String) -> [String] {
    var out: [String] = []
    for word in facts.activities.names(NeedText(text, endings)) where !out.contains(word) {
      out.append(word)
    }
    return out
  }

  /// What a row counts beside likeness to the examples, on the scale of its scores. Chosen on judged texts
  /// (docs/needs.md).
  private enum Fusion {
    /// A need is told above this.
    static let least = 0.8
    /// What a row counts against a need that it says is taken back.
    static let denied = 4.0
    /// The sentence a need is read in must be as much like those that state one.
    static let sentence = 0.0
    /// The same for what a row finds; a workspace's own rows hold in any sentence.
    static let rowSentence = -1.0
  }

  /// What rows find and the examples leave standing.
  private func mentions(
    _ text: NeedText, _ said: [Predicate], _ situation: Situation, _ finder: ExampleFinder
  ) -> [NeedMention] {
    let topics = TopicFinder.find(phrases, in: text)
    let judge = TopicJudge(text: text, topics: topics, said: said)
    var out: [NeedMention] = []
    for topic in topics {
      let ruling = judge.rule(topic)
      guard ruling.outcome != .nothing else { continue }
      let row = phrases.rows[topic.row]
      for code in row.codes {
        let isNegated = ruling.outcome == .negated
        guard isNegated || stands(code, row, at: ruling.evidence, finder) else { continue }
        let mention = NeedMention(
          code: code, label: needs[code]?.label ?? "", evidence: text.words(ruling.evidence),
          negated: isNegated, subject: situation.subject(of: topic.range, code),
          urgency: situation.urgency(at: ruling.evidence),
          temporary: situation.isTemporary(at: ruling.evidence, code), source: row.source)
        guard let known = out.firstIndex(where: { $0.code == code }) else {
          out.append(mention)
          continue
        }
        if out[known].negated, !isNegated {
          out[known] = mention
        } else if !isNegated, mention.urgency == .high {
          out[known].urgency = .high
        }
      }
    }
    return out
  }

  private func stands(
    _ code: String, _ row: NeedPhrases.Row, at range: Range<Int>, _ finder: ExampleFinder
  ) -> Bool {
    guard !row.isOwn, let score = finder.score(code) else { return true }
    return score + row.weight > Fusion.least && finder.gate(at: range) >= Fusion.rowSentence
  }
}

/// What a text tells.
public struct NeedReading: Sendable {
  public var needs: [NeedMention]
  public var person: PersonFacts
  public var notices: [DangerNotice]
}
