import Foundation
import Testing
import TestSupport

/// What is checked of one record.
struct Fact: Equatable {
  var summary: String?
  var confirmedHow: String?
  var status: String

  static let active = "active"
}

/// What is read of an exported line.
struct Record: Decodable {
  struct Confirmation: Decodable {
    let how: String
  }

  let id: String
  let summary: String?
  let confirmed: Confirmation?
  let status: String?
}

/// What a workspace has to hold, by id.
typealias Holdings = [String: Fact]

/// One command that changes a workspace, and what is there after it.
struct Step {
  enum Kind: String, CaseIterable {
    case `import`, add, confirm, retire
  }

  let kind: Kind
  let arguments: [String]
  let input: String
  let after: Holdings
}

/// Makes the next command from what the workspace holds.
struct StepMaker {
  let listSize: Int
  private(set) var number = 0
  /// How many rows the list has; it only grows.
  private var rows: Int

  init(listSize: Int) {
    self.listSize = listSize
    rows = listSize
  }

  mutating func next(
    _ holdings: Holdings, _ kind: Step.Kind, using random: inout SeededGenerator
  ) -> Step {
    number += 1
    var after = holdings
    let candidates = holdings.filter { $0.value.status == Fact.active }.keys.sorted()
    switch kind {
    case .import: return importStep(holdings, using: &random)
    case .add:
      let id = "local:made-\(number)"
      after[id] = Fact(summary: "追加\(number)", status: Fact.active)
      return Step(
        kind: kind, arguments: ["add", "--from", "-"], input: Self.line(id, "追加\(number)"),
        after: after)
    case .confirm:
      let id = random.pick(candidates)
      let how = "確認\(number)"
      after[id]?.confirmedHow = how
      return Step(kind: kind, arguments: ["confirm", id, "--how", how], input: "", after: after)
    case .retire:
      let id = random.pick(candidates)
      after[id]?.status = "retired"
      return Step(
        kind: kind, arguments: ["retire", id, "--why", "終了\(number)"], input: "", after: after)
    }
  }

  /// The whole list again: with new rows at its end, or with a share of its rows changed. More than
  /// three in ten make the index be built anew, fewer make it follow.
  private mutating func importStep(
    _ holdings: Holdings, using random: inout SeededGenerator
  ) -> Step {
    var after = holdings
    let isNew = number % 2 == 0
    if isNew { rows += listSize / 40 }
    let share = isNew ? 0 : random.pick([0.05, 0.2, 1])
    var text = ""
    for row in 0..<rows {
      let id = "list:\(row)"
      let isChanged = Double.random(in: 0..<1, using: &random) < share
      let summary = (isChanged ? nil : holdings[id]?.summary) ?? "第\(number)号の\(row)"
      text += Self.line(id, summary)
      after[id, default: Fact(status: Fact.active)].summary = summary
    }
    return Step(
      kind: .import, arguments: ["import", "-", "--source", "list"], input: text, after: after)
  }

  private static func line(_ id: String, _ summary: String) -> String {
    """
    {"id":"\(id)","name":"町のつどい\(id)","categories":["A-SALON"],"summary":"\(summary)",\
    "place":{"address":"香川県高松市番町1丁目"},"schedule":{"text":"毎週火曜 13:30～15:30"}}

    """
  }
}

extension Desk {
  /// Search and doctor at once after a kill, with no step in between, then all that is there.
  func holdings(at location: SourceLocation = #_sourceLocation) throws -> Holdings {
    let search = try run("search", "町のつどい", "--exact-total", "--format", "json", "--limit", "1")
    search.expect(0, at: location)
    try isSound(at: location)
    var found: Holdings = [:]
    for line in try everything().split(separator: "\n") {
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      found[record.id] = Fact(
        summary: record.summary, confirmedHow: record.confirmed?.how,
        status: record.status ?? Fact.active)
    }
    // What search finds is what the registry holds.
    let active = found.values.count { $0.status == Fact.active }
    #expect(try search.json()["total"] == .number(Double(active)), sourceLocation: location)
    return found
  }
}
