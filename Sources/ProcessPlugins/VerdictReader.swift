import Diagnostics
import LineRPC
@_spi(Host) import MatchingKit

/// The verdicts of a program's answer, each checked.
struct VerdictReader {
  let plugin: PluginManifest

  /// Most facts and the longest code that a verdict may have.
  static let mostFacts = 50
  static let longestCode = 60

  func read(_ answer: JSONSlice, count: Int) throws(PluginFault) -> [Verdict] {
    guard let list = answer["verdicts"], list.kind == .array else { throw .noVerdicts }
    var slices: [JSONSlice] = []
    slices.reserveCapacity(count)
    list.eachElement { slices.append($0) }
    guard slices.count == count else { throw .count(given: slices.count, due: count) }
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(count)
    for (at, slice) in slices.enumerated() {
      verdicts.append(try verdict(slice, at))
    }
    return verdicts
  }

  private func verdict(_ slice: JSONSlice, _ at: Int) throws(PluginFault) -> Verdict {
    let kinds = Members(slice)
    switch (kinds.score, kinds.exclude, kinds.unknown, kinds.abstain) {
    case (let score?, nil, nil, nil): return .score(try explanation(score, kinds, at))
    case (nil, let exclude?, nil, nil):
      let words = try text(exclude["text"], "exclude.text", at)
      return .exclude(.init(code: try code(exclude["code"], at), text: words))
    case (nil, nil, let unknown?, nil): return .unknown(try question(unknown, at))
    case (let score?, nil, let unknown?, nil):
      return .scoreAsking(try explanation(score, kinds, at), try question(unknown, at))
    case (nil, nil, nil, let abstain?) where abstain.isTrue: return .abstain
    default:
      throw .verdict(
        at,
        Bilingual(
          ja: "score・exclude・unknown・abstain のどれか一つではありません",
          en: "not one of score, exclude, unknown and abstain"))
    }
  }

  private func question(
    _ slice: JSONSlice, _ at: Int
  ) throws(PluginFault) -> Verdict.Question {
    let words = try text(slice["question"], "unknown.question", at)
    return .init(field: try code(slice["field"], at), text: words)
  }

  private func explanation(
    _ score: JSONSlice, _ members: Members, _ at: Int
  ) throws(PluginFault) -> Explanation {
    guard score.kind == .number, let value = Self.number(score), (0...1).contains(value) else {
      throw .verdict(at, Bilingual(ja: "score が 0〜1 の数ではありません", en: "score is no number of 0…1"))
    }
    let words = try members.text.map { slice throws(PluginFault) in
      try text(slice, "text", at)
    }
    let told = try facts(members.facts, at)
    return Explanation(
      plugin: plugin.id,
      code: try members.code.map { slice throws(PluginFault) in
        try code(slice, at)
      } ?? "judged",
      value: value, text: words ?? plugin.summary, facts: told)
  }

  private func facts(
    _ slice: JSONSlice?, _ at: Int
  ) throws(PluginFault) -> [String: Explanation.Fact] {
    guard let slice, slice.kind != .null else { return [:] }
    var out: [String: Explanation.Fact] = [:]
    var isSound = slice.kind == .object
    slice.eachMember { name, value in
      if let text = value.text.flatMap(WireText.clean) {
        out[name] = .text(text)
      } else if value.kind == .number, let number = Self.number(value) {
        out[name] = .number(number)
      } else {
        isSound = false
      }
    }
    guard isSound, out.count <= Self.mostFacts else {
      throw .verdict(
        at,
        Bilingual(
          ja: "facts が文字列と数のオブジェクトではありません", en: "facts is no object of texts and numbers"))
    }
    return out
  }

  private func text(
    _ slice: JSONSlice?, _ name: String, _ at: Int
  ) throws(PluginFault) -> Bilingual {
    guard let text = slice.flatMap(WireText.bilingual) else {
      throw .verdict(
        at, Bilingual(ja: "\(name) がないか、使えません", en: "\(name) is missing or can't be used"))
    }
    return text
  }

  private func code(_ slice: JSONSlice?, _ at: Int) throws(PluginFault) -> String {
    guard let text = slice?.text, (1...Self.longestCode).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw .verdict(
        at, Bilingual(ja: "code か field が使えません", en: "its code or field can't be used"))
    }
    return text
  }

  private static func number(_ slice: JSONSlice) -> Double? {
    Double(String(decoding: slice.bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The members of a verdict, found in one pass.
  private struct Members {
    var score: JSONSlice?
    var exclude: JSONSlice?
    var unknown: JSONSlice?
    var abstain: JSONSlice?
    var text: JSONSlice?
    var code: JSONSlice?
    var facts: JSONSlice?

    init(_ slice: JSONSlice) {
      var found = (self.score, self.exclude, self.unknown, self.abstain, text, code, facts)
      slice.eachMember { name, value in
        switch name {
        case "score": found.0 = value
        case "exclude": found.1 = value
        case "unknown": found.2 = value
        case "abstain": found.3 = value
        case "text": found.4 = value
        case "code": found.5 = value
        case "facts": found.6 = value
        default: break
        }
      }
      (score, exclude, unknown, abstain, text, code, facts) = found
    }
  }
}
