import Diagnostics
import ReferenceData

/// Reads one item: its number, what it takes as an answer, and what that counts.
struct ItemReader {
  let row: DataFile.Row
  let sets: [String: AnswerSet]
  let groups: GroupTree

  func item() throws(SasaeError) -> Instrument.Item {
    guard let number = Int(row["code"]), (1...999).contains(number) else {
      throw value("code", row["code"], "1…999")
    }
    let group = row["parent"].isEmpty ? nil : row["parent"]
    if let group, !groups.has(group) {
      throw row.dangling(
        group, Bilingual(ja: "領域・区分", en: "domain or section"),
        groups.domainCodes + groups.sections.map(\.code), field: "parent")
    }
    let answer = try answer()
    return Instrument.Item(
      number: number, text: try row.bilingual(), group: group, answer: answer,
      points: try points(
        answer, isCounted: group.map { groups.domainCodes.contains($0) } ?? false))
  }

  private func answer() throws(SasaeError) -> Instrument.AnswerKind {
    let word = try row.required("answers")
    switch word {
    case "bmi": return .bodyMass
    case "text": return .text
    default:
      let code = word.hasSuffix("+") ? String(word.dropLast()) : word
      guard let set = sets[code] else {
        throw row.dangling(
          code, Bilingual(ja: "選択肢の組（answers）", en: "set of answers"),
          sets.keys.sorted() + ["bmi", "text"], field: "answers")
      }
      return word.hasSuffix("+") ? .several(set) : .choice(set)
    }
  }

  private func points(
    _ answer: Instrument.AnswerKind, isCounted: Bool
  ) throws(SasaeError) -> Instrument.Points? {
    let rule = row["rule"].filter { $0 != " " }
    guard isCounted || !rule.isEmpty else { return nil }
    switch answer {
    case .bodyMass:
      let parts = rule.dropFirst().split(separator: "=").map { Double($0) }
      guard rule.hasPrefix("<"), parts.count == 2, let limit = parts[0], let points = parts[1],
        (5...100).contains(limit), points.isFinite, points != 0
      else { throw value("rule", rule, Bilingual(ja: "例: <18.5=1", en: "such as <18.5=1")) }
      return .bodyMassBelow(limit: limit, points: points)
    case .choice(let set):
      return .ofChoices(rule.isEmpty ? try values(of: set) : try stated(rule, set))
    case .several, .text:
      throw value(
        "answers", row["answers"],
        Bilingual(ja: "点を数える項目には、一つを選ぶ答え", en: "a counted item takes one choice"))
    }
  }

  private func values(of set: AnswerSet) throws(SasaeError) -> [Double] {
    let values = set.choices.compactMap(\.value)
    guard values.count == set.choices.count else {
      throw value(
        "rule", "", Bilingual(ja: "どの答えが何点か。例: no=1", en: "which answer counts what, such as no=1"))
    }
    return values
  }

  /// `no=1;rarely=0.5`; what is not named counts nothing.
  private func stated(_ rule: String, _ set: AnswerSet) throws(SasaeError) -> [Double] {
    var points = [Double](repeating: 0, count: set.choices.count)
    var seen: Set<Substring> = []
    for piece in rule.split(separator: ";") {
      let parts = piece.split(separator: "=")
      guard parts.count == 2, let number = Double(parts[1]), number.isFinite else {
        throw value("rule", String(piece), Bilingual(ja: "例: no=1", en: "such as no=1"))
      }
      guard let at = set.index(of: String(parts[0])) else {
        throw row.dangling(
          String(parts[0]), Bilingual(ja: "選択肢", en: "choice"), set.choices.map(\.code),
          field: "rule")
      }
      guard seen.insert(parts[0]).inserted else {
        throw row.error("data.duplicate", ["value": "\(parts[0])"], field: "rule")
      }
      points[at] = number
    }
    return points
  }

  private func value(_ field: String, _ value: String, _ expected: Bilingual) -> SasaeError {
    row.error("data.value", ["value": "\(value)", "expected": expected], field: field)
  }
}

/// Reads a set of choices: codes with their numbers in `answers`, labels in the same order.
enum AnswerSetReader {
  static func set(_ row: DataFile.Row) throws(SasaeError) -> AnswerSet {
    let code = try row.required("code")
    guard !["bmi", "text"].contains(code), !code.hasSuffix("+") else {
      throw row.error(
        "data.value",
        [
          "value": "\(code)",
          "expected": Bilingual(
            ja: "bmi、text、+ で終わる名前のほか", en: "not bmi, text or a name that ends in +"),
        ], field: "code")
    }
    var choices: [AnswerSet.Choice] = []
    _ = try row.required("answers")
    let codes = row.list("answers")
    let labels = (ja: row.list("ja"), en: row.list("en"))
    for (field, found) in [("ja", labels.ja.count), ("en", labels.en.count)]
    where found != codes.count {
      throw row.error(
        "data.value",
        [
          "value": "\(found)",
          "expected": Bilingual(ja: "選択肢は\(codes.count)個", en: "there are \(codes.count) choices"),
        ], field: field)
    }
    for (at, text) in codes.enumerated() {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let value = parts.count == 2 ? Double(parts[1]) : Double(text)
      guard parts.count <= 2, !parts[0].isEmpty, parts.count == 1 || value != nil,
        value?.isFinite ?? true
      else {
        throw row.error(
          "data.value",
          ["value": "\(text)", "expected": Bilingual(ja: "例: good=1", en: "such as good=1")],
          field: "answers")
      }
      guard !choices.contains(where: { $0.code == parts[0] || value != nil && $0.value == value })
      else { throw row.error("data.duplicate", ["value": "\(text)"], field: "answers") }
      choices.append(
        AnswerSet.Choice(
          code: parts[0], value: value, label: Bilingual(ja: labels.ja[at], en: labels.en[at])))
    }
    return AnswerSet(code: code, choices: choices)
  }
}
