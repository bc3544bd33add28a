import BundledPlugins
import Diagnostics
import Foundation
import MatchingKit
import Model
import ProcessPlugins
import Service
import TestSupport

/// A workspace with one program beside the plugins of Sasae.
final class Desk: Sendable {
  let folder: TemporaryFolder
  let session: Session
  let programs: ExternalPlugins

  static let plain = #"{"needs":[{"code":"LIV-TRASH"}],"person":{"area":"番町"},"limit":100}"#

  /// `row` is what stands behind id and path; `script` a program of this repository.
  init(
    _ id: String = "fault", script: String = "Tests/ProcessPluginsTests/Python/fault.py",
    seconds: String = "", grants: String = "", options: String = "{}"
  ) throws {
    folder = try TemporaryFolder()
    let workspace = Workspace(path: folder.path + "/office")
    programs = ExternalPlugins(
      path: workspace.plugins, language: .ja, taken: bundledPlugins.map(\.id))
    var session = Session(
      workspace: workspace, dataFolder: Repository.path("Data"), language: .ja,
      audience: .coordinator, plugins: bundledPlugins, today: CalendarDate(daysSince1970: 20_700))
    let programs = programs
    session.externalPlugins = { () throws(SasaeError) in try programs.plugins() }
    self.session = session
    try session.directory.create()
    for number in 0..<6 { _ = try session.directory.put(Self.helper(number)) }
    try Self.copy(script, to: folder.path + "/program")
    try write(
      "id\tpath\tseconds\tgrants\toptions\n\(id)\t\(folder.path)/program\t\(seconds)\t\(grants)\t\(options)\n",
      to: workspace.plugins)
    try FileManager.default.createDirectory(
      atPath: workspace.profiles, withIntermediateDirectories: true)
    try write(
      "plugin\tweight\thard\n# extends: care-manager\n\(id)\t0.5\tyes\n",
      to: workspace.profiles + "/with.tsv")
  }

  deinit { programs.end() }

  var log: String { folder.path + "/log" }

  /// The lines of the program's log that begin so.
  func logged(_ word: String) -> [String] {
    ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n")
      .map(String.init).filter { $0.hasPrefix(word) }
  }

  func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  func match(_ request: String = Desk.plain, profile: String = "with") throws
    -> MatchResources.Output
  {
    var input = try OperationJSON.input(MatchResources.Input.self, from: request)
    input.profile = profile
    return try MatchResources.run(input, in: session)
  }

  /// Readable and executable for its owner, whatever the checkout's modes are.
  static func copy(_ script: String, to path: String) throws {
    try FileManager.default.copyItem(atPath: Repository.path(script), toPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  static func fault(_ name: String, seconds: String = "3") throws -> Desk {
    let desk = try Desk(seconds: seconds)
    try desk.setOptions(#""fault":"\#(name)""#, seconds: seconds)
    return desk
  }

  /// The table anew, with options that name the log.
  func setOptions(
    _ members: String, seconds: String = "3", grants: String = ""
  ) throws {
    let options = #"{"log":"\#(log)","state":"\#(folder.path)/state",\#(members)}"#
    try write(
      "id\tpath\tseconds\tgrants\toptions\nfault\t\(folder.path)/program\t\(seconds)\t\(grants)\t\(options)\n",
      to: session.directory.workspace.plugins)
  }

  static func helper(_ number: Int) -> Resource {
    var one = Resource(id: "r\(number)", name: "ごみ出し隊\(number)")
    one.categories = ["S-HOME-TRASH"]
    one.reach = Reach(modes: [.visit], areas: number % 2 == 0 ? ["市全域"] : [])
    one.place = Place()
    one.place?.area = number < 3 ? "番町" : "栗林"
    one.place?.address = "香川県高松市番町1丁目\(number)"
    one.tags = ["送迎あり"]
    return one
  }
}

extension MatchResources.Output {
  /// What is said of one plugin.
  func state(_ id: String = "fault") -> MatchResources.PluginState? {
    plugins.first { $0.id == id }
  }

  /// The answer without what is said of plugins.
  func body() throws -> String {
    var other = self
    (other.plugins, other.snapshot) = ([], "")
    return try OperationJSON.text(other)
  }
}
