import ReferenceData

/// Which columns of a table feed which fields, by one mapping.
public struct FieldColumns: Sendable {
  /// One column and what became of it.
  public struct Column: Sendable {
    public var heading: String
    /// Nil: the cells are kept as raw cells only.
    public var field: String?
    public var fit: HeadingTable.Fit?
    fileprivate var order = 0
  }

  public let mapping: ImportMapping
  public let words: [HeadingWord]
  /// Physical line of the heading, and how many rows it takes.
  public let line: Int
  public let depth: Int
  public private(set) var columns: [Column]
  private var byField: [String: [Int]] = [:]

  /// Nil when the mapping does not fit these headings.
  init?(_ mapping: ImportMapping, headings words: [HeadingWord], line: Int, depth: Int = 1) {
    guard mapping.recognises(words) else { return nil }
    self.mapping = mapping
    self.words = words
    self.line = line
    self.depth = depth
    columns = words.map { word in
      guard let use = mapping.use(of: word) else { return Column(heading: word.text) }
      return Column(
        heading: word.text, field: PersonHeading.field(use.field, of: word), fit: use.fit,
        order: use.order)
    }
    index()
    let partsAreHere = mapping.nameParts.contains { part in
      words.contains { $0.key == part }
    }
    for choice in mapping.requires {
      let isHere = choice.contains { byField[$0] != nil || ($0 == "name.part" && partsAreHere) }
      if !isHere { return nil }
    }
  }

  private mutating func index() {
    byField = [:]
    for (at, column) in columns.enumerated() {
      if let field = column.field { byField[field, default: []].append(at) }
    }
    for field in byField.keys {
      byField[field]?.sort { (columns[$0].order, $0) < (columns[$1].order, $1) }
    }
  }

  /// How much is understood: a heading by its form counts less than one known by itself, a column
  /// that is known to say nothing hardly at all, and a family that knows its own headings more.
  var score: Double {
    var score = mapping.priority / 100
    for column in columns {
      guard let field = column.field, let fit = column.fit else { continue }
      let worth =
        switch fit {
        case .exact: 1.0
        case .bare: 0.9
        case .form: 0.5
        }
      score += field == "ignore" ? worth / 4 : worth
    }
    if has("place.address") || has("address.city") || has("place.lat") || has("place.latlng") {
      score += 1
    }
    return score
  }

  func has(_ field: String) -> Bool { byField[field] != nil }

  func indices(_ field: String) -> [Int] { byField[field] ?? [] }

  /// Fields of the form `prefix:what`, in the order of their columns.
  func fields(prefix: String) -> [(name: String, columns: [Int])] {
    byField.filter { $0.key.hasPrefix(prefix) }
      .map { (String($0.key.dropFirst(prefix.count)), $0.value) }
      .sorted { ($0.columns.first ?? 0) < ($1.columns.first ?? 0) }
  }

  /// What a column says besides its field, when several feed it: 「大人」 of 料金（大人）, the whole of
  /// a heading known by its form. Nil for a plain heading.
  func qualifier(_ column: Int) -> String? {
    let text = columns[column].heading
    // 「短期」 of 収容人数_短期.
    if depth > 1, columns[column].fit != .exact, let joint = text.lastIndex(of: "_") {
      return String(text[text.index(after: joint)...])
    }
    if let open = text.firstIndex(where: { "(（[【〔".contains($0) }) {
      let inner = text[text.index(after: open)...].prefix { !")）]】〕".contains($0) }
      if !inner.isEmpty, !["円", "人", "税込", "基本", "必須", "任意"].contains(inner) {
        return String(inner)
      }
    }
    if case .form? = columns[column].fit { return text }
    return nil
  }

  /// The column of a folded heading.
  func column(headed key: String) -> Int? {
    words.firstIndex { $0.key == key }
  }

  /// The columns of a heading as a person types it.
  func columns(headed heading: String) -> [Int] {
    let key = HeadingKey.fold(heading)
    return words.indices.filter { words[$0].key == key }
  }

  /// The name columns among which values decide: those by a weak form (`*名`) only when there is no
  /// better one.
  var nameCandidates: [Int] {
    let all = indices("name")
    let strong = all.filter { column in
      if case .form(let form)? = columns[column].fit { return form.count > 2 }
      return true
    }
    return strong.isEmpty ? all : strong
  }

  /// Makes one of several name columns the name; the others are kept as raw cells.
  mutating func choose(name column: Int) {
    for other in indices("name") where other != column { columns[other].field = nil }
    columns[column].field = "name"
    index()
  }

  /// Gives columns another field by their headings, whatever the mapping says: `private`.
  mutating func mark(_ wanted: [String], as field: String) {
    for at in wanted.flatMap(columns(headed:)) { columns[at].field = field }
    index()
  }

  /// The heading that stands twice and feeds one field that takes one cell; nil when there is none.
  var repeatedHeading: String? {
    for field in ["name", "key", "place.lat", "place.lng", "place.address"] {
      var seen: Set<String> = []
      for at in indices(field).sorted() where !seen.insert(words[at].key).inserted {
        return words[at].text
      }
    }
    return nil
  }
}
