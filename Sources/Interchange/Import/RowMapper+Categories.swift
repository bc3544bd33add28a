import JapaneseText
import Model
import ReferenceData

/// What a 種別 cell was found to mean.
struct KindMeaning {
  var codes: [String]
  /// Kept as a tag: short, and not itself the word that decided.
  var tag: String?
  /// Goes into the summary: says more than its words.
  var summary: String?
}

/// What cells of one column were found to mean; lists have few different ones.
struct CellCache<Meaning> {
  private var meanings: [String: Meaning] = [:]

  mutating func meaning(of cell: String, _ read: (String) -> Meaning) -> Meaning {
    // A long cell is no word of a list's own, and hardly comes again.
    guard cell.utf8.count <= 240 else { return read(ByteSearch.prefix(cell, bytes: 4_000)) }
    if let known = meanings[cell] { return known }
    if meanings.count >= 4_096 { meanings.removeAll() }
    let meaning = read(cell)
    meanings[cell] = meaning
    return meaning
  }
}

extension RowMapper {
  /// Codes from what the list is a list of, from the 種別 column where it is sure, else from the end
  /// of the name, which is where Japanese says what a thing is; what is not sure becomes a tag.
  mutating func categorise(_ resource: inout Resource, _ row: RowCells) {
    for (code, from) in listCategories {
      add(code, to: &resource, from: from)
    }
    if let cell = row.joined(plan.category) {
      let (words, known) = (words, categories)
      let meaning = kinds.meaning(of: cell) { Self.meaning(of: $0, words, known) }
      for code in meaning.codes {
        add(
          code, to: &resource,
          from: "\(heading(plan.category, ""))：\(ByteSearch.prefix(cell, bytes: 120))")
      }
      if let tag = meaning.tag, !resource.tags.contains(tag) { resource.tags.append(tag) }
      if let summary = meaning.summary {
        resource.summary = [summary, resource.summary].compactMap { $0 }.joined(separator: " ")
      }
    }
    if resource.categories.isEmpty {
      let bare = Self.withoutBrackets(resource.name)
      if let last = words.within(bare).last(where: \.sure) {
        add(last.category, to: &resource, from: "name \(last.word)")
      }
    }
    if let code = columns.mapping.defaultCategory,
      !resource.categories.contains(where: { Self.group($0) == Self.group(code) })
    {
      add(code, to: &resource, from: "mapping \(columns.mapping.name)")
    }
  }

  private mutating func add(_ code: String, to resource: inout Resource, from: String) {
    guard !resource.categories.contains(code) else { return }
    resource.categories.append(code)
    evidence.note("categories.\(code)", from)
  }

  private static func meaning(
    of cell: String, _ words: CategoryWords, _ known: Taxonomy
  ) -> KindMeaning {
    let codes = cell.split { ";； ".contains($0) }.map(String.init)
    if !codes.isEmpty, codes.allSatisfy({ isCode($0, known) }) {
      return KindMeaning(codes: codes)
    }
    let sure = words.within(cell).filter(\.sure).map(\.category)
    var meaning = KindMeaning(codes: sure)
    if Folding.key(cell).count > 12 || sure.isEmpty { meaning.summary = cell }
    if cell.count <= 20, words.exactly(cell)?.sure != true { meaning.tag = RowCells.oneLine(cell) }
    return meaning
  }

  /// `S-MEAL` of `S-MEAL-KIDS`.
  private static func group(_ code: String) -> Substring {
    var dashes = 0
    return code.prefix { c in
      if c == "-" { dashes += 1 }
      return dashes < 2
    }
  }

  /// `S-HOME-B`: what an export of ours has in its category column.
  private static func isCode(_ word: String, _ known: Taxonomy) -> Bool {
    if known[word] != nil || known.rename(word) != nil { return true }
    // 「S-HOEM-B」 is one of ours, mistyped; 「A-1」 and 「1-2」 are some other list's.
    return word.utf8.count >= 6 && known[String(word.prefix(1))] != nil
      && word.utf8.dropFirst().first == UInt8(ascii: "-")
      && word.utf8.allSatisfy { (65...90).contains($0) || $0 == UInt8(ascii: "-") }
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { "（(［[「".unicodeScalars.contains($0) }) else {
      return text
    }
    var depth = 0
    let out = text.filter { c in
      if "（(［[「".contains(c) { depth += 1 }
      defer { if "）)］]」".contains(c) { depth = max(0, depth - 1) } }
      return depth == 0
    }
    return out.isEmpty ? text : out
  }
}
