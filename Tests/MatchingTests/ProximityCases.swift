import Model

extension ProximityTests {
  private static let home = #""home":{"lat":34.34,"lng":134.04}"#

  static let cases: [Case] = [
    Case(testDescription: "near", resource: helper("a"), place: .recommended("walk")),
    // 15 % tolerance on a stated limit of 500 m: 575 is the last metre in.
    Case(
      testDescription: "at the limit", resource: helper("a", metres: 500),
      place: .recommended("walk")),
    Case(
      testDescription: "within 15 %", resource: helper("a", metres: 574.5),
      place: .recommended("walk")),
    Case(
      testDescription: "beyond 15 %", resource: helper("a", metres: 575.5),
      place: .excluded("too-far")),
    Case(
      testDescription: "fetched from far",
      resource: helper("a", metres: 3_000, modes: [.venue, .pickup]),
      place: .recommended("pickup")),
    Case(
      testDescription: "near, though it fetches too",
      resource: helper("a", metres: 100, modes: [.venue, .pickup]), place: .recommended("walk")),
    Case(
      testDescription: "fetched, its place unknown",
      resource: helper("a", metres: nil, modes: [.pickup]),
      place: .recommended("pickup")),
    Case(
      testDescription: "comes to the home from the next quarter",
      resource: helper("a", metres: 3_000, modes: [.visit]), place: .recommended("at-home")),
    Case(
      testDescription: "comes to homes, but would it come so far, no catchment being stated?",
      resource: helper("a", metres: 30_000, modes: [.visit]), place: .ask("reach.areas")),
    Case(
      testDescription: "comes from far, to all of the town",
      resource: helper("a", metres: 30_000, modes: [.visit]) { $0.reach?.areas = ["市全域"] },
      place: .recommended("at-home")),
    Case(
      testDescription: "modes not stated", resource: helper("a", modes: []),
      place: .ask("reach.modes")),
    Case(
      testDescription: "place not stated", resource: helper("a", metres: nil), place: .ask("place")),
    Case(
      testDescription: "home not stated", resource: helper("a"), person: #""area":"番町""#,
      place: .ask("person.home")),
    Case(
      testDescription: "home not stated, but it comes", resource: helper("a", modes: [.delivery]),
      person: #""area":"番町""#, place: .recommended("at-home")),
    Case(
      testDescription: "only the town of its place is known, and its edge is near",
      resource: helper("a", metres: 800) { $0.place?.precision = .town },
      place: .ask("place.address")),
    Case(
      testDescription: "only the town is known, and all of it is far",
      resource: helper("a", metres: 1_500) { $0.place?.precision = .town },
      place: .excluded("too-far")),
    Case(
      testDescription: "too far to walk, and a bus may go", resource: helper("a", metres: 2_000),
      person: home + #","mobility":{"metres":500,"transport":["walk","bus"]}"#,
      place: .ask("person.mobility.transport")),
    Case(
      testDescription: "inside the catchment",
      resource: helper("a") { $0.reach?.areas = ["屋島", "番町"] },
      place: .recommended("walk")),
    Case(
      testDescription: "everywhere in the town",
      resource: helper("a") { $0.reach?.areas = ["市全域"] },
      person: home, place: .recommended("walk")),
    Case(
      testDescription: "outside the catchment, though next door",
      resource: helper("a", modes: [.visit]) { $0.reach?.areas = ["屋島"] },
      place: .excluded("outside-catchment")),
    Case(
      testDescription: "a catchment, and the person's area not stated",
      resource: helper("a", modes: [.visit]) { $0.reach?.areas = ["番町"] }, person: home,
      place: .ask("person.area")),
    // 500 m is what is taken when nothing is said.
    Case(
      testDescription: "no limit stated, near", resource: helper("a", metres: 499), person: home,
      place: .recommended("walk")),
    Case(
      testDescription: "no limit stated, far", resource: helper("a", metres: 700), person: home,
      place: .excluded("too-far")),
    // Ten minutes are 369 m straight (48 m a minute, detour 1.3), 424 m with tolerance.
    Case(
      testDescription: "ten minutes, near", resource: helper("a", metres: 423),
      person: home + #","mobility":{"walkMinutes":10}"#, place: .recommended("walk")),
    Case(
      testDescription: "ten minutes, far", resource: helper("a", metres: 426),
      person: home + #","mobility":{"walkMinutes":10}"#, place: .excluded("too-far")),
    Case(
      testDescription: "cannot walk, and it is at the door", resource: helper("a", metres: 0),
      person: home + #","mobility":{"metres":0}"#, place: .recommended("walk")),
    // Whatever somebody types is answered.
    Case(
      testDescription: "a limit beyond all numbers of steps", resource: helper("a", metres: 9_000),
      person: home + #","mobility":{"metres":1e300}"#, place: .recommended("walk")),
    Case(
      testDescription: "minutes below nothing", resource: helper("a", metres: 10),
      person: home + #","mobility":{"walkMinutes":-1e300}"#, place: .excluded("too-far")),
  ]
}
