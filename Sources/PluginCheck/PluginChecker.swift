import Diagnostics
@_spi(Host) import MatchingKit

/// Asks a plugin and compares its answers.
struct PluginChecker {
  let plugin: any MatchPlugin
  private let manifest: PluginManifest
  private let granted: Set<PluginManifest.Field>
  private(set) var findings: [PluginFinding] = []
  private var isSilent = false

  static let mostFindings = 3

  init(_ plugin: any MatchPlugin) {
    self.plugin = plugin
    manifest = plugin.manifest
    granted = (plugin as? any ExternalPlugin)?.granted ?? []
  }

  mutating func run() {
    checkManifest()
    let candidates = CheckCorpus.candidates
    for (number, request) in CheckCorpus.requests.enumerated() {
      checkRequest(request, candidates, number)
      if isSilent { return }
    }
    // Nothing is known of either, and nobody is there to judge.
    _ = ask(CheckCorpus.nobody, [], "none")
    if let one = CheckCorpus.candidates.first { _ = ask(CheckCorpus.nobody, [one], "one") }
  }

  private mutating func find(_ rule: PluginRule, _ detail: Bilingual) {
    guard findings.filter({ $0.rule == rule }).count < Self.mostFindings else { return }
    let finding = PluginFinding(rule, detail)
    if !findings.contains(finding) { findings.append(finding) }
  }

  private mutating func checkManifest() {
    let isWord =
      !manifest.id.isEmpty
      && manifest.id.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
    if !isWord {
      find(
        .manifest,
        Bilingual(
          ja: "id は小文字・数字・ハイフンです: \(manifest.id)",
          en: "its id must be of a–z, 0–9 and hyphens: \(manifest.id)"))
    }
    if manifest.version.isEmpty {
      find(.manifest, Bilingual(ja: "version がありません", en: "it has no version"))
    }
    if manifest.summary.ja.isEmpty || manifest.summary.en.isEmpty {
      find(
        .manifest, Bilingual(ja: "summary が日英にありません", en: "its summary is not in both languages"))
    }
    for field in manifest.reads.sorted(by: { $0.rawValue < $1.rawValue })
    where field.isConfidential && !granted.contains(field) {
      find(
        .manifest,
        Bilingual(
          ja: "\(field.rawValue) は見せられません", en: "\(field.rawValue) can't be shown to it"))
    }
  }

  /// One request in every way.
  private mutating func checkRequest(
    _ request: RequestFacts, _ candidates: [CandidateFacts], _ number: Int
  ) {
    guard let first = ask(request, candidates, "request \(number)") else { return }
    for verdict in first { look(verdict) }
    let told = first.map(VerdictText.of)
    if let again = ask(request, candidates, "again"), again.map(VerdictText.of) != told {
      find(
        .repeatable,
        Bilingual(
          ja: "二度目の答えが違います（依頼 \(number)）", en: "another answer the second time (request \(number))")
      )
      // Whatever is compared below would differ too.
      return
    }
    var random = CheckRandom(seed: UInt64(number))
    for order in [
      Array(candidates.indices.reversed()), candidates.indices.shuffled(using: &random),
    ] {
      guard let other = ask(request, order.map { candidates[$0] }, "order") else { continue }
      if other.map(VerdictText.of) != order.map({ told[$0] }) {
        find(
          .order,
          Bilingual(
            ja: "候補を並べかえると判断が変わります（依頼 \(number)）",
            en: "verdicts change with the order of candidates (request \(number))"))
      }
    }
    let open = ask(request, candidates, "fields", showing: Set(PluginManifest.Field.allCases))
    if let open, open.map(VerdictText.of) != told {
      find(
        .fields,
        Bilingual(
          ja: "reads にない項目を見ています（依頼 \(number)）",
          en: "it looks at fields that its 'reads' lacks (request \(number))"))
    }
  }

  /// The verdicts, when there are as many as due.
  private mutating func ask(
    _ request: RequestFacts, _ candidates: [CandidateFacts], _ when: String,
    showing fields: Set<PluginManifest.Field>? = nil
  ) -> [Verdict]? {
    guard !isSilent else { return nil }
    let shown = FieldSet(fields ?? manifest.reads, granting: granted)
    do {
      let verdicts = try plugin.judge(
        RequestView(request, showing: shown), candidates.map { ResourceView($0, showing: shown) })
      guard verdicts.count == candidates.count else {
        find(
          .count,
          Bilingual(
            ja: "候補 \(candidates.count) 件に判断 \(verdicts.count) 件",
            en: "\(verdicts.count) verdicts for \(candidates.count) candidates"))
        return nil
      }
      return verdicts
    } catch {
      let told = (error as? any TellableFailure)?.told ?? "\(type(of: error)) (\(when))"
      find(.answers, told)
      isSilent =
        findings.filter { $0.rule == .answers }.count >= Self.mostFindings
        || plugin is any ExternalPlugin
      return nil
    }
  }

  // MARK: one verdict

  private mutating func look(_ verdict: Verdict) {
    switch verdict {
    case .abstain: break
    case .score(let explanation): look(explanation)
    case .scoreAsking(let explanation, let question):
      look(explanation)
      text(question.text, code: question.field, "unknown")
    case .asking(let explanation, let questions):
      if let explanation { look(explanation) }
      for one in questions { text(one.text, code: one.field, "unknown") }
    case .exclude(let reason): text(reason.text, code: reason.code, "exclude")
    case .unknown(let question): text(question.text, code: question.field, "unknown")
    }
  }

  private mutating func look(_ node: Explanation) {
    if !(0...1).contains(node.value) {
      find(
        .range,
        Bilingual(ja: "値 \(node.value)（\(node.code)）", en: "value \(node.value) (\(node.code))"))
    }
    if node.plugin != manifest.id {
      find(
        .texts,
        Bilingual(ja: "節の plugin が「\(node.plugin)」", en: "a node has the plugin '\(node.plugin)'"))
    }
    text(node.text, code: node.code, "score")
    for case .number(let number) in node.facts.values where !number.isFinite {
      find(
        .range, Bilingual(ja: "数でない事実（\(node.code)）", en: "a fact that is no number (\(node.code))")
      )
    }
    guard !node.children.isEmpty else { return }
    let weights = node.children.map(\.weight)
    if !weights.allSatisfy({ $0.isFinite && $0 >= 0 }) || weights.reduce(0, +) <= 0 {
      find(
        .sums,
        Bilingual(ja: "重みが使えません（\(node.code)）", en: "weights that can't be used (\(node.code))"))
    } else {
      let mean =
        node.children.reduce(0) { $0 + $1.weight * $1.node.value } / weights.reduce(0, +)
      if abs(mean - node.value) > 1e-9 {
        find(
          .sums,
          Bilingual(
            ja: "\(node.code) は内訳の平均ではありません", en: "\(node.code) is not the mean of its parts"))
      }
    }
    for child in node.children { look(child.node) }
  }

  private mutating func text(_ text: Bilingual, code: String, _ kind: String) {
    if text.ja.isEmpty || text.en.isEmpty {
      find(
        .texts,
        Bilingual(ja: "\(kind) の文が日英にありません", en: "a text of \(kind) is not in both languages"))
    }
    if code.isEmpty {
      find(
        .texts,
        Bilingual(ja: "\(kind) の code か field が空です", en: "an empty code or field in \(kind)"))
    }
  }
}
