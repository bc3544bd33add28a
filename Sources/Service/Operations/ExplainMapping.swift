import Diagnostics
import Interchange
import Model
import ReferenceData
import Registry

/// Shows how a list would be read, without taking it in.
public enum ExplainMapping: Operation {
  public static let name = "explain_mapping"
  public static let summary = Bilingual(
    ja: "一覧の列がどう読まれるかを見る", en: "Show how the columns of a list are understood")
  public static let scope = Scope.write

  public struct Input: Codable, Sendable {
    public var paths: [String]
    /// The mapping to use; found from the content when absent.
    public var mapping: String?
    public var repairMojibake: Bool?
    /// As of an import: headings of columns to leave out, and of those that may be public.
    public var drop: [String]?
    public var publish: [String]?

    public init(paths: [String]) { self.paths = paths }
  }

  public struct Output: Codable, Sendable {
    public var files: [FileExplanation]
  }

  public struct FileExplanation: Codable, Sendable {
    public var path: String
    public var format: String
    public var encoding: String
    public var mapping: String
    /// What the mapping is for, in the reader's language; nil for native records.
    public var label: String?
    /// Physical line of the heading, and how many rows it takes.
    public var headingLine: Int?
    public var headingRows: Int?
    public var columns: [Column] = []
    /// Headings nothing is made of; their cells are kept raw, for coordinators.
    public var extra: [String] = []
    /// Mappings that fit, best first.
    public var considered: [Considered] = []
    /// Of several name columns, how many different values each has in the first rows.
    public var nameColumns: [NameColumn] = []
  }

  public struct Column: Codable, Sendable {
    /// 1-based.
    public var number: Int
    public var heading: String
    /// What the cells become (docs/import.md); nil when they are only kept raw.
    public var field: String?
    /// `exact`, `bare`, or the form that fits, such as `*名称`.
    public var fit: String?
    /// The first cells that state something, at most three different ones. Never of a column
    /// that holds names of persons, numbers or addresses to reach them by.
    public var samples: [String] = []
  }

  public struct Considered: Codable, Sendable {
    public var mapping: String
    public var score: Double
    public var headingLine: Int
  }

  public struct NameColumn: Codable, Sendable {
    public var heading: String
    public var different: Int
  }

  /// Rows read for samples.
  static let sampled = 50

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    try run(input, standardInput: nil, in: session)
  }

  /// `standardInput` is what the path `-` stands for.
  public static func run(
    _ input: Input, standardInput: [UInt8]?, in session: Session
  ) throws(SasaeError) -> Output {
    var reading = ImportResources.Input(paths: input.paths)
    (reading.mapping, reading.repairMojibake) = (input.mapping, input.repairMojibake)
    (reading.drop, reading.publish) = (input.drop, input.publish)
    let choice = try ImportResources.choice(for: reading, in: session)
    var output = Output(files: [])
    for path in input.paths {
      try session.permit(path)
      let bytes =
        path == "-" ? standardInput : FileBytes.isStream(path) ? try FileBytes.read(path) : nil
      let list = try OpenedList(path: path, bytes: bytes, choice: choice)
      output.files.append(try explain(list, session.language))
    }
    return output
  }

  private static func explain(
    _ list: OpenedList, _ language: Language
  ) throws(SasaeError) -> FileExplanation {
    var file = FileExplanation(
      path: list.path, format: list.format.format, encoding: list.format.encoding,
      mapping: list.format.mapping)
    guard let explanation = list.explanation else { return file }
    file.label = explanation.label(language)
    file.headingLine = explanation.line
    file.headingRows = explanation.depth
    let samples = try samples(list)
    file.columns = explanation.columns.map { column in
      var out = Column(
        number: column.number, heading: column.heading, field: column.field, fit: column.fit)
      if !(column.field.map(isPersonal) ?? true) { out.samples = samples[column.heading] ?? [] }
      return out
    }
    file.extra = explanation.columns.filter { $0.field == nil && !$0.heading.isEmpty }
      .map(\.heading)
    file.considered = explanation.considered.map {
      Considered(
        mapping: $0.mapping, score: ($0.score * 100).rounded() / 100, headingLine: $0.line)
    }
    file.nameColumns = explanation.nameColumns.map {
      NameColumn(heading: $0.heading, different: $0.different)
    }
    return file
  }

  private static func isPersonal(_ field: String) -> Bool {
    ["private", "ignore"].contains(field)
      || ["phone", "fax", "email", "contact"].contains { field.hasPrefix($0) }
  }

  /// The first cells of each heading.
  private static func samples(_ list: OpenedList) throws(SasaeError) -> [String: [String]] {
    var out: [String: [String]] = [:]
    var read = 0
    while read < sampled, let record = try list.next() {
      read += 1
      guard case .resource(let row) = record, let raw = row.raw,
        let cells = try? CanonicalJSON.decode([String: String].self, from: raw)
      else { continue }
      for (heading, cell) in cells {
        let shown = PrivateText.hidden(MemberReader.trimmed(cell))
        guard MemberReader.stated(shown) != nil, out[heading]?.count ?? 0 < 3,
          !(out[heading]?.contains(shown) ?? false)
        else { continue }
        out[heading, default: []].append(shown)
      }
    }
    return out
  }
}
