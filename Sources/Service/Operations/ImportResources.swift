import Diagnostics
import Interchange
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

    public init(paths: [String]) { self.paths = paths }
  }

  public struct Output: Codable, Sendable {
    public var files: [FileReport]
    public var rejections: [ReportedProblem]
    public var warnings: [ReportedProblem]
    /// Files refused whole.
    public var failures: [ReportedProblem]
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
    public var warned = 0
    /// In the list last time and not now: reported, never deleted.
    public var vanished: [Vanished] = []
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    try run(input, standardInput: nil, in: session)
  }

  /// `standardInput` is what the path `-` stands for.
  public static func run(
    _ input: Input, standardInput: [UInt8]?, in session: Session
  ) throws(SasaeError) -> Output {
    let library = try session.shelf.library()
    if let mapping = input.mapping { _ = try library.mapping(mapping) }
    guard !input.paths.isEmpty else {
      throw SasaeError(
        "usage.value",
        [
          "option": "paths", "value": "",
          "expected": Bilingual(ja: "ファイルを一つ以上", en: "one file or more"),
        ])
    }
    var output = Output(files: [], rejections: [], warnings: [], failures: [])
    for path in input.paths {
      do {
        // A list is read twice, so what can be read only once is kept.
        let bytes =
          path == "-"
          ? standardInput : FileBytes.isStream(path) ? try FileBytes.read(path) : nil
        var job = ImportJob(
          path: path, bytes: bytes, input: input, library: library, session: session)
        let report = try job.run()
        output.files.append(report)
        output.rejections += job.rejections.map { ReportedProblem($0, session.language) }
        output.warnings += job.warnings.map { ReportedProblem($0, session.language) }
      } catch {
        // One file: its failure is the answer. Several: the others are still taken.
        if input.paths.count == 1 { throw error }
        var failure = ReportedProblem(error.located(file: path), session.language)
        failure.hint = error.hint(session.language)
        output.failures.append(failure)
      }
    }
    return output
  }
}

/// One file on its way in.
struct ImportJob {
  let path: String
  let bytes: [UInt8]?
  let input: ImportResources.Input
  let library: ReferenceLibrary
  let session: Session
  var rejections: [SasaeError] = []
  var warnings: [SasaeError] = []

  init(
    path: String, bytes: [UInt8]?, input: ImportResources.Input, library: ReferenceLibrary,
    session: Session
  ) {
    self.path = path
    self.bytes = bytes
    self.input = input
    self.library = library
    self.session = session
  }

  private func open() throws(SasaeError) -> OpenedList {
    try OpenedList(path: path, bytes: bytes, mapping: input.mapping, library: library)
  }

  mutating func run() throws(SasaeError) -> ImportResources.FileReport {
    let list = try open()
    let isNative = list.format.mapping == "native"
    // Row numbers are keys only where they are unique in the file, so it is read for them first.
    let survey = isNative ? KeySurvey() : try KeySurvey(reading: try open())
    let key =
      input.source
      ?? ListSourceKey.derive(
        path: path, mapping: list.format.mapping, municipality: survey.municipality)
    var report = ImportResources.FileReport(
      path: path, format: list.format.format, mapping: list.format.mapping,
      encoding: list.format.encoding, source: key)
    // What was once said of a list holds until it is said anew.
    let known = try session.directory.listSource(key)
    let source = ListSource(
      key: key, name: input.source ?? known?.name, licence: input.licence ?? known?.licence,
      url: input.url ?? known?.url, attribution: input.attribution ?? known?.attribution)
    let derivation = Derivation(library)
    var identities = RowIdentities(
      source: key, survey: survey, trustsNumbers: path != "-" || input.source != nil)
    report.vanished = try session.directory.importList(
      source, file: path, dryRun: input.dryRun ?? false
    ) { take in
      while let record = try list.next() {
        report.rows += 1
        if report.rows % 500 == 0 { tell(report.rows, total: nil) }
        switch record {
        case .skipped: report.skipped += 1
        case .rejected(let error): reject(error, &report)
        case .resource(let row):
          do {
            let incoming = try prepare(row, isNative, source, derivation, take, &identities)
            try checkOwner(incoming, row, isNative, take)
            switch try take.take(incoming) {
            case .added: report.added += 1
            case .updated: report.updated += 1
            case .unchanged: report.unchanged += 1
            }
          } catch let error as SasaeError where error.code.rawValue.hasPrefix("row.") {
            reject(error.located(line: row.line), &report)
          }
        }
      }
      guard report.rows > report.skipped else {
        throw SasaeError("import.no-rows", at: Position(file: path))
      }
      tell(report.rows, total: report.rows)
    }
    report.warned = warnings.count
    return report
  }

  /// A named list does not overwrite another one's records, and an exported table does not come in
  /// as a second copy of what it was exported from.
  private func checkOwner(
    _ incoming: Incoming, _ row: ListRow, _ isNative: Bool, _ session: ImportSession
  ) throws {
    if isNative {
      guard input.source != nil, let owner = try session.foreignOwner(of: incoming.resource.id)
      else { return }
      throw SasaeError(
        "row.other-source", ["value": "\(incoming.resource.id)", "owner": "\(owner)"],
        at: Position(field: "id"))
    } else if let key = row.key, key.contains(":"), try session.holds(key) {
      throw SasaeError("row.exported", ["value": "\(key)"])
    }
  }

  private func tell(_ done: Int, total: Int?) {
    session.progress(.init(phase: .reading, subject: path, done: done, total: total))
  }

  private mutating func reject(_ error: SasaeError, _ report: inout ImportResources.FileReport) {
    report.rejected += 1
    rejections.append(error.located(file: path))
  }

  /// The row as the registry takes it: what follows from it filled in, its id settled.
  private mutating func prepare(
    _ row: ListRow, _ isNative: Bool, _ source: ListSource, _ derivation: Derivation,
    _ take: ImportSession, _ identities: inout RowIdentities
  ) throws -> Incoming {
    var resource = row.resource
    var found = row.warnings
    let key: String
    if isNative {
      key = resource.id
      if let line = identities.claim(key, line: row.line) {
        throw SasaeError(
          "row.duplicate-id", ["value": "\(key)", "line": "\(line)"], at: Position(field: "id"))
      }
    } else {
      let settled = try identities.key(for: row, in: take)
      key = settled.key
      resource.id = "\(identities.source):\(key)"
      if let other = settled.was {
        found.append(
          SasaeError("warning.renumbered", ["value": "\(row.key ?? "")", "other": "\(other)"]))
      }
      if let line = identities.repeated(row) {
        found.append(
          SasaeError("warning.repeated-key", ["value": "\(row.key ?? "")", "line": "\(line)"]))
      }
      resource.source = Source(
        name: source.attribution == nil ? source.name ?? source.key : source.key,
        licence: source.licence, url: source.url, attribution: source.attribution)
    }
    found += try derivation.complete(&resource)
    warnings += found.map { $0.located(file: path, line: row.line) }
    return Incoming(
      resource: resource, key: key, line: row.line,
      raw: isNative ? nil : try CanonicalJSON.encode(row.cells))
  }
}
