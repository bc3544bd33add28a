/// Formats a directory can be written in.
public enum ExportFormat: String, Sendable, CaseIterable, Codable {
  /// Native NDJSON; lossless for what the audience may see.
  case ndjson
  /// A table for spreadsheets: UTF-8 with BOM, CRLF.
  case csv
  /// Points for maps.
  case geojson
  /// A calendar (iCalendar, RFC 5545).
  case ics
}
