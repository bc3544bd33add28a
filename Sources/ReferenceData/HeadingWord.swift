/// A heading made ready to be looked up in many mappings.
public struct HeadingWord: Sendable, Hashable {
  /// As it stands in the table, on one line.
  public var text: String
  /// The folded heading.
  public var key: String
  /// The same without number, mark and brackets, and the lower word of a two-row heading.
  public var others: [String]

  /// - Parameters:
  ///   - lower: The word of the lower row, when the heading takes two.
  ///   - upper: The word of the upper row.
  public init(_ text: String, lower: String? = nil, upper: String? = nil) {
    self.text = text
    key = HeadingKey.fold(text)
    others = HeadingKey.bare(key).map { [$0] } ?? []
    for word in [lower, upper].compactMap({ $0 }).map(HeadingKey.fold) where word != key {
      others += [word] + (HeadingKey.bare(word).map { [$0] } ?? [])
    }
  }

  /// A number is a cell's, not a heading's: 「20名」 is no name column.
  var word: String? {
    let word = HeadingKey.bare(key) ?? key
    guard word.count <= 40, !word.utf8.contains(where: { (48...57).contains($0) }) else {
      return nil
    }
    return word
  }
}
