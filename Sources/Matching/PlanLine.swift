import Assessment
import Diagnostics
import Model

/// One line of a care plan (予防プランの一行).
public struct PlanLine: Sendable {
  public var text: String
  public var minutes: Double?
  /// Who does it, in words.
  public var by: String?

  public init(text: String, minutes: Double? = nil, by: String? = nil) {
    (self.text, self.minutes, self.by) = (text, minutes, by)
  }

  /// Minutes that a text tells: 60分, １時間, 1時間半.
  public static func minutes(in text: String) -> Double? {
    var digits = ""
    var hours: Double?
    var rest = PhraseMemo.folded(text)[...]
    while let c = rest.popFirst() {
      if let digit = c.wholeNumberValue, digits.count < 4 {
        digits.append("\(digit)")
        continue
      }
      if let number = Double(digits) {
        if c == "分" { return (hours ?? 0) + number }
        if c == "時", rest.first == "間" {
          rest = rest.dropFirst()
          hours = number * 60
          if rest.first == "半" { return number * 60 + 30 }
        }
      }
      digits = ""
    }
    return hours
  }
}

/// What a line of a plan was understood as.
struct PlanReading {
  enum Provider {
    case professional, day, lay
  }
  /// What it is about, each with its words.
  private(set) var meanings: [PlanWords.Meaning] = []
  private(set) var provider: Provider?
  /// The word that names who does it.
  private(set) var providerWord: String?
  var minutes: Double?

  init(_ line: PlanLine, _ words: PlanWords, _ detector: NeedDetector) {
    minutes = line.minutes ?? PlanLine.minutes(in: line.text)
    let found = words.find(in: line.text)
    let who = words.find(in: line.by ?? "") + found.filter { $0.kind != .byLay }
    // A professional among them decides: 娘とヘルパー.
    for (kind, provider) in [
      (PlanWords.Kind.professional, Provider.professional), (.day, .day), (.lay, .lay),
      (.byLay, .lay),
    ] where self.provider == nil {
      guard let word = who.first(where: { $0.kind == kind })?.word else { continue }
      (self.provider, providerWord) = (provider, word)
    }
    let needs = detector.detect(line.text).needs
    let denied = Set(needs.filter(\.negated).map(\.code))
    let topics: Set<PlanWords.Kind> = [.everyday, .body, .medical, .training, .real, .gather]
    meanings = found.filter { one in
      topics.contains(one.kind)
        && !(one.kind == .everyday && !one.needs.isEmpty && denied.isSuperset(of: one.needs))
    }
    let isRead = meanings.contains { $0.kind != .real && $0.kind != .gather }
    for need in needs where !need.negated && !isTold(need.evidence) {
      for (kind, codes) in words.needKinds where codes.contains(need.code) {
        let isBeside = kind == .real || kind == .gather
        // A word of the table says more than a need that was read.
        if isBeside ? has(kind) : isRead { continue }
        meanings.append(.init(kind: kind, word: need.label.ja, needs: [need.code]))
      }
    }
  }

  /// Whether words of the table stand among these already.
  private func isTold(_ evidence: String) -> Bool {
    let text = PhraseMemo.folded(evidence)
    return meanings.contains { text.contains(PhraseMemo.folded($0.word)) }
  }

  func of(_ kind: PlanWords.Kind) -> [PlanWords.Meaning] { meanings.filter { $0.kind == kind } }
  func has(_ kind: PlanWords.Kind) -> Bool { meanings.contains { $0.kind == kind } }

  /// Words of these kinds, each once: 「掃除」「洗濯」.
  func words(_ kinds: [PlanWords.Kind]) -> String {
    var seen: [String] = []
    for one in meanings where kinds.contains(one.kind) && !seen.contains(one.word) {
      seen.append(one.word)
    }
    return seen.map { "「\($0)」" }.joined()
  }

  /// Codes of needs of a kind, each once.
  func needs(_ kind: PlanWords.Kind) -> [String] {
    var seen: [String] = []
    for code in of(kind).flatMap(\.needs) where !seen.contains(code) { seen.append(code) }
    return seen
  }
}
