import Diagnostics
import ReferenceData

/// The sections and domains of an instrument, and which domain lies in which.
struct GroupTree {
  private(set) var sections: [Instrument.Section] = []
  private(set) var domainCodes: [String] = []
  /// Of domains alone.
  private(set) var parent: [String: String] = [:]

  init(sections rows: [DataFile.Row], domains: [DataFile.Row]) throws(SasaeError) {
    // In the order of the file, so that of two with one code the later one is told.
    for row in (rows + domains).sorted(by: { $0.line < $1.line }) {
      let code = try row.required("code")
      guard !has(code) else {
        throw row.error("data.duplicate", ["value": "\(code)"], field: "code")
      }
      if row["row"] == "section" {
        sections.append(Instrument.Section(code: code, label: try row.bilingual()))
      } else {
        domainCodes.append(code)
      }
    }
    for row in domains where !row["parent"].isEmpty {
      guard domainCodes.contains(row["parent"]) else {
        throw row.dangling(
          row["parent"], Bilingual(ja: "領域（domain）", en: "domain"), domainCodes, field: "parent")
      }
      parent[row["code"]] = row["parent"]
    }
    for row in domains {
      var seen: Set<String> = []
      var next: String? = row["code"]
      while let code = next {
        guard seen.insert(code).inserted else {
          throw row.error("data.cycle", ["value": "\(row["code"])"], field: "parent")
        }
        next = parent[code]
      }
    }
  }

  func has(_ code: String) -> Bool {
    domainCodes.contains(code) || sections.contains { $0.code == code }
  }

  /// The domain and those in it.
  func below(_ code: String) -> Set<String> {
    Set(
      domainCodes.filter { domain in
        var next: String? = domain
        while let one = next {
          if one == code { return true }
          next = parent[one]
        }
        return false
      })
  }
}
