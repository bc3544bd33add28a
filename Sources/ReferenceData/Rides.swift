import Diagnostics
import JapaneseText

/// Categories that can bring a person to a place (移動の手段): `Data/taxonomy/rides.tsv`.
public struct Rides: Sendable {
  public struct Kind: Sendable {
    public var category: String
    /// Categories of the places it goes to; empty for anywhere.
    public var destinations: [String]
    fileprivate var fetching: [FoldedText]
    fileprivate var byRoute: [FoldedText]

    /// Whether words of a ride say that it fetches people, or comes when it is called (デマンド, 乗合).
    public func fetches(_ words: [String]) -> Bool {
      words.contains { text in
        let scalars = FoldedText(text).scalars
        return fetching.contains { Self.stands($0.scalars, in: scalars) }
          && !byRoute.contains { Self.stands($0.scalars, in: scalars) }
      }
    }

    private static func stands(_ word: [UInt32], in text: [UInt32]) -> Bool {
      guard !word.isEmpty, text.count >= word.count else { return false }
      return (0...(text.count - word.count)).contains { at in
        text[at..<(at + word.count)].elementsEqual(word)
      }
    }
  }

  public let kinds: [Kind]

  init(file: DataFile, categories: Taxonomy) throws(SasaeError) {
    var kinds: [Kind] = []
    for row in file.rows {
      let category = try Self.known(try row.required("category"), row, "category", categories)
      guard !kinds.contains(where: { $0.category == category }) else {
        throw row.error("data.duplicate", ["value": "\(category)"], field: "category")
      }
      var destinations: [String] = []
      for code in row.list("to") {
        destinations.append(try Self.known(code, row, "to", categories))
      }
      kinds.append(
        Kind(
          category: category, destinations: destinations,
          fetching: row.list("fetching").map { FoldedText($0) },
          byRoute: row.list("by_route").map { FoldedText($0) }))
    }
    self.kinds = kinds
  }

  private static func known(
    _ code: String, _ row: DataFile.Row, _ field: String, _ categories: Taxonomy
  ) throws(SasaeError) -> String {
    guard categories[code] != nil else {
      throw row.error(
        "data.dangling",
        [
          "value": "\(code)", "what": Bilingual(ja: "カテゴリ", en: "category"),
          "suggestion": "\(categories.suggestion(for: code) ?? "")",
        ], field: field)
    }
    return code
  }
}
