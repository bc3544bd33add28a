import Diagnostics
import Foundation
import Model
import Service
import Testing
import TestSupport

/// What holds for every request, tried with random ones over the sample town.
@Suite(.serialized) struct PropertyTests {
  /// A random person of the town with random needs.
  private struct Asked {
    var needs: [String]
    var home: String
    var area: String
    var metres: Int
    var budget: Int?
    var free: String?
    var profile: String

    init(_ random: inout SeededGenerator) {
      let codes = [
        "LIV-TRASH", "LIV-SHOP", "LIV-CLEAN", "FOD-MEAL", "FOD-SHOP", "MOV-HOSP", "SOC-LONELY",
        "SOC-PLACE", "HLT-LEG",
      ]
      needs = Array(codes.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
      let lat = 34.34 + Double.random(in: -0.03...0.03, using: &random)
      let lng = 134.05 + Double.random(in: -0.04...0.06, using: &random)
      home = #"{"lat":\#(lat),"lng":\#(lng)}"#
      area = ["四番丁", "栗林", "屋島", "仏生山"].randomElement(using: &random) ?? ""
      metres = Int.random(in: 200...2_000, using: &random)
      budget = Bool.random(using: &random) ? Int.random(in: 2...20, using: &random) * 100 : nil
      free = Bool.random(using: &random) ? "火・木の午後" : nil
      profile =
        ["care-manager", "participation", "tier3"].randomElement(using: &random) ?? "tier3"
    }

    var json: String {
      let needs = needs.map { #"{"code":"\#($0)"}"# }.joined(separator: ",")
      let money = budget.map { #","budget":{"perVisit":\#($0)}"# } ?? ""
      let times = free.map { #","availableText":"\#($0)""# } ?? ""
      return #"{"needs":[\#(needs)],"profile":"\#(profile)","limit":1000,"person":{"age":82,"#
        + #""careLevel":"support1","home":\#(home),"area":"\#(area)","mobility":{"metres":\#(metres)}"#
        + money + times + "}}"
    }
  }

  private static func seeded(_ name: String) -> (SeededGenerator, UInt64) {
    let seed =
      ProcessInfo.processInfo.environment["SASAE_SEED"].flatMap(UInt64.init)
      ?? UInt64.random(in: 0 ... .max)
    print("\(name): SASAE_SEED=\(seed)")
    return (SeededGenerator(seed: seed), seed)
  }

  private static func town() throws -> Town {
    let town = try Town()
    let loaded = try SampleTown(folder: Repository.path("Data")).load(in: town.session)
    #expect(loaded.rejections.isEmpty)
    return town
  }

  private static func places(_ answer: MatchResources.Output) -> [String] {
    answer.recommended.map { "R \($0.id) \($0.score) \($0.with?.first?.id ?? "")" }
      + answer.askFirst.map { "A \($0.id) \($0.score) \($0.with?.first?.id ?? "")" }
      + answer.excluded.map { "E \($0.id) \($0.reasons.map(\.code))" }
  }

  /// Without the order of the reasons: they come as the profile has its rows.
  private static func lists(_ answer: MatchResources.Output) -> [String] {
    var answer = answer
    for i in answer.excluded.indices { answer.excluded[i].reasons.sort { $0.code < $1.code } }
    return places(answer)
  }

  @Test func whatHoldsForEveryRequest() throws {
    var (random, seed) = Self.seeded("properties")
    let town = try Self.town()
    var seen = (chains: 0, narrower: 0, excluded: 0)
    for _ in 0..<12 {
      let asked = Asked(&random)
      let answer = try town.match(asked.json)
      let listed = Set((answer.recommended + answer.askFirst).map(\.id))
      seen.chains += (answer.recommended + answer.askFirst).count { $0.with != nil }
      seen.excluded += answer.excluded.count
      for one in answer.recommended + answer.askFirst { check(one.explanation, seed) }

      var turned = asked
      turned.needs.shuffle(using: &random)
      let same = try town.match(turned.json)
      #expect(
        Self.places(same) == Self.places(answer), "seed \(seed): in another order \(asked.json)")

      var strict = asked
      switch Int.random(in: 0...2, using: &random) {
      case 0: strict.metres = asked.metres / 2
      case 1: strict.budget = (asked.budget ?? 2_000) / 2
      default: strict.free = asked.free == nil ? "火・木の午後" : "火曜の午後"
      }
      let less = try town.match(strict.json)
      let narrow = Set((less.recommended + less.askFirst).map(\.id))
      #expect(
        narrow.isSubset(of: listed),
        "seed \(seed): \(narrow.subtracting(listed)) by \(strict.json) against \(asked.json)")
      seen.narrower += narrow.count < listed.count ? 1 : 0
    }
    // Otherwise nothing was tried.
    #expect(seen.chains > 0 && seen.narrower > 0 && seen.excluded > 0, "seed \(seed): \(seen)")
  }

  private func check(_ node: ExplanationNode, _ seed: UInt64) {
    guard !node.children.isEmpty else { return }
    let weights = node.children.reduce(0) { $0 + ($1.weight ?? .nan) }
    let sum = node.children.reduce(0) { $0 + ($1.weight ?? .nan) * $1.value }
    if weights > 0 { #expect(abs(node.value - sum / weights) < 1e-12, "seed \(seed)") }
    for child in node.children { check(child, seed) }
  }

  @Test func anIrrelevantResourceChangesNobodysPlace() throws {
    var (random, seed) = Self.seeded("irrelevant")
    let town = try Self.town()
    let requests = (0..<6).map { _ in Asked(&random) }
    let before = try requests.map { Self.places(try town.match($0.json)) }
    // Money for activities (財源), but for what serves a need that is asked.
    let needs = Set(requests.flatMap(\.needs))
    let serving = try ListNeeds.run(.init(), in: town.session).needs
      .filter { needs.contains($0.code) }.flatMap(\.servedBy).map(\.category)
    let money = try ListCategories.run(.init(), in: town.session).categories.map(\.code)
      .filter { $0.hasPrefix("F") && !serving.contains($0) }
    for number in 0..<5 {
      var one = helper("zz\(number)", metres: Double.random(in: 0...3_000, using: &random))
      one.categories = [try #require(money.randomElement(using: &random))]
      _ = try town.session.directory.put(one)
    }
    for (request, places) in zip(requests, before) {
      #expect(Self.places(try town.match(request.json)) == places, "seed \(seed): \(request.json)")
    }
  }

  /// Profiles in the workspace: rows in another order, one made hard, one taken out.
  @Test func whatAProfileChangesIsWhatItSays() throws {
    var (random, seed) = Self.seeded("profiles")
    let town = try Self.town()
    let folder = town.session.directory.workspace.profiles
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let head = "plugin\tweight\thard\tnote\n# label_ja: x\n# label_en: x\n"
    func write(_ rows: [MatchRow], _ name: String) throws {
      let text = rows.map { "\($0.plugin)\t\($0.weight)\t\($0.hard ? "yes" : "no")\tx" }
      try (head + text.joined(separator: "\n") + "\n").write(
        toFile: "\(folder)/\(name).tsv", atomically: true, encoding: .utf8)
    }
    let listed = try ListProfiles.run(.init(), in: town.session).profiles
    let rows = try #require(listed.first { $0.name == "tier3" }).plugins
      .map { MatchRow(plugin: $0.plugin, weight: $0.weight, hard: $0.hard) }
    for _ in 0..<6 {
      var asked = Asked(&random)
      asked.profile = "tier3"
      let base = try town.match(asked.json)
      try write(rows.shuffled(using: &random), "own")
      asked.profile = "own"
      let mixed = try town.match(asked.json)
      #expect(Self.lists(mixed) == Self.lists(base), "seed \(seed)")

      let soft = try #require(rows.filter(\.hard).randomElement(using: &random)).plugin
      try write(
        rows.map {
          MatchRow(plugin: $0.plugin, weight: $0.weight, hard: $0.hard && $0.plugin != soft)
        },
        "own")
      let wide = try town.match(asked.json)
      let all = Set((wide.recommended + wide.askFirst).map(\.id))
      let few = Set((base.recommended + base.askFirst).map(\.id))
      #expect(few.isSubset(of: all), "seed \(seed): hard \(soft), \(few.subtracting(all))")

      let gone = try #require(
        rows.filter { $0.plugin != "proximity" }.randomElement(using: &random)
      )
      .plugin
      try write(rows.filter { $0.plugin != gone }, "own")
      try compare(base, try town.match(asked.json), without: gone, seed)
    }
  }

  private struct MatchRow {
    var plugin: String
    var weight: Double
    var hard: Bool
  }

  /// The reasons of `less` are those of `base` but for the plugin's; what a ride may reach stands elsewhere.
  private func compare(
    _ base: MatchResources.Output, _ less: MatchResources.Output, without gone: String,
    _ seed: UInt64
  ) throws {
    func reasons(_ answer: MatchResources.Output, dropping: String?) -> [String: [String]] {
      var out: [String: [String]] = [:]
      for one in answer.recommended + answer.askFirst { out[one.id] = [] }
      for one in answer.excluded {
        out[one.id] = one.reasons.filter { $0.plugin != dropping }.map { "\($0.plugin) \($0.code)" }
      }
      return out
    }
    let far = Set(
      (base.excluded + less.excluded).filter { $0.reasons.contains { $0.code == "too-far" } }
        .map(\.id))
    let expected = reasons(base, dropping: gone).filter { !far.contains($0.key) }
    let found = reasons(less, dropping: nil).filter { !far.contains($0.key) }
    #expect(found == expected, "seed \(seed): without \(gone)")
    for one in less.recommended + less.askFirst {
      #expect(!one.explanation.children.contains { $0.plugin == gone }, "seed \(seed)")
    }
  }
}
