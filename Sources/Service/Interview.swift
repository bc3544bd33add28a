import Assessment
import Diagnostics
import Model

/// An assessment asked item by item. It knows nothing of terminals: it is told what was typed.
public struct Interview {
  private let instrument: Instrument
  private let language: Language
  public private(set) var answers: [String: JSONValue]
  private var at: Int

  /// What becomes of a line that was typed.
  public enum Step {
    /// There is something to ask.
    case goesOn
    /// The person stops for now.
    case stops
  }

  /// - Parameters:
  ///   - answers: Those given before.
  ///   - next: The item where it goes on.
  public init(
    _ id: String, answers: [String: JSONValue], next: Int?, in session: Session
  ) throws(SasaeError) {
    let instrument = try session.instruments().instrument(id)
    self.instrument = instrument
    language = session.language
    self.answers = answers
    at = instrument.items.firstIndex { $0.number == next } ?? 0
  }

  public var isOver: Bool { at >= instrument.items.count }

  /// The number of the item that is asked.
  public var next: Int? { isOver ? nil : instrument.items[at].number }

  public var label: String { instrument.label(language) }
  public var caution: String? { instrument.caution?(language) }

  /// What is asked now: where it stands, the wording, what may be answered, what was answered.
  public var question: String {
    guard !isOver else { return "" }
    let item = instrument.items[at]
    var text = "\n\(at + 1)/\(instrument.items.count)"
    if let code = item.group, let label = instrument.groupLabel(code) {
      text += language == .ja ? "［\(label.ja)］" : " [\(label.en)]"
    }
    text += "\n\(item.number) \(item.text(language))\n"
    switch item.answer {
    case .bodyMass:
      text +=
        language == .ja
        ? "  身長(cm) 体重(kg) の順に（例: 150 41）\n" : "  height (cm), weight (kg), such as 150 41\n"
    case .text: break
    case .choice, .several: text += "  \(AnswerForm.text(item)(language))\n"
    }
    if let now = answers["\(item.number)"] {
      text += (language == .ja ? "  いまの答え: " : "  answered: ") + Self.words(now) + "\n"
    }
    return text
  }

  /// Takes a line: an answer; empty to keep the answer there is; `b` back, `s` skip, `q` stop.
  public mutating func take(_ line: String) throws(SasaeError) -> Step {
    guard !isOver else { return .stops }
    let item = instrument.items[at]
    let typed = MemberReader.trimmed(line)
    switch typed.lowercased() {
    case "q": return .stops
    case "b": at = max(0, at - 1)
    case "s": at += 1
    case "": if answers["\(item.number)"] != nil { at += 1 }
    default:
      var sheet = AnswerSheet()
      try sheet.add(.string(typed), at: "\(item.number)", to: instrument)
      // A dash takes an answer back.
      answers["\(item.number)"] = sheet.answers.isEmpty ? nil : .string(typed)
      at += 1
    }
    return .goesOn
  }

  private static func words(_ answer: JSONValue) -> String {
    switch answer {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): PointText.text(number)
    case .bool(let flag): flag ? "yes" : "no"
    case .array(let list): list.map(words).joined(separator: ", ")
    case .object(let members):
      members.sorted { $0.key < $1.key }.map { words($0.value) }.joined(separator: " ")
    default: ""
    }
  }
}
