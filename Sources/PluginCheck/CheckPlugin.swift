import Diagnostics
@_spi(Host) import MatchingKit

/// What is wrong with a plugin, as far as asking it shows.
///
///     #expect(checkPlugin(OpenHours()) == [])
///
/// It is asked about invented people and resources, some with everything stated, some with nothing
/// (``CheckCorpus``), and must keep every ``PluginRule``. At most three findings a rule are given.
public func checkPlugin(_ plugin: any MatchPlugin) -> [PluginFinding] {
  var check = PluginChecker(plugin)
  check.run()
  return check.findings
}

/// A promise of ``MatchPlugin`` that can be tried.
public enum PluginRule: String, Sendable, CaseIterable {
  /// A usable id, a version, a summary in both languages, no confidential field without a grant.
  case manifest
  /// It answers, and does not throw, whatever is missing.
  case answers
  /// One verdict for each candidate; none for none.
  case count
  /// Every value of an explanation is 0…1.
  case range
  /// An inner value is the weighted mean of its children, whose weights are numbers from 0 upwards.
  case sums
  /// Texts in both languages, codes and fields that are not empty, and its own id on every node.
  case texts
  /// The same verdicts for the same request.
  case repeatable
  /// Verdicts follow their candidates when those come in another order.
  case order
  /// Fields that it did not declare change nothing.
  case fields

  public var label: Bilingual {
    switch self {
    case .manifest: Bilingual(ja: "名乗りがそろっている", en: "its manifest is whole")
    case .answers: Bilingual(ja: "何が欠けていても答える", en: "answers whatever is missing")
    case .count: Bilingual(ja: "候補と同じ数の判断を返す", en: "one verdict for each candidate")
    case .range: Bilingual(ja: "値が 0〜1", en: "values of 0…1")
    case .sums: Bilingual(ja: "内訳から点数が計算できる", en: "scores follow from their parts")
    case .texts: Bilingual(ja: "日英の説明がある", en: "texts in both languages")
    case .repeatable: Bilingual(ja: "同じ依頼に同じ答え", en: "same request, same answer")
    case .order: Bilingual(ja: "候補の順番によらない", en: "the order of candidates changes nothing")
    case .fields: Bilingual(ja: "名乗っていない項目によらない", en: "undeclared fields change nothing")
    }
  }
}

/// One way in which a plugin breaks a rule.
public struct PluginFinding: Sendable, Hashable, CustomStringConvertible {
  public var rule: PluginRule
  public var detail: Bilingual

  public init(_ rule: PluginRule, _ detail: Bilingual) {
    self.rule = rule
    self.detail = detail
  }

  public var description: String { "\(rule.rawValue): \(detail.en)" }
}
