import BundledPlugins
import Diagnostics
import Foundation
import MatchingKit
import Model
import Service
import TestSupport

/// A workspace of one test with a few resources.
final class Town: Sendable {
  let folder: TemporaryFolder
  let session: Session

  init(
    _ resources: [Resource] = [], plugins: [any MatchPlugin] = bundledPlugins,
    profile: String? = nil
  ) throws {
    folder = try TemporaryFolder()
    var data = Repository.path("Data")
    if let profile {
      // The town's own reference data: all of ours, and one profile.
      let own = folder.path + "/Data"
      try FileManager.default.createDirectory(
        atPath: own + "/profiles", withIntermediateDirectories: true)
      for part in ["taxonomy", "lexicon", "mappings", "sample"] {
        try FileManager.default.createSymbolicLink(
          atPath: own + "/" + part, withDestinationPath: data + "/" + part)
      }
      try profile.write(
        toFile: own + "/profiles/care-manager.tsv", atomically: true, encoding: .utf8)
      data = own
    }
    session = Session(
      workspace: Workspace(path: folder.path + "/office"), dataFolder: data, language: .ja,
      audience: .coordinator, plugins: plugins, today: CalendarDate(daysSince1970: 20_700))
    try session.directory.create()
    for resource in resources { _ = try session.directory.put(resource) }
  }

  /// The answer to a request in JSON.
  func match(_ request: String) throws -> MatchResources.Output {
    try MatchResources.run(
      OperationJSON.input(MatchResources.Input.self, from: request), in: session)
  }

  /// One request for taking out the rubbish, by somebody at `Place.home` who walks 500 m.
  func rubbish(_ person: String = Town.person) throws -> MatchResources.Output {
    try match(#"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(person)},"limit":100}"#)
  }

  static let person =
    #""home":{"lat":34.34,"lng":134.04},"area":"番町","mobility":{"metres":500,"transport":["walk"]}"#
}

/// A resource that serves LIV-TRASH, `metres` north of the home.
func helper(
  _ id: String, metres: Double? = 100, modes: [ReachMode] = [.venue],
  _ change: (inout Resource) -> Void = { _ in }
) -> Resource {
  var out = Resource(id: id, name: "ごみ出し隊\(id)")
  out.categories = ["S-HOME-TRASH"]
  out.reach = modes.isEmpty ? nil : Reach(modes: modes)
  if let metres {
    out.place = Place()
    out.place?.lat = 34.34 + metres / (6_371_008.8 * Double.pi / 180)
    out.place?.lng = 134.04
    out.place?.precision = .building
  }
  change(&out)
  return out
}

/// A plugin made of a closure.
struct StubPlugin: MatchPlugin {
  var manifest: PluginManifest
  var body: @Sendable (RequestView, [ResourceView]) throws -> [Verdict]

  init(
    _ id: String, reads: Set<PluginManifest.Field> = [],
    _ body: @escaping @Sendable (RequestView, [ResourceView]) throws -> [Verdict]
  ) {
    manifest = PluginManifest(id: id, version: "0.1", summary: "x", reads: reads)
    self.body = body
  }

  func judge(_ request: RequestView, _ candidates: [ResourceView]) throws -> [Verdict] {
    try body(request, candidates)
  }

  func score(_ value: Double) -> Verdict {
    .score(Explanation(plugin: manifest.id, code: "stub", value: value, text: "x"))
  }
}

extension MatchResources.Output {
  var lists: [[String]] {
    [recommended.map(\.id), askFirst.map(\.id), excluded.map(\.id)]
  }

  func question(_ id: String) -> [String] {
    askFirst.first { $0.id == id }?.questions?.map(\.field) ?? []
  }

  func reasons(_ id: String) -> [String] {
    excluded.first { $0.id == id }?.reasons.map(\.code) ?? []
  }
}
