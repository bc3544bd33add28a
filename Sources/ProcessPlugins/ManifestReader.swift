import Diagnostics
import LineRPC
@_spi(Host) import MatchingKit

/// What a program says of itself, checked.
struct ProgramManifest: Sendable {
  static let protocolVersion = "1"

  var manifest: PluginManifest
  /// Declared, and confidential, and not granted.
  var withheld: Set<PluginManifest.Field>
  /// Whether it gives the same verdicts for the same request.
  var isDeterministic: Bool

  /// `id` is the one the configuration names; nil takes any.
  init(
    _ answer: JSONSlice, id: String?, granted: Set<PluginManifest.Field>
  ) throws(PluginFault) {
    let named = try Self.word(answer, "id")
    if let id, named != id {
      throw .manifest(
        Bilingual(
          ja: "id が設定の「\(id)」と違います", en: "its id is not the '\(id)' of the configuration"))
    }
    guard answer["protocolVersion"]?.text == Self.protocolVersion else {
      throw .manifest(
        Bilingual(
          ja: "protocolVersion は \"\(Self.protocolVersion)\" です",
          en: "protocolVersion must be \"\(Self.protocolVersion)\""))
    }
    guard let summary = answer["summary"].flatMap(WireText.bilingual) else {
      throw Self.missing("summary")
    }
    guard let reads = answer["reads"], reads.kind == .array else { throw Self.missing("reads") }
    var fields: Set<PluginManifest.Field> = []
    var unknown: Bilingual?
    reads.eachElement { element in
      let name = element.text ?? "?"
      if let field = PluginManifest.Field(rawValue: name) {
        fields.insert(field)
      } else {
        let known = PluginManifest.Field.allCases.map(\.rawValue)
        let short = String(name.prefix(40))
        let near = DidYouMean.closest(to: short, among: known) ?? ""
        unknown = Bilingual(
          ja: "reads の「\(short)」という項目はありません。\(DidYouMean.phrase(near, .ja))",
          en: "reads names an unknown field '\(short)'. \(DidYouMean.phrase(near, .en))")
      }
    }
    if let unknown { throw .manifest(unknown) }
    withheld = fields.filter { $0.isConfidential && !granted.contains($0) }
    isDeterministic = answer["deterministic"].map(\.isTrue) ?? true
    manifest = PluginManifest(
      id: named, version: try Self.word(answer, "version"), summary: summary,
      reads: fields.subtracting(withheld))
  }

  /// A short word, such as an id.
  private static func word(_ answer: JSONSlice, _ name: String) throws(PluginFault) -> String {
    guard let text = answer[name]?.text, (1...60).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw missing(name) }
    return text
  }

  private static func missing(_ name: String) -> PluginFault {
    .manifest(Bilingual(ja: "\(name) がないか、使えません", en: "\(name) is missing or can't be used"))
  }
}

/// Texts for people as a program gives them.
enum WireText {
  static let longest = 1_000

  /// `"…"`, the same in both languages, or `{"ja":"…","en":"…"}`; nil when empty, too long or neither.
  static func bilingual(_ slice: JSONSlice) -> Bilingual? {
    switch slice.kind {
    case .string:
      guard let text = slice.text.flatMap(clean) else { return nil }
      return Bilingual(stringLiteral: text)
    case .object:
      guard let ja = slice["ja"]?.text.flatMap(clean), let en = slice["en"]?.text.flatMap(clean)
      else { return nil }
      return Bilingual(ja: ja, en: en)
    default: return nil
    }
  }

  /// Without what could move a terminal's cursor.
  static func clean(_ text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let text = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { ["Cc", "Zl"].contains(category($0)) ? " " : $0 }))
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  private static func category(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control: "Cc"
    case .lineSeparator, .paragraphSeparator: "Zl"
    default: ""
    }
  }
}
