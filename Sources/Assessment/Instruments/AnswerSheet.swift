import Diagnostics
import JapaneseText
import Model

/// What was answered, by item. Nothing of it goes into an error text: a fault is told by the number of
/// its item and what the item takes.
public struct AnswerSheet: Sendable {
  public enum Answer: Sendable, Hashable {
    /// Places in the item's set of choices; one, unless several may be ticked.
    case choices([Int])
    case bodyMass(BodyMass)
    /// Something was written; what, is not kept.
    case text
  }

  public private(set) var answers: [Int: Answer] = [:]

  public init() {}

  /// Answers by item number, as JSON or as text of a table.
  public init(_ given: [String: JSONValue], to instrument: Instrument) throws(SasaeError) {
    for (key, value) in given.sorted(by: { $0.key < $1.key }) {
      try add(value, at: key, to: instrument)
    }
  }

  /// Adds one; an answer that says nothing (null, empty, a dash) leaves the item open.
  public mutating func add(
    _ value: JSONValue, at key: String, to instrument: Instrument
  ) throws(SasaeError) {
    let item = try Self.item(key, of: instrument)
    guard let answer = try AnswerReader(item: item).read(value) else { return }
    guard answers.updateValue(answer, forKey: item.number) == nil else {
      throw SasaeError(
        "usage.answer-twice", ["item": "\(item.number)"],
        at: Position(field: "answers.\(item.number)"))
    }
  }

  /// The item that a caller's number means: `7`, `07`, full-width digits.
  public static func item(
    _ key: String, of instrument: Instrument
  ) throws(SasaeError) -> Instrument.Item {
    let text = Normalizer.nfkc(MemberReader.trimmed(key))
    let isNumber =
      !text.isEmpty && text.utf8.count < 6 && text.utf8.allSatisfy { (48...57).contains($0) }
    if isNumber, let number = Int(text), let item = instrument.item(number) { return item }
    throw SasaeError(
      "usage.unknown-item",
      [
        // A key that is no number may be anything, even somebody's words.
        "value": isNumber ? "\(text)" : "?", "instrument": "\(instrument.id)",
        "known": "\(instrument.items.first?.number ?? 1)–\(instrument.items.last?.number ?? 1)",
      ], at: Position(field: "answers"))
  }
}
