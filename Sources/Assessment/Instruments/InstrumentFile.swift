import Diagnostics
import ReferenceData

/// Makes an instrument of its data file; every fault is named by file, line and field.
struct InstrumentFile {
  enum RowKind: String, CaseIterable {
    case answers, section, domain, item, finding, criterion, need, person
  }

  static let columns = ["row", "code", "parent", "answers", "rule", "ja", "en"]

  let file: DataFile
  let needs: Taxonomy
  private(set) var rows: [RowKind: [DataFile.Row]] = [:]
  private var sets: [String: AnswerSet] = [:]
  private(set) var items: [Int: Instrument.Item] = [:]
  private(set) var groups: GroupTree

  static func read(_ path: String, id: String, needs: Taxonomy) throws(SasaeError) -> Instrument {
    var reader = try InstrumentFile(
      file: DataFile(path: path, required: columns), needs: needs)
    return try reader.instrument(id)
  }

  private init(file: DataFile, needs: Taxonomy) throws(SasaeError) {
    self.file = file
    self.needs = needs
    for row in file.rows {
      guard let kind = RowKind(rawValue: row["row"]) else {
        throw row.error(
          "data.value",
          [
            "value": "\(row["row"])",
            "expected": "\(RowKind.allCases.map(\.rawValue).joined(separator: ", "))",
          ], field: "row")
      }
      rows[kind, default: []].append(row)
    }
    groups = try GroupTree(
      sections: rows[.section] ?? [], domains: rows[.domain] ?? [])
  }

  private mutating func instrument(_ id: String) throws(SasaeError) -> Instrument {
    for row in rows[.answers] ?? [] {
      let set = try AnswerSetReader.set(row)
      guard sets.updateValue(set, forKey: set.code) == nil else {
        throw row.error("data.duplicate", ["value": "\(set.code)"], field: "code")
      }
    }
    var order: [Int] = []
    for row in rows[.item] ?? [] {
      let item = try ItemReader(row: row, sets: sets, groups: groups).item()
      guard items.updateValue(item, forKey: item.number) == nil else {
        throw row.error("data.duplicate", ["value": "\(item.number)"], field: "code")
      }
      order.append(item.number)
    }
    guard !order.isEmpty else {
      throw fault("row", "", Bilingual(ja: "項目（item）の行がありません", en: "there is no row item"))
    }
    let listed = order.compactMap { items[$0] }
    let domains = try domains(listed)
    let findings = try findings()
    return Instrument(
      id: id, label: try note("label"), wording: try wording(), source: try note("source"),
      licence: try note("licence"),
      caution: file.notes["caution_ja"] == nil ? nil : try note("caution"),
      readings: try readings(), sections: groups.sections, domains: domains, items: listed,
      findings: findings, needs: try links(findings), facts: try facts(findings))
  }

  private func domains(_ items: [Instrument.Item]) throws(SasaeError) -> [Instrument.Domain] {
    var out: [Instrument.Domain] = []
    for row in rows[.domain] ?? [] {
      let code = row["code"]
      let below = groups.below(code)
      let counted = items.filter { item in item.group.map(below.contains) ?? false }.map(\.number)
      guard !counted.isEmpty else {
        throw row.error(
          "data.value",
          [
            "value": "\(code)",
            "expected": Bilingual(ja: "この領域の項目がありません", en: "no item is in this domain"),
          ], field: "code")
      }
      out.append(
        Instrument.Domain(
          code: code, label: try row.bilingual(), parent: groups.parent[code], items: counted,
          cutoff: try cutoff(row, of: counted)))
    }
    return out
  }

  /// `>=3` of its own items, or a whole `sum(16)>=1`.
  private func cutoff(
    _ row: DataFile.Row, of counted: [Int]
  ) throws(SasaeError) -> Instrument.Cutoff? {
    let text = row["rule"]
    if text.isEmpty { return nil }
    let reader = RuleReader(row: row, items: items, codes: [])
    let rule =
      text.hasPrefix("sum(")
      ? try reader.rule(text)
      : InstrumentRule(terms: [try reader.limit(text.filter { $0 != " " }[...], of: counted)])
    guard rule.terms.count == 1, case .sum(_, let limit, let isBelow) = rule.terms[0] else {
      throw reader.malformed(text)
    }
    return Instrument.Cutoff(rule: rule, value: limit, isBelow: isBelow)
  }

  private func wording() throws(SasaeError) -> Instrument.Wording {
    let text = file.notes["wording"] ?? ""
    guard let wording = Instrument.Wording(rawValue: text) else {
      throw fault(
        "wording", text,
        "\(Instrument.Wording.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return wording
  }

  private func readings() throws(SasaeError) -> [(text: String, kana: String)] {
    var out: [(text: String, kana: String)] = []
    for pair in (file.notes["readings"] ?? "").split(separator: ";") {
      let parts = pair.split(separator: "=")
      guard parts.count == 2 else {
        throw fault("readings", String(pair), Bilingual(ja: "例: 1人=ひとり", en: "such as 1人=ひとり"))
      }
      out.append((String(parts[0]), String(parts[1])))
    }
    return out.sorted { ($1.text.count, $0.text) < ($0.text.count, $1.text) }
  }

  private func note(_ name: String) throws(SasaeError) -> Bilingual {
    for key in [name + "_ja", name + "_en"] where (file.notes[key] ?? "").isEmpty {
      throw fault(
        key, "", Bilingual(ja: "# \(key): … の行が要ります", en: "a line # \(key): … is needed"))
    }
    return Bilingual(ja: file.notes[name + "_ja"] ?? "", en: file.notes[name + "_en"] ?? "")
  }

  private func fault(_ field: String, _ value: String, _ expected: Bilingual) -> SasaeError {
    SasaeError(
      "data.value", ["value": "\(value)", "expected": expected],
      at: Position(file: file.path, field: field))
  }
}

extension DataFile.Row {
  /// The text in both languages.
  func bilingual() throws(SasaeError) -> Bilingual {
    Bilingual(ja: try required("ja"), en: try required("en"))
  }

  func dangling(
    _ value: String, _ what: Bilingual, _ known: [String], field: String
  ) -> SasaeError {
    error(
      "data.dangling",
      [
        "value": "\(value)", "what": what,
        "suggestion": "\(DidYouMean.closest(to: value, among: known) ?? "")",
      ], field: field)
  }
}
