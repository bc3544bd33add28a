/// The one table of errors, one file for each family of codes. `docs/errors.md` is printed from it and
/// a test holds the two together.
public enum ErrorCatalogue {
  public static let entries: [ErrorEntry] =
    usage + assessment + files + rows + warnings + workspace + lookups + referenceData + evaluation
    + wire

  private static let byCode = Dictionary(
    entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The row of a code; an unlisted code (a defect, and a test finds it) reads as internal.
  public static func entry(for code: ErrorCode) -> ErrorEntry {
    byCode[code] ?? byCode["internal"]
      ?? ErrorEntry(
        code, .failed, .internalError, ja: "内部エラー", en: "internal error", hintJa: "", hintEn: "")
  }
}
