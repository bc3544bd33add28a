import Diagnostics
import JapaneseText

extension ImportMapping {
  /// Reads one file; `base` is what its `extends` names.
  init(
    file: DataFile, name: String, base: ImportMapping?, categories: Taxonomy, access: AccessFacets
  ) throws(SasaeError) {
    self.name = name
    label = Bilingual(
      ja: file.notes["label_ja"] ?? name,
      en: file.notes["label_en"] ?? file.notes["label_ja"] ?? name)
    isAbstract = file.notes["abstract"] == "yes"
    let needed = Self.list(file.notes["requires"])
    requires = (needed.isEmpty ? ["name"] : needed)
      .map { $0.split(separator: "|").map(String.init) }
    signature = Self.list(file.notes["signature"]).map(HeadingPattern.init)
    priority = Double(file.notes["priority"] ?? "0") ?? 0
    refusal = file.notes["refuses_ja"].map {
      Bilingual(ja: $0, en: file.notes["refuses_en"] ?? $0)
    }
    picksName = file.notes["name"].map { $0 == "most-different" } ?? base?.picksName ?? false
    takesFirstPart = file.notes["name_parts"] == "first"
    defaultCategory = file.notes["category"].map(categories.current)
    if let code = defaultCategory, categories[code] == nil {
      throw Self.dangling(
        code, Bilingual(ja: "カテゴリ", en: "category"), categories.suggestion(for: code),
        Position(file: file.path, field: "category"))
    }
    listCategories = base?.listCategories ?? []
    (nameParts, keyParts) = ([], [])
    var rows = Rows(categories: categories, access: access)
    for row in file.rows { try rows.read(row) }
    listCategories += rows.listCategories
    nameParts = rows.parts["name.part"] ?? []
    keyParts = rows.parts["key.part"] ?? []
    tables = [HeadingTable(exact: rows.exact, forms: rows.forms)] + (base?.tables ?? [])
    for field in requires.joined() where !has(field) {
      throw Self.dangling(
        field, Bilingual(ja: "項目", en: "field"), nil,
        Position(file: file.path, field: "requires"))
    }
  }

  private func has(_ field: String) -> Bool {
    field == "name.part" && !nameParts.isEmpty
      || tables.contains { table in
        table.exact.values.contains { $0.field == field }
          || table.forms.contains { $0.use.field == field }
      }
  }

  fileprivate static func dangling(
    _ value: String, _ what: Bilingual, _ suggestion: String?, _ at: Position
  ) -> SasaeError {
    SasaeError(
      "data.dangling",
      ["value": "\(value)", "what": what, "suggestion": "\(suggestion ?? "")"], at: at)
  }

  static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ";").map(String.init).filter { !$0.isEmpty }
  }

  /// The rows of a file as they are read.
  private struct Rows {
    let categories: Taxonomy
    let access: AccessFacets
    var exact: [String: HeadingTable.Use] = [:]
    var forms: [HeadingTable.Form] = []
    var listCategories: [(category: String, headings: [HeadingPattern])] = []
    /// Headings that have a part in something besides the field they feed.
    var parts: [String: [String]] = [:]
    private var seen: [String: String] = [:]

    init(categories: Taxonomy, access: AccessFacets) {
      self.categories = categories
      self.access = access
    }

    mutating func read(_ row: DataFile.Row) throws(SasaeError) {
      let field = try row.required("field")
      guard ImportMapping.isKnown(field) else {
        throw error(
          row, field, Bilingual(ja: "項目", en: "field"),
          DidYouMean.closest(to: field, among: ImportMapping.knownFields))
      }
      let patterns = row.list("headings").map(HeadingPattern.init)
      if field.hasPrefix("is:") {
        let code = categories.current(String(field.dropFirst(3)))
        guard categories[code] != nil else {
          throw error(
            row, code, Bilingual(ja: "カテゴリ", en: "category"), categories.suggestion(for: code))
        }
        listCategories.append((code, patterns))
        return
      }
      if field.hasSuffix(".part") {
        parts[field, default: []] += patterns.map(\.word)
        return
      }
      if field.hasPrefix("access:"), !access.contains(String(field.dropFirst(7))) {
        let code = String(field.dropFirst(7))
        throw error(
          row, code, Bilingual(ja: "設備", en: "access facet"), access.suggestion(for: code))
      }
      for pattern in patterns { try add(pattern, field, row) }
    }

    private mutating func add(
      _ pattern: HeadingPattern, _ field: String, _ row: DataFile.Row
    ) throws(SasaeError) {
      let form = HeadingTable.Form(
        word: pattern.word, opensFreely: pattern.opensFreely, closesFreely: pattern.closesFreely,
        use: HeadingTable.Use(field: field, order: exact.count + forms.count))
      if let other = seen.updateValue(field, forKey: form.text) {
        guard other == field else {
          throw row.error("data.duplicate", ["value": "\(form.text)"], field: "headings")
        }
        return
      }
      if pattern.isForm {
        forms.append(form)
      } else {
        exact[pattern.word] = form.use
      }
    }

    private func error(
      _ row: DataFile.Row, _ value: String, _ what: Bilingual, _ suggestion: String?
    ) -> SasaeError {
      row.error(
        "data.dangling",
        ["value": "\(value)", "what": what, "suggestion": "\(suggestion ?? "")"], field: "field")
    }
  }
}

/// The mappings of one or more folders, each extended ones after what they extend.
struct MappingFolder {
  /// - Parameter earlier: What a workspace's own mappings may extend or replace.
  static func read(
    _ folder: String, over earlier: [ImportMapping] = [], categories: Taxonomy,
    access: AccessFacets
  ) throws(SasaeError) -> [ImportMapping] {
    var known: [String: ImportMapping] = [:]
    for mapping in earlier { known[mapping.name] = mapping }
    var files: [(name: String, file: DataFile)] = []
    for name in FileBytes.list(folder, suffix: ".tsv") {
      files.append(
        (
          String(name.dropLast(4)),
          try DataFile(path: folder + "/" + name, required: ["field", "headings"])
        ))
    }
    while !files.isEmpty {
      // What extends something that is still to be read waits for it.
      let waiting = Set(files.map(\.name))
      guard
        let at = files.firstIndex(where: { entry in
          entry.file.notes["extends"].map { $0 == entry.name || !waiting.contains($0) } ?? true
        })
      else {
        let (name, file) = files[0]
        throw ImportMapping.dangling(
          file.notes["extends"] ?? name, Bilingual(ja: "取込み定義", en: "mapping"), nil,
          Position(file: file.path, field: "extends"))
      }
      let (name, file) = files.remove(at: at)
      let base = file.notes["extends"]
      if let base, known[base] == nil {
        throw ImportMapping.dangling(
          base, Bilingual(ja: "取込み定義", en: "mapping"),
          DidYouMean.closest(to: base, among: known.keys),
          Position(file: file.path, field: "extends"))
      }
      known[name] = try ImportMapping(
        file: file, name: name, base: base.flatMap { known[$0] }, categories: categories,
        access: access)
    }
    return known.values.sorted { ($1.priority, $0.name) < ($0.priority, $1.name) }
  }
}
