import Foundation

/// A generator whose sequence is given by its seed.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// SplitMix64.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  public mutating func pick<T>(_ list: [T]) -> T {
    list[Int.random(in: list.indices, using: &self)]
  }

  public mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < share
  }

  public mutating func some<T>(_ list: [T], _ share: Double) -> [T] {
    list.filter { _ in chance(share) }
  }

  public mutating func text(of pieces: [String], count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &self)).map { _ in pick(pieces) }.joined()
  }
}

/// The seed of a property test: that of `SASAE_SEED`, to repeat a failure, or a new one. It is
/// printed.
public func propertySeed(_ test: String) -> UInt64 {
  let wanted = ProcessInfo.processInfo.environment["SASAE_SEED"].flatMap(UInt64.init)
  let seed = wanted ?? UInt64.random(in: 0 ... .max)
  print("\(test): SASAE_SEED=\(seed)")
  return seed
}
