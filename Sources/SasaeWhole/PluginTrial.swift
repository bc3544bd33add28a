import Diagnostics
import MatchingKit
import PluginCheck
import ProcessPlugins
import Service
import Synchronization

/// A program tried as a plugin. No operation: whoever speaks to a server must not be able to have it
/// start programs.
struct PluginTrial {
  let row: PluginRow
  let language: Language

  struct Report {
    var manifest: PluginManifest
    var withheld: [String]
    var isDeterministic: Bool
    /// Why it could not be asked at all.
    var failure: Bilingual?
    var findings: [PluginFinding]
    var times: [Duration]
    /// Whether it ended when it was asked to.
    var isWilling: Bool
    var errorOutput: String

    var isSound: Bool { failure == nil && findings.isEmpty && isWilling }
  }

  func run() -> Report {
    let plugin = ProcessPlugin(row, language: language, named: false)
    defer { plugin.end() }
    let manifest = plugin.manifest
    let failure = plugin.failure
    let clocked = ClockedPlugin(plugin)
    let findings = failure == nil ? checkPlugin(clocked) : []
    return Report(
      manifest: manifest, withheld: plugin.withheld.map(\.rawValue).sorted(),
      isDeterministic: plugin.isDeterministic, failure: failure, findings: findings,
      times: clocked.times.withLock { $0 }, isWilling: plugin.end() ?? true,
      errorOutput: plugin.errorOutput)
  }
}

/// A plugin with how long it took.
private final class ClockedPlugin: ExternalPlugin {
  let inner: any ExternalPlugin
  let times = Mutex<[Duration]>([])

  init(_ inner: any ExternalPlugin) { self.inner = inner }

  var manifest: PluginManifest { inner.manifest }
  var granted: Set<PluginManifest.Field> { inner.granted }
  var withheld: Set<PluginManifest.Field> { inner.withheld }
  var failure: Bilingual? { inner.failure }

  func judge(_ request: RequestView, _ candidates: [ResourceView]) throws -> [Verdict] {
    let begin = ContinuousClock.now
    defer { times.withLock { $0.append(begin.duration(to: .now)) } }
    return try inner.judge(request, candidates)
  }
}

extension PluginTrial.Report {
  func render(in page: inout TextPage) {
    let language = page.language
    func words(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }
    if let failure {
      page.line(words("✘ 動きません: ", "✘ can't be asked: ") + failure(language))
    } else {
      page.line("\(manifest.id) \(manifest.version)  \(manifest.summary(language))")
      page.fact(
        words("見る項目", "reads"), manifest.reads.map(\.rawValue).sorted().joined(separator: ", "))
      if !withheld.isEmpty {
        page.fact(words("許さない項目", "withheld"), withheld.joined(separator: ", "))
      }
      for rule in PluginRule.allCases {
        let broken = findings.filter { $0.rule == rule }
        page.line((broken.isEmpty ? "✔ " : "✘ ") + rule.label(language))
        for finding in broken { page.paragraph(finding.detail(language), indent: 4) }
      }
      page.line(
        (isWilling ? "✔ " : "✘ ")
          + words("plugin/shutdown か入力の終わりで終わる", "ends at plugin/shutdown or the end of its input"))
      if !isDeterministic {
        page.paragraph(
          words(
            "自分で deterministic: false と名乗っています。同じ依頼に違う答えが出ることがあります",
            "it calls itself not deterministic: equal requests may get unequal answers"))
      }
      let sorted = times.sorted()
      if let longest = sorted.last {
        page.line(
          words(
            "一回の答え: 中央値 \(Self.text(sorted[sorted.count / 2]))、最長 \(Self.text(longest))（\(sorted.count)回）",
            "an answer took \(Self.text(sorted[sorted.count / 2])) at the median, \(Self.text(longest)) at most (\(sorted.count) answers)"
          ))
      }
    }
    guard !errorOutput.isEmpty else { return }
    page.line(words("標準エラー出力の終わり:", "the end of its error output:"))
    for line in errorOutput.split(separator: "\n") { page.line(String(line), indent: 2) }
  }

  private static func text(_ duration: Duration) -> String {
    let tenths = Int((duration / .microseconds(100)).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}
