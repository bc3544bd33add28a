import Diagnostics
import Interchange
import JapaneseText
import Model
import ReferenceData
import Registry

/// Takes lists in, each file whole in one transaction; a wrong row is reported and the rest comes in.
public enum ImportResources: Operation {
  public static let name = "import_resources"
  public static let summary = Bilingual(ja: "一覧のファイルを取り込む", en: "Import lists of resources")
  public static let scope = Scope.write

  public struct Input: Codable, Sendable {
    public var paths: [String]
    public var mapping: String?
    /// Lasting key of the list; derived from publisher, layout and file name when absent.
    public var source: String?
    public var licence: String?
    public var attribution: String?
    public var url: String?
    public var dryRun: Bool?
    /// Headings of columns that don't come in at all, not even as raw cells.
    public var drop: [String]?
    /// Headings of columns whose mobile numbers and private mail addresses may be shown to all.
    public var publish: [String]?
    /// Mend garbled text (文字化け) instead of refusing the file.
    public var repairMojibake: Bool?

    public init(paths: [String]) { self.paths = paths }
  }

  public struct Output: Codable, Sendable {
    public var files: [FileReport]
    /// The first ten thousand; `groups` counts all.
    public var rejections: [ReportedProblem]
    /// Of each kind of warning in a file the first hundred; `groups` counts all.
    public var warnings: [ReportedProblem]
    /// Rejections and warnings of one kind and column, with all their lines.
    public var groups: [ProblemGroup]
    /// Files refused whole.
    public var failures: [ReportedProblem]
    /// True when it was only tried.
    public var dryRun: Bool?
  }

  public struct FileReport: Codable, Sendable {
    public var path: String
    public var format: String
    public var mapping: String
    public var encoding: String
    public var source: String
    /// Data rows; each is one of the next five.
    public var rows = 0
    public var added = 0
    public var updated = 0
    public var unchanged = 0
    public var rejected = 0
    /// Blank rows, footnotes, repeated headings.
    public var skipped = 0
    /// How many were skipped for what: blank, heading, footnote, total, section.
    public var skippedFor: [String: Int] = [:]
    public var warned = 0
    /// Headings nothing was made of; their cells are kept raw, for coordinators.
    public var extra: [String] = []
    /// In the list last time and not now: reported, never deleted.
    public var vanished: [Vanished] = []
  }

  /// Rejections told one by one; `groups` has the lines of all.
  static let listedRejections = 10_000

  /// The same for a file whose path, which each of them repeats, may be long.
  private static func listed(_ path: String) -> Int {
    min(listedRejections, (8 << 20) / (path.utf8.count + 300))
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    try run(input, standardInput: nil, in: session)
  }

  /// `standardInput` is what the path `-` stands for.
  public static func run(
    _ input: Input, standardInput: [UInt8]?, in session: Session
  ) throws(SasaeError) -> Output {
    let choice = try choice(for: input, in: session)
    guard !input.paths.isEmpty else {
      throw SasaeError(
        "usage.value",
        [
          "option": "paths", "value": "",
          "expected": Bilingual(ja: "ファイルを一つ以上", en: "one file or more"),
        ])
    }
    var output = Output(files: [], rejections: [], warnings: [], groups: [], failures: [])
    if input.dryRun == true { output.dryRun = true }
    for path in input.paths {
      do {
        try session.permit(path)
        // A list is read twice, so what can be read only once is kept.
        let bytes =
          path == "-"
          ? standardInput : FileBytes.isStream(path) ? try FileBytes.read(path) : nil
        var job = ImportJob(
          path: path, bytes: bytes, input: input, choice: choice, session: session)
        let report = try job.run()
        output.files.append(report)
        output.rejections += job.rejections
          .prefix(max(0, listed(path) - output.rejections.count))
          .map { ReportedProblem($0, session.language) }
        output.warnings += job.log.warnings(session.language)
        output.groups += job.log.groups(session.language)
      } catch {
        // One file: its failure is the answer. Several: the others are still taken, unless nobody
        // wants them any more.
        let isCancelled = error.code == "wire.cancelled"
        if input.paths.count == 1 || isCancelled && output.files.isEmpty { throw error }
        var failure = ReportedProblem(error.located(file: path), session.language)
        failure.hint = error.hint(session.language)
        output.failures.append(failure)
      }
    }
    if let problem = Morphology.problem {
      let error = SasaeError("warning.no-words", ["detail": "\(problem)"])
      output.warnings.append(ReportedProblem(error, session.language))
    }
    return output
  }

  /// How the caller wants lists read, with the workspace's own mappings.
  static func choice(
    for input: Input, in session: Session
  ) throws(SasaeError) -> ListChoice {
    var choice = ListChoice(
      library: try session.shelf.library()
        .adding(mappingsIn: session.directory.workspace.path + "/mappings"),
      municipalities: try session.shelf.municipalities(), mapping: input.mapping)
    if let mapping = input.mapping { _ = try choice.library.mapping(mapping) }
    choice.dropped = input.drop ?? []
    choice.published = input.publish ?? []
    choice.mendsMojibake = input.repairMojibake ?? false
    return choice
  }
}
