import Diagnostics
import Glibc
import ReferenceData

/// The tables of words: those of `Data/lexicon`, and what a workspace adds to them.
struct NeedTables {
  static let names = [
    "activity-words.tsv", "danger-phrases.tsv", "endings.tsv", "need-context.tsv",
    "need-phrases.tsv", "need-predicates.tsv", "notices.tsv", "person-phrases.tsv",
    "word-sets.tsv",
  ]

  /// Made from `need-examples.tsv`.
  static let weights = "need-weights.bin"

  static let examplesName = "need-examples.tsv"

  static let framesName = "need-frames.tsv"

  static func examples(_ library: ReferenceLibrary) -> String {
    library.folder + "/lexicon/" + examplesName
  }

  let folder: String
  let own: String?

  /// The table of that name in both places; only the workspace's may be absent.
  func files(_ name: String, _ columns: [String]) throws(SasaeError) -> [DataFile] {
    var files = [try DataFile(path: folder + "/" + name, required: columns)]
    if let own, access(own + "/" + name, F_OK) == 0 {
      files.append(try DataFile(path: own + "/" + name, required: columns))
    }
    return files
  }
}
