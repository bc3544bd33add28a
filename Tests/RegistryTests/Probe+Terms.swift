import Model
import Registry
import TextIndex

extension Probe {
  static var makers: [(name: String, make: Maker)] { ofKindAndPlace + ofTerms }

  /// Of its terms: price, ages, room, and how sure it is.
  static let ofTerms: [(name: String, make: Maker)] = [
    (
      "maxCost",
      { random, _ in
        let yen = random.pick([0.0, 99, 100, 499])
        return one("maxCost \(yen)", { $0.maxCost = yen }, .cost) {
          $0.resource.cost?.min.map { $0 <= yen }
        }
      }
    ),
    (
      "age",
      { random, _ in
        let age = random.pick([39.0, 40, 64, 65, 74, 75])
        return one("age \(age)", { $0.age = age }, .age) { sample in
          let stated = sample.resource.eligibility
          guard stated?.minAge != nil || stated?.maxAge != nil else { return nil }
          return (stated?.minAge ?? 0) <= age && age <= (stated?.maxAge ?? 999)
        }
      }
    ),
    (
      "careLevel",
      { random, _ in
        let level = random.pick([CareLevel.support1, .care1, .care5])
        return one("careLevel \(level)", { $0.careLevel = level }, .careLevel) { sample in
          let stated = sample.resource.eligibility?.careLevels ?? []
          return stated.isEmpty ? nil : stated.contains(level)
        }
      }
    ),
    (
      "access",
      { random, _ in
        let wanted = random.pick([["wheelchair"], ["parking", "elevator"]])
        return one("access \(wanted)", { $0.access = wanted }, .access) { sample in
          let stated = sample.resource.place?.access ?? []
          return stated.isEmpty ? nil : wanted.allSatisfy(stated.contains)
        }
      }
    ),
    (
      "available",
      { _, _ in
        one("available", { $0.available = true }, .available) {
          $0.resource.capacity?.available.map { $0 >= 1 }
        }
      }
    ),
    (
      "modes",
      { random, _ in
        let wanted = [random.pick(ReachMode.allCases), random.pick(ReachMode.allCases)]
        return one("modes \(wanted)", { $0.modes = wanted }, .modes) { sample in
          let stated = sample.resource.reach?.modes ?? []
          return stated.isEmpty ? nil : stated.contains(where: wanted.contains)
        }
      }
    ),
    (
      "confirmedSince",
      { random, _ in
        let text = random.pick(["2026-04-01", "2026-04-02", "2025-01-31"])
        let day = CalendarDate(text)
        return one("confirmedSince \(text)", { $0.confirmedSince = day }, .confirmed) {
          $0.resource.confirmed.map { $0.on >= text }
        }
      }
    ),
    (
      "statuses",
      { random, _ in
        let wanted = random.pick([ResourceStatus.potential, .paused])
        return one("statuses \(wanted)", { $0.statuses = [wanted] }, nil) { _ in true }
      }
    ),
  ]
}
