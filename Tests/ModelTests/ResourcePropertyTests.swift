import Foundation
import Model
import Testing
import TestSupport

@Suite("Random resources")
struct ResourcePropertyTests {
  /// Resources with every member present or absent.
  struct Maker {
    var random: SeededGenerator

    mutating func maybe<T>(_ value: (inout Maker) -> T) -> T? {
      Bool.random(using: &random) ? value(&self) : nil
    }

    /// Never one of the marks for nothing stated: those read as absent.
    mutating func text() -> String {
      "x"
        + random.text(
          of: ["あ", "髙", "ｱ", "🍙", "e\u{301}", "\"", "\\", "/", "\n", "\u{0}", " ", "—", "9"],
          count: 0...6)
    }

    mutating func texts() -> [String] {
      (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
    }

    mutating func number() -> Double {
      random.pick([
        0, 1, 100, -3, 0.1, 34.342_8, 1e15, 5e-7, .random(in: -1e6...1e6, using: &random),
      ])
    }

    mutating func day() -> String {
      CalendarDate(daysSince1970: .random(in: 0...40_000, using: &random)).text
    }

    mutating func extra(_ depth: Int = 0) -> [String: JSONValue] {
      guard depth < 3, Bool.random(using: &random) else { return [:] }
      let values: [JSONValue] = [
        .null, .bool(true), .integer(.random(in: .min ... .max, using: &random)),
        .number(0.5), .string(text()), .array([.string(text()), .null]), .object(extra(depth + 1)),
      ]
      return ["zz" + text(): random.pick(values)]
    }

    mutating func resource() -> Resource {
      var out = Resource(id: text(), name: text())
      out.id = MemberReader.trimmed(out.id)
      out.kana = maybe { $0.text() }
      out.kind = maybe { $0.random.pick(ResourceKind.allCases) }
      out.summary = maybe { $0.text() }
      out.description = maybe { $0.text() }
      out.categories = texts()
      out.tags = texts()
      out.status = random.pick(ResourceStatus.allCases)
      out.provider = maybe { $0.provider() }
      out.place = maybe { $0.place() }
      out.reach = maybe { $0.reach() }
      out.schedule = maybe { Schedule(text: $0.text()) }
      out.cost = maybe { Cost(text: $0.text(), min: $0.number(), max: $0.maybe { $0.number() }) }
      out.eligibility = maybe { Eligibility(text: $0.maybe { $0.text() }, minAge: $0.number()) }
      out.eligibility?.careLevels = CareLevel.allCases.filter { _ in Bool.random(using: &random) }
      out.capacity = maybe { Capacity(text: $0.text(), maximum: $0.number()) }
      out.capacity?.asOf = maybe { $0.day() }
      out.contacts = (0..<Int.random(in: 0...2, using: &random)).map { _ in contact() }
      out.confirmed = maybe { Confirmation(on: $0.day(), how: $0.maybe { $0.text() }) }
      out.source = maybe { Source(name: $0.text(), url: $0.maybe { $0.text() }) }
      out.source?.extra = extra()
      out.extra = extra()
      // A part that states nothing is no part.
      if out.reach == Reach() { out.reach = nil }
      out.contacts.removeAll { $0 == Contact() }
      return out
    }

    mutating func provider() -> Provider {
      var out = Provider(
        id: maybe { $0.text() }, name: text(), type: maybe { $0.random.pick(ProviderType.allCases) }
      )
      out.extra = extra()
      return out
    }

    mutating func place() -> Place {
      var out = Place(id: maybe { $0.text() }, name: text(), address: maybe { $0.text() })
      out.lat = maybe { $0.number() }
      out.lng = maybe { $0.number() }
      out.precision = maybe { $0.random.pick(Precision.allCases) }
      out.access = texts()
      out.phone = maybe { $0.text() }
      out.extra = extra()
      return out
    }

    mutating func reach() -> Reach {
      Reach(modes: ReachMode.allCases.filter { _ in Bool.random(using: &random) }, areas: texts())
    }

    mutating func contact() -> Contact {
      var out = Contact(
        name: maybe { $0.text() }, phone: maybe { $0.text() }, email: maybe { $0.text() },
        visibility: random.pick(Visibility.allCases))
      out.redacted = Bool.random(using: &random)
      out.extra = extra()
      return out
    }
  }

  @Test("come back as they were")
  func roundTrip() throws {
    let seed = propertySeed("resources")
    for offset in 0..<UInt64(400) {
      var maker = Maker(random: SeededGenerator(seed: seed &+ offset))
      let resource = maker.resource()
      let text = try JSON.encode(resource)
      let read: Resource = try JSON.decode(text)
      #expect(read == resource, "seed \(seed &+ offset): \(text)")
      #expect(try JSON.encode(read) == text, "seed \(seed &+ offset)")
    }
  }
}
