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
      needs: mentions(prepared, said), person: facts.read(prepared, said),
      notices: danger.find(prepared))
  }

  /// The activities a text names, whatever is said of them.
  public func activities(in text: String) -> [String] {
    var out: [String] = []
    for word in facts.activities.names(NeedText(text, endings)) where !out.contains(word) {
      out.append(word)
    }
    return out
  }

  private func mentions(_ text: NeedText, _ said: [Predicate]) -> [NeedMention] {
    let topics = TopicFinder.find(phrases, in: text)
    let judge = TopicJudge(text: text, topics: topics, said: said)
    let situation = Situation(text, context)
    var out: [NeedMention] = []
    for topic in topics {
      let ruling = judge.rule(topic)
      guard ruling.outcome != .nothing else { continue }
      let row = phrases.rows[topic.row]
      for code in row.codes {
        let mention = NeedMention(
          code: code, label: needs[code]?.label ?? "", evidence: text.words(ruling.evidence),
          negated: ruling.outcome == .negated, subject: situation.subject(of: topic, code),
          urgency: situation.urgency(at: ruling.evidence),
          temporary: situation.isTemporary(at: ruling.evidence, code), source: row.source)
        if let known = out.firstIndex(where: { $0.code == code }) {
          if out[known].negated, !mention.negated {
            out[known] = mention
          } else if !mention.negated, mention.urgency == .high {
            out[known].urgency = .high
          }
        } else {
          out.append(mention)
        }
      }
    }
    return out
  }
}

/// What a text tells.
public struct NeedReading: Sendable {
  public var needs: [NeedMention]
  public var person: PersonFacts
  public var notices: [DangerNotice]
}
