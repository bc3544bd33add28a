/// Phrases about eligibility (対象), as lists write them.
public enum EligibilityText {
  /// What a phrase says: おおむね65歳以上, 市内在住の方, 要支援1・2, ひとり暮らし. Whatever is not understood is in
  /// `leftover`, and the reading is then not complete.
  public static func read(_ phrase: String) -> EligibilityReading {
    guard let scalars = PhraseScalars(phrase) else {
      return EligibilityReading(leftover: [0..<phrase.unicodeScalars.count])
    }
    var parser = EligibilityParser(scalars)
    return parser.read()
  }
}
