import Diagnostics
import ReferenceData

extension InstrumentFile {
  /// Conclusions of the whole, each with its criteria.
  func findings() throws(SasaeError) -> [Instrument.Finding] {
    let domains = Set(groups.domainCodes)
    var out: [Instrument.Finding] = []
    for row in rows[.finding] ?? [] {
      let code = try row.required("code")
      guard !groups.has(code), !out.contains(where: { $0.code == code }) else {
        throw row.error("data.duplicate", ["value": "\(code)"], field: "code")
      }
      var finding = Instrument.Finding(code: code, label: try row.bilingual(), criteria: [])
      if !row["rule"].isEmpty {
        finding.criteria = [
          Instrument.Criterion(
            number: nil, text: finding.label,
            rule: try RuleReader(row: row, items: items, codes: domains).rule(row["rule"]))
        ]
      }
      out.append(finding)
    }
    for row in rows[.criterion] ?? [] {
      let parent = try row.required("parent")
      guard let at = out.firstIndex(where: { $0.code == parent }) else {
        throw row.dangling(
          parent, Bilingual(ja: "判定（finding）", en: "finding"), out.map(\.code), field: "parent")
      }
      guard let number = Int(row["code"]), number > 0 else {
        throw row.error(
          "data.value",
          [
            "value": "\(row["code"])",
            "expected": Bilingual(ja: "1以上の番号", en: "a number from 1 on"),
          ],
          field: "code")
      }
      guard !out[at].criteria.contains(where: { $0.number == number || $0.number == nil }) else {
        throw row.error("data.duplicate", ["value": "\(number)"], field: "code")
      }
      out[at].criteria.append(
        Instrument.Criterion(
          number: number, text: try row.bilingual(),
          rule: try RuleReader(row: row, items: items, codes: domains).rule(row.required("rule"))))
    }
    for (finding, row) in zip(out, rows[.finding] ?? []) where finding.criteria.isEmpty {
      throw row.error("data.value", ["value": "", "expected": RuleReader.form], field: "rule")
    }
    return out
  }

  /// Which answers tell something of the person.
  func facts(
    _ findings: [Instrument.Finding]
  ) throws(SasaeError) -> [Instrument.PersonFact] {
    let codes = Set(groups.domainCodes).union(findings.map(\.code))
    var out: [Instrument.PersonFact] = []
    var seen: Set<String> = []
    for row in rows[.person] ?? [] {
      guard let member = PersonList(rawValue: row["code"]) else {
        throw row.error(
          "data.value",
          [
            "value": "\(row["code"])",
            "expected": "\(PersonList.allCases.map(\.rawValue).joined(separator: ", "))",
          ], field: "code")
      }
      _ = try row.required("answers")
      let rule = try row.required("rule")
      for value in row.list("answers") {
        guard seen.insert("\(member) \(value) \(rule)").inserted else {
          throw row.error("data.duplicate", ["value": "\(value)"], field: "answers")
        }
      }
      out.append(
        Instrument.PersonFact(
          member: member, values: row.list("answers"),
          rule: try RuleReader(row: row, items: items, codes: codes).rule(rule)))
    }
    return out
  }

  /// Which answers suggest which need.
  func links(
    _ findings: [Instrument.Finding]
  ) throws(SasaeError) -> [Instrument.NeedLink] {
    let codes = Set(groups.domainCodes).union(findings.map(\.code))
    var out: [Instrument.NeedLink] = []
    var seen: Set<String> = []
    for row in rows[.need] ?? [] {
      let code = needs.current(try row.required("code"))
      guard let term = needs[code], needs.isLeaf(code) else {
        throw row.dangling(
          code, Bilingual(ja: "ニーズ（末端）", en: "leaf need"),
          needs.terms.map(\.code).filter(needs.isLeaf), field: "code")
      }
      let rule = try row.required("rule")
      guard seen.insert(code + " " + rule).inserted else {
        throw row.error("data.duplicate", ["value": "\(code) \(rule)"], field: "rule")
      }
      guard ["", "high", "normal"].contains(row["urgency"]) else {
        throw row.error(
          "data.value", ["value": "\(row["urgency"])", "expected": "high, normal"],
          field: "urgency")
      }
      out.append(
        Instrument.NeedLink(
          code: code, label: term.label,
          rule: try RuleReader(row: row, items: items, codes: codes).rule(rule),
          note: row["ja"].isEmpty && row["en"].isEmpty ? nil : try row.bilingual(),
          isUrgent: row["urgency"] == "high"))
    }
    return out
  }
}
