import Assessment
import Diagnostics
import MatchingKit

/// A member of the person that a source of the record filled or added to.
public struct PersonSource: Sendable, Hashable {
  public var member: String
  /// What was added to a list; nil for what is no list.
  public var values: [String]?
  public var origin: NeedOrigin
  /// Which of the person's own words; nil for the text and for instruments.
  public var part: OwnWordsPart?
  public var instrument: String?
  public var instrumentLabel: Bilingual?
  public var items: [Int] = []
  public var evidence: Bilingual?
}

extension StatedNeed {
  init(_ need: MergedNeed) {
    // The words that were found are one language's.
    self.init(
      code: need.code, urgency: Urgency(need.urgency), weight: need.weight, origin: need.origin,
      evidence: need.evidence?.ja)
  }
}

extension Person {
  /// Takes what a record tells. What the request states stands: a text fills only what it does not
  /// state. The lists of the person grow by what their own words and the instruments say.
  public mutating func fill(from record: MergedRecord) -> [PersonSource] {
    var taken: [PersonSource] = []
    for text in record.texts {
      for member in fill(from: text.reading.person) {
        taken.append(
          PersonSource(
            member: member, values: PersonList(rawValue: member).flatMap(list), origin: .text,
            part: text.part))
      }
    }
    for finding in record.texts.flatMap(\.facts) + record.facts {
      guard add(finding) else { continue }
      if let at = taken.firstIndex(where: {
        $0.member == finding.member.rawValue && $0.values != nil
          && $0.instrument == finding.instrument && $0.evidence == finding.evidence
          && $0.part == finding.part
      }) {
        taken[at].values?.append(finding.value)
        continue
      }
      taken.append(
        PersonSource(
          member: finding.member.rawValue, values: [finding.value], origin: finding.origin,
          part: finding.part, instrument: finding.instrument,
          instrumentLabel: finding.instrumentLabel, items: finding.items,
          evidence: finding.evidence))
    }
    return taken
  }

  private func list(_ member: PersonList) -> [String]? {
    switch member {
    case .conditions: conditions
    case .interests: interests
    case .strengths: strengths
    case .avoid: avoid
    }
  }

  /// False when it is there already, or the person would rather not have it near.
  private mutating func add(_ finding: PersonFinding) -> Bool {
    func put(_ list: inout [String]?) -> Bool {
      if list?.contains(finding.value) == true { return false }
      list = (list ?? []) + [finding.value]
      return true
    }
    switch finding.member {
    case .conditions: return put(&conditions)
    case .interests: return avoid?.contains(finding.value) != true && put(&interests)
    case .strengths: return avoid?.contains(finding.value) != true && put(&strengths)
    case .avoid: return put(&avoid)
    }
  }
}
