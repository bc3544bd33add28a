import Diagnostics
import ReferenceData

/// Reads a rule of a data file against the items, choices, domains and findings there are.
struct RuleReader {
  let row: DataFile.Row
  let items: [Int: Instrument.Item]
  /// Codes that `@` may name.
  let codes: Set<String>

  static let form = Bilingual(
    ja: "例: sum(1-20)>=10、any(4-5)=no、2=mild/strong、16=no & 17=yes、@motor",
    en: "such as sum(1-20)>=10, any(4-5)=no, 2=mild/strong, 16=no & 17=yes, @motor")

  func rule(_ text: String) throws(SasaeError) -> InstrumentRule {
    var terms: [InstrumentRule.Term] = []
    for piece in text.split(separator: "&", omittingEmptySubsequences: false) {
      terms.append(try term(piece.filter { $0 != " " }))
    }
    return InstrumentRule(terms: terms)
  }

  private func term(_ text: String) throws(SasaeError) -> InstrumentRule.Term {
    if text.hasPrefix("@") {
      let code = String(text.dropFirst())
      guard codes.contains(code) else {
        throw dangling(code, Bilingual(ja: "領域・判定", en: "domain or finding"), codes)
      }
      return .met(code)
    }
    if text.hasPrefix("sum("), let close = text.firstIndex(of: ")") {
      let list = try numbers(text[text.index(text.startIndex, offsetBy: 4)..<close])
      return try limit(text[text.index(after: close)...], of: list)
    }
    var list: Substring?
    var choices: Substring?
    if text.hasPrefix("any("), let close = text.firstIndex(of: ")") {
      list = text[text.index(text.startIndex, offsetBy: 4)..<close]
      let rest = text[text.index(after: close)...]
      if rest.hasPrefix("=") { choices = rest.dropFirst() }
    } else if let equals = text.firstIndex(of: "="), Int(text[..<equals]) != nil {
      list = text[..<equals]
      choices = text[text.index(after: equals)...]
    }
    guard let list, let choices, !choices.isEmpty else { throw malformed(text) }
    return .answered(
      items: try numbers(list), choices: try known(choices.split(separator: "/"), of: list))
  }

  /// `>=3`, `<12`: a limit on the points of items, which they can reach and miss.
  func limit(_ text: Substring, of list: [Int]) throws(SasaeError) -> InstrumentRule.Term {
    let isBelow = text.hasPrefix("<")
    guard isBelow || text.hasPrefix(">="), let limit = Double(text.dropFirst(isBelow ? 1 : 2)),
      limit.isFinite
    else { throw malformed(String(text)) }
    var (least, most) = (0.0, 0.0)
    for number in list {
      guard let range = items[number]?.points?.range else {
        throw row.error(
          "data.value",
          [
            "value": "\(number)",
            "expected": Bilingual(
              ja: "点のない項目は数えられません", en: "an item without points can't be counted"),
          ], field: "rule")
      }
      least += range.lowerBound
      most += range.upperBound
    }
    guard limit > least, limit <= most else {
      throw row.error(
        "data.value",
        [
          "value": "\(text)",
          "expected": Bilingual(
            ja:
              "この項目の点は \(PointText.text(least))～\(PointText.text(most))。分かれ目は \(PointText.text(least)) より大きく \(PointText.text(most)) まで",
            en:
              "these items give \(PointText.text(least)) to \(PointText.text(most)) points; the cut-off lies above \(PointText.text(least)) and up to \(PointText.text(most))"
          ),
        ], field: "rule")
    }
    return .sum(items: list, limit: limit, isBelow: isBelow)
  }

  private func known(
    _ choices: [Substring], of list: Substring
  ) throws(SasaeError) -> [String] {
    for number in try numbers(list) {
      let set: AnswerSet? =
        switch items[number]?.answer {
        case .choice(let set), .several(let set): set
        default: nil
        }
      for choice in choices where set?.index(of: String(choice)) == nil {
        throw dangling(
          String(choice), Bilingual(ja: "項目\(number)の選択肢", en: "choice of item \(number)"),
          Set(set?.choices.map(\.code) ?? []))
      }
    }
    return choices.map(String.init)
  }

  /// `1-3,5`.
  private func numbers(_ text: Substring) throws(SasaeError) -> [Int] {
    var out: [Int] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = piece.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends.first ?? nil,
        let last = ends.last ?? nil,
        first <= last, last - first < 1_000
      else { throw malformed(String(text)) }
      for number in first...last {
        guard items[number] != nil else {
          throw dangling("\(number)", Bilingual(ja: "項目", en: "item"), [])
        }
        guard !out.contains(number) else {
          throw row.error("data.duplicate", ["value": "\(number)"], field: "rule")
        }
        out.append(number)
      }
    }
    return out
  }

  func malformed(_ text: String) -> SasaeError {
    row.error("data.value", ["value": "\(text)", "expected": Self.form], field: "rule")
  }

  private func dangling(_ value: String, _ what: Bilingual, _ known: Set<String>) -> SasaeError {
    row.error(
      "data.dangling",
      [
        "value": "\(value)", "what": what,
        "suggestion": "\(DidYouMean.closest(to: value, among: known.sorted()) ?? "")",
      ], field: "rule")
  }
}

/// Points as people write them.
public enum PointText {
  public static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
