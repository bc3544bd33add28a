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
  /// A ZIP archive that is no Excel workbook: an archive, or a document of another program.
  case zip
  /// An Excel workbook.
  case xlsx
  /// The container of old Office files: nearly always an Excel workbook of before 2007, or a newer
  /// one that is locked with a password.
  case xls
  case gzip
  case pdf
  case sqlite
  /// None of the above, and no text in an encoding known here; pictures too.
  case binary
  /// Nothing, or blanks and line ends only.
  case empty
  /// UTF-8 text that was read in a wrong encoding before it was saved (文字化け). Some kinds can be
  /// mended: ``Mojibake/mended(_:)``.
  case mojibake(Mojibake)
}
