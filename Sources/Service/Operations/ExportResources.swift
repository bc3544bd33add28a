import Diagnostics
import Interchange
import Model

/// Writes the directory out.
public enum ExportResources: Operation {
  public static let name = "export_resources"
  public static let summary = Bilingual(ja: "名簿を書き出す", en: "Export the directory")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public var format: String
    /// Retired resources too, as tombstones.
    public var includeRetired: Bool?
    /// At most so many resources in this page; a page also ends at `pageBytes`.
    public var limit: Int?
    /// The `nextCursor` of the page before.
    public var cursor: String?

    public init(format: String, includeRetired: Bool? = nil) {
      self.format = format
      self.includeRetired = includeRetired
    }
  }

  public struct Output: Codable, Sendable {
    public var format: String
    /// Resources in this page.
    public var count: Int
    /// Resources of this page that the format can't show: without a point on a map, without days in a calendar.
    public var leftOut: Int?
    /// The texts of all pages, joined, are the file.
    public var text: String
    /// Number of the last change before the first page. What changed while pages were read, and
    /// since, is what `list_changes` gives after it.
    public var since: Int64
    public var nextCursor: String?
  }

  /// Bytes of text after which a page ends.
  static let pageBytes = 4 << 20
  static let limits = 1...100_000

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let format = try format(input)
    let limit = input.limit ?? limits.upperBound
    guard limits.contains(limit) else {
      throw InputCheck.value("limit", "\(limit)", "1…\(limits.upperBound)")
    }
    let start = try input.cursor.map { text throws(SasaeError) in
      try ExportCursor(text, for: input)
    }
    let writer = try writer(format, after: start?.written ?? 0, in: session)
    var page = ExportPage(writer, from: start, limit: limit, bytes: pageBytes)
    var walked = 0
    let lastChange = try session.directory.walk(
      after: page.start, for: session.audience, includeRetired: input.includeRetired ?? false
    ) { number, resource in
      walked += 1
      if walked % 500 == 0 {
        try session.goOn()
        session.progress(.init(phase: .writing, subject: "", done: walked, total: nil))
      }
      return try page.take(resource, number: number)
    }
    return page.end(input, lastChange: lastChange)
  }

  /// How many resources were written, and how many the format can't show.
  public struct Written: Sendable {
    public var count = 0
    public var leftOut = 0
  }

  /// All of it, piece by piece, as of one moment.
  public static func stream(
    _ input: Input, in session: Session, _ write: (String) throws -> Void
  ) throws(SasaeError) -> Written {
    var writer = try writer(try format(input), in: session)
    var count = 0
    do {
      try write(writer.head())
      try session.directory.each(
        for: session.audience, includeRetired: input.includeRetired ?? false
      ) { resource in
        let piece = try writer.piece(resource)
        guard !piece.isEmpty else { return }
        count += 1
        try write(piece)
      }
      try write(writer.tail())
    } catch let error as SasaeError {
      throw error
    } catch {
      throw SasaeError("output.unwritable", ["detail": "\(type(of: error))"])
    }
    return Written(count: count, leftOut: writer.leftOut)
  }

  /// Why a format leaves resources out; nil where it leaves out none.
  public static func lack(_ format: String) -> Bilingual? {
    switch ExportFormat(rawValue: format) {
    case .geojson: Bilingual(ja: "緯度・経度のない", en: "without coordinates")
    case .ics:
      Bilingual(
        ja: "今年と来年の開催日がわからない、または休止中の",
        en: "with no known dates this year or next, or paused,")
    case .ndjson, .csv, nil: nil
    }
  }

  private static func writer(
    _ format: ExportFormat, after count: Int = 0, in session: Session
  ) throws(SasaeError) -> ResourceWriter {
    guard format == .ics else { return ResourceWriter(format, after: count, today: session.today) }
    let labels = try session.shelf.categoryLabels()
    return ResourceWriter(format, after: count, today: session.today) { labels[$0]?.ja }
  }

  private static func format(_ input: Input) throws(SasaeError) -> ExportFormat {
    guard let format = ExportFormat(rawValue: input.format) else {
      throw SasaeError(
        "export.format",
        [
          "value": "\(input.format.prefix(100))",
          "known": "\(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))",
        ])
    }
    return format
  }
}
