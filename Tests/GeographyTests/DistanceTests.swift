import Geography
import Model
import Testing
import TestSupport

@Suite("Distances")
struct DistanceTests {
  static let takamatsu = Coordinate(lat: 34.3428, lng: 134.0466)

  static let known: [(Coordinate, Coordinate, Double)] = [
    // One degree of latitude on the mean sphere: 2πR / 360.
    (Coordinate(lat: 0, lng: 0), Coordinate(lat: 1, lng: 0), 111_195),
    // One degree of longitude shrinks with the cosine of the latitude: half at 60°.
    (Coordinate(lat: 60, lng: 0), Coordinate(lat: 60, lng: 1), 55_597),
    // Across the date line and around the pole, not the long way.
    (Coordinate(lat: 0, lng: 179.5), Coordinate(lat: 0, lng: -179.5), 111_195),
    (Coordinate(lat: 89.5, lng: 0), Coordinate(lat: 89.5, lng: 180), 111_195),
    // Opposite ends of the Earth: asin's argument must not pass 1.
    (Coordinate(lat: 34.3, lng: 134), Coordinate(lat: -34.3, lng: -46), 20_015_115),
    (takamatsu, takamatsu, 0),
  ]

  @Test("agree with known ones to one in ten thousand", arguments: known)
  func knownDistance(_ a: Coordinate, _ b: Coordinate, _ metres: Double) {
    #expect(abs(Distance.metres(a, b) - metres) <= max(1, metres * 0.0001))
  }

  @Test("are the same both ways, and no detour is shorter")
  func metric() {
    var random = SeededGenerator(seed: propertySeed("distances"))
    func point() -> Coordinate {
      Coordinate(
        lat: Double.random(in: -90...90, using: &random),
        lng: Double.random(in: -180...180, using: &random))
    }
    for _ in 0..<500 {
      let (a, b, c) = (point(), point(), point())
      let direct = Distance.metres(a, b)
      #expect(abs(direct - Distance.metres(b, a)) < 0.001)
      #expect(direct <= Distance.metres(a, c) + Distance.metres(c, b) + 0.001)
      #expect((0...20_015_120).contains(direct))
    }
  }

  @Test("on foot go there and back")
  func walking() {
    // 480 m on the street is ten minutes; the street is 1.3 times the straight line.
    #expect(abs(Walking.minutes(straightLine: 480 / 1.3) - 10) < 0.000_1)
    for minutes in [0.0, 1, 15, 90] {
      let there = Walking.minutes(straightLine: Walking.straightLine(minutes: minutes))
      #expect(abs(there - minutes) < 0.000_1)
    }
    // CONTRACT.md: a straight-line limit has 15 % tolerance.
    #expect(Walking.tolerance == 1.15)
  }
}
