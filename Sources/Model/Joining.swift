extension [String] {
  /// The same as `joined(separator:)`, which has the runtime look for types and conformances among
  /// those of every linked module when a process first calls it (docs/search.md, "One-shot time").
  public func linked(by separator: String) -> String {
    var text = ""
    var isFirst = true
    for piece in self {
      if !isFirst { text += separator }
      text += piece
      isFirst = false
    }
    return text
  }
}
