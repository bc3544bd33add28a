import Glibc
import Model

/// Counts, in the workspace, what was looked for and not found: what a town lacks.
///
/// A line is a month, what was asked for as far as the lexicon knows it (codes of categories, usual words
/// of concepts; `-` when it knows nothing of it), and how it ended. What was typed is never written: it
/// may name a person. Nothing is written where nothing can be, and a full file grows no more.
public struct UnfoundLog {
  private let path: String

  /// About thirty thousand lines.
  static let longest = 1 << 20

  public init(_ workspace: Workspace) { path = workspace.unfound }

  /// Notes the result of a query that counts; the pages after the first do not.
  public func note(_ result: SearchResult, of query: SearchQuery) {
    guard query.counts, query.cursor == nil, result.isOfWords else { return }
    let ending: String
    switch result.relaxed {
    case nil where result.total == 0: ending = "none"
    case .related, .spelling, .anyPart: ending = "similar"
    default: return
    }
    var codes = Set(result.understanding.concepts.map(\.code)).sorted()
    if codes.isEmpty { codes = ["-"] }
    let month = query.today.map { String($0.text.prefix(7)) } ?? "-"
    append("\(month)\t\(codes.linked(by: " "))\t\(ending)\n")
  }

  private func append(_ line: String) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_size < Self.longest else { return }
    // One write of one line: lines of several processes never mix.
    _ = Array(line.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
