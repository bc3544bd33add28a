import Foundation
import Testing
import TestSupport

/// The built program and the reference data it is run with.
enum Program {
  struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "there is no program at \(path): run swift build first" }
  }

  /// `SASAE_BINARY`, else the debug product of this repository.
  static func path() throws -> String {
    try existing(
      variable("SASAE_BINARY") ?? Repository.root.appending(path: ".build/debug/sasae").path)
  }

  /// What it becomes for all but plain searches, beside it.
  static func whole() throws -> String {
    try existing(
      URL(filePath: path()).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "sasae-whole").path)
  }

  private static func existing(_ path: String) throws -> String {
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
    return path
  }

  /// `SASAE_DATA`, else that of this repository.
  static var data: String {
    variable("SASAE_DATA") ?? Repository.root.appending(path: "Data").path
  }

  static func variable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}

/// What a run wrote and how it ended.
struct Outcome: CustomStringConvertible {
  let arguments: [String]
  let end: End
  let out: String
  let err: String

  var lines: [String] { out.split(separator: "\n").map(String.init) }

  func json() throws -> JSON { try JSON(out) }

  var description: String {
    "sasae \(arguments.joined(separator: " ")) → \(end)\n\(out.prefix(2_000))\n\(err.prefix(2_000))"
  }

  /// It ended with this status; on success it said nothing beside its data unless `isTalkative`.
  @discardableResult
  func expect(
    _ status: Int32, isTalkative: Bool = false, at location: SourceLocation = #_sourceLocation
  ) -> Outcome {
    #expect(end == .exit(status), "\(self)", sourceLocation: location)
    if status == 0, !isTalkative {
      #expect(err == "", "\(self)", sourceLocation: location)
    }
    return self
  }

  /// It failed with this status and code, gave a hint, and wrote nothing but that.
  @discardableResult
  func fails(
    _ status: Int32, _ code: String, hint: String = "",
    at location: SourceLocation = #_sourceLocation
  ) -> Outcome {
    #expect(end == .exit(status), "\(self)", sourceLocation: location)
    #expect(err.hasPrefix("sasae: "), "\(self)", sourceLocation: location)
    let first = err.split(separator: "\n").first ?? ""
    // A code, or one of its family: `usage` stands for `usage.unknown-verb` too.
    let isCode = first.contains("\(code): ") || first.contains(" \(code).")
    #expect(isCode, "\(self)", sourceLocation: location)
    #expect(err.contains("\nhint: "), "\(self)", sourceLocation: location)
    let advice = err.components(separatedBy: "\nhint: ").last ?? ""
    #expect(hint.isEmpty || advice.contains(hint), "\(self)", sourceLocation: location)
    #expect(
      !advice.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty, sourceLocation: location)
    #expect(out == "", "\(self)", sourceLocation: location)
    return self
  }
}
