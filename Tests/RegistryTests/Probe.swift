import Foundation
import Lookup
import Model
import Registry
import TextIndex
import TestSupport

/// One filter with random values, and what it means to somebody who reads every record.
struct Probe {
  struct Clause {
    var fact: Fact?
    var lacks: (Sample) -> Bool = { _ in false }
    var meets: (Sample) -> Bool
  }

  var name: String
  var apply: (inout SearchFilters) -> Void
  var clauses: [Clause]

  typealias Maker = @Sendable (inout SeededGenerator, [Sample]) -> Probe

  /// Of what it is, where and when.
  static let ofKindAndPlace: [(name: String, make: Maker)] = [
    (
      "categories",
      { random, _ in
        let wanted = [random.pick(Sample.codes), random.pick(Sample.codes)]
        return one("categories \(wanted)", { $0.categories = wanted }, nil) { sample in
          // A code's descendants carry it as a prefix.
          sample.resource.categories.contains { code in
            wanted.contains { code == $0 || code.hasPrefix($0 + "-") }
          }
        }
      }
    ),
    (
      "kinds",
      { random, _ in
        let wanted = random.pick(ResourceKind.allCases)
        return one("kind \(wanted)", { $0.kinds = [wanted] }, nil) { sample in
          let letters: [Character: ResourceKind] = ["S": .use, "A": .join, "P": .enable]
          return sample.resource.kind == wanted
            || sample.resource.categories.contains { $0.first.flatMap { letters[$0] } == wanted }
        }
      }
    ),
    (
      "tags",
      { random, _ in
        // Tags are compared folded, and each must be there.
        let wanted = random.pick([["送迎あり"], ["wifi"], ["予約制", "送迎あり"]])
        return one("tags \(wanted)", { $0.tags = wanted }, nil) { sample in
          wanted.allSatisfy { sample.resource.tags.contains($0 == "wifi" ? "ＷｉＦｉ" : $0) }
        }
      }
    ),
    (
      "areas",
      { random, _ in
        let wanted = random.pick([["番町"], ["屋島"], ["高松市"], ["香川県高松市"], ["番町", "仏生山"]])
        return one("areas \(wanted)", { $0.areas = wanted }, .area) { sample in
          sample.areas.map { $0.contains("市全域") || !$0.isDisjoint(with: wanted) }
        }
      }
    ),
    (
      "within",
      { random, samples in
        var metres = 0.0
        repeat {
          metres = Double.random(in: 200...5_000, using: &random)
        } while samples.contains { abs((distance($0) ?? 0) - metres) < 2 }
        let within = metres
        return one(
          "within \(within)",
          {
            $0.near = Sample.home
            $0.within = within
          }, .place
        ) { distance($0).map { $0 <= within } }
      }
    ),
    ("time", { random, _ in time(&random) }),
    (
      "on",
      { random, _ in
        let day = CalendarDate(daysSince1970: Int.random(in: 20_400...20_800, using: &random))
        return one("on \(day.text)", { $0.on = day }, .schedule) { sample in
          sample.days.map { days in
            days.contains(day.weekday)
              && (sample.weeks.isEmpty || sample.weeks.contains(day.weekOfMonth)
                || (sample.weeks.contains(-1) && day.isLastOfItsWeekday))
          }
        }
      }
    ),
  ]
}
