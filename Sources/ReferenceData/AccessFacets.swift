import Diagnostics
import JapaneseText

/// What helps to use a place (バリアフリー等の設備・配慮): the values of `place.access`.
public struct AccessFacets: Sendable {
  public struct Facet: Sendable, Hashable {
    public var code: String
    public var label: Bilingual
  }

  public let facets: [Facet]
  private let codes: Set<String>
  private let words: [(key: FoldedText, code: String)]

  init(file: DataFile) throws(SasaeError) {
    var facets: [Facet] = []
    var codes: Set<String> = []
    var words: [(key: FoldedText, code: String)] = []
    for row in file.rows {
      let code = try row.required("code")
      guard codes.insert(code).inserted else {
        throw row.error("data.duplicate", ["value": "\(code)"], field: "code")
      }
      facets.append(
        Facet(
          code: code,
          label: Bilingual(ja: try row.required("label_ja"), en: try row.required("label_en"))))
      words += row.list("words").map { (FoldedText($0), code) }
    }
    self.facets = facets
    self.codes = codes
    // Longer words first: they say more.
    self.words = words.sorted { $1.key.scalars.count < $0.key.scalars.count }
  }

  public func contains(_ code: String) -> Bool { codes.contains(code) }

  func suggestion(for code: String) -> String? {
    DidYouMean.closest(to: code, among: facets.map(\.code))
  }

  /// The facets that a sentence names and does not deny (「スロープ、多目的トイレあり」).
  public func within(_ text: String) -> [String] {
    var scalars = FoldedText(text).scalars
    var found: Set<String> = []
    for (key, code) in words {
      if Self.affirms(&scalars, key.scalars) { found.insert(code) }
    }
    return facets.map(\.code).filter(found.contains)
  }

  /// Whether the word stands there undenied; wherever it stands it is used up, so that 車いす対応トイレなし
  /// does not say 車いす対応.
  private static func affirms(_ text: inout [UInt32], _ word: [UInt32]) -> Bool {
    var affirmed = false
    guard let first = word.first, text.count >= word.count else { return false }
    for at in 0...(text.count - word.count) where text[at] == first {
      guard text[at..<(at + word.count)].elementsEqual(word) else { continue }
      let rest = text[(at + word.count)...].drop { joints.contains($0) }
      if !denials.contains(where: { rest.starts(with: $0) }) { affirmed = true }
      for used in at..<(at + word.count) { text[used] = 0 }
    }
    return affirmed
  }

  /// Between a word and its denial: 「スロープ：無」「エレベーターはありません」.
  private static let joints: Set<UInt32> = Set(" :=(はがも".unicodeScalars.map(\.value))
  private static let denials: [[UInt32]] = [
    "なし", "無", "不可", "×", "ありません", "ない", "未設置", "未対応", "未整備", "ございません", "していません", "できません", "非対応",
  ].map {
    FoldedText($0).scalars
  }
}
