import Geography
import Model
import Testing

@Suite("Coordinates")
struct CoordinateTests {
  static let typed: [(String, Coordinate?)] = [
    ("34.34,134.05", Coordinate(lat: 34.34, lng: 134.05)),
    (" 34.34 , 134.05 ", Coordinate(lat: 34.34, lng: 134.05)),
    ("34.34，134.05", Coordinate(lat: 34.34, lng: 134.05)),
    ("34.34、134.05", Coordinate(lat: 34.34, lng: 134.05)),
    ("34.34,　134.05", Coordinate(lat: 34.34, lng: 134.05)),
    ("-34,-58", Coordinate(lat: -34, lng: -58)),
    ("90,180", Coordinate(lat: 90, lng: 180)),
    // Off the globe, swapped, half, or no numbers: an address then.
    ("90.1,0", nil), ("134.05,34.34", nil), ("0,180.1", nil), ("34.34", nil), ("", nil),
    (",", nil), ("34.34,", nil), ("1,2,3", nil), ("高松市番町1,2", nil), ("nan,nan", nil),
    ("inf,0", nil),
  ]

  @Test("are read as people type them, and nothing else is", arguments: typed)
  func parse(_ text: String, _ expected: Coordinate?) {
    #expect(CoordinateText.parse(text) == expected, "\(text)")
  }

  static let places: [(String, Coordinate, Bool)] = [
    ("高松", Coordinate(lat: 34.34, lng: 134.05), true),
    // The four corners.
    ("沖ノ鳥島", Coordinate(lat: 20.42, lng: 136.08), true),
    ("宗谷岬", Coordinate(lat: 45.52, lng: 141.94), true),
    ("与那国島", Coordinate(lat: 24.45, lng: 122.93), true),
    ("南鳥島", Coordinate(lat: 24.29, lng: 153.98), true),
    // What empty cells and swapped columns give.
    ("0,0", Coordinate(lat: 0, lng: 0), false),
    ("swapped", Coordinate(lat: 134.05, lng: 34.34), false),
    ("London", Coordinate(lat: 51.5, lng: -0.1), false),
    ("台北", Coordinate(lat: 25.03, lng: 121.56), false),
  ]

  @Test("in Japan are told from others", arguments: places)
  func japan(_ name: String, _ point: Coordinate, _ expected: Bool) {
    #expect(Japan.contains(point) == expected, "\(name)")
  }

  @Test("that are swapped are seen")
  func swapped() {
    #expect(Japan.containsSwapped(Coordinate(lat: 134.05, lng: 34.34)))
    #expect(!Japan.containsSwapped(Coordinate(lat: 34.34, lng: 134.05)))
    #expect(!Japan.containsSwapped(Coordinate(lat: 0, lng: 0)))
  }
}
