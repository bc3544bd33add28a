import Diagnostics

/// The measures of a ranked answer, each from 0 to 1, where higher is better.
public enum Metric: String, Sendable, Codable, CaseIterable {
  case ndcg10
  case precision10
  case limitedPrecision10
  case recall
  case reciprocalRank

  /// The head of a column.
  public var label: Bilingual {
    switch self {
    case .ndcg10: "nDCG@10"
    case .precision10: "P@10"
    case .limitedPrecision10: "P@min(10,R)"
    case .recall: Bilingual(ja: "再現率", en: "recall")
    case .reciprocalRank: Bilingual(ja: "逆順位", en: "RR")
    }
  }

  /// What it says, for somebody who meets it for the first time.
  public var meaning: Bilingual {
    switch self {
    case .ndcg10:
      Bilingual(
        ja: "よい正解ほど上にあるか。上位10件の段階を順位で割り引いて足し、理想の並びと比べる",
        en: "do better answers stand higher? discounted grades of the first 10 / those at best")
    case .precision10:
      Bilingual(
        ja: "上位10件のうち正解の割合。正解が10件より少ない問いは 1 に届かない",
        en: "share of right answers in the first 10; below 1 where fewer than 10 exist")
    case .limitedPrecision10:
      Bilingual(
        ja: "上位 n 件のうち正解の割合。n は正解の数、多くても10",
        en: "the same in the first n, where n is the number of right answers, at most 10")
    case .recall:
      Bilingual(
        ja: "すべての正解のうち、返した一覧にあるものの割合",
        en: "share of all right answers that are in the list returned")
    case .reciprocalRank:
      Bilingual(
        ja: "最初の正解の順位の逆数（1位なら 1、2位なら 0.5）。平均は MRR",
        en: "1 / rank of the first right answer; its mean is MRR")
    }
  }
}
