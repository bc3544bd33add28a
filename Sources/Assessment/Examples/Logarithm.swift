import Glibc

/// Logarithms of counts.
enum Logarithm {
  private static let table: [Float] = (0...64).map { $0 == 0 ? 0 : 1 + Float(log(Double($0))) }

  /// 1 + ln n.
  static func sublinear(_ count: Int) -> Float {
    count < table.count ? table[count] : 1 + Float(log(Double(count)))
  }

  /// ln((1 + n) / (1 + df)) + 1: what a feature that `df` of `n` texts have is worth.
  static func inverse(_ df: Int, of count: Int) -> Float {
    Float(log(Double(1 + count) / Double(1 + df)) + 1)
  }

  static func natural(_ x: Double) -> Double { log(x) }
}
