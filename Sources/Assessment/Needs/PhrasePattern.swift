import Diagnostics
import ReferenceData

/// A pattern of a table: words in their order with bounded gaps (`ごみ 出す~|捨てる~`).
struct PhrasePattern: Sendable {
  struct Element: Sendable {
    var forms: [WordForm]
    /// Follows the word before at once.
    var isAdjacent: Bool
    /// Anywhere behind in the same sentence.
    var isFar = false
  }

  struct Match: Sendable {
    /// Where each word of the pattern stands.
    var spans: [Range<Int>]
    var range: Range<Int> { (spans.first?.lowerBound ?? 0)..<(spans.last?.upperBound ?? 0) }
    /// Characters of the words themselves.
    var weight: Int { spans.reduce(0) { $0 + $1.count } }
  }

  /// Characters that an element marked … may be away.
  private static let far = 60

  var elements: [Element]
  /// Row of its table, counted by the table.
  var row: Int

  /// Reads one pattern; nil when it holds no word.
  init?(_ written: some StringProtocol, row: Int, sets: WordSets, _ endings: Endings) {
    var elements: [Element] = []
    for piece in written.split(separator: " ") {
      let isAdjacent = piece.first == "+"
      let isFar = piece.first == "…"
      var forms: [WordForm] = []
      for word in (isAdjacent || isFar ? piece.dropFirst() : piece[...]).split(separator: "|") {
        for one in sets.words(of: String(word)) {
          let form = WordForm(one, endings)
          if !form.stem.isEmpty { forms.append(form) }
        }
      }
      guard !forms.isEmpty else { return nil }
      // The longest of those that stand at one place.
      forms.sort { $0.length > $1.length }
      elements.append(
        Element(forms: forms, isAdjacent: isAdjacent && !elements.isEmpty, isFar: isFar))
    }
    guard !elements.isEmpty else { return nil }
    self.elements = elements
    self.row = row
  }

  /// The match that begins with `form` of the first element at `index`, when all others follow.
  func match(_ text: NeedText, _ form: WordForm, at index: Int, gap: Int) -> Match? {
    guard let end = form.end(in: text, at: index) else { return nil }
    if form.needsBoundary, !text.canBegin(at: index) { return nil }
    if form.stem.count == 1, NeedText.isKanji(form.stem[0]) {
      if let before = text[index - 1], NeedText.isKanji(before) { return nil }
      if form.next == nil, let next = text[index + 1], NeedText.isKanji(next) { return nil }
    }
    guard let rest = tail(text, 1, from: end, gap) else { return nil }
    return Match(spans: [index..<end] + rest)
  }

  private func tail(_ text: NeedText, _ number: Int, from start: Int, _ gap: Int) -> [Range<Int>]? {
    guard number < elements.count else { return [] }
    let element = elements[number]
    let reach = element.isAdjacent ? 0 : element.isFar ? Self.far : gap
    var at = start
    while at <= start + reach, at < text.scalars.count {
      for form in element.forms {
        guard let end = form.end(in: text, at: at) else { continue }
        // 出す is not in 見出し.
        if form.stem.count == 1, !element.isAdjacent, at > start, NeedText.isKanji(form.stem[0]),
          NeedText.isKanji(text.scalars[at - 1])
        {
          continue
        }
        if let rest = tail(text, number + 1, from: end, gap) { return [at..<end] + rest }
      }
      // 「。」 may itself be a word of a pattern.
      if NeedText.ends(text.scalars[at]) { return nil }
      at += 1
    }
    return nil
  }
}

/// Patterns found by the first two characters of their first word.
struct PhraseIndex: Sendable {
  private struct Entry: Sendable {
    /// 0 where the word has one character.
    var second: UInt32
    var form: WordForm
    var pattern: Int
  }
  private var firsts: [UInt32: [Entry]] = [:]
  private var patterns: [PhrasePattern] = []
  let gap: Int

  init(gap: Int) { self.gap = gap }

  mutating func add(_ pattern: PhrasePattern) {
    for form in pattern.elements.first?.forms ?? [] {
      let second = form.stem.count > 1 ? form.stem[1] : 0
      firsts[form.stem[0], default: []].append(
        Entry(second: second, form: form, pattern: patterns.count))
    }
    patterns.append(pattern)
  }

  /// Every match in the text, with the row of its pattern.
  func matches(in text: NeedText, _ body: (PhrasePattern.Match, Int) -> Void) {
    for at in text.scalars.indices {
      each(text, at) { match, pattern in
        body(match, patterns[pattern].row)
        return true
      }
    }
  }

  /// Whether one of the patterns stands within `range`.
  func stands(in text: NeedText, _ range: Range<Int>) -> Bool {
    var isFound = false
    for at in range where !isFound {
      each(text, at) { _, _ in
        isFound = true
        return false
      }
    }
    return isFound
  }

  /// The matches that begin at one place, while `body` goes on.
  @inline(__always)
  private func each(_ text: NeedText, _ at: Int, _ body: (PhrasePattern.Match, Int) -> Bool) {
    guard let list = firsts[text.scalars[at]] else { return }
    let next = at + 1 < text.scalars.count ? text.scalars[at + 1] : 0
    for i in list.indices where list[i].second == 0 || list[i].second == next {
      let pattern = list[i].pattern
      if let match = patterns[pattern].match(text, list[i].form, at: at, gap: gap),
        !body(match, pattern)
      {
        return
      }
    }
  }
}

/// Words that patterns name together (`<家族>`).
struct WordSets: Sendable {
  private var sets: [String: [String]] = [:]

  init(files: [DataFile]) throws(SasaeError) {
    for row in files.flatMap(\.rows) {
      sets[try row.required("name"), default: []] += row.list("words")
    }
  }

  /// The words of `<name>`, or the word itself.
  func words(of written: String) -> [String] {
    guard written.hasPrefix("<"), let close = written.firstIndex(of: ">") else { return [written] }
    let name = String(written[written.index(after: written.startIndex)..<close])
    let tail = String(written[written.index(after: close)...])
    return (sets[name] ?? []).map { $0 + tail }
  }

  /// A name between < and > that no set has.
  func unknown(in written: String) -> String? {
    for piece in written.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let close = piece.firstIndex(of: ">") else { return String(piece) }
      let name = String(piece[..<close])
      if sets[name] == nil { return name }
    }
    return nil
  }
}
