import ReferenceData
import Testing

@Suite("Taxonomy")
struct TaxonomyTests {
  @Test("is a tree that can be walked both ways")
  func tree() throws {
    let library = try ReferenceLibrary(folder: BundledDataTests.folder)
    let categories = library.categories
    #expect(categories.lineage("S-HOME-TRASH") == ["S-HOME-TRASH", "S-HOME", "S"])
    #expect(categories.lineage("nothing").isEmpty && categories["nothing"] == nil)
    #expect(!categories.isLeaf("S-HOME") && categories.isLeaf("S-HOME-TRASH"))
    let below = categories.descendants("S-HOME")
    #expect(below.first == "S-HOME" && below.contains("S-HOME-TRASH") && !below.contains("S-SHOP"))
    // Everything is below exactly one top.
    let tops = categories.terms.filter { $0.parent == nil }.map(\.code)
    let all = tops.flatMap(categories.descendants)
    #expect(all.count == categories.terms.count && Set(all).count == all.count)
    #expect(Set(tops) == ["S", "A", "P", "H", "F", "I"])
  }

  @Test("suggests a code for what was typed")
  func suggestion() throws {
    let needs = try ReferenceLibrary(folder: BundledDataTests.folder).needs
    for (typed, code) in [
      // A slip, a label in either language, a synonym in another script.
      ("LIV-TRSAH", "LIV-TRASH"), ("liv-trash", "LIV-TRASH"), ("ごみ出し", "LIV-TRASH"),
      ("taking out rubbish", "LIV-TRASH"), ("ごみ捨て", "LIV-TRASH"), ("ｺﾞﾐ捨て", "LIV-TRASH"),
    ] {
      #expect(needs.suggestion(for: typed) == code, "\(typed)")
    }
    #expect(needs.suggestion(for: "量子力学の研究会") == nil)
  }

  @Test("links a need to categories, the heaviest first")
  func crosswalk() throws {
    let links = try ReferenceLibrary(folder: BundledDataTests.folder).crosswalk
      .links(for: "LIV-TRASH")
    #expect(links.first?.category == "S-HOME-TRASH" && links.first?.weight == 1)
    #expect(links.map(\.weight) == links.map(\.weight).sorted(by: >))
    // Among equals by code: the same input gives the same output.
    for (a, b) in zip(links, links.dropFirst()) where a.weight == b.weight {
      #expect(a.category < b.category)
    }
  }
}
