import Diagnostics
import JapaneseText
import ReferenceData
import Testing
import TestSupport

@Suite("Data/")
struct BundledDataTests {
  static let folder = Repository.root.appending(path: "Data").path

  @Test("loads, with every code others rely on")
  func codes() throws {
    let library = try ReferenceLibrary(folder: Self.folder)
    let golden = try Repository.text("Tests/ReferenceDataTests/codes.txt")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
    #expect(golden.count > 300)
    for row in golden {
      let code = String(row[1])
      switch row[0] {
      case "N": #expect(library.needs[code] != nil, "need \(code) is gone")
      case "C": #expect(library.categories[code] != nil, "category \(code) is gone")
      case "L":
        let served = library.crosswalk.links(for: code).map(\.category)
        #expect(served.contains(String(row[2])), "\(code) is no longer served by \(row[2])")
      default: Issue.record("codes.txt: \(row)")
      }
    }
  }

  @Test("keeps the rules of its README")
  func rules() throws {
    let library = try ReferenceLibrary(folder: Self.folder)
    var owners: [String: String] = [:]
    for term in library.needs.terms where library.needs.isLeaf(term.code) {
      // A need without a row in the map can never be met.
      #expect(!library.crosswalk.links(for: term.code).isEmpty, "\(term.code) has no category")
      for word in term.synonyms {
        let other = owners.updateValue(term.code, forKey: Folding.key(word))
        #expect(other == nil || other == term.code, "\(word): \(other ?? "") and \(term.code)")
      }
    }
    for link in library.crosswalk.links {
      #expect(library.needs.isLeaf(link.need), "\(link.need) is a group")
      #expect((0.3...1).contains(link.weight) && !link.source.isEmpty, "line \(link.line)")
    }
    for term in library.needs.terms + library.categories.terms {
      let isHiragana = term.kana.unicodeScalars.allSatisfy {
        (0x3041...0x309F).contains($0.value) || "ー・".unicodeScalars.contains($0)
      }
      #expect(isHiragana && !term.kana.isEmpty, "\(term.code): \(term.kana)")
      let isPart = term.parent.map { term.code.hasPrefix($0 + "-") } ?? !term.code.contains("-")
      #expect(isPart, "\(term.code) is not below \(term.parent ?? "")")
    }
    for home in ["TOKUYO", "ROKEN", "IRYO", "GH", "HOME", "KEIHI"] {
      // One does not walk to a care home each week, one asks.
      #expect(library.categories["S-CARE-" + home]?.modes.first == .phone, "\(home)")
    }
  }

  @Test("has mappings and profiles that can be asked for by name")
  func byName() throws {
    let library = try ReferenceLibrary(folder: Self.folder)
    #expect(library.mappings.map(\.priority) == library.mappings.map(\.priority).sorted(by: >))
    #expect(try library.profile("tier3").entries.contains { $0.plugin == "need-fit" })
    #expect(try library.mapping("generic").requires == [["name", "name.part"]])
    let profile = #expect(throws: SasaeError.self) { try library.profile("teir3") }
    #expect(profile?.code == "usage.unknown-profile")
    #expect(profile?.hint(.en)?.contains("'tier3'") == true)
    let mapping = #expect(throws: SasaeError.self) { try library.mapping("generik") }
    #expect(mapping?.code == "usage.unknown-mapping")
    #expect(mapping?.hint(.en)?.contains("'generic'") == true)
  }

  @Test("gives its labels and fingerprint without being read whole")
  func shelf() throws {
    let library = try ReferenceLibrary(folder: Self.folder)
    let shelf = ReferenceShelf(folder: Self.folder)
    let again = ReferenceShelf(folder: Self.folder)
    #expect(try shelf.fingerprint(adding: nil) == again.fingerprint(adding: nil))
    let labels = try shelf.categoryLabels()
    for term in library.categories.terms { #expect(labels[term.code] == term.label) }
    #expect(try shelf.library().needs.terms.count == library.needs.terms.count)
    // Another table has another fingerprint: the index is then rebuilt.
    let text = DataCopy.categories + "\nP\t場\tPlaces\tば\t\t\t"
    let other = try DataCopy("taxonomy/resource-categories.tsv", Array(text.utf8)).library()
    #expect(try other.fingerprint != DataCopy().library().fingerprint)
  }
}
