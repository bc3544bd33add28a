import Diagnostics
import Foundation
import Model
import Service
import TestSupport
import Testing

/// People over the sample town, judged by hand (`Fixtures/README.md`).
@Suite struct VignetteTests {
  struct Vignette: Decodable, Sendable {
    struct Forbidden: Decodable, Sendable {
      var id: String
      var reason: String
    }
    var id: String
    var request: [String: JSONValue]
    var good: [String]
    var forbidden: [Forbidden]
  }

  /// Codes that say each reason.
  static let codes: [String: Set<String>] = [
    "catchment": ["outside-catchment"], "residence": ["residence", "outside-catchment"],
    "age": ["age"], "sex": ["sex"], "careLevel": ["care-level"], "household": ["household"],
    "full": ["full"], "hours": ["no-overlap", "busy"], "too-far": ["too-far"],
    "access": ["no-access"], "smartphone": ["device"], "budget": ["over-budget"],
    "private-car": ["private-car"], "avoid": ["avoided"], "status": [], "no-opening": [],
    "too-small": ["too-small"], "closed": ["closed"], "facility": ["no-facility", "stairs"],
  ]
  /// Of all vignettes, those with a good resource among the first five.
  static let floor = 0.9

  @Test(arguments: [
    ("vignettes", 80), ("vignettes-kept-aside", 80), ("role-vignettes", 4), ("venue-vignettes", 8),
  ])
  func goodOnesComeFirstAndForbiddenOnesNever(_ file: String, _ least: Int) throws {
    let path = Repository.path("Tests/MatchingTests/Fixtures/\(file).ndjson")
    let vignettes = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Vignette.self, from: Data($0.utf8)) }
    let town = try Town()
    _ = try SampleTown(folder: Repository.path("Data")).load(in: town.session)
    var misses: [String] = []
    var excluded = 0
    for vignette in vignettes {
      var request = vignette.request
      request["limit"] = .integer(1_000)
      let answer: MatchResources.Output
      do {
        answer = try town.match(
          String(decoding: JSONEncoder().encode(request), as: UTF8.self))
      } catch let error as SasaeError {
        #expect(error.code == "usage.no-needs", "\(vignette.id): \(error.text(.en))")
        misses.append(vignette.id)
        continue
      }
      let recommended = answer.recommended.map(\.id)
      let order = recommended + answer.askFirst.map(\.id)
      if Set(order.prefix(5)).isDisjoint(with: vignette.good) { misses.append(vignette.id) }
      for forbidden in vignette.forbidden {
        #expect(!recommended.contains(forbidden.id), "\(vignette.id): \(forbidden)")
        let reasons = answer.reasons(forbidden.id)
        if reasons.isEmpty { continue }
        excluded += 1
        let right = forbidden.reason.split(separator: "|")
          .reduce(into: Set()) { $0.formUnion(Self.codes[String($1)] ?? []) }
        #expect(!right.isDisjoint(with: reasons), "\(vignette.id): \(forbidden) \(reasons)")
      }
    }
    let share = 1 - Double(misses.count) / Double(vignettes.count)
    #expect(share >= Self.floor, "\(misses)")
    // The reasons above were looked at.
    #expect(excluded >= least)
  }
}
