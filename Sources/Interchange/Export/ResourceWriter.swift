import Foundation
import Model

/// Turns resources into the text of one format, piece by piece.
public struct ResourceWriter {
  private let format: ExportFormat
  private var count: Int
  private var calendar: CalendarExport
  /// Resources that the format has no place for.
  public private(set) var leftOut = 0

  /// `after`: how many resources were written before, where the text goes on. `today`: whose year a calendar begins
  /// with. `label`: of a category code.
  public init(
    _ format: ExportFormat, after count: Int = 0, today: CalendarDate,
    label: @escaping (String) -> String? = { _ in nil }
  ) {
    self.format = format
    self.count = count
    calendar = CalendarExport(today: today, label: label)
  }

  public func head() -> String {
    switch format {
    case .ndjson: ""
    case .csv: "\u{FEFF}" + CSVText.line(CSVColumn.all.map(\.heading))
    case .geojson: "{\"type\":\"FeatureCollection\",\"features\":[\n"
    case .ics: calendar.head()
    }
  }

  /// Empty for a resource that the format has no place for: a map has none without a point, a calendar none
  /// without days.
  public mutating func piece(_ resource: Resource) throws -> String {
    let text = try written(resource)
    if text.isEmpty { leftOut += 1 } else { count += 1 }
    return text
  }

  private mutating func written(_ resource: Resource) throws -> String {
    switch format {
    case .ndjson: return try Self.json(resource) + "\n"
    case .csv: return CSVText.line(CSVColumn.all.map { $0.value(resource) })
    case .geojson:
      guard let point = resource.place?.coordinate else { return "" }
      return (count > 0 ? ",\n" : "")
        + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(point.lng),\(point.lat)]},"
        + "\"properties\":" + (try Self.json(resource)) + "}"
    case .ics: return calendar.piece(resource)
    }
  }

  public func tail() -> String {
    switch format {
    case .ndjson, .csv: ""
    case .geojson: "\n]}\n"
    case .ics: calendar.tail()
    }
  }

  private static func json(_ resource: Resource) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(resource), as: UTF8.self)
  }
}

/// One column of the CSV, for reading and printing; the headings are those the import understands,
/// so that another town's directory can take the table in. NDJSON is what round trips.
struct CSVColumn: Sendable {
  var heading: String
  var value: @Sendable (Resource) -> String

  static let all: [CSVColumn] = [
    CSVColumn(heading: "ID") { $0.id },
    CSVColumn(heading: "名称") { $0.name },
    CSVColumn(heading: "名称_カナ") { $0.kana ?? "" },
    CSVColumn(heading: "カテゴリ") { $0.categories.joined(separator: ";") },
    CSVColumn(heading: "概要") { $0.summary ?? "" },
    CSVColumn(heading: "説明") { $0.description ?? "" },
    CSVColumn(heading: "運営団体名") { $0.provider?.name ?? "" },
    CSVColumn(heading: "場所") { $0.place?.name ?? "" },
    CSVColumn(heading: "住所") { $0.place?.address ?? "" },
    CSVColumn(heading: "地区") { $0.place?.area ?? "" },
    CSVColumn(heading: "緯度") { $0.place?.lat.map { "\($0)" } ?? "" },
    CSVColumn(heading: "経度") { $0.place?.lng.map { "\($0)" } ?? "" },
    CSVColumn(heading: "日時") { $0.schedule?.text ?? "" },
    CSVColumn(heading: "料金") { $0.cost?.text ?? "" },
    CSVColumn(heading: "対象") { $0.eligibility?.text ?? "" },
    CSVColumn(heading: "定員") { $0.capacity?.text ?? "" },
    CSVColumn(heading: "電話番号") { resource in
      resource.contacts.compactMap(\.phone).first ?? resource.place?.phone ?? ""
    },
    CSVColumn(heading: "非公開の連絡先") { resource in
      resource.contacts.filter(\.redacted).map(\.visibility).min()?.rawValue ?? ""
    },
    CSVColumn(heading: "状態") { $0.status.rawValue },
    CSVColumn(heading: "タグ") { $0.tags.joined(separator: ";") },
    CSVColumn(heading: "確認日") { $0.confirmed?.on ?? "" },
    CSVColumn(heading: "出典") { $0.source?.attribution ?? $0.source?.name ?? "" },
    CSVColumn(heading: "ライセンス") { $0.source?.licence ?? "" },
  ]
}

/// RFC 4180 text.
public enum CSVText {
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// What a spreadsheet takes for the beginning of a formula.
  static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

  /// A cell that a spreadsheet would take for a formula is written as text: with a mark before it,
  /// which the import takes away again. A number and a lone dash are none.
  public static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, formulaStarts.contains(first),
      first != "-" || (text != "-" && Double(text) == nil)
    {
      text = "'" + text
    }
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
