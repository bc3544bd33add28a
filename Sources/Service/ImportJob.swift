import Diagnostics
import Interchange
import Model
import Registry

/// One file on its way in.
struct ImportJob {
  let path: String
  let bytes: [UInt8]?
  let input: ImportResources.Input
  let choice: ListChoice
  let session: Session
  var rejections: [SasaeError] = []
  var log: ProblemLog

  init(
    path: String, bytes: [UInt8]?, input: ImportResources.Input, choice: ListChoice,
    session: Session
  ) {
    self.path = path
    self.bytes = bytes
    self.input = input
    self.choice = choice
    self.session = session
    log = ProblemLog(file: path)
  }

  private func open() throws(SasaeError) -> OpenedList {
    try OpenedList(path: path, bytes: bytes, choice: choice)
  }

  mutating func run() throws(SasaeError) -> ImportResources.FileReport {
    // A missing workspace is told before a long list is read.
    try session.directory.requireWorkspace()
    let list = try open()
    let isNative = list.format.mapping == "native"
    // Row numbers are keys only where they are unique in the file, so it is read for them first.
    let survey =
      isNative
      ? KeySurvey()
      : try KeySurvey(reading: try open()) { () throws(SasaeError) in try session.goOn() }
    let key =
      input.source
      ?? ListSourceKey.derive(
        path: path, mapping: list.format.mapping, municipality: survey.municipality)
    var report = ImportResources.FileReport(
      path: path, format: list.format.format, mapping: list.format.mapping,
      encoding: list.format.encoding, source: key)
    let explanation = list.explanation
    report.extra =
      explanation?.columns.filter { $0.field == nil && !$0.heading.isEmpty }.map(\.heading) ?? []
    let source = try source(key, of: list, explanation)
    let derivation = Derivation(choice.library)
    var identities = RowIdentities(
      source: key, survey: survey, trustsNumbers: path != "-" || input.source != nil)
    if let mended = list.mended {
      log.add(SasaeError("warning.mended", ["kind": mended.kind.words, "lost": "\(mended.lost)"]))
    }
    report.vanished = try session.directory.importList(
      source, file: path, dryRun: input.dryRun ?? false
    ) { take in
      while let record = try list.next() {
        report.rows += 1
        if report.rows % 500 == 0 { tell(report.rows, total: nil) }
        if report.rows % 50 == 0 { try session.goOn() }
        switch record {
        case .skipped(_, let reason):
          report.skipped += 1
          report.skippedFor[reason.rawValue, default: 0] += 1
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
      try session.goOn()
    }
    report.warned = log.warned
    return report
  }

  /// The list's record: what was once said of it holds until it is said anew, and what a document
  /// says of itself holds where nobody says otherwise.
  private func source(
    _ key: String, of list: OpenedList, _ explanation: ListExplanation?
  ) throws(SasaeError) -> ListSource {
    let known = try session.directory.listSource(key)
    let said = list.metadata
    var source = ListSource(
      key: key, name: input.source ?? known?.name,
      licence: input.licence ?? known?.licence ?? said["licence"] ?? said["license"],
      url: input.url ?? known?.url ?? said["origin"].flatMap { $0.contains("://") ? $0 : nil },
      attribution: input.attribution ?? known?.attribution ?? said["attribution"]
        ?? said["source"])
    if let fields = explanation?.fields {
      let pairs = Dictionary(fields.map { ($0.heading, $0.field) }) { first, _ in first }
      source.fields = try? CanonicalJSON.encode(pairs)
    }
    return source
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
    if rejections.count < ImportResources.listedRejections {
      rejections.append(error.located(file: path))
    }
    log.add(error, isRejection: true)
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
    for warning in found { log.add(warning.located(line: row.line)) }
    return Incoming(
      resource: resource, key: key, line: row.line, raw: row.raw, evidence: row.evidence)
  }
}
