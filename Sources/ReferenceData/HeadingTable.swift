/// What the headings of one mapping file mean: whole headings, and forms such as `*施設名`.
public final class HeadingTable: Sendable {
  /// How a heading was recognised.
  public enum Fit: Sendable, Hashable {
    /// The heading itself.
    case exact
    /// Without its number, mark or remark in brackets.
    case bare
    /// By a form such as `*名称`.
    case form(String)
  }

  struct Use: Sendable {
    var field: String
    /// Place in the order of preference; smaller is better.
    var order: Int
  }

  /// `*word` ends so, `word*` begins so, `*word*` holds it.
  struct Form: Sendable {
    var word: String
    var opensFreely: Bool
    var closesFreely: Bool
    var use: Use

    var text: String { (opensFreely ? "*" : "") + word + (closesFreely ? "*" : "") }

    /// A number is a cell's, not a heading's: 「20名」 is no name column.
    func fits(_ heading: String) -> Bool {
      switch (opensFreely, closesFreely) {
      case (true, true): heading.contains(word)
      case (true, false): heading.hasSuffix(word)
      case (false, true): heading.hasPrefix(word)
      case (false, false): heading == word
      }
    }
  }

  let exact: [String: Use]
  /// Longest word first: the form that says most decides.
  let forms: [Form]

  init(exact: [String: Use], forms: [Form]) {
    self.exact = exact
    self.forms = forms.sorted { ($1.word.count, $0.use.order) < ($0.word.count, $1.use.order) }
  }
}

/// A heading or a form as a mapping file writes it.
struct HeadingPattern {
  let word: String
  let opensFreely: Bool
  let closesFreely: Bool

  var isForm: Bool { opensFreely || closesFreely }

  init(_ written: String) {
    var text = Substring(written)
    opensFreely = text.hasPrefix("*") && text.count > 1
    if opensFreely { text.removeFirst() }
    closesFreely = text.hasSuffix("*") && text.count > 1
    if closesFreely { text.removeLast() }
    word = HeadingKey.fold(String(text))
  }

  func fits(_ heading: String) -> Bool {
    HeadingTable.Form(
      word: word, opensFreely: opensFreely, closesFreely: closesFreely,
      use: HeadingTable.Use(field: "", order: 0)
    ).fits(heading)
  }
}
