import Diagnostics

/// Taxonomies as trees.
public enum TermText {
  public static func tree(
    _ terms: [(code: String, label: String, parent: String?)], in page: inout TextPage
  ) {
    var depth: [String: Int] = [:]
    for term in terms {
      let level = term.parent.flatMap { depth[$0] }.map { $0 + 1 } ?? 0
      depth[term.code] = level
      page.line("\(term.code)  \(term.label)", indent: level * 2)
    }
  }
}
