import Diagnostics

/// An assessment instrument (アセスメントの用紙) as its data file describes it: what is asked, how it
/// is counted and what it suggests. See docs/instruments.md.
public struct Instrument: Sendable {
  /// Whose words the items are in.
  public enum Wording: String, Sendable, Codable, CaseIterable {
    /// The published text of the form.
    case official
    /// Our own short words.
    case paraphrase
    /// No text: the licence of the questions is not settled, only the points are here.
    case scoringOnly = "scoring-only"
  }

  /// The name of its file.
  public var id: String
  public var label: Bilingual
  public var wording: Wording
  public var source: Bilingual
  public var licence: Bilingual
  /// What a reader of a result should know; nil when there is nothing.
  public var caution: Bilingual?
  /// Readings that a dictionary gets wrong, longest first: 1人 is ひとり.
  public var readings: [(text: String, kana: String)]
  public var sections: [Section]
  public var domains: [Domain]
  public var items: [Item]
  public var findings: [Finding]
  public var needs: [NeedLink]
  public var facts: [PersonFact]

  /// A heading without a score.
  public struct Section: Sendable {
    public var code: String
    public var label: Bilingual
  }

  /// Items that are counted together (領域), and those of the domains below it.
  public struct Domain: Sendable {
    public var code: String
    public var label: Bilingual
    public var parent: String?
    /// Its own items and those below, in order.
    public var items: [Int]
    public var cutoff: Cutoff?
  }

  /// When a domain is met.
  public struct Cutoff: Sendable {
    public var rule: InstrumentRule
    public var value: Double
    /// Met below `value` instead of from it on.
    public var isBelow: Bool
  }

  public struct Item: Sendable {
    public var number: Int
    public var text: Bilingual
    /// Code of its domain or section.
    public var group: String?
    public var answer: AnswerKind
    /// What the answer counts; nil for one that is not counted.
    public var points: Points?
  }

  public enum AnswerKind: Sendable {
    case choice(AnswerSet)
    /// Any number of the choices.
    case several(AnswerSet)
    /// Height and weight.
    case bodyMass
    case text
  }

  public enum Points: Sendable {
    /// Of each choice, in the order of the set.
    case ofChoices([Double])
    /// For a body mass index below `limit`.
    case bodyMassBelow(limit: Double, points: Double)

    /// Lowest and highest.
    public var range: ClosedRange<Double> {
      switch self {
      case .ofChoices(let list): (list.min() ?? 0)...(list.max() ?? 0)
      case .bodyMassBelow(_, let points): min(0, points)...max(0, points)
      }
    }
  }

  /// A conclusion of the whole, such as 事業対象者.
  public struct Finding: Sendable {
    public var code: String
    public var label: Bilingual
    /// One that is met is enough.
    public var criteria: [Criterion]
  }

  public struct Criterion: Sendable {
    /// Its number on the form; nil for the only one.
    public var number: Int?
    public var text: Bilingual
    public var rule: InstrumentRule
  }

  /// A need that answers suggest.
  public struct NeedLink: Sendable {
    public var code: String
    public var label: Bilingual
    public var rule: InstrumentRule
    /// What to ask about it.
    public var note: Bilingual?
    public var isUrgent: Bool
  }

  /// What answers surely tell of the person: entries of a list of theirs.
  public struct PersonFact: Sendable {
    public var member: PersonList
    public var values: [String]
    public var rule: InstrumentRule
  }

  public func item(_ number: Int) -> Item? { items.first { $0.number == number } }

  /// The heading above an item.
  public func groupLabel(_ code: String) -> Bilingual? {
    sections.first { $0.code == code }?.label ?? domains.first { $0.code == code }?.label
  }

  public func hasPoints(_ number: Int) -> Bool { item(number)?.points != nil }
}

/// Choices that several items share.
public struct AnswerSet: Sendable {
  public var code: String
  public var choices: [Choice]

  public struct Choice: Sendable, Hashable {
    public var code: String
    /// The number that stands for it, and its points where the item states none.
    public var value: Double?
    public var label: Bilingual
  }

  /// Yes and no, and nothing else.
  public var isYesNo: Bool { Set(choices.map(\.code)) == ["yes", "no"] }

  public func index(of code: String) -> Int? { choices.firstIndex { $0.code == code } }
}
