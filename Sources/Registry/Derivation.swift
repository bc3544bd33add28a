import Diagnostics
import Geography
import JapaneseText
import Model
import ReferenceData

/// What follows from what a record says: codes for plain words, the kind, the reach modes.
public struct Derivation: Sendable {
  let categories: Taxonomy
  let words: CategoryWords

  public init(_ library: ReferenceLibrary) {
    categories = library.categories
    words = library.words
  }

  /// The kind that a category code's first letter means.
  public static func kind(ofCategory code: String) -> ResourceKind? {
    switch code.first {
    case "S": .use
    case "A": .join
    case "P", "H", "F", "I": .enable
    default: nil
    }
  }

  /// Fills what is missing. Returns warnings; throws when a code is certainly mistyped.
  public func complete(_ resource: inout Resource) throws(SasaeError) -> [SasaeError] {
    var warnings: [SasaeError] = []
    var codes: [String] = []
    func add(_ code: String) {
      if !codes.contains(code) { codes.append(code) }
    }
    for word in resource.categories {
      if let rename = categories.rename(word) {
        add(rename.new)
        warnings.append(
          SasaeError(
            "warning.renamed-code",
            ["value": "\(word)", "new": "\(rename.new)", "version": "\(rename.version)"],
            at: Position(field: "categories")))
      } else if categories[word] != nil {
        add(word)
      } else if Self.looksLikeCode(word) {
        throw SasaeError(
          "row.unknown-category",
          ["value": "\(word)", "suggestion": "\(categories.suggestion(for: word) ?? "")"],
          at: Position(field: "categories"))
      } else if let match = words.exactly(word), match.sure {
        add(match.category)
      } else {
        if !resource.tags.contains(word) { resource.tags.append(word) }
        warnings.append(
          SasaeError(
            "warning.category", ["value": "\(word)"], at: Position(field: "categories")))
      }
    }
    resource.categories = codes
    if resource.kind == nil { resource.kind = codes.first.flatMap(Self.kind(ofCategory:)) }
    completeModes(&resource)
    completePrice(&resource)
    completeEligibility(&resource)
    warnings += checkCoordinate(&resource)
    Self.dropProvenance(&resource)
    return warnings
  }

  /// A point that is not in Japan is taken as missing, and told.
  private func checkCoordinate(_ resource: inout Resource) -> [SasaeError] {
    guard let point = resource.place?.coordinate, let code = Japan.warning(about: point) else {
      return []
    }
    resource.place?.lat = nil
    resource.place?.lng = nil
    resource.place?.precision = nil
    return [
      SasaeError(
        code, ["value": "\(point.lat),\(point.lng)"], at: Position(field: "place.lat"))
    ]
  }

  /// `get_resource` shows a coordinator where a record came from, raw cells included. That is no
  /// part of the record: what is fed back does not store it.
  private static func dropProvenance(_ resource: inout Resource) {
    guard resource.source?.extra.removeValue(forKey: "provenance") != nil else { return }
    if resource.source == Source() { resource.source = nil }
  }

  /// The price of one use by one grown-up, from words that are understood to their end: 1回100円,
  /// 300～500円, 子ども無料、大人300円, 100円～ (which has no highest price).
  private func completePrice(_ resource: inout Resource) {
    guard var cost = resource.cost, cost.min == nil, cost.max == nil, let text = cost.text else {
      return
    }
    let reading = CostText.read(text)
    guard let min = reading.min else { return }
    (cost.min, cost.max) = (min, reading.max)
    if cost.per == nil { cost.per = reading.per }
    resource.cost = cost
  }

  /// Ages and care levels that the words on eligibility decide: おおむね65歳以上, 要支援1・2.
  private func completeEligibility(_ resource: inout Resource) {
    guard var eligibility = resource.eligibility, let text = eligibility.text else { return }
    let hasAges = eligibility.minAge != nil || eligibility.maxAge != nil
    guard !hasAges || eligibility.careLevels.isEmpty else { return }
    let reading = EligibilityText.read(text)
    if !hasAges { (eligibility.minAge, eligibility.maxAge) = (reading.minAge, reading.maxAge) }
    if eligibility.careLevels.isEmpty { eligibility.careLevels = reading.careLevels }
    resource.eligibility = eligibility
  }

  /// `S-SOMETHING`: capital letters and hyphens, so meant as a code.
  static func looksLikeCode(_ word: String) -> Bool {
    word.utf8.count >= 2 && word.utf8.contains(UInt8(ascii: "-"))
      && word.utf8.allSatisfy {
        (65...90).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// Words of a record that say how it reaches people.
  private static let modeWords: [(word: String, key: FoldedText, mode: ReachMode)] =
    ([
      ("送迎あり", .pickup), ("送迎付", .pickup), ("送迎します", .pickup), ("お迎えに", .pickup),
      ("訪問します", .visit), ("ご自宅に伺", .visit), ("自宅訪問", .visit),
      ("宅配", .delivery), ("お届け", .delivery), ("配達", .delivery),
      ("オンライン", .online), ("zoom", .online),
    ] as [(String, ReachMode)]).map { ($0.0, FoldedText($0.0), $0.1) }

  /// Modes from tags and text, and from the category; where each came from is kept.
  private func completeModes(_ resource: inout Resource) {
    guard resource.reach?.modes.isEmpty ?? true else { return }
    var modes: [ReachMode] = []
    var evidence: [String: JSONValue] = [:]
    func add(_ mode: ReachMode, _ from: String) {
      guard !modes.contains(mode) else { return }
      modes.append(mode)
      evidence[mode.rawValue] = .string(from)
    }
    // The main category alone: a cooking class that is also filed under nutrition advice does not
    // visit people because nutritionists do.
    if let code = resource.categories.first {
      for mode in categories[code]?.modes ?? [] { add(mode, "category \(code)") }
    }
    let tags = FoldedText(resource.tags.joined(separator: "\n"))
    let text = FoldedText([resource.summary, resource.description].compactMap { $0 }.joined())
    for (word, key, mode) in Self.modeWords {
      if tags.contains(key) {
        add(mode, "tag \(word)")
      } else if text.contains(key) {
        add(mode, "text \(word)")
      }
    }
    guard !modes.isEmpty else { return }
    var reach = resource.reach ?? Reach()
    reach.modes = modes
    reach.extra["modesFrom"] = .object(evidence)
    resource.reach = reach
  }
}
