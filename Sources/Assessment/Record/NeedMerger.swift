import Diagnostics
import ReferenceData

/// Brings the three sources of a record together.
struct NeedMerger {
  let record: AssessmentRecord
  let needs: Taxonomy

  func merged() throws(SasaeError) -> MergedRecord {
    var out = MergedRecord()
    let (stated, denied) = try statements()
    var order: [String] = []
    var sources: [String: [NeedSource]] = [:]
    func add(_ code: String, _ source: NeedSource) {
      if sources[code] == nil { order.append(code) }
      sources[code, default: []].append(source)
    }
    for (code, statement) in stated {
      add(
        code,
        NeedSource(
          origin: .stated, evidence: statement.note.map { "\($0)" }, urgency: statement.urgency,
          weight: statement.weight))
    }
    for text in record.texts {
      for mention in text.reading.needs where text.tellsNeeds {
        add(
          mention.code,
          NeedSource(
            origin: .text, evidence: "\(mention.evidence)", isAgainst: mention.negated,
            part: text.part, urgency: mention.urgency))
      }
    }
    for sheet in record.sheets where !sheet.isSuperseded {
      for need in sheet.result.needs { add(need.code, source(need, sheet)) }
    }
    for code in order {
      guard let found = sources[code], let label = needs[code]?.label else { continue }
      if let statement = denied[code] {
        out.setAside.append(
          NeedSetAside(
            code: code, label: label, origin: .stated, note: statement.note, sources: found))
      } else if found.contains(where: { !$0.isAgainst }) {
        out.needs.append(MergedNeed(code: code, label: label, sources: found))
      }
    }
    out.open = open(but: Set(out.needs.map(\.code)).union(denied.keys))
    out.stated = record.statements.filter { !$0.isDenied }.map { needs.current($0.code) }
    for entry in record.statements.compactMap({ needs.rename($0.code) })
    where !out.renamed.contains(entry) { out.renamed.append(entry) }
    out.texts = record.texts
    out.sheets = record.sheets
    out.facts = record.sheets.filter { !$0.isSuperseded }.flatMap(\.facts)
    for notice in record.texts.flatMap(\.reading.notices) where !out.notices.contains(notice) {
      out.notices.append(notice)
    }
    return out
  }

  private func source(
    _ need: AssessmentResult.DerivedNeed, _ sheet: AssessmentRecord.Sheet
  ) -> NeedSource {
    NeedSource(
      origin: .instrument, evidence: Bilingual.list(need.causes.map(\.spoken)),
      instrument: sheet.instrument.id, instrumentLabel: sheet.instrument.label,
      items: need.causes.compactMap(\.item), on: sheet.on,
      urgency: need.isUrgent ? .high : .normal)
  }

  /// What is stated, in its order, and what is denied, by leaf. A group stands for each need in it; a
  /// word on the leaf itself goes before one on its group.
  private func statements() throws(SasaeError) -> (
    stated: [(String, AssessmentRecord.Statement)], denied: [String: AssessmentRecord.Statement]
  ) {
    var order: [String] = []
    var nearest: [String: (statement: AssessmentRecord.Statement, distance: Int)] = [:]
    for given in record.statements {
      var statement = given
      statement.code = needs.current(given.code)
      guard needs[statement.code] != nil else {
        throw SasaeError(
          "usage.unknown-need",
          [
            "value": "\(statement.code)",
            "suggestion": "\(needs.suggestion(for: statement.code) ?? "")",
          ])
      }
      for leaf in needs.descendants(statement.code) where needs.isLeaf(leaf) {
        let distance = needs.lineage(leaf).firstIndex(of: statement.code) ?? 0
        guard let known = nearest[leaf] else {
          order.append(leaf)
          nearest[leaf] = (statement, distance)
          continue
        }
        if known.distance == distance, known.statement.isDenied != statement.isDenied {
          throw SasaeError("usage.need-twice", ["value": "\(statement.code)"])
        }
        if distance < known.distance { nearest[leaf]?.statement = statement }
        if distance < known.distance { nearest[leaf]?.distance = distance }
      }
    }
    var stated: [(String, AssessmentRecord.Statement)] = []
    var denied: [String: AssessmentRecord.Statement] = [:]
    for code in order {
      guard let statement = nearest[code]?.statement else { continue }
      if statement.isDenied { denied[code] = statement } else { stated.append((code, statement)) }
    }
    return (stated, denied)
  }

  private func open(but known: Set<String>) -> [OpenNeed] {
    var out: [OpenNeed] = []
    for sheet in record.sheets where !sheet.isSuperseded {
      for code in sheet.result.undecided where !known.contains(code) {
        guard let label = needs[code]?.label else { continue }
        out.append(OpenNeed(code: code, label: label, instrument: sheet.instrument.id))
      }
    }
    return out
  }
}

extension Bilingual {
  /// 「、」 between in Japanese, a semicolon in English.
  static func list(_ parts: [Bilingual]) -> Bilingual {
    Bilingual(
      ja: parts.map(\.ja).joined(separator: "、"), en: parts.map(\.en).joined(separator: "; "))
  }
}
