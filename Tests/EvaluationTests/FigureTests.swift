import Testing

@testable import Evaluation

@Suite("Figures of a page")
struct FigureTests {
  @Test(
    "round figures",
    arguments: [
      (0, "0.000", "0.000"), (-0.000_4, "0.000", "0.000"), (0.000_5, "0.001", "+0.001"),
      (-0.000_5, "-0.001", "-0.001"), (1, "1.000", "+1.000"), (0.999_6, "1.000", "+1.000"),
      (-0.25, "-0.250", "-0.250"), (0.05, "0.050", "+0.050"), (12.3456, "12.346", "+12.346"),
      (.infinity, "inf", "inf"), (-1e300, "-1e+300", "-1e+300"),
    ])
  func figures(_ value: Double, _ plain: String, _ signed: String) {
    #expect(Figure.fixed(value) == plain && Figure.fixed(value, isSigned: true) == signed)
  }

  @Test("group digits and round shares")
  func shares() {
    #expect(
      [0, 999, 1_000, 10_000, 1_234_567].map(Figure.grouped) == [
        "0", "999", "1,000", "10,000", "1,234,567",
      ])
    #expect(Figure.share(0, of: 10_000) == "<0.0001" && Figure.share(0, of: 200) == "<0.0050")
    #expect(Figure.share(0.024_3, of: 10_000) == "0.0243")
  }
}
