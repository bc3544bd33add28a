import Foundation

/// One `import` of a Swift file.
struct ImportLine: Hashable {
  var module: String
  var line: Int
  /// The group named by `@_spi(…)`.
  var spi: String?

  private static let kinds: Set<Substring> = [
    "actor", "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
  ]
  private static let access: Set<Substring> = [
    "fileprivate", "internal", "package", "private", "public",
  ]

  /// All imports of a file; comments and the lines of multi-line strings are passed over.
  static func all(in source: String) -> [ImportLine] {
    var out: [ImportLine] = []
    var inString = false
    var depth = 0
    let lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let quotes = line.components(separatedBy: "\"\"\"")
      let began = inString
      if quotes.count.isMultiple(of: 2) { inString.toggle() }
      if began || inString { continue }
      let wasComment = depth > 0
      depth += line.components(separatedBy: "/*").count - line.components(separatedBy: "*/").count
      if wasComment { continue }
      let code = line.components(separatedBy: "//").first ?? ""
      for statement in code.split(separator: ";") {
        if var found = parse(statement) {
          found.line = index + 1
          out.append(found)
        }
      }
    }
    return out
  }

  private static func parse(_ statement: Substring) -> ImportLine? {
    var words = statement.split { $0 == " " || $0 == "\t" }[...]
    var spi: String?
    while let word = words.first, word.hasPrefix("@") || access.contains(word) {
      if word.hasPrefix("@_spi("), let open = word.firstIndex(of: "(") {
        spi = String(word[open...].dropFirst().prefix { $0 != ")" })
      }
      words = words.dropFirst()
    }
    guard words.first == "import" else { return nil }
    words = words.dropFirst()
    if let word = words.first, kinds.contains(word) { words = words.dropFirst() }
    guard let name = words.first else { return nil }
    return ImportLine(module: String(name.prefix { $0 != "." }), line: 0, spi: spi)
  }
}
