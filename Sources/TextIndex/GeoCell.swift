import Model

/// A square of the map. Documents carry the terms of theirs, so that the nearest ones are sought nearby first and not
/// in the whole index.
public struct GeoCell: Sendable, Hashable {
  /// From small to large: about 5.5 km and 55 km a side in the middle of Japan.
  public enum Size: String, Sendable, CaseIterable {
    case small, large

    var degrees: (lat: Double, lng: Double) {
      switch self {
      case .small: (0.05, 0.06)
      case .large: (0.5, 0.6)
      }
    }
  }

  let size: Size
  let row: Int
  let column: Int

  public init(_ point: Coordinate, _ size: Size) {
    self.size = size
    row = Int((point.lat / size.degrees.lat).rounded(.down))
    column = Int((point.lng / size.degrees.lng).rounded(.down))
  }

  private init(size: Size, row: Int, column: Int) {
    self.size = size
    self.row = row
    self.column = column
  }

  public var term: String { "XJ\(size == .small ? "s" : "l")\(row),\(column)" }

  /// It and the eight around it: whatever is nearer than one side of a cell stands in one of them.
  public var neighbourhood: [GeoCell] {
    (-1...1).flatMap { up in
      (-1...1).map { GeoCell(size: size, row: row + up, column: column + $0) }
    }
  }
}
