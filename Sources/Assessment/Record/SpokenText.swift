import Diagnostics
import JapaneseText
import Model

/// The parts of what the person says of their own life (本人のことば).
public enum OwnWordsPart: String, Sendable, Hashable, Codable, CaseIterable {
  /// 本人の生き方・これまでの暮らし.
  case life
  /// 楽しみ.
  case joys
  /// 生きがい.
  case purpose
  /// 役割.
  case roles
  /// 目標・これからしたいこと.
  case aims

  public var label: Bilingual {
    switch self {
    case .life: Bilingual(ja: "本人の生き方", en: "the person's life")
    case .joys: Bilingual(ja: "楽しみ", en: "joys")
    case .purpose: Bilingual(ja: "生きがい", en: "what they live for")
    case .roles: Bilingual(ja: "役割", en: "roles")
    case .aims: Bilingual(ja: "目標", en: "aims")
    }
  }

  /// What is named there without a word about it is one of these.
  var list: PersonList? {
    switch self {
    case .joys, .purpose: .interests
    case .roles: .strengths
    case .life, .aims: nil
    }
  }
}

/// Words of the record, read.
public struct SpokenText: Sendable {
  /// Nil for the text of the request.
  public var part: OwnWordsPart?
  public var reading: NeedReading
  /// Whether needs are looked for in it: a bare list of joys is no list of needs.
  public var tellsNeeds = true
  /// What the part itself means: what is named under 楽しみ is a joy.
  public var facts: [PersonFinding] = []

  /// The text of a request.
  public init(_ text: String, _ detector: NeedDetector) {
    reading = detector.detect(text)
  }

  /// A part of the person's own words: sentences, or a list with 、 or ・ between.
  public init(_ text: String, _ part: OwnWordsPart, _ detector: NeedDetector) {
    self.part = part
    reading = detector.detect(text)
    guard let list = part.list else { return }
    // What stands here is told by the part, below, with its words.
    if list == .interests { reading.person.interests = [] } else { reading.person.strengths = [] }
    let pieces = Self.pieces(text)
    tellsNeeds = !pieces.allSatisfy(Self.isPlain)
    func add(_ value: String, _ evidence: String) {
      guard !facts.contains(where: { $0.value == value }) else { return }
      facts.append(
        PersonFinding(
          member: list, value: value, origin: .text, evidence: "\(evidence)", part: part))
    }
    for piece in pieces where !Self.isDenied(piece) {
      let known = detector.activities(in: piece).filter { !reading.person.avoid.contains($0) }
      for word in known { add(word, piece) }
      if known.isEmpty, let word = Self.thing(piece) { add(word, piece) }
    }
  }

  private static func pieces(_ text: String) -> [String] {
    text.split { "、，,;；・。．\n！？!?".contains($0) }.map { MemberReader.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// Short, and nothing said of it.
  private static func isPlain(_ piece: String) -> Bool {
    piece.count <= longest
      && !["たい", "ほしい", "欲しい", "ない", "困", "ん"].contains { piece.hasSuffix($0) }
  }

  private static func isDenied(_ piece: String) -> Bool {
    ["特になし", "なし", "ない", "ありません", "嫌い", "苦手"].contains { piece.hasSuffix($0) }
  }

  /// The thing itself of 「孫の弁当作りが楽しみ」; nil when it is a whole sentence.
  private static func thing(_ piece: String) -> String? {
    var out = piece
    for end in ends where out.hasSuffix(end) && out.count > end.count {
      out = String(out.dropLast(end.count))
      break
    }
    guard out.count <= longest, MemberReader.stated(out) != nil,
      !["ます", "です", "した", "いる", "ある", "たい"].contains(where: out.hasSuffix)
    else { return nil }
    return out
  }

  private static let longest = 12
  /// Longest first.
  private static let ends = [
    "をしていました", "をしています", "が楽しみです", "が好きです", "が生きがい", "をしていた", "をしている", "が楽しみ", "が大好き",
    "をすること", "が得意", "が好き", "すること", "のこと", "です",
  ]
}
