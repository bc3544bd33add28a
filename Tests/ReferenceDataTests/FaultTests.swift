import Diagnostics
import ReferenceData
import Testing

@Suite("Faults in data files")
struct FaultTests {
  struct Fault: Sendable {
    var file: String
    var text: String
    var code: ErrorCode
    var line: Int?
    var field: String?
    /// Words of the English text or hint.
    var says: String

    init(
      _ file: String, _ text: String, _ code: ErrorCode, _ line: Int?, _ field: String?,
      _ says: String
    ) {
      (self.file, self.text, self.code) = (file, text, code)
      (self.line, self.field, self.says) = (line, field, says)
    }
  }

  static let needs = "taxonomy/needs.tsv"
  static let categories = "taxonomy/resource-categories.tsv"
  static let map = "taxonomy/need-resource-map.tsv"
  static let words = "taxonomy/category-words.tsv"
  static let rides = "taxonomy/rides.tsv"
  static let mapping = "mappings/list.tsv"
  static let profile = "profiles/plain.tsv"

  static let taxonomies = [
    Fault(
      needs, "code\tlabel_ja\tlabel_en\tkana\tsynonyms\nA\ta\tb\tc\t", "data.heading", 1, nil,
      "parent"),
    // The heading's own line, behind comments.
    Fault(needs, "# note\n\ncode\tlabel_ja", "data.heading", 3, nil, "label_en"),
    Fault(needs, "", "data.heading", 1, nil, "code"),
    Fault(needs, DataCopy.needs + "\nLIV\tx\ty\tz\t\t", "data.duplicate", 4, "code", "LIV"),
    Fault(needs, DataCopy.needs + "\nB\tx\ty\tz\t\tLIW", "data.dangling", 4, "parent", "LIV"),
    Fault(
      needs, DataCopy.needs + "\nB\tx\ty\tz\t\tC\nC\tx\ty\tz\t\tB", "data.cycle", 4, "parent", "B"),
    Fault(needs, DataCopy.needs + "\nB\tx\ty\tz\t\tB", "data.cycle", 4, "parent", "B"),
    Fault(needs, DataCopy.needs + "\nB\t\ty\tz\t\t", "data.value", 4, "label_ja", "empty"),
    Fault(needs, DataCopy.needs + "\nB\tx\t\tz\t\t", "data.value", 4, "label_en", "empty"),
    Fault(needs, DataCopy.needs + "\n\tx\ty\tz\t\t", "data.value", 4, "code", "empty"),
    Fault(
      needs, DataCopy.needs + "\nB\tx\ty\tz\t\t\tlost", "data.cells", 4, nil, "7 cells where 6"),
    Fault(
      categories, DataCopy.categories + "\nB\tx\ty\tz\t\t\tvenue;fly", "data.value", 5, "modes",
      "'fly' can't be used (venue, visit,"),
  ]

  static let tables = [
    Fault(map, "need\tcategory\nLIV-TRASH\tS-HOME", "data.heading", 1, nil, "weight"),
    Fault(map, DataCopy.map + "\nLIV-TRSAH\tA\t1\t", "data.dangling", 3, "need", "'LIV-TRASH'"),
    Fault(
      map, DataCopy.map + "\nLIV-TRASH\tS-HOEM\t1\t", "data.dangling", 3, "category", "'S-HOME'"),
    Fault(
      map, DataCopy.map + "\nLIV-TRASH\tS-HOME\t0.5\t", "data.duplicate", 3, "category", "S-HOME"),
    Fault(map, DataCopy.map + "\nLIV-TRASH\tA\t1.1\t", "data.value", 3, "weight", "1.1"),
    Fault(map, DataCopy.map + "\nLIV-TRASH\tA\t-0.1\t", "data.value", 3, "weight", "-0.1"),
    Fault(map, DataCopy.map + "\nLIV-TRASH\tA\tnan\t", "data.value", 3, "weight", "nan"),
    Fault(map, DataCopy.map + "\nLIV-TRASH\tA\t\t", "data.value", 3, "weight", "0.0…1.0"),
    Fault(words, DataCopy.words + "\n食堂\tA-EAT\t1\t", "data.dangling", 4, "category", "A-EAT"),
    Fault(rides, DataCopy.rides + "\nS-HOEM\t\t\t", "data.dangling", 3, "category", "'S-HOME'"),
    Fault(rides, DataCopy.rides + "\nA\tS-HOEM\t\t", "data.dangling", 3, "to", "'S-HOME'"),
    Fault(rides, DataCopy.rides + "\nS-HOME\t\t\t", "data.duplicate", 3, "category", "S-HOME"),
    Fault(rides, "category\tto\tfetching", "data.heading", 1, nil, "by_route"),
    // The same word in another width and kana is the same word.
    Fault(words, DataCopy.words + "\nさろん\tS-HOME\t1\t", "data.duplicate", 4, "word", "さろん"),
    Fault(words, DataCopy.words + "\nｻﾛﾝ\tA\t1\t", "data.duplicate", 4, "word", "ｻﾛﾝ"),
    Fault(words, DataCopy.words + "\n\tA\t1\t", "data.value", 4, "word", "empty"),
    Fault(words, DataCopy.words + "\n食堂\tA\tmaybe\t", "data.value", 4, "sure", "maybe"),
    Fault(mapping, "field\theadings\nname\t名称\nphnoe\t電話", "data.dangling", 3, "field", "'phone'"),
    Fault(
      mapping, "field\theadings\nname\t名称\nphone\t電話;名 称", "data.duplicate", 3, "headings", "名称"),
    // A family is known by a field that the file never fills.
    Fault(
      mapping, "# requires: name;url\nfield\theadings\nname\t名称", "data.dangling", nil, "requires",
      "url"),
    Fault(mapping, "field\tname\nname\t名称", "data.heading", 1, nil, "headings"),
    Fault(profile, DataCopy.profile + "\nproximity\t2\tno", "data.value", 3, "weight", "'2'"),
    Fault(profile, DataCopy.profile + "\nproximity\t1\tmaybe", "data.value", 3, "hard", "yes, no"),
    Fault(
      profile, DataCopy.profile + "\nneed-fit\t1\tno", "data.duplicate", 3, "plugin", "need-fit"),
    Fault(profile, DataCopy.profile + "\n\t1\tno", "data.value", 3, "plugin", "empty"),
  ]

  @Test("are named with file, line and field", arguments: taxonomies + tables)
  func named(_ fault: Fault) throws {
    let copy = try DataCopy(fault.file, Array(fault.text.utf8))
    let error = #expect(throws: SasaeError.self) { try copy.library() }
    #expect(error?.code == fault.code, "\(fault.text)")
    #expect(error?.position.file == copy.folder.path + "/" + fault.file)
    #expect(error?.position.line == fault.line, "\(fault.text)")
    #expect(error?.position.field == fault.field, "\(fault.text)")
    let said = (error?.text(.en) ?? "") + " " + (error?.hint(.en) ?? "")
    #expect(said.contains(fault.says), "\(said)")
  }

  @Test(
    "that are no UTF-8 name the file",
    arguments: [needs, categories, map, words, mapping, profile])
  func encoding(_ file: String) throws {
    // 高 in CP932, as an editor may save it.
    let copy = try DataCopy(file, [0x8D, 0x82, 0x0A])
    let error = #expect(throws: SasaeError.self) { try copy.library() }
    #expect(error?.code == "data.encoding")
    #expect(error?.position.file == copy.folder.path + "/" + file)
  }

  @Test("that are a missing file name its path")
  func missing() throws {
    let copy = try DataCopy()
    let folder = copy.folder.path + "/nowhere"
    let error = #expect(throws: SasaeError.self) { try ReferenceLibrary(folder: folder) }
    #expect(error?.code == "data.missing")
    #expect(error?.text(.en).contains(folder) == true)
    #expect(throws: SasaeError.self) { try DataFolder.find(option: folder, environment: nil) }
    #expect(throws: SasaeError.self) { try DataFolder.find(option: nil, environment: folder) }
    #expect(
      try DataFolder.find(option: copy.folder.path, environment: folder) == copy.folder.path)
  }

  @Test("are not what editors leave behind")
  func harmless() throws {
    // CRLF, comments, empty lines, and rows that end before the last empty cells.
    let text =
      "# label_ja: 表\r\n" + DataCopy.profile.split(separator: "\n").joined(separator: "\r\n")
      + "\r\n\r\n# more\r\nproximity\t0.5\r\n"
    let library = try DataCopy("profiles/plain.tsv", Array(text.utf8)).library()
    let profile = try library.profile("plain")
    #expect(profile.label.ja == "表" && profile.entries.map(\.plugin) == ["need-fit", "proximity"])
    #expect(
      profile.entries.map(\.hard) == [false, false] && profile.entries.map(\.weight) == [1, 0.5])
    #expect(profile.entries.map(\.line) == [3, 6])
  }
}
