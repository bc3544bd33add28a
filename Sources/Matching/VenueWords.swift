import Diagnostics
@_spi(Host) import MatchingKit
import Model
import ReferenceData
import Timetable

/// `venue-words.tsv`: what an activity may ask of a place.
struct VenueWords: WordTable {
  static let names: KeyValuePairs<String, [String]> = [
    "venue-words.tsv": [
      "names", "label_ja", "label_en", "access", "words", "refusals", "floor",
    ]
  ]

  private enum Answer: String, CaseIterable {
    case yes, no
  }

  private struct Entry {
    var names: [String]
    var demand: VenueDemand
  }

  private var entries: [Entry] = []
  private let library: ReferenceLibrary
  var fingerprint = ""

  init(_ rows: [[DataFile.Row]], _ library: ReferenceLibrary) throws(SasaeError) {
    self.library = library
    for row in rows[0] {
      _ = try row.required("names")
      let label = Bilingual(
        ja: try row.required("label_ja"), en: try row.required("label_en"))
      let floor = try row.word(Answer.self, "floor")
      for name in row.list("names") where Self.looksLikeCode(name) {
        _ = try row.code(
          name, in: library.needs, field: "names", what: Bilingual(ja: "ニーズ", en: "need"))
      }
      func wishes(_ column: String) -> [Wish] {
        row.list(column).map { Wish($0, key: PhraseMemo.fold($0)) }
      }
      entries.append(
        Entry(
          names: row.folded("names"),
          demand: VenueDemand(
            text: "", label: label, access: Set(row.list("access")), words: wishes("words"),
            refusals: wishes("refusals"), barsStairs: floor == .yes)))
    }
  }

  /// What a member of `activity.needs` asks of a place; nil for a need that asks nothing. A word without a
  /// row is looked for as it is.
  func demand(_ text: String) throws(SasaeError) -> VenueDemand? {
    let lineage = try codes(text)
    let keys = lineage.map { $0.map(PhraseMemo.folded) } ?? [PhraseMemo.folded(text)]
    for key in keys {
      guard let entry = entries.first(where: { $0.names.contains(key) }) else { continue }
      var demand = entry.demand
      demand.text = text
      return demand
    }
    if lineage != nil { return nil }
    let facet = library.access.facets.first { $0.code == text }
    return VenueDemand(
      text: text, label: facet?.label ?? Bilingual(ja: text, en: "'\(text)'"),
      access: facet.map { [$0.code] } ?? [], words: [Wish(text, key: PhraseMemo.fold(text))])
  }

  /// The need with its groups; nil for a word.
  private func codes(_ text: String) throws(SasaeError) -> [String]? {
    if library.needs[text] != nil { return library.needs.lineage(text) }
    guard Self.looksLikeCode(text) else { return nil }
    throw SasaeError(
      "usage.unknown-need",
      [
        "value": "\(text)", "suggestion": "\(library.needs.suggestion(for: text) ?? "")",
      ])
  }

  /// `FOD-MEAL`.
  private static func looksLikeCode(_ text: String) -> Bool {
    let parts = text.split(separator: "-")
    return parts.count == 2 && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isUppercase } }
      && parts[0].count == 3
  }
}
