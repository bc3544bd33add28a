import Diagnostics
import ReferenceData

/// The example sentences (例文) that weights are made from: fictional, each with the needs it states and those it
/// takes back.
struct ExampleTable {
  struct Example {
    var codes: Set<String>
    var negated: Set<String>
    var text: String
  }

  let examples: [Example]

  init(path: String, needs: Taxonomy) throws(SasaeError) {
    let file = try DataFile(path: path, required: ["codes", "negated", "text"])
    var examples: [Example] = []
    for row in file.rows {
      for field in ["codes", "negated"] {
        for code in row.list(field) where !needs.isLeaf(code) {
          throw row.error(
            "data.dangling",
            [
              "value": "\(code)", "what": Bilingual(ja: "ニーズ", en: "need"),
              "suggestion": "\(needs.suggestion(for: code) ?? "")",
            ], field: field)
        }
      }
      examples.append(
        Example(
          codes: Set(row.list("codes")), negated: Set(row.list("negated")),
          text: try row.required("text")))
    }
    self.examples = examples
  }

}
