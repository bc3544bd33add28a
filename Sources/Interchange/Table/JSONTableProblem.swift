/// What is wrong with one record of a JSON document. The records after it are still delivered where
/// the brackets allow.
public enum JSONProblem: Sendable, Equatable {
  /// The record is not well-formed JSON; `line` is the physical line, 1-based, where it goes wrong.
  /// Its cells are empty.
  case malformed(line: Int)
  /// The document ends in the middle of its list. Its cells are empty, and it is the last.
  case truncated
  /// Brackets are nested deeper than `limit`. Its cells are empty.
  case tooDeep(limit: Int)
  /// A number, a text, `null` or a list stands where a record should. Its cells are empty.
  case notARecord
  /// The document has more than `limit` different keys; values under further keys are left out.
  case tooManyKeys(limit: Int)
  /// Some bytes are no UTF-8; they became U+FFFD.
  case badEncoding
}

/// One record as a row of the table.
public struct JSONRow: Sendable, Equatable {
  /// The physical line on which the record begins, 1-based.
  public var line: Int
  /// As many as the table has headings; empty where the record states nothing.
  public var cells: [String]
  /// What is wrong with the record, if anything is.
  public var problem: JSONProblem?
}

/// One record as it is written in the document.
public struct JSONRecord: Sendable, Equatable {
  /// The physical line on which the record begins, 1-based.
  public var line: Int
  /// Its JSON text from bracket to bracket; of a malformed record what was passed over.
  public var bytes: ArraySlice<UInt8>
  /// What is wrong with the record, if anything is.
  public var problem: JSONProblem?
}

/// Where and why a text is no JSON.
struct JSONFlaw: Error {
  enum Reason {
    case malformed
    case tooDeep
    /// The text ends too early.
    case cut
  }

  let reason: Reason
  let offset: Int
}
