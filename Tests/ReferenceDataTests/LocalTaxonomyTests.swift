import Diagnostics
import Foundation
import ReferenceData
import Testing

/// Terms, synonyms, weights and renamed codes of a workspace's own, and renames of ours.
@Suite("A workspace's own taxonomy") struct LocalTaxonomyTests {
  static let needs = "needs.tsv"
  static let categories = "resource-categories.tsv"
  static let map = "need-resource-map.tsv"
  static let renamed = "renamed.tsv"

  static let needHead = "code\tlabel_ja\tlabel_en\tkana\tsynonyms\tparent\n"
  static let categoryHead = "code\tlabel_ja\tlabel_en\tkana\tsynonyms\tparent\tmodes\n"
  static let mapHead = "need\tcategory\tweight\tsource\n"
  static let renameHead = "tree\told\tnew\tversion\tdate\n"

  /// The small `Data/` with files of a workspace beside it.
  private func library(
    _ own: [String: String], data: [String: String] = [:]
  ) throws -> (ReferenceLibrary, folder: String) {
    let copy = try DataCopy()
    for (name, text) in data { try copy.write(name, Array(text.utf8)) }
    let folder = copy.folder.path + "/own"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in own { try copy.write("own/" + name, Array(text.utf8)) }
    return (try ReferenceLibrary(folder: copy.folder.path, own: folder), folder)
  }

  @Test func addsLeavesSynonymsAndWeights() throws {
    let (library, _) = try library([
      Self.needs: Self.needHead + "LIV-X-SNOW\t雪かき\tSnow\tゆきかき\t雪おろし\tLIV\n"
        + "LIV-TRASH\t\t\t\tほかす;ごみ捨て場\t\n",
      Self.categories: Self.categoryHead + "S-HOME-X\t雪かき隊\tSnow team\tゆき\t\tS-HOME\tvisit\n",
      Self.map: Self.mapHead + "LIV-X-SNOW\tS-HOME-X\t0.9\t\nLIV-TRASH\tS-HOME\t0.5\tmachi\n"
        + "LIV-TRASH\tA\t0.4\tmachi\n",
    ])
    let snow = try #require(library.needs["LIV-X-SNOW"])
    #expect(snow.isLocal && snow.parent == "LIV" && library.needs.isLeaf("LIV-X-SNOW"))
    #expect(library.needs.descendants("LIV") == ["LIV", "LIV-TRASH", "LIV-X-SNOW"])
    let trash = try #require(library.needs["LIV-TRASH"])
    #expect(!trash.isLocal && trash.synonyms == ["ゴミ捨て", "ほかす", "ごみ捨て場"])
    #expect(trash.localSynonyms == ["ほかす", "ごみ捨て場"] && trash.label.ja == "ごみ出し")
    #expect(library.categories.lineage("S-HOME-X") == ["S-HOME-X", "S-HOME", "S"])
    let links = library.crosswalk.links(for: "LIV-TRASH")
    #expect(links.map(\.category) == ["S-HOME", "A"] && links.map(\.weight) == [0.5, 0.4])
    #expect(links.allSatisfy(\.isLocal) && links.first?.source == "machi")
    #expect(library.crosswalk.links(for: "LIV-X-SNOW").first?.source == "workspace")
  }

  @Test func weightZeroTakesAPairOut() throws {
    let (library, _) = try library([Self.map: Self.mapHead + "LIV-TRASH\tS-HOME\t0\tmachi\n"])
    #expect(library.crosswalk.links(for: "LIV-TRASH").isEmpty)
  }

  @Test func anOldCodeIsTheNewOneInAWorkspacesFilesToo() throws {
    let (library, folder) = try library(
      [
        Self.needs: Self.needHead + "LIV-OLD\t\t\t\tほかす\t\nLIV-X\t雪\tSnow\tゆき\t\tLIFE\n",
        Self.map: Self.mapHead + "LIV-OLD\tHOME\t0.5\tmachi\n",
      ],
      data: [
        "taxonomy/renamed.tsv": Self.renameHead
          + "need\tLIV-OLD\tLIV-TRASH\t1.1\t2026-04-01\nneed\tLIFE\tLIV\t1.1\t2026-04-01\n"
          + "category\tHOME\tS-HOME\t1.2\t2026-10-01\n"
      ])
    #expect(library.needs["LIV-TRASH"]?.localSynonyms == ["ほかす"])
    #expect(library.needs["LIV-X"]?.parent == "LIV")
    #expect(library.crosswalk.links(for: "LIV-TRASH").map(\.weight) == [0.5])
    #expect(library.needs.current("LIV-OLD") == "LIV-TRASH" && library.needs["LIV-OLD"] == nil)
    #expect(library.needs.rename("LIV-OLD")?.version == "1.1")
    #expect(library.categories.rename("LIV-OLD") == nil)
    let told = library.needs.renamedUses + library.crosswalk.renamedUses
    #expect(told.map(\.old) == ["LIV-OLD", "LIFE", "LIV-OLD", "HOME"])
    #expect(told.first?.position.file == folder + "/needs.tsv" && told.first?.position.line == 2)
  }

  /// What a workspace wrote before ours moved on is followed.
  @Test func aWorkspacesRenameLeadsThroughOurs() throws {
    let (library, _) = try library(
      [Self.renamed: Self.renameHead + "need\tLIV-MINE\tLIV-OLD\t1\t2026-01-01\n"],
      data: [
        "taxonomy/renamed.tsv": Self.renameHead + "need\tLIV-OLD\tLIV-TRASH\t1.1\t2026-04-01\n"
      ])
    #expect(library.needs.current("LIV-MINE") == "LIV-TRASH")
  }

  struct Fault: Sendable {
    var file: String
    var text: String
    var code: ErrorCode
    var line: Int?
    var field: String
    var says: String

    init(
      _ file: String, _ text: String, _ code: ErrorCode, _ line: Int?, _ field: String,
      _ says: String
    ) {
      (self.file, self.text, self.code) = (file, text, code)
      (self.line, self.field, self.says) = (line, field, says)
    }
  }

  static let terms = [
    // A code of ours keeps its meaning and its place.
    Fault(
      needs, needHead + "LIV-TRASH\t雪\tSnow\tゆき\t雪\t\n", "data.own-code", 2, "label_ja", "LIV-TRASH"
    ),
    Fault(needs, needHead + "LIV-TRASH\t\t\t\t雪\tLIV\n", "data.own-code", 2, "parent", "LIV-TRASH"),
    Fault(needs, needHead + "LIV-TRASH\t\t\t\t\t\n", "data.value", 2, "synonyms", "empty"),
    Fault(
      needs, needHead + "LIV-X\t雪\tSnow\tゆき\t\tLIV\nLIV-X\t雨\tRain\tあめ\t\tLIV\n", "data.duplicate",
      3, "code", "LIV-X"),
    Fault(needs, needHead + "LIV-X\t雪\tSnow\tゆき\t\t\n", "data.value", 2, "parent", "empty"),
    Fault(needs, needHead + "LIV-X\t雪\tSnow\tゆき\t\tLIW\n", "data.dangling", 2, "parent", "'LIV'"),
    Fault(needs, needHead + "LIV-X\t\tSnow\tゆき\t\tLIV\n", "data.value", 2, "label_ja", "empty"),
    Fault(needs, needHead + "LIV-X\t雪\t\tゆき\t\tLIV\n", "data.value", 2, "label_en", "empty"),
    Fault(needs, needHead + "SNOW\t雪\tSnow\tゆき\t\tLIV\n", "data.value", 2, "code", "LIV-X"),
    // A leaf need can't become a group.
    Fault(
      needs, needHead + "LIV-TRASH-X\t雪\tSnow\tゆき\t\tLIV-TRASH\n", "data.value", 2, "parent",
      "a group"),
    Fault(
      needs, needHead + "LIV-X\t雪\tSnow\tゆき\t\tLIV-X-Y\nLIV-X-Y\t雨\tRain\tあめ\t\tLIV-X\n",
      "data.cycle", 2, "parent", "LIV-X"),
    Fault(needs, needHead + "LIV-X\t雪\tSnow\tゆき\t\tLIV-X\n", "data.cycle", 2, "parent", "LIV-X"),
    Fault(
      needs, needHead + "LIV-X\t雪\tSnow\tゆき\tｺﾞﾐ捨て\tLIV\n", "data.duplicate", 2, "synonyms", "ｺﾞﾐ捨て"),
    Fault(
      categories, categoryHead + "S-X\t雪\tSnow\tゆき\t\tS\tfly\n", "data.value", 2, "modes", "fly"),
    Fault(
      categories, categoryHead + "S-HOME\t\t\t\t雪\t\tvisit\n", "data.own-code", 2, "modes", "S-HOME"
    ),
    Fault(map, mapHead + "LIV-TRSAH\tA\t1\tx\n", "data.dangling", 2, "need", "'LIV-TRASH'"),
    Fault(map, mapHead + "LIV-TRASH\tS-HOEM\t1\tx\n", "data.dangling", 2, "category", "'S-HOME'"),
    Fault(map, mapHead + "LIV-TRASH\tA\t1.01\tx\n", "data.value", 2, "weight", "0.0…1.0"),
    Fault(map, mapHead + "LIV-TRASH\tA\t-1\tx\n", "data.value", 2, "weight", "0.0…1.0"),
    Fault(
      map, mapHead + "LIV-TRASH\tA\t1\tx\nLIV-TRASH\tA\t0.5\tx\n", "data.duplicate", 3, "category",
      "LIV-TRASH A"),
  ]

  static let renames = [
    Fault(
      renamed, renameHead + "thing\tA-OLD\tA\t1.1\t2026-04-01\n", "data.value", 2, "tree",
      "need, category"),
    Fault(renamed, renameHead + "need\t\tLIV\t1.1\t2026-04-01\n", "data.value", 2, "old", "empty"),
    Fault(renamed, renameHead + "need\tOLD\t\t1.1\t2026-04-01\n", "data.value", 2, "new", "empty"),
    Fault(
      renamed, renameHead + "need\tOLD\tLIV\tone\t2026-04-01\n", "data.value", 2, "version", "1.4"),
    Fault(
      renamed, renameHead + "need\tOLD\tLIV\t1.1\t2026-02-30\n", "data.value", 2, "date",
      "YYYY-MM-DD"),
    Fault(
      renamed, renameHead + "need\tOLD\tLIV-TRSAH\t1.1\t2026-04-01\n", "data.dangling", 2, "new",
      "'LIV-TRASH'"),
    // A need's code is no category's.
    Fault(
      renamed, renameHead + "category\tOLD\tLIV-TRASH\t1.1\t2026-04-01\n", "data.dangling", 2,
      "new",
      "category"),
    Fault(
      renamed, renameHead + "need\tLIV-TRASH\tLIV\t1.1\t2026-04-01\n", "data.value", 2, "old",
      "still stands"),
    Fault(
      renamed,
      renameHead + "need\tOLD\tLIV\t1.1\t2026-04-01\nneed\tOLD\tLIV-TRASH\t1.2\t2026-04-02\n",
      "data.duplicate", 3, "old", "OLD"),
    Fault(
      renamed,
      renameHead + "need\tOLD\tMID\t1.1\t2026-04-01\nneed\tMID\tLIV-TRASH\t1.2\t2026-04-02\n",
      "data.rename-chain", 2, "new", "'LIV-TRASH'"),
    Fault(
      renamed, renameHead + "need\tOLD\tMID\t1.1\t2026-04-01\nneed\tMID\tOLD\t1.2\t2026-04-02\n",
      "data.rename-cycle", 2, "new", "OLD"),
    Fault(
      renamed, renameHead + "need\tOLD\tOLD\t1.1\t2026-04-01\n", "data.rename-cycle", 2, "new",
      "OLD"
    ),
  ]

  private func check(_ error: SasaeError?, _ fault: Fault, _ path: String) {
    #expect(error?.code == fault.code, "\(fault.text)")
    #expect(error?.position.file?.hasSuffix(path) == true, "\(fault.text)")
    #expect(error?.position.line == fault.line, "\(fault.text)")
    #expect(error?.position.field == fault.field, "\(fault.text)")
    let said = (error?.text(.en) ?? "") + " " + (error?.hint(.en) ?? "")
    #expect(said.contains(fault.says), "\(said)")
  }

  @Test("faults are named with file, line and field", arguments: terms + renames)
  func faults(_ fault: Fault) throws {
    let error = #expect(throws: SasaeError.self) { try library([fault.file: fault.text]) }
    check(error, fault, "/own/" + fault.file)
  }

  @Test("the same of our own file of renames", arguments: renames)
  func bundledRenames(_ fault: Fault) throws {
    let error = #expect(throws: SasaeError.self) {
      try library([:], data: ["taxonomy/renamed.tsv": fault.text])
    }
    check(error, fault, "/taxonomy/renamed.tsv")
  }

  @Test func aVersionIsANumber() throws {
    let sound = "# version: 2.10\n" + DataCopy.needs
    #expect(try library([:], data: ["taxonomy/needs.tsv": sound]).0.needs.version == "2.10")
    for wrong in ["two", "1..2", "1.", "v1"] {
      let error = #expect(throws: SasaeError.self) {
        try library([:], data: ["taxonomy/needs.tsv": "# version: \(wrong)\n" + DataCopy.needs])
      }
      #expect(error?.code == "data.value" && error?.position.field == "version")
    }
    let ours = try ReferenceLibrary(folder: BundledDataTests.folder)
    #expect(ours.needs.version != nil && ours.categories.version != nil)
    #expect(ours.crosswalk.version != nil)
  }
}
