import Diagnostics

/// What the argument parser says of wrong usage, in both languages. It speaks English only, so its
/// few sentences are put into Japanese here; one that is not known stays as it is.
enum UsageWords {
  static func bilingual(_ message: String) -> Bilingual {
    Bilingual(ja: japanese(message), en: message)
  }

  private static func japanese(_ message: String) -> String {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let first = quoted.first ?? ""
    if message.hasPrefix("Unknown option") {
      let near = quoted.count > 1 ? "。もしかして「\(quoted[1])」？" : ""
      return "「\(first)」というオプションはありません\(near)"
    }
    if message.hasPrefix("Missing value for") { return "「\(first)」の値がありません" }
    if message.hasPrefix("Missing expected argument") { return "「\(first)」が必要です" }
    if message.hasPrefix("Unexpected argument") { return "「\(first)」は余分です" }
    if message.contains("unexpected arguments") {
      return "余分な指定があります: \(quoted.joined(separator: ", "))"
    }
    if message.hasPrefix("The value"), quoted.count > 1 {
      return "「\(quoted[1])」に「\(first)」は使えません"
    }
    return message
  }
}
