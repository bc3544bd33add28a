extension ErrorCatalogue {
  /// The text of `docs/errors.md`.
  public static func markdown() -> String {
    var out = """
      # Error codes (エラーコード)

      <!-- Printed from Sources/Diagnostics/ErrorCatalogue.swift by `sasae reference errors`. Do not edit. -->

      Every error has a stable code, a text and a hint in Japanese and English, an exit status and a
      JSON-RPC number. `{…}` stands for what the error names. Codes that begin with `row.` reject one
      row of a file and codes that begin with `warning.` reject nothing; the rest of the file is
      imported either way.

      | code | exit | JSON-RPC | text | hint |
      |---|---|---|---|---|

      """
    for entry in entries {
      let text = "\(cell(entry.text.ja))<br>\(cell(entry.text.en))"
      let hint =
        entry.hint.ja.isEmpty ? "" : "\(cell(entry.hint.ja))<br>\(cell(entry.hint.en))"
      out +=
        "| `\(entry.code.rawValue)` | \(entry.exit.rawValue) | \(entry.rpc.rawValue) | \(text) | \(hint) |\n"
    }
    return out
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
