import Diagnostics
import Matching
import Model
import Registry

/// What a match is asked besides its lists: bundles, where single resources stand, two held against each other.
extension MatchResources {
  public struct BundleOutput: Codable, Sendable {
    /// The contacts, each followed by its ride.
    public var ids: [String]
    public var names: [String]
    public var covers: [String]
    public var value: Double
    /// Yen in four weeks, as far as prices are told.
    public var perMonth: Double
    public var method: Bundle.Method
    public var bound: Double?
  }

  public struct Day: Codable, Sendable {
    /// Absent for what has no day of its own.
    public var day: Weekday?
    public var items: [Item]
  }

  public struct Item: Codable, Sendable {
    public var id: String?
    public var name: String
    public var from: String?
    public var to: String?
    public var kind: WeekPlan.Kind
    /// How often in four weeks.
    public var times: Int
    /// What brings the person there.
    public var with: [Named]?
  }

  public struct Named: Codable, Sendable {
    public var id: String
    public var name: String
  }

  public struct StandingOutput: Codable, Sendable {
    public var id: String
    public var name: String?
    public var list: MatchList
    /// The place in the list, from 1, and how many it has.
    public var rank: Int?
    public var count: Int?
    public var score: Double?
    /// Why it is not among the candidates.
    public var cause: Standing.Cause?
    /// Where it would stand if it were.
    public var would: Would?
    public var questions: [Question]?
    public var ifYes: IfYes?
    public var reasons: [Reason]?
    public var explanation: ExplanationNode?
    public var text: String
  }

  public struct Would: Codable, Sendable {
    public var list: MatchList
    public var rank: Int
  }

  public struct ComparisonOutput: Codable, Sendable {
    public var a: StandingOutput
    public var b: StandingOutput
    /// The id of the one that stands higher.
    public var above: String?
    public var decider: Comparison.Decider
    /// Score of a less that of b, 0…100.
    public var points: Double
    public var parts: [Part]
    public var text: String
  }

  public struct Part: Codable, Sendable {
    public var plugin: String
    public var a: Side?
    public var b: Side?
    /// Points of the total it gives to a more than to b.
    public var points: Double
  }

  public struct Side: Codable, Sendable {
    public var value: Double
    public var weight: Double
    public var text: [String]
  }

  /// Ids of one request.
  static let mostAsked = 50

  static func asked(_ ids: [String]?) throws(SasaeError) -> [String] {
    guard let ids, ids.count > mostAsked else { return ids ?? [] }
    throw InputCheck.value(
      "whyNot", "\(ids.count)",
      Bilingual(ja: "\(mostAsked)個まで", en: "at most \(mostAsked) ids"))
  }

  static func pair(_ ids: [String]?) throws(SasaeError) -> [String] {
    guard let ids else { return [] }
    guard ids.count == 2 else {
      throw InputCheck.value(
        "compare", "\(ids.count)", Bilingual(ja: "IDを2つ", en: "two ids"))
    }
    return ids
  }

  /// The request in one form, without what does not change its lists.
  static func asGiven(_ input: Input) throws(SasaeError) -> String {
    var plain = input
    (plain.bundle, plain.whyNot, plain.compare, plain.now) = (nil, nil, nil, nil)
    plain.limit = input.limit ?? defaultLimit
    plain.includePotential = input.includePotential ?? false
    do {
      return try CanonicalJSON.encode(plain)
    } catch {
      throw SasaeError("internal", ["detail": "request"])
    }
  }

  static func tell(_ result: MatchResult, in output: inout Output, _ session: Session) {
    let language = session.language
    output.bundle = result.bundles?.map { one in
      BundleOutput(
        ids: one.ids,
        names: one.picks.flatMap { [$0.listing.name] + ($0.ride.map { [$0.name] } ?? []) },
        covers: one.covers, value: one.value, perMonth: one.perMonth, method: one.method,
        bound: one.bound)
    }
    if let week = result.week {
      output.week = week.days.map { day, items in
        Day(
          day: day,
          items: items.map {
            Item(
              id: $0.id, name: $0.name(language), from: $0.from, to: $0.to, kind: $0.kind,
              times: $0.times, with: $0.ride.map { [Named(id: $0.id, name: $0.name)] })
          })
      }
      (output.daysToGo, output.daysToDo) = (week.daysToGo, week.daysToDo)
    }
    if !result.standings.isEmpty {
      output.whyNot = result.standings.map { standing($0, language) }
    }
    output.comparison = result.comparison.map { comparison($0, language) }
  }

  private static func standing(_ one: Standing, _ language: Language) -> StandingOutput {
    let questions = one.judged?.questions.map {
      Question(field: $0.field, text: $0.text(language))
    }
    let reasons = one.judged?.reasons.map {
      Reason(code: $0.reason.code, text: $0.reason.text(language), plugin: $0.plugin)
    }
    return StandingOutput(
      id: one.id, name: one.judged?.listing.name, list: one.list, rank: one.rank,
      count: one.count, score: one.judged?.score, cause: one.cause,
      would: one.would.map { Would(list: $0.list, rank: $0.rank) },
      questions: questions?.isEmpty == false ? questions : nil,
      ifYes: one.judged?.ifYes.map { IfYes(score: $0.score, rank: $0.rank) },
      reasons: reasons?.isEmpty == false ? reasons : nil,
      explanation: one.judged.map { ExplanationNode($0.explanation, weight: nil, language) },
      text: StandingWords.sentence(one)(language))
  }

  private static func comparison(_ one: Comparison, _ language: Language) -> ComparisonOutput {
    func side(_ side: Comparison.Side?) -> Side? {
      side.map { Side(value: $0.value, weight: $0.weight, text: $0.text.map { $0(language) }) }
    }
    return ComparisonOutput(
      a: standing(one.a, language), b: standing(one.b, language), above: one.above,
      decider: one.decider, points: one.points,
      parts: one.parts.map {
        Part(plugin: $0.plugin, a: side($0.a), b: side($0.b), points: $0.points)
      },
      text: StandingWords.sentence(one)(language))
  }
}
