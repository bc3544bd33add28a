/// Phrases about costs (費用), as lists write them.
public enum CostText {
  /// What a phrase says: 1回100円, 無料（材料費実費）, 30分300円, 子ども無料、大人300円. Whatever is not understood, or
  /// leaves a price open, is in `leftover`, and the reading is then not complete.
  public static func read(_ phrase: String) -> CostReading {
    guard let scalars = PhraseScalars(phrase) else {
      return CostReading(leftover: [0..<phrase.unicodeScalars.count])
    }
    var parser = CostParser(scalars)
    return parser.read()
  }
}
