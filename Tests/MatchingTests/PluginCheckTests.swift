import BundledPlugins
import Diagnostics
@_spi(Host) import MatchingKit
import PluginCheck
import Synchronization
import Testing

/// Every plugin of this program keeps the rules, and the checker sees each rule broken.
@Suite("Plugin rules") struct PluginCheckTests {
  @Test("are kept by", arguments: bundledPlugins.map(\.id))
  func bundled(_ id: String) throws {
    let plugin = try #require(bundledPlugins.first { $0.id == id })
    #expect(checkPlugin(plugin) == [])
  }

  @Test("are tried on people and resources that have every field somewhere, and lack it somewhere")
  func corpus() {
    var seen: Set<String> = []
    for request in CheckCorpus.requests {
      let all = FieldSet(PluginManifest.Field.allCases)
      let candidates = CheckCorpus.candidates.map { ResourceView($0, showing: all) }
      seen.formUnion(Spy.facts(RequestView(request, showing: all), candidates))
    }
    for (field, facts) in Spy.expected { #expect(facts.isSubset(of: seen), "\(field)") }
    let none = Spy.facts(RequestView(CheckCorpus.nobody, showing: [.needs, .personHome]), [])
    #expect(none.isEmpty)
  }

  /// A plugin that keeps every rule, and what changes in it.
  struct Good: MatchPlugin {
    var manifest = PluginManifest(
      id: "good", version: "1", summary: Bilingual(ja: "よい", en: "good"), reads: [.resourceTags])
    var judging: @Sendable (RequestView, [ResourceView]) throws -> [Verdict] = { _, all in
      all.map { $0.tags.isEmpty ? .abstain : .score(leaf()) }
    }

    init(_ change: (inout Good) -> Void = { _ in }) { change(&self) }

    func judge(_ request: RequestView, _ candidates: [ResourceView]) throws -> [Verdict] {
      try judging(request, candidates)
    }

    static func leaf(_ value: Double = 1, _ id: String = "good", ja: String = "よい") -> Explanation {
      Explanation(plugin: id, code: "x", value: value, text: Bilingual(ja: ja, en: "good"))
    }
  }

  struct Fault: Error {}
  static let calls = Mutex(0)

  static let broken: [(rule: PluginRule, plugin: Good)] = [
    (
      .manifest,
      Good {
        $0.manifest.id = "Good Plugin"
        $0.judging = { _, all in all.map { _ in .abstain } }
      }
    ),
    (.manifest, Good { $0.manifest.version = "" }),
    (.manifest, Good { $0.manifest.summary.en = "" }),
    (.manifest, Good { $0.manifest.reads.insert(.resourceName) }),
    (.answers, Good { $0.judging = { _, _ in throw Fault() } }),
    (
      .answers,
      Good {
        $0.judging = { request, all in
          if all.isEmpty { throw Fault() }
          return all.map { _ in .abstain }
        }
      }
    ),
    (.count, Good { $0.judging = { _, all in all.dropFirst().map { _ in .abstain } } }),
    (.range, Good { $0.judging = { _, all in all.map { _ in .score(Good.leaf(1.5)) } } }),
    (.range, Good { $0.judging = { _, all in all.map { _ in .score(Good.leaf(.nan)) } } }),
    (
      .sums,
      Good {
        $0.judging = { _, all in
          all.map { _ in
            .score(
              Explanation(
                plugin: "good", code: "n", text: "x",
                weighing: [.init(weight: -1, node: Good.leaf(0.5))]))
          }
        }
      }
    ),
    (.texts, Good { $0.judging = { _, all in all.map { _ in .score(Good.leaf(ja: "")) } } }),
    (.texts, Good { $0.judging = { _, all in all.map { _ in .score(Good.leaf(1, "other")) } } }),
    (
      .texts,
      Good {
        $0.judging = { _, all in
          all.map { _ in .unknown(.init(field: "", text: Bilingual(ja: "何", en: "what"))) }
        }
      }
    ),
    (
      .repeatable,
      Good {
        $0.judging = { _, all in
          let number = calls.withLock { calls in
            calls += 1
            return calls
          }
          return all.map { _ in .score(Good.leaf(1 / Double(number))) }
        }
      }
    ),
    (
      .order,
      Good {
        $0.judging = { _, all in
          all.indices.map { .score(Good.leaf(Double($0) / Double(all.count))) }
        }
      }
    ),
    (
      .fields,
      Good {
        $0.judging = { _, all in all.map { $0.modes.isEmpty ? .abstain : .score(Good.leaf()) } }
      }
    ),
  ]

  @Test("each are seen when broken", arguments: broken.indices)
  func seen(_ index: Int) {
    let (rule, plugin) = Self.broken[index]
    let findings = checkPlugin(plugin)
    #expect(Set(findings.map(\.rule)) == [rule], "\(findings)")
    #expect(findings.count <= 3)
  }

  @Test("have a broken plugin each")
  func complete() {
    #expect(Set(Self.broken.map(\.rule)) == Set(PluginRule.allCases))
    #expect(checkPlugin(Good()) == [])
  }
}

@Suite struct FieldSetTests {
  @Test func eachFieldStandsForItself() {
    for field in PluginManifest.Field.allCases {
      let alone = FieldSet([field])
      #expect(PluginManifest.Field.allCases.filter(alone.contains) == [field])
    }
    let shown = FieldSet([.needs, .resourceName, .personAddress], granting: [.personAddress])
    #expect(PluginManifest.Field.allCases.filter(shown.contains) == [.needs, .personAddress])
  }
}
