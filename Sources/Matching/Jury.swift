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
  /// What is read of the panel for every candidate.
  private let seats: [(id: String, weight: Double, hard: Bool)]

  init(panel: [Seat]) {
    self.panel = panel
    seats = panel.map { ($0.plugin.id, $0.weight, $0.hard) }
  }

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
    return (candidates.indices.map { combine(verdicts, at: $0) }, reports)
  }

  /// A plugin that throws, miscounts or gives a value outside 0…1 is reported and abstains.
  private func verdict(
    of plugin: any MatchPlugin, _ request: RequestFacts, _ candidates: [CandidateFacts]
  ) -> ([Verdict], PluginReport) {
    let manifest = plugin.manifest
    func failed(_ detail: Bilingual) -> ([Verdict], PluginReport) {
      let error = SasaeError(
        "plugin.failed", ["plugin": "\(manifest.id)", "detail": detail])
      return (
        [Verdict](repeating: .abstain, count: candidates.count),
        PluginReport(
          id: manifest.id, version: manifest.version, status: .failed, failure: error)
      )
    }
    do {
      let granted = (plugin as? any ExternalPlugin)?.granted ?? []
      let shown = FieldSet(manifest.reads, granting: granted)
      let given = try plugin.judge(
        RequestView(request, showing: shown), candidates.map { ResourceView($0, showing: shown) })
      guard given.count == candidates.count else {
        return failed(
          Bilingual(
            ja: "候補 \(candidates.count) 件に判断 \(given.count) 件",
            en: "\(given.count) verdicts for \(candidates.count) candidates"))
      }
      guard given.allSatisfy({ $0.explanation.map(Self.isSound) ?? true }) else {
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

  /// What the seats say of one candidate, together.
  private func combine(_ verdicts: [[Verdict]], at candidate: Int) -> Ruling {
    var children: [Explanation.Child] = []
    children.reserveCapacity(panel.count)
    var asked: [Asked] = []
    var reasons: [(plugin: String, reason: Verdict.Reason)] = []
    for (i, seat) in seats.enumerated() {
      switch verdicts[i][candidate] {
      case .score(let explanation):
        children.append(.init(weight: seat.weight, node: explanation))
      case .asking(let explanation, let questions):
        if let explanation { children.append(.init(weight: seat.weight, node: explanation)) }
        for (i, question) in questions.enumerated() {
          let isOpen = explanation == nil && i == 0
          asked.append(
            Asked(
              plugin: seat.id, question: question, openWeight: isOpen ? seat.weight : nil))
        }
      case .scoreAsking(let explanation, let question):
        children.append(.init(weight: seat.weight, node: explanation))
        asked.append(Asked(plugin: seat.id, question: question))
      case .exclude(let reason) where seat.hard:
        reasons.append((seat.id, reason))
      case .exclude(let reason):
        children.append(
          .init(
            weight: seat.weight,
            node: Explanation(
              plugin: seat.id, code: reason.code, value: 0, text: reason.text,
              facts: ["brokenRule": .text(reason.code)])))
      case .unknown(let question):
        asked.append(
          Asked(plugin: seat.id, question: question, openWeight: seat.weight))
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
