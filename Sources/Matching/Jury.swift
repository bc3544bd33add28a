import Diagnostics
@_spi(Host) import MatchingKit

/// The plugins of a profile judging candidates together.
struct Jury: Sendable {
  struct Seat: Sendable {
    var plugin: any MatchPlugin
    var weight: Double
    var hard: Bool
  }

  struct Ruling {
    var explanation: Explanation
    var asked: [Asked]
    var reasons: [(plugin: String, reason: Verdict.Reason)]
  }

  /// A question and who asks it.
  struct Asked {
    var plugin: String
    var question: Verdict.Question
    /// The share its answer would have in the total; nil where a score was given besides.
    var openWeight: Double?
  }

  let panel: [Seat]

  func judge(
    _ request: RequestFacts, _ candidates: [CandidateFacts]
  ) -> ([Ruling], [PluginReport]) {
    var reports: [PluginReport] = []
    var verdicts: [[Verdict]] = []
    for seat in panel {
      let (given, report) = verdict(of: seat.plugin, request, candidates)
      verdicts.append(given)
      reports.append(report)
    }
    let rulings = candidates.indices.map { i in
      combine(zip(panel, verdicts).map { ($0, $1[i]) })
    }
    return (rulings, reports)
  }

  /// A plugin that throws, miscounts or gives a value outside 0…1 is reported and abstains.
  private func verdict(
    of plugin: any MatchPlugin, _ request: RequestFacts, _ candidates: [CandidateFacts]
  ) -> ([Verdict], PluginReport) {
    let manifest = plugin.manifest
    let abstained = [Verdict](repeating: .abstain, count: candidates.count)
    func failed(_ detail: Bilingual) -> ([Verdict], PluginReport) {
      let error = SasaeError(
        "plugin.failed", ["plugin": "\(manifest.id)", "detail": detail])
      return (
        abstained,
        PluginReport(
          id: manifest.id, version: manifest.version, status: .failed, failure: error)
      )
    }
    do {
      let granted = (plugin as? any ExternalPlugin)?.granted ?? []
      let shown = manifest.reads.filter { !$0.isConfidential || granted.contains($0) }
      let given = try plugin.judge(
        RequestView(request, showing: shown), candidates.map { ResourceView($0, showing: shown) })
      guard given.count == candidates.count else {
        return failed(
          Bilingual(
            ja: "候補 \(candidates.count) 件に判断 \(given.count) 件",
            en: "\(given.count) verdicts for \(candidates.count) candidates"))
      }
      guard given.compactMap(\.explanation).allSatisfy(Self.isSound) else {
        return failed(Bilingual(ja: "0〜1 の外の値", en: "a value outside 0…1"))
      }
      return (
        given,
        PluginReport(id: manifest.id, version: manifest.version, status: .ok, failure: nil)
      )
    } catch let error as any TellableFailure {
      return failed(error.told)
    } catch {
      // The error's text may quote a person's data: only its type is told.
      return failed("\(type(of: error))")
    }
  }

  /// Whether every node is 0…1: a mean could hide what is wrong below it.
  private static func isSound(_ node: Explanation) -> Bool {
    (0...1).contains(node.value)
      && node.children.allSatisfy { $0.weight.isFinite && $0.weight >= 0 && isSound($0.node) }
  }

  private func combine(_ verdicts: [(Seat, Verdict)]) -> Ruling {
    var children: [Explanation.Child] = []
    var asked: [Asked] = []
    var reasons: [(plugin: String, reason: Verdict.Reason)] = []
    for (seat, verdict) in verdicts {
      switch verdict {
      case .score(let explanation):
        children.append(.init(weight: seat.weight, node: explanation))
      case .asking(let explanation, let questions):
        if let explanation { children.append(.init(weight: seat.weight, node: explanation)) }
        for (i, question) in questions.enumerated() {
          let isOpen = explanation == nil && i == 0
          asked.append(
            Asked(
              plugin: seat.plugin.id, question: question, openWeight: isOpen ? seat.weight : nil))
        }
      case .scoreAsking(let explanation, let question):
        children.append(.init(weight: seat.weight, node: explanation))
        asked.append(Asked(plugin: seat.plugin.id, question: question))
      case .exclude(let reason) where seat.hard:
        reasons.append((seat.plugin.id, reason))
      case .exclude(let reason):
        children.append(
          .init(
            weight: seat.weight,
            node: Explanation(
              plugin: seat.plugin.id, code: reason.code, value: 0, text: reason.text,
              facts: ["brokenRule": .text(reason.code)])))
      case .unknown(let question):
        asked.append(
          Asked(plugin: seat.plugin.id, question: question, openWeight: seat.weight))
      case .abstain: break
      }
    }
    return Ruling(
      explanation: Self.total(children), asked: asked, reasons: reasons)
  }
}

extension Jury {
  /// The mean of what was scored, by the weights of the profile.
  static func total(_ children: [Explanation.Child]) -> Explanation {
    Explanation(
      plugin: "match", code: "total", text: Bilingual(ja: "総合", en: "total"),
      weighing: children)
  }
}

extension Verdict {
  fileprivate var explanation: Explanation? {
    switch self {
    case .score(let explanation), .scoreAsking(let explanation, _): explanation
    case .asking(let explanation, _): explanation
    case .exclude, .unknown, .abstain: nil
    }
  }
}
