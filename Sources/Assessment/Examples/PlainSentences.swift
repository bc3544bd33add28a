import Diagnostics
import ReferenceData

/// Plain sentences around the names of needs: people write examples as others talk, and so leave out what is said
/// most simply (「ごみ出しが大変です」).
struct PlainSentences {
  private enum Kind: String, CaseIterable {
    case need, negated
  }
  private var frames: [String: [Kind: [String]]] = [:]

  /// How many frames of a kind stand around each word.
  private static let share = 4

  init(path: String) throws(SasaeError) {
    for row in try DataFile(path: path, required: ["group", "kind", "text"]).rows {
      guard let kind = Kind(rawValue: row["kind"]) else {
        throw row.error(
          "data.value",
          [
            "value": "\(row["kind"])",
            "expected": "\(Kind.allCases.map(\.rawValue).joined(separator: ", "))",
          ], field: "kind")
      }
      let text = try row.required("text")
      guard text.contains("{}") else {
        throw row.error("data.value", ["value": "\(text)", "expected": "{}"], field: "text")
      }
      frames[row["group"], default: [:]][kind, default: []].append(text)
    }
  }

  func examples(_ needs: Taxonomy) -> [ExampleTable.Example] {
    var out: [ExampleTable.Example] = []
    var turn = 0
    for term in needs.terms where needs.isLeaf(term.code) {
      let group = String(term.code.prefix { $0 != "-" })
      let mine = frames[group] ?? frames[""] ?? [:]
      for word in NeedPhrases.words(of: term) {
        for kind in Kind.allCases {
          let list = mine[kind] ?? []
          for number in 0..<min(Self.share, list.count) {
            let frame = list[(turn + number * 3) % list.count]
            out.append(
              .init(
                codes: kind == .need ? [term.code] : [],
                negated: kind == .negated ? [term.code] : [], text: frame.filling(word)))
          }
        }
        turn += 1
      }
    }
    return out
  }
}

extension String {
  fileprivate func filling(_ word: String) -> String {
    guard let at = firstRange(of: "{}") else { return self }
    return replacingCharacters(at, with: word)
  }

  private func replacingCharacters(_ range: Range<String.Index>, with word: String) -> String {
    self[..<range.lowerBound] + word + self[range.upperBound...]
  }
}
