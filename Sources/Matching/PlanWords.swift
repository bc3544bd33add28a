import Diagnostics
import Model
import ReferenceData

/// `plan-words.tsv`: what the lines of a care plan mean, and where candidates are looked for.
struct PlanWords: WordTable {
  static let names: KeyValuePairs<String, [String]> = [
    "plan-words.tsv": ["kind", "words", "needs", "categories", "minutes"]
  ]

  enum Kind: String, CaseIterable {
    case everyday, body, medical, training, real, gather
    case professional, day, lay
    case byLay = "by-lay"
    case needEveryday = "need-everyday"
    case needBody = "need-body"
    case needMedical = "need-medical"
    case needTraining = "need-training"
    case needReal = "need-real"
    case needGather = "need-gather"
    case offer1 = "offer-1"
    case offer2 = "offer-2"
    case offer3 = "offer-3"
    case offer4 = "offer-4"
    case limit
  }

  struct Meaning: Hashable {
    var kind: Kind
    /// As the table writes it.
    var word: String
    var needs: [String]
  }

  /// By folded word, with its length.
  private var meanings: [(key: [Unicode.Scalar], meanings: [Meaning])] = []
  /// Kinds of needs that are read where no word stands.
  private(set) var needKinds: [(kind: Kind, needs: [String])] = []
  private(set) var offers: [Kind: [String]] = [:]
  /// Minutes by category.
  private(set) var limits: [String: Double] = [:]

  var fingerprint = ""

  init(_ rows: [[DataFile.Row]], _ library: ReferenceLibrary) throws(SasaeError) {
    var byWord: [String: [Meaning]] = [:]
    for row in rows[0] {
      let kind = try row.word(Kind.self, "kind")
      var needs: [String] = []
      for code in row.list("needs") {
        needs.append(
          try row.code(
            code, in: library.needs, field: "needs", what: Bilingual(ja: "ニーズ", en: "need")))
      }
      var categories: [String] = []
      for code in row.list("categories") {
        categories.append(
          try row.code(
            code, in: library.categories, field: "categories",
            what: Bilingual(ja: "資源分類", en: "category")))
      }
      switch kind {
      case .needEveryday, .needBody, .needMedical, .needTraining, .needReal, .needGather:
        _ = try row.required("needs")
        needKinds.append((Self.plain(kind), needs.flatMap(library.needs.descendants)))
      case .offer1, .offer2, .offer3, .offer4:
        _ = try row.required("categories")
        offers[kind, default: []] += categories
      case .limit:
        _ = try row.required("categories")
        let minutes = try row.number("minutes", in: 1...1_440)
        for code in categories { limits[code] = minutes }
      default:
        _ = try row.required("words")
        for word in row.list("words") {
          let meaning = Meaning(kind: kind, word: word, needs: needs)
          // ごみ出し and ゴミ出し are one.
          let known = byWord[PhraseMemo.folded(word)] ?? []
          if !known.contains(where: { $0.kind == kind && $0.needs == needs }) {
            byWord[PhraseMemo.folded(word)] = known + [meaning]
          }
        }
      }
    }
    // The longest first, so that 風呂掃除 is no 風呂.
    meanings = byWord.map { (Array($0.key.unicodeScalars), $0.value) }
      .sorted {
        ($1.key.count, String($0.meanings[0].word)) < ($0.key.count, String($1.meanings[0].word))
      }
  }

  private static func plain(_ kind: Kind) -> Kind {
    switch kind {
    case .needEveryday: .everyday
    case .needBody: .body
    case .needMedical: .medical
    case .needTraining: .training
    case .needReal: .real
    default: .gather
    }
  }

  /// What stands in a text, in its order; what lies inside a longer word does not count.
  func find(in text: String) -> [Meaning] {
    let scalars = Array(PhraseMemo.folded(text).unicodeScalars)
    var taken = [Bool](repeating: false, count: scalars.count)
    var found: [(at: Int, meaning: Meaning)] = []
    for (key, meanings) in meanings where !key.isEmpty && key.count <= scalars.count {
      for at in 0...(scalars.count - key.count) {
        let range = at..<at + key.count
        guard scalars[range].elementsEqual(key), !taken[range].contains(true) else { continue }
        for i in range { taken[i] = true }
        found += meanings.map { (at, $0) }
      }
    }
    return found.sorted { $0.at < $1.at }.map(\.meaning)
  }
}
