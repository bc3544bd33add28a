import Diagnostics
import Matching
import Model

/// Whether a match still gives what it gave, and if not, what has changed. Nothing of a request is stored: whoever
/// asks brings it.
public enum ReplayMatch: Operation {
  public static let name = "replay_match"
  public static let summary = Bilingual(
    ja: "前の照合をもう一度おこない、同じか、何が変わったかを言う",
    en: "Do a match again, and say whether it is the same or what has changed")
  public static let scope = Scope.match

  public struct Input: Codable, Sendable {
    /// As it was given to `match_resources`.
    public var request: MatchResources.Input
    /// That of the answer.
    public var snapshot: String

    public init(request: MatchResources.Input, snapshot: String) {
      (self.request, self.snapshot) = (request, snapshot)
    }
  }

  public struct Output: Codable, Sendable {
    /// Nothing differs.
    public var same: Bool
    /// Whether the lists are the same, whatever else differs.
    public var sameAnswer: Bool
    public var differs: [Difference]
    /// Of the answer as it is now.
    public var snapshot: String
  }

  public struct Difference: Codable, Sendable {
    public var part: Snapshot.Part
    public var text: String
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    guard let before = Snapshot(input.snapshot) else {
      throw SasaeError("usage.snapshot", ["value": "\(input.snapshot.prefix(100))"])
    }
    let answer = try MatchResources.run(input.request, in: session)
    guard let now = Snapshot(answer.snapshot) else {
      throw SasaeError("internal", ["detail": "snapshot"])
    }
    let differs = now.differences(from: before)
    return Output(
      same: differs.isEmpty, sameAnswer: !differs.contains(.answer),
      differs: differs.map { Difference(part: $0, text: $0.label(session.language)) },
      snapshot: answer.snapshot)
  }

  public static func render(_ output: Output, in page: inout TextPage, _ session: Session) {
    let isJa = page.language == .ja
    if output.same {
      page.line(isJa ? "同じです" : "the same")
    } else {
      for one in output.differs { page.paragraph("- " + one.text) }
      if output.sameAnswer {
        page.line(isJa ? "それでも、答えは同じです" : "the answer is the same nevertheless")
      }
    }
    page.line("snapshot \(output.snapshot)")
  }
}

extension Snapshot.Part {
  var label: Bilingual {
    switch self {
    case .request: Bilingual(ja: "依頼が違います", en: "the request is another")
    case .reference:
      Bilingual(
        ja: "マッチングの設定か基礎データ（分類・重み・ことば）が変わりました",
        en: "the profile or the reference data (taxonomy, weights, words) has changed")
    case .registry: Bilingual(ja: "資源の名簿が変わりました", en: "the resources have changed")
    case .plugins:
      Bilingual(ja: "プラグインか、その版が変わりました", en: "the plugins or their versions have changed")
    case .day: Bilingual(ja: "日が違います", en: "the day is another")
    case .answer: Bilingual(ja: "答えが違います", en: "the answer is another")
    }
  }
}
