import Diagnostics
import Searching

/// Taxonomies as trees, with their version; what a workspace added is marked.
public enum TermText {
  struct Line {
    var code: String
    var label: String
    var parent: String?
    var isLocal: Bool
    var localSynonyms: [String]
  }

  static func tree(
    _ title: Bilingual, version: String?, _ terms: [Line], _ renamed: [RenamedCode],
    in page: inout TextPage
  ) {
    let language = page.language
    if let version {
      page.line(language == .ja ? "\(title.ja) 第\(version)版" : "\(title.en), version \(version)")
    }
    var children: [String: [Line]] = [:]
    for term in terms { children[term.parent ?? "", default: []].append(term) }
    func put(_ parent: String, _ depth: Int) {
      for term in children[parent] ?? [] {
        let mark = term.isLocal ? (language == .ja ? " 〔この作業フォルダ〕" : " [this workspace]") : ""
        let words =
          term.localSynonyms.isEmpty
          ? "" : " ＋" + term.localSynonyms.joined(separator: language == .ja ? "、" : ", ")
        page.line("\(term.code)  \(term.label)\(mark)\(words)", indent: depth * 2)
        put(term.code, depth + 1)
      }
    }
    put("", 0)
    for one in renamed {
      page.line("\(one.old) → \(one.new)  \(one.version) \(one.date)")
    }
  }
}
