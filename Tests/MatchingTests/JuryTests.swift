import BundledPlugins
import Diagnostics
import MatchingKit
import Model
import Service
import Synchronization
import Testing

@Suite struct JuryTests {
  private struct Leak: Error, CustomStringConvertible {
    var description: String { "佐藤さん 34.3438" }
  }

  private static let seats = "plugin\tweight\thard\tnote\n"
  private static let fit = "need-fit\t0.6\tno\t\n"

  private static func stub(_ body: @escaping @Sendable (StubPlugin, Int) throws -> [Verdict])
    -> StubPlugin
  {
    var plugin = StubPlugin("stub") { _, _ in [] }
    let template = plugin
    plugin.body = { _, candidates in try body(template, candidates.count) }
    return plugin
  }

  /// How a plugin can go wrong, and a word of what is told.
  static let failures: [(why: String, plugin: StubPlugin)] = [
    ("it throws", stub { _, _ in throw Leak() }),
    (
      "one verdict too few",
      stub { plugin, count in
        [Verdict](repeating: plugin.score(1), count: count - 1)
      }
    ),
    (
      "one verdict too many",
      stub { plugin, count in
        [Verdict](repeating: .exclude(.init(code: "x", text: "x")), count: count + 1)
      }
    ),
    (
      "not a number",
      stub { plugin, count in [Verdict](repeating: plugin.score(.nan), count: count) }
    ),
    ("2.0", stub { plugin, count in [Verdict](repeating: plugin.score(2), count: count) }),
    ("below 0", stub { plugin, count in [Verdict](repeating: plugin.score(-0.01), count: count) }),
    (
      "a child out of range, hidden by its mean",
      stub { plugin, count in
        let leaves = [-1.0, 1].map { value in
          Explanation.Child(
            weight: 1, node: Explanation(plugin: "stub", code: "c", value: value, text: "x"))
        }
        let node = Explanation(plugin: "stub", code: "n", text: "x", weighing: leaves)
        return [Verdict](repeating: .score(node), count: count)
      }
    ),
  ]

  @Test(arguments: failures.indices)
  func aPluginThatFailsAbstains(_ index: Int) throws {
    let (why, plugin) = Self.failures[index]
    let resources = [helper("a"), helper("b")]
    let without = try Town(resources, profile: Self.seats + Self.fit).rubbish()
    let town = try Town(
      resources, plugins: bundledPlugins + [plugin],
      profile: Self.seats + Self.fit + "stub\t0.4\tyes\t\n")
    let answer = try town.rubbish()
    #expect(answer.lists == without.lists, "\(why)")
    #expect(answer.recommended.map(\.score) == without.recommended.map(\.score), "\(why)")
    let states = Dictionary(uniqueKeysWithValues: answer.plugins.map { ($0.id, $0) })
    #expect(states["stub"]?.status == .failed, "\(why)")
    #expect(states["need-fit"]?.status == .ok, "\(why)")
    // What it threw may quote a person.
    #expect(states["stub"]?.failure?.contains("佐藤") == false, "\(why)")
    #expect(states["stub"]?.failure?.contains("34.3438") == false, "\(why)")
  }

  @Test(arguments: [true, false])
  func aHardRuleExcludesAndASoftOneCountsZero(_ hard: Bool) throws {
    let plugin = Self.stub { _, count in
      [Verdict](repeating: .exclude(.init(code: "rule", text: "だめ")), count: count)
    }
    let answer = try Town(
      [helper("a")], plugins: bundledPlugins + [plugin],
      profile: Self.seats + Self.fit + "stub\t0.4\t\(hard ? "yes" : "no")\t\n"
    ).rubbish()
    if hard {
      #expect(answer.lists == [[], [], ["a"]])
      #expect(answer.excluded.first?.reasons.map(\.text) == ["だめ"])
    } else {
      #expect(answer.lists == [["a"], [], []])
      #expect(abs((answer.recommended.first?.score ?? 0) - 0.6) < 1e-9)
      #expect(answer.recommended.first?.explanation.children.map(\.code) == ["needs", "rule"])
      // A reader is told all the same.
      #expect(
        answer.recommended.first?.explanation.children.last?.facts == [
          "brokenRule": .string("rule")
        ])
    }
  }

  @Test func whatIsNotDeclaredReadsAsAbsent() throws {
    let seen = Mutex<[Set<PluginManifest.Field>: Set<String>]>([:])
    let person =
      Town.person
      + #","age":80,"careLevel":"support1","availableText":"火曜","busyText":"水曜","household":"独居","gender":"female","#
      + #""budgetText":"500円","conditions":["wheelchair"],"smartphone":false,"interests":["歌"],"#
      + #""strengths":["編み物"],"avoid":["犬"],"familiar":["a"]"#
    let resource = helper("a") {
      $0.place?.area = "番町"
      $0.place?.access = ["wheelchair"]
      $0.reach?.areas = ["市全域"]
      $0.schedule = Schedule(text: "毎週火曜")
      $0.cost = Cost(text: "無料", min: 0, per: "visit")
      $0.eligibility = Eligibility(text: "65歳以上", minAge: 65, maxAge: 99)
      $0.capacity = Capacity(text: "15人", maximum: 15, available: 3)
      $0.capacity?.asOf = "2026-08-01"
      $0.confirmed = Confirmation(on: "2026-08-01", how: "phone")
      $0.tags = ["送迎", "担い手募集"]
    }
    for field in PluginManifest.Field.allCases {
      let spy = StubPlugin("stub", reads: [field]) { request, candidates in
        let facts = Spy.facts(request, candidates)
        seen.withLock { $0[[field]] = facts }
        return candidates.map { _ in .abstain }
      }
      let town = try Town(
        [resource], plugins: [spy], profile: Self.seats + "stub\t1\tno\t\n")
      let request = #"{"text":"ごみ","needs":[{"code":"LIV-TRASH"}],"person":{\#(person)}}"#
      #expect(try town.match(request).plugins.map(\.status) == [.ok])
      let looked = seen.withLock { $0[[field]] }
      #expect(looked == Spy.expected[field], "\(field)")
    }
    #expect(Set(Spy.expected.keys) == Set(PluginManifest.Field.allCases))
  }

  @Test func aProfileThatNamesNoPluginIsADataFault() throws {
    let town = try Town([helper("a")], profile: Self.seats + "need-fitt\t1\tno\t\n")
    let error = try #require(throws: SasaeError.self) { _ = try town.rubbish() }
    #expect(error.code == "data.dangling")
    #expect(error.position.line == 2)
    #expect(error.hint(.en)?.contains("need-fit") == true)
  }
}
