import Diagnostics
import ReferenceData

/// The sample town of `Data/sample`: real open data with its attribution, and fictional resources
/// that say so.
public struct SampleTown: Sendable {
  struct Entry: Sendable {
    var path: String
    var source: String
    var licence: String
    var attribution: String
    var url: String
  }

  let entries: [Entry]
  /// Where it is: 高松市.
  public let municipality = "372013"

  public init(folder: String) throws(SasaeError) {
    let file = try DataFile(
      path: folder + "/sample/sample.tsv",
      required: ["file", "source", "licence", "attribution", "url"])
    var entries: [Entry] = []
    for row in file.rows {
      entries.append(
        Entry(
          path: folder + "/sample/" + (try row.required("file")),
          source: try row.required("source"), licence: try row.required("licence"),
          attribution: row["attribution"], url: row["url"]))
    }
    self.entries = entries
  }

  /// What has to be shown with the data, each sentence once.
  public var attributions: [String] {
    var seen: Set<String> = []
    return entries.map(\.attribution).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Imports every file, in order.
  public func load(in session: Session) throws(SasaeError) -> ImportResources.Output {
    var all = ImportResources.Output(
      files: [], rejections: [], warnings: [], groups: [], failures: [])
    for entry in entries {
      var input = ImportResources.Input(paths: [entry.path])
      input.source = entry.source
      input.licence = entry.licence
      if entry.licence != "CC0-1.0" {
        input.attribution = entry.attribution
        input.url = entry.url
      }
      let output = try ImportResources.run(input, in: session)
      all.files += output.files
      all.rejections += output.rejections
      all.warnings += output.warnings
      all.groups += output.groups
    }
    return all
  }
}
