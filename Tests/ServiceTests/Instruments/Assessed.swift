import Diagnostics
import Foundation
import Model
import Service

/// Assessments as a caller has them made.
struct Assessed {
  let office: Office

  init() throws { office = try Office() }

  func score(
    _ instrument: String, _ answers: [String: JSONValue]
  ) throws -> ScoreAssessment.Output {
    try ScoreAssessment.run(.init(instrument: instrument, answers: answers), in: office.session)
  }

  /// The checklist with points on these items alone, and without an answer to others.
  func checklist(
    _ risks: Set<Int>, missing: Set<Int> = []
  ) throws -> ScoreAssessment.Output {
    try score("kihon-checklist", Self.checklist(risks, missing: missing))
  }

  /// Items of the checklist where "no" is what counts.
  static let reversed: Set<Int> = [1, 2, 3, 4, 5, 6, 7, 8, 16, 19]

  static func checklist(_ risks: Set<Int>, missing: Set<Int> = []) -> [String: JSONValue] {
    var out: [String: JSONValue] = [:]
    for item in 1...25 where !missing.contains(item) {
      let isRisk = risks.contains(item)
      if item == 12 {
        out["12"] = ["heightCm": 150, "weightKg": isRisk ? 41 : 50]
      } else {
        out["\(item)"] = isRisk != reversed.contains(item) ? "yes" : "no"
      }
    }
    return out
  }
}

extension ScoreAssessment.Output {
  func domain(_ code: String) -> ScoreAssessment.DomainScore? { domains.first { $0.code == code } }
  var target: ScoreAssessment.Finding? { findings.first { $0.code == "sogo-jigyo-target" } }
  var codes: Set<String> { Set(needs.map(\.code)) }
}

extension Office {
  /// Writes an instrument of the workspace's own; its path.
  @discardableResult
  func putInstrument(_ id: String, _ text: String) throws -> String {
    let folder = path + "/office/instruments"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try put("instruments/\(id).tsv", text)
    return folder + "/\(id).tsv"
  }
}
