import Diagnostics
import Glibc

/// The files of the taxonomies, in `Data/` and in a workspace.
struct TaxonomyPaths {
  static let needs = "needs.tsv"
  static let categories = "resource-categories.tsv"
  static let map = "need-resource-map.tsv"
  static let renamed = "renamed.tsv"

  /// `Data/`.
  let folder: String
  /// The workspace's own `taxonomy/`.
  let own: String?

  var bundledRenames: String { folder + "/taxonomy/" + Self.renamed }

  /// Those of the workspace that are there.
  var ownFiles: [String] {
    [Self.needs, Self.categories, Self.map, Self.renamed].compactMap(ownPath)
      .filter { access($0, F_OK) == 0 }
  }

  func ownPath(_ name: String) -> String? { own.map { $0 + "/" + name } }

  func own(_ name: String, _ columns: [String]) throws(SasaeError) -> DataFile? {
    try DataFile.optional(ownPath(name), required: columns)
  }

  func renames() throws(SasaeError) -> CodeRenames {
    try CodeRenames(
      file: DataFile.optional(bundledRenames, required: CodeRenames.columns),
      own: own(Self.renamed, CodeRenames.columns))
  }
}
