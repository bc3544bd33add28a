/// Height and weight, and the index they give (BMI).
public struct BodyMass: Sendable, Hashable {
  /// Centimetres.
  public var height: Double
  /// Kilograms.
  public var weight: Double

  /// What a person may measure; outside it somebody has mistaken a unit.
  public static let heights = 90.0...230.0
  public static let weights = 15.0...250.0

  public init?(height: Double, weight: Double) {
    guard Self.heights.contains(height), Self.weights.contains(weight) else { return nil }
    (self.height, self.weight) = (height, weight)
  }

  /// kg / m², not rounded.
  public var index: Double { weight * 10_000 / (height * height) }

  /// Whether the index is below a limit of at most two decimals. Computed in whole numbers: 160 cm
  /// and 47.36 kg are 18.5 exactly, and floating point makes less of them.
  public func isBelow(_ limit: Double) -> Bool {
    let (h, w) = (Int64((height * 10_000).rounded()), Int64((weight * 10_000).rounded()))
    // w/10⁴ · 10⁴ / (h/10⁴)² < c/10²
    return w * 10_000_000_000 < Int64((limit * 100).rounded()) * h * h
  }
}
