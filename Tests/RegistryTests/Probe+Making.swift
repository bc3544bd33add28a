import Foundation
import Lookup
import Model
import Registry
import TextIndex
import TestSupport

extension Probe {
  /// A probe of one clause; `says` is nil for a record that lacks the fact.
  static func one(
    _ name: String, _ apply: @escaping (inout SearchFilters) -> Void, _ fact: Fact?,
    says: @escaping (Sample) -> Bool?
  ) -> Probe {
    Probe(
      name: name, apply: apply,
      clauses: [
        Clause(fact: fact, lacks: { says($0) == nil }, meets: { says($0) == true })
      ])
  }

  /// Days, hours, or both: two facts of one schedule.
  static func time(_ random: inout SeededGenerator) -> Probe {
    let days = random.chance(0.7) ? [random.pick(Weekday.allCases), .tuesday] : []
    let from = random.chance(0.5) || days.isEmpty ? random.pick([540, 600, 780]) : nil
    let to = random.chance(0.5) ? random.pick([720, 900, 1_080]) : nil
    var clauses: [Clause] = []
    if !days.isEmpty {
      clauses.append(
        Clause(
          fact: .schedule, lacks: { $0.days == nil },
          meets: { $0.days?.contains(where: days.contains) == true }))
    }
    if from != nil || to != nil {
      clauses.append(
        Clause(
          fact: .hours, lacks: { $0.days == nil || $0.hours == nil },
          meets: { sample in
            guard let on = sample.days, let hours = sample.hours else { return false }
            return (days.isEmpty || on.contains(where: days.contains))
              && hours.from < (to ?? 2_880) && (from ?? 0) < hours.to
          }))
    }
    return Probe(
      name: "days \(days) from \(from ?? -1) to \(to ?? -1)",
      apply: {
        $0.days = days
        $0.from = from
        $0.to = to
      }, clauses: clauses)
  }

  /// Haversine, written here anew.
  static func distance(_ sample: Sample) -> Double? {
    guard let point = sample.resource.place?.coordinate else { return nil }
    let radians = Double.pi / 180
    let (a, b) = (Sample.home.lat * radians, point.lat * radians)
    let east = sin((point.lng - Sample.home.lng) * radians / 2)
    let north = sin((b - a) / 2)
    return 2 * 6_371_008.8 * asin(sqrt(north * north + cos(a) * cos(b) * east * east))
  }
}
