import MatchingKit

/// A verdict as one text: equal for equal verdicts.
enum VerdictText {
  static func of(_ verdict: Verdict) -> String {
    switch verdict {
    case .abstain: "abstain"
    case .exclude(let reason): "exclude \(reason.code) \(reason.text)"
    case .unknown(let question): "unknown \(question.field) \(question.text)"
    case .score(let explanation): "score \(of(explanation))"
    case .asking(let explanation, let questions):
      "score \(explanation.map(of) ?? "-") unknown "
        + questions.map { "\($0.field) \($0.text)" }.joined(separator: ", ")
    case .scoreAsking(let explanation, let question):
      "score \(of(explanation)) unknown \(question.field) \(question.text)"
    }
  }

  private static func of(_ node: Explanation) -> String {
    let facts = node.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let children = node.children.map { "\($0.weight)*\(of($0.node))" }
    return "(\(node.plugin) \(node.code) \(node.value) \(node.text) \(facts) \(children))"
  }
}
