import Foundation
import Lookup
import Model
import Registry
import Testing
import TextIndex
import TestSupport

/// Every filter against somebody who reads every record.
@Suite struct FilterTests {
  static let count = 150

  private func town(_ random: inout SeededGenerator) throws -> (Office, [Sample]) {
    let office = try Office()
    let samples = (0..<Self.count).map { Sample($0, &random) }
    try office.bring(samples.map(\.resource))
    return (office, samples)
  }

  private func check(
    _ office: Office, _ samples: [Sample], _ probes: [Probe], _ seed: UInt64
  ) throws {
    var query = SearchQuery()
    query.limit = SearchQuery.maximumLimit
    query.countUnknown = true
    for probe in probes { probe.apply(&query.filters) }
    let statuses = query.filters.statuses.isEmpty ? [.active, .paused] : query.filters.statuses
    let shown = samples.filter {
      $0.resource.status != .retired && statuses.contains($0.resource.status)
    }
    let clauses = probes.flatMap(\.clauses)
    let sure = shown.filter { sample in
      clauses.allSatisfy { $0.meets(sample) && !$0.lacks(sample) }
    }
    let unsure = shown.filter { sample in
      clauses.allSatisfy { $0.meets(sample) || $0.lacks(sample) }
        && clauses.contains { $0.lacks(sample) && $0.fact != nil }
    }
    let comment = Comment(rawValue: "\(probes.map(\.name)) seed \(seed)")
    let strict = try office.directory.search(query)
    #expect(Set(strict.hits.map(\.listing.id)) == Set(sure.map(\.id)), comment)
    #expect(strict.total == sure.count && strict.isExact, comment)
    #expect(strict.hits.allSatisfy { $0.unknown.isEmpty }, comment)
    #expect(strict.unknown == unsure.count, comment)
    query.includeUnknown = true
    let open = try office.directory.search(query)
    #expect(
      Set(open.hits.map(\.listing.id)) == Set((sure + unsure).map(\.id)), comment)
    let byID = Dictionary(uniqueKeysWithValues: samples.map { ($0.id, $0) })
    for hit in open.hits {
      let sample = try #require(byID[hit.listing.id])
      let lacking = Set(clauses.filter { $0.lacks(sample) }.compactMap(\.fact))
      #expect(Set(hit.unknown) == lacking, comment)
    }
  }

  @Test func eachFilterAloneMeansWhatItSays() throws {
    let seed = propertySeed("filters alone")
    var random = SeededGenerator(seed: seed)
    let (office, samples) = try town(&random)
    for (_, make) in Probe.makers {
      for _ in 0..<6 { try check(office, samples, [make(&random, samples)], seed) }
    }
  }

  @Test func filtersTogetherAreAnd() throws {
    let seed = propertySeed("filters together")
    var random = SeededGenerator(seed: seed)
    let (office, samples) = try town(&random)
    for _ in 0..<60 {
      var left = Probe.makers
      var probes: [Probe] = []
      for _ in 0..<Int.random(in: 2...3, using: &random) {
        let at = Int.random(in: left.indices, using: &random)
        // A date and days of the week are asked of one schedule; together they are another question.
        let (name, make) = left.remove(at: at)
        if name == "on" { left.removeAll { $0.name == "time" } }
        if name == "time" { left.removeAll { $0.name == "on" } }
        probes.append(make(&random, samples))
      }
      try check(office, samples, probes, seed)
    }
  }

  @Test func facetsCountWhatIsThere() throws {
    let seed = propertySeed("facets")
    var random = SeededGenerator(seed: seed)
    let (office, samples) = try town(&random)
    // The word stands in names alone, not among the categories' words.
    for text in ["", "ぽかぽか"] {
      var query = SearchQuery()
      query.text = text
      query.limit = 1
      query.facets = SearchQuery.Facet.allCases
      query.filters.maxCost = 300
      let matching = samples.map(\.resource).filter {
        [.active, .paused].contains($0.status) && ($0.cost?.min ?? 999) <= 300
          && (text.isEmpty || $0.name.hasPrefix(text))
      }
      var wanted: [SearchQuery.Facet: [String: Int]] = [.category: [:], .area: [:], .kind: [:]]
      for one in matching {
        for code in one.categories { wanted[.category]?[code, default: 0] += 1 }
        if let area = one.place?.area { wanted[.area]?[area, default: 0] += 1 }
        if let kind = one.kind { wanted[.kind]?[kind.rawValue, default: 0] += 1 }
      }
      let found = try office.directory.search(query)
      #expect(found.facets == wanted, "seed \(seed)")
      #expect(found.total == matching.count, "seed \(seed)")
    }
  }
}
