import Diagnostics
import Foundation
import JapaneseText
import ReferenceData
import TestSupport
import Testing

@Suite("The lexicon")
struct LexiconTests {
  static let folder = Repository.path("Data")

  private func rows(_ name: String, _ columns: [String]) throws -> [DataFile.Row] {
    try DataFile(path: Self.folder + "/lexicon/" + name, required: columns).rows
  }

  @Test("joins spellings and synonyms, and keeps homonyms apart")
  func concepts() throws {
    let lexicon = try ReferenceShelf(folder: Self.folder).lexicon(adding: nil)
    func concepts(_ word: String) -> [String] {
      lexicon.entries[LexiconSurface.of(word)]?.concepts ?? []
    }
    #expect(concepts("買物") == concepts("買い物") && !concepts("買物").isEmpty)
    #expect(concepts("草むしり") == concepts("草取り"))
    // Read alike once small kana are large: びょういん, びよういん.
    #expect(concepts("病院") != concepts("美容院"))
    #expect(concepts("びょういん").count > 1)
    #expect(lexicon.entries[LexiconSurface.of("サロン")]?.categories.contains("A-SALON") == true)
    // It finds words inside others, but short kana only where a word may begin and end.
    var found: Set<String> = []
    lexicon.concepts(in: SearchText("お買い物代行をしています")) { found.insert($0) }
    #expect(concepts("買い物").allSatisfy(found.contains))
    #expect(concepts("いす").allSatisfy { !found.contains($0) })
  }

  @Test("holds no word twice and no spelling that folding knows already")
  func spelling() throws {
    var owners: [String: Int] = [:]
    for row in try rows("spelling.tsv", ["word", "variants", "kana"]) {
      let word = try row.required("word")
      var own: Set<String> = []
      // A form in hiragana is a reading, which several words may have.
      let written = row.list("variants").filter { form in
        !form.unicodeScalars.allSatisfy {
          (0x3041...0x309F).contains($0.value) || $0.value == 0x30FC
        }
      }
      for surface in ([word] + written).map(LexiconSurface.of) {
        #expect(!surface.isEmpty, "line \(row.line)")
        own.insert(surface)
      }
      for surface in own {
        #expect(owners[surface] == nil, "\(surface): lines \(owners[surface] ?? 0) and \(row.line)")
        owners[surface] = row.line
      }
      let kana = row["kana"]
      #expect(
        kana.unicodeScalars.allSatisfy {
          (0x3041...0x3096).contains($0.value) || $0.value == 0x30FC
        },
        "line \(row.line): \(kana)")
    }
    #expect(owners.count > 1_500)
  }

  @Test("has a word in one group of synonyms at most")
  func synonyms() throws {
    var owners: [String: Int] = [:]
    for row in try rows("synonyms.tsv", ["words", "kind", "note"]) {
      #expect(["same", "near"].contains(row["kind"]), "line \(row.line)")
      let words = row.list("words").map(LexiconSurface.of)
      #expect(Set(words).count == words.count && words.count > 1, "line \(row.line)")
      guard row["kind"] == "same" else { continue }
      for word in words {
        #expect(owners[word] == nil, "\(word): lines \(owners[word] ?? 0) and \(row.line)")
        owners[word] = row.line
      }
    }
  }

  @Test("names the row that is wrong")
  func faults() throws {
    let folder = try TemporaryFolder()
    func fault(_ text: String) throws -> SasaeError? {
      try text.write(toFile: folder.path + "/synonyms.tsv", atomically: true, encoding: .utf8)
      return #expect(throws: SasaeError.self) {
        try ReferenceShelf(folder: Self.folder).lexicon(adding: folder.path)
      }
    }
    let heading = "words\tkind\tnote\n"
    #expect(try fault(heading + "一つ\tsame\t\n")?.position.line == 2)
    #expect(try fault(heading + "ひとつ;ふたつ\tsame\t\nいち;に\tclose\t\n")?.position.line == 3)
    #expect(try fault("word\n")?.code == "data.heading")
  }
}
