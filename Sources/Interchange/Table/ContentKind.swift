/// What a file holds, as far as its first bytes tell.
public enum ContentKind: Sendable, Equatable {
  /// Delimited text, or any text that is nothing else.
  case table(TextEncoding, delimiter: UInt8)
  /// One JSON value in a line.
  case ndjson(TextEncoding)
  case jsonArray(TextEncoding)
  case jsonObject(TextEncoding)
  /// Markup instead of data: a web page, often an error page saved under the name of a table, or
  /// XML.
  case html
  /// A ZIP archive that is no workbook.
  case zip
  /// An Excel workbook.
  case xlsx
  case gzip
  case pdf
  case sqlite
  /// None of the above, and no text in an encoding known here.
  case binary
  /// Nothing, or blanks and line ends only.
  case empty
  /// UTF-8 text made by reading CP932 as Latin-1. The original must be fetched again.
  case mojibake
}
