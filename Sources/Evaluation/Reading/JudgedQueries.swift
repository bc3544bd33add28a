import Diagnostics

/// A test collection: queries, and what people judged their right answers to be.
///
/// Queries are lines of `id TAB text` or `id TAB type TAB text`, with or without a heading, or JSON
/// Lines (`{"id":…,"text":…,"type":…}`; `q` is another name of `text`). Judgements are lines of
/// `query TAB id TAB grade`, qrels as TREC writes them (`query 0 id grade`), or JSON Lines
/// (`{"query":…,"id":…,"grade":…}`). Which of these it is, is seen from the content. Both may hold
/// comments (`#`), blank lines, a byte order mark and any line ends.
public struct JudgedQueries: Sendable, Hashable {
  /// In the order of the file.
  public var queries: [JudgedQuery]

  /// Reads both files to their ends, so that every bad line is named, not only the first.
  public init(
    queries: EvaluationFile, judgements: EvaluationFile
  ) throws(JudgementFaults) {
    var faults = FaultList()
    self.queries = Self.queries(in: queries, &faults)
    // A judgement of a query whose own line is bad is no second fault.
    let areAllKnown = faults.isEmpty
    judge(by: judgements, areAllKnown: areAllKnown, &faults)
    try faults.check()
  }

  private static func queries(
    in file: EvaluationFile, _ faults: inout FaultList
  ) -> [JudgedQuery] {
    let before = faults.total
    var out: [JudgedQuery] = []
    var lineOf: [String: Int] = [:]
    for row in RowReader(layout: .queries, file: file).rows(&faults) {
      do throws(SasaeError) {
        let id = try row.required("id")
        if let line = lineOf[id] {
          throw row.line.error(
            "eval.duplicate", ["value": "\(id)", "line": "\(line)"], field: "id")
        }
        let type = row.fields["type"].flatMap { $0.isEmpty ? nil : $0 }
        out.append(JudgedQuery(id: id, text: try row.required("text"), type: type))
        lineOf[id] = row.line.number
      } catch {
        faults.add(error)
      }
    }
    if out.isEmpty, faults.total == before {
      faults.add(empty(file, Bilingual(ja: "問い", en: "queries")))
    }
    return out
  }

  private mutating func judge(
    by file: EvaluationFile, areAllKnown: Bool, _ faults: inout FaultList
  ) {
    let before = faults.total
    let places = Dictionary(
      zip(queries.map(\.id), queries.indices), uniquingKeysWith: { first, _ in first })
    var lineOf: [[String]: Int] = [:]
    for row in RowReader(layout: .judgements, file: file).rows(&faults) {
      do throws(SasaeError) {
        let judgement = try Judgement(row)
        let pair = [judgement.query, judgement.id]
        if let line = lineOf[pair] {
          throw row.line.error(
            "eval.duplicate",
            ["value": "\(judgement.query) \(judgement.id)", "line": "\(line)"], field: "id")
        }
        lineOf[pair] = row.line.number
        if let place = places[judgement.query] {
          queries[place].grades[judgement.id] = judgement.grade
        } else if areAllKnown {
          throw row.line.error(
            "eval.unknown-query", ["value": "\(judgement.query)"], field: "query")
        }
      } catch {
        faults.add(error)
      }
    }
    if lineOf.isEmpty, faults.total == before {
      faults.add(Self.empty(file, Bilingual(ja: "正解", en: "judgements")))
    }
  }

  private static func empty(_ file: EvaluationFile, _ what: Bilingual) -> SasaeError {
    SasaeError("eval.empty", ["what": what], at: Position(file: file.name))
  }
}
