import Diagnostics
import JapaneseText
import Model

/// Reads one answer to one item. Every usual way of writing it is taken where it can mean only one
/// thing.
struct AnswerReader {
  let item: Instrument.Item

  /// Nil when it says nothing.
  func read(_ value: JSONValue) throws(SasaeError) -> AnswerSheet.Answer? {
    if case .null = value { return nil }
    if case .string(let text) = value, MemberReader.stated(text) == nil { return nil }
    switch item.answer {
    case .text:
      guard case .string = value else { throw refusal() }
      return .text
    case .bodyMass:
      return try bodyMass(value)
    case .choice(let set):
      return .choices([try choice(value, set)])
    case .several(let set):
      let values: [JSONValue]
      switch value {
      case .array(let list): values = list
      case .string(let text):
        values = text.split { ";；、,，".contains($0) }.map { .string(String($0)) }
      default: values = [value]
      }
      var places: Set<Int> = []
      for one in values { places.insert(try choice(one, set)) }
      return places.isEmpty ? nil : .choices(places.sorted())
    }
  }

  private func choice(_ value: JSONValue, _ set: AnswerSet) throws(SasaeError) -> Int {
    let found: Int? =
      switch value {
      case .bool(let flag): set.isYesNo ? set.index(of: flag ? "yes" : "no") : nil
      case .integer(let number): self.number(Double(number), set)
      case .number(let number): self.number(number, set)
      case .string(let text): self.text(MemberReader.trimmed(text), set)
      default: nil
      }
    guard let found else { throw refusal() }
    return found
  }

  /// The choice that a number stands for. In a set of yes and no without numbers 1 means yes and 0
  /// no; but where "no" is what counts, forms print 1 for it, so there a number is refused.
  private func number(_ number: Double, _ set: AnswerSet) -> Int? {
    if set.choices.contains(where: { $0.value != nil }) {
      return set.choices.firstIndex { $0.value == number }
    }
    guard set.isYesNo, let yes = set.index(of: "yes"), let no = set.index(of: "no"),
      number == 0 || number == 1
    else { return nil }
    if case .ofChoices(let points) = item.points, points[yes] <= points[no] { return nil }
    return number == 1 ? yes : no
  }

  private func text(_ text: String, _ set: AnswerSet) -> Int? {
    let key = Folding.key(text)
    if key.isEmpty { return nil }
    func only(_ fits: (AnswerSet.Choice) -> Bool) -> Int? {
      let found = set.choices.indices.filter { fits(set.choices[$0]) }
      return found.count == 1 ? found[0] : nil
    }
    if let found = only({ Folding.key($0.code) == key }) { return found }
    if let found = only({ Folding.key($0.label.ja) == key || Folding.key($0.label.en) == key }) {
      return found
    }
    if set.isYesNo {
      if ["y", "true"].contains(key) { return set.index(of: "yes") }
      if ["n", "false"].contains(key) { return set.index(of: "no") }
    }
    return Double(Normalizer.nfkc(text)).flatMap { number($0, set) }
  }

  /// `{"heightCm":150,"weightKg":41}`; as text `150 41` (height first) or `150cm 41kg`.
  private func bodyMass(_ value: JSONValue) throws(SasaeError) -> AnswerSheet.Answer? {
    var parts: [Double] = []
    switch value {
    case .object(let members):
      guard members.keys.allSatisfy({ ["heightCm", "weightKg"].contains($0) }) else {
        throw refusal()
      }
      for name in ["heightCm", "weightKg"] {
        guard let part = members[name] else { return nil }
        switch part {
        case .null: return nil
        case .integer(let number): parts.append(Double(number))
        case .number(let number): parts.append(number)
        case .string(let text):
          guard MemberReader.stated(text) != nil else { return nil }
          guard let number = Double(Normalizer.nfkc(MemberReader.trimmed(text))) else {
            throw refusal()
          }
          parts.append(number)
        default: throw refusal()
        }
      }
    case .string(let text): parts = measures(text)
    default: throw refusal()
    }
    guard parts.count == 2, let body = BodyMass(height: parts[0], weight: parts[1]) else {
      throw refusal()
    }
    return .bodyMass(body)
  }

  /// Height and weight of a text; empty when it is none.
  private func measures(_ text: String) -> [Double] {
    let words = Normalizer.nfkc(text).lowercased()
      .split { " 　,/;、\t".contains($0) }.map(String.init)
    guard words.count == 2 else { return [] }
    let isHeightLast = words[0].hasSuffix("kg") && words[1].hasSuffix("cm")
    let pair = isHeightLast ? [words[1], words[0]] : words
    var out: [Double] = []
    for (word, unit) in zip(pair, ["cm", "kg"]) {
      guard let number = Double(word.hasSuffix(unit) ? String(word.dropLast(2)) : word) else {
        return []
      }
      out.append(number)
    }
    return out
  }

  func refusal() -> SasaeError {
    SasaeError(
      "usage.answer", ["item": "\(item.number)", "expected": AnswerForm.text(item)],
      at: Position(field: "answers.\(item.number)"))
  }
}

/// What an item takes, in words.
public enum AnswerForm {
  public static func text(_ item: Instrument.Item) -> Bilingual {
    switch item.answer {
    case .choice(let set): return choices(set)
    case .several(let set):
      let one = choices(set)
      return Bilingual(ja: one.ja + "（いくつでも）", en: one.en + " (any number of them)")
    case .bodyMass:
      return Bilingual(
        ja: #"{"heightCm":150,"weightKg":41}（身長 90～230 cm、体重 15～250 kg）"#,
        en: #"{"heightCm":150,"weightKg":41} (height 90 to 230 cm, weight 15 to 250 kg)"#)
    case .text: return Bilingual(ja: "文", en: "a text")
    }
  }

  private static func choices(_ set: AnswerSet) -> Bilingual {
    func list(_ label: (AnswerSet.Choice) -> String, _ separator: String) -> String {
      set.choices.map { choice in
        let number = choice.value.map { PointText.text($0) }
        let code =
          number == nil || number == choice.code ? choice.code : "\(choice.code) (\(number ?? ""))"
        return label(choice) == choice.code ? code : "\(code) \(label(choice))"
      }.joined(separator: separator)
    }
    return Bilingual(ja: list(\.label.ja, "、"), en: list(\.label.en, ", "))
  }
}
