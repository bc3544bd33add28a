import Diagnostics
import ReferenceData

/// A code that was given another name (改名されたコード), as an output tells it.
public struct RenamedCode: Codable, Sendable, Hashable {
  public var old: String
  public var new: String
  /// Of the taxonomy since when it is so, and its day.
  public var version: String
  public var date: String

  public init(_ entry: CodeRenames.Entry) {
    old = entry.old
    new = entry.new
    version = entry.version
    date = entry.date
  }

  /// One line for people.
  public func text(_ language: Language) -> String {
    language == .ja
      ? "コード \(old) は第\(version)版（\(date)）で \(new) になりました。そう読みました"
      : "\(old) became \(new) in version \(version) (\(date)); taken as that"
  }
}
