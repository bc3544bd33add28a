/// What a word says in a question, by IPADIC's parts of speech (pos-id.def).
public enum WordKind: Sendable {
  /// Particles, auxiliaries, marks, fillers.
  case grammar
  /// 何, どこ, いつ: they ask.
  case asking
  /// こと, それ, いる, する: they carry the others.
  case light
  /// Names, numbers and what the dictionary does not know.
  case proper
  /// Nouns, adjectives, adverbs, prefixes.
  case common
  case verb
}

extension Morpheme {
  static func kind(of term: String, part: UInt16, isUnknown: Bool) -> WordKind {
    switch part {
    case 1, 3...9, 13...25: return .grammar
    default: break
    }
    if asking.contains(term) { return .asking }
    if light.contains(term) { return .light }
    switch part {
    case 0, 2, 26, 32, 33, 59, 60, 63...66, 68: return .light
    case 41...48: return .proper
    case 50...58: return .common
    case 36...67: return isUnknown ? .proper : .common
    case 31: return .verb
    default: return .common
    }
  }

  /// Whether it is indexed: it carries meaning of its own.
  public var isContent: Bool {
    guard kind != .grammar, let first = term.unicodeScalars.first?.value else { return false }
    return CharacterClass.of(first) != .other
  }

  private static let asking: Set<String> = folded([
    "何", "誰", "どこ", "いつ", "どちら", "どっち", "どれ", "どの", "どんな", "いくつ", "なん", "だれ", "なに", "どう",
    "どういう", "なぜ", "いくら", "どなた", "どいつ", "いつか", "なにか", "どうして", "何故", "幾つ", "幾", "何と",
  ])
  private static let light: Set<String> = folded(["する", "ある", "いる", "なる"])

  private static func folded(_ words: [String]) -> Set<String> {
    Set(words.map { SearchText($0).text })
  }
}
