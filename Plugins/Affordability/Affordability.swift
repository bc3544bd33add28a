import Diagnostics
import MatchingKit
import Model

/// Whether the person can pay it (費用と予算).
///
/// - Says nothing without a stated budget.
/// - Free is 1; a price within the budget 1 down to 0.7 at its limit.
/// - The lowest price of one use above the budget excludes; a `flexible` budget makes that a score of 0.2.
/// - A price for a month or year is held against the budget of a month; for less than that nothing is said of it.
/// - No stated price, or words that leave it open (実費, カンパ), are asked about.
public struct Affordability: MatchPlugin {
  public init() {}

  public let manifest = PluginManifest(
    id: "affordability", version: "1.0",
    summary: Bilingual(ja: "費用が予算に収まるか", en: "whether the price is within the budget"),
    reads: [.seeking, .personBudget, .resourceCost])

  public func judge(_ request: RequestView, _ candidates: [ResourceView]) -> [Verdict] {
    // What a helper is paid, or others pay, is no cost of theirs; a course's price is.
    let isRole = request.seeking == .role
    guard let budget = request.budget, budget.perVisit != nil || budget.perMonth != nil else {
      return [Verdict](repeating: .abstain, count: candidates.count)
    }
    return candidates.map { isRole && $0.price == nil ? .abstain : judge(budget, $0) }
  }

  private func judge(_ budget: Person.Budget, _ resource: ResourceView) -> Verdict {
    guard let price = resource.price else {
      return ask(Bilingual(ja: "費用はいくらですか", en: "what does it cost?"))
    }
    let words = price.text.isEmpty ? price.minimum.map { "\(Int($0))円" } ?? "" : price.text
    guard let minimum = price.minimum else {
      return ask(
        Bilingual(ja: "費用（\(words)）はいくらになりますか", en: "what does it come to (\(words))?"))
    }
    guard let limit = limit(budget, price.unit) else { return .abstain }
    let asked = price.unit == .year ? minimum / 12 : minimum
    if asked > limit {
      let text = Bilingual(
        ja: "費用（\(words)）が予算（\(Int(limit))円）を超えます",
        en: "its price (\(words)) is above the budget (\(Int(limit)) yen)")
      if budget.flexible == true { return .score(leaf("above", 0.2, text, minimum, limit)) }
      return .exclude(.init(code: "over-budget", text: text))
    }
    guard price.isComplete else {
      return ask(
        Bilingual(
          ja: "費用（\(words)）のほかにかかりますか", en: "does anything come on top (\(words))?"))
    }
    if minimum == 0 {
      return .score(leaf("free", 1, Bilingual(ja: "無料です", en: "free"), 0, limit))
    }
    return .score(
      leaf(
        "within", 1 - 0.3 * (limit > 0 ? asked / limit : 0),
        Bilingual(ja: "予算に収まります（\(words)）", en: "within the budget (\(words))"), minimum,
        limit))
  }

  /// Nil where the budget does not speak of such a price.
  private func limit(_ budget: Person.Budget, _ unit: ResourcePrice.Unit) -> Double? {
    switch unit {
    case .use: budget.perVisit ?? budget.perMonth
    case .month, .year: budget.perMonth
    case .other: nil
    }
  }

  private func leaf(
    _ code: String, _ value: Double, _ text: Bilingual, _ minimum: Double, _ limit: Double
  ) -> Explanation {
    Explanation(
      plugin: manifest.id, code: code, value: value, text: text,
      facts: ["yen": .number(minimum), "budgetYen": .number(limit)])
  }

  private func ask(_ text: Bilingual) -> Verdict {
    .unknown(.init(field: "cost", text: text))
  }
}
