/// Where an error was found: any part may be unknown.
public struct Position: Sendable, Hashable {
  /// Path as the user gave it, or `-` for standard input.
  public var file: String?
  /// Physical line, from 1.
  public var line: Int?
  /// Member or column, such as `place.lat`.
  public var field: String?

  public init(file: String? = nil, line: Int? = nil, field: String? = nil) {
    self.file = file
    self.line = line
    self.field = field
  }

  /// `file:line: field`, leaving out what is unknown.
  public var prefix: String {
    var head = file ?? ""
    if let line { head += head.isEmpty ? "\(line)" : ":\(line)" }
    guard let field, !field.isEmpty else { return head }
    return head.isEmpty ? field : "\(head): \(field)"
  }
}

/// The one error type that reaches a user: a stable code, the values its text names, and a place.
///
/// Values come from files and command lines, never from an assessment: no personal text goes here.
public struct SasaeError: Error, Sendable, Hashable {
  public var code: ErrorCode
  public var values: [String: Bilingual]
  public var position: Position

  public init(
    _ code: ErrorCode, _ values: [String: Bilingual] = [:], at position: Position = Position()
  ) {
    self.code = code
    self.values = values
    self.position = position
  }

  public var entry: ErrorEntry { ErrorCatalogue.entry(for: code) }

  /// The text alone, without place.
  public func text(_ language: Language) -> String {
    fill(entry.text(language), language)
  }

  /// What to do about it; nil when there is nothing to say.
  public func hint(_ language: Language) -> String? {
    let hint = fill(entry.hint(language), language)
    return hint.isEmpty ? nil : hint
  }

  /// `file:line: field: code: text`, as a rejected row is printed.
  public func line(_ language: Language) -> String {
    let prefix = position.prefix
    return (prefix.isEmpty ? "" : prefix + ": ") + code.rawValue + ": " + text(language)
  }

  /// The same error with what was unknown about its place filled in.
  public func located(file: String? = nil, line: Int? = nil, field: String? = nil) -> SasaeError {
    var error = self
    if error.position.file == nil { error.position.file = file }
    if error.position.line == nil { error.position.line = line }
    if error.position.field == nil { error.position.field = field }
    return error
  }

  private func fill(_ template: String, _ language: Language) -> String {
    guard template.contains("{") else { return template }
    var out = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      out += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      if let value = values[name] {
        out += name == "suggestion" ? DidYouMean.phrase(value(language), language) : value(language)
      }
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}
