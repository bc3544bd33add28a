import Diagnostics

/// One line of a file of judgements.
struct Judgement {
  var query: String
  var id: String
  var grade: Int

  init(_ row: FieldRow) throws(SasaeError) {
    query = try row.required("query")
    // trec_eval passes over the second column of qrels. Here it tells them from a table that has a
    // column too many, whose cells would all be taken for something else.
    if let iteration = row.fields["iteration"], Int(iteration) == nil, iteration != "Q0" {
      throw row.line.error(
        "eval.value",
        [
          "value": "\(iteration)",
          "expected": Bilingual(
            ja: "四列のときの二列目は 0", en: "0, in the second of four columns"),
        ], field: "iteration")
    }
    id = try row.required("id")
    let text = try row.required("grade")
    guard let grade = Int(text), grade >= 0 else {
      throw row.line.error(
        "eval.value",
        [
          "value": "\(text)",
          "expected": Bilingual(
            ja: "0 以上の整数。0 は関係なし、大きいほどよい",
            en: "a whole number from 0, which is not relevant; the higher the better"),
        ], field: "grade")
    }
    self.grade = grade
  }
}
