import Assessment
import Diagnostics
import Foundation
import ReferenceData
import TestSupport
import Testing

/// The weights made from the example sentences.
@Suite struct NeedWeightsTests {
  private static let folder = Repository.root.appending(path: "Data").path

  @Test func weightsAreThoseOfTheExamples() throws {
    let library = try ReferenceLibrary(folder: Self.folder)
    let weights = try NeedWeights(
      path: Self.folder + "/lexicon/need-weights.bin", needs: library.needs)
    #expect(
      try weights.digest == NeedTrainer.digest(library),
      "make them anew: sasae reference need-weights > Data/lexicon/need-weights.bin")
    #expect(Set(weights.codes).count >= 61)
  }

  @Test func aDamagedFileIsRefused() throws {
    let library = try ReferenceLibrary(folder: Self.folder)
    let sound = try Data(
      contentsOf: URL(filePath: Self.folder + "/lexicon/need-weights.bin"))
    for (name, bytes) in [
      ("short", sound.dropLast(1)), ("empty", Data()),
      ("other", Data("SASAENW9".utf8) + sound.dropFirst(8)),
    ] {
      let path = FileManager.default.temporaryDirectory.appending(
        path: "weights-\(name)-\(UUID().uuidString)"
      ).path
      try bytes.write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      let error = #expect(throws: SasaeError.self) {
        try NeedWeights(path: path, needs: library.needs)
      }
      #expect(error?.code == "data.weights", "\(name)")
    }
  }

  /// What is said most simply is found, and taken back where it is said to be no need.
  @Test func plainSentencesAreRead() throws {
    for (text, code) in [
      ("ごみ出しが大変です", "LIV-TRASH"), ("話し相手がほしい", "SOC-TALK"), ("通院の足がない", "MOV-HOSP"),
      ("買い物代行をお願いしたい", "LIV-SHOP"), ("薬の飲み忘れが多い", "HLT-MED"),
    ] {
      let found = try Words.read(text).needs.filter { !$0.negated }.map(\.code)
      #expect(found.contains(code), "\(text): \(found)")
    }
    for (text, code) in [
      ("ごみ出しは自分でできます", "LIV-TRASH"), ("買い物は娘がしてくれます", "LIV-SHOP"), ("話し相手には困っていません", "SOC-TALK"),
    ] {
      let found = try Words.read(text).needs.filter { !$0.negated }.map(\.code)
      #expect(!found.contains(code), "\(text): \(found)")
    }
  }
}
