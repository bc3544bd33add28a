import Diagnostics
import Model

/// What a member means, and which of the values of its type an operation takes.
public struct MemberNote: Sendable {
  public var text: Bilingual
  /// Keywords of JSON Schema for the member, or for each element when it is a list.
  public var limits: [String: JSONValue] = [:]

  /// One sentence in each language.
  public init(_ ja: String, _ en: String) { text = Bilingual(ja: ja, en: en) }

  private func with(_ limits: [String: JSONValue]) -> MemberNote {
    var out = self
    out.limits.merge(limits) { _, new in new }
    return out
  }

  /// Only these words.
  func among(_ words: [String]) -> MemberNote {
    with(["enum": .array(words.map(JSONValue.string))])
  }

  func among<V: CaseIterable & RawRepresentable<String>>(_: V.Type) -> MemberNote {
    among(V.allCases.map(\.rawValue))
  }

  func within(_ range: ClosedRange<Int64>) -> MemberNote {
    with(["minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)])
  }

  func atLeast(_ least: Int64) -> MemberNote { with(["minimum": .integer(least)]) }

  func above(_ bound: Int64) -> MemberNote { with(["exclusiveMinimum": .integer(bound)]) }

  /// A list with something in it.
  var notEmpty: MemberNote { with(["minItems": 1]) }

  /// `2026-08-01`, and with slashes.
  var date: MemberNote {
    with(["pattern": "^[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}$"])
  }

  /// `9:00`, `24:00`.
  var time: MemberNote { with(["pattern": "^0*([01]?[0-9]|2[0-3]):[0-5][0-9]$|^0*24:00$"]) }

  /// Puts the note on a member's schema.
  func applied(to schema: JSONValue, _ language: Language) -> JSONValue {
    var out = schema
    let isList = schema["items"] != nil
    var limited = (isList ? out["items"] : out) ?? [:]
    for (keyword, value) in limits where keyword != "minItems" { limited[keyword] = value }
    if let words = limits["enum"]?.arrayValue, limited.types.contains("null") {
      limited["enum"] = .array(words + [.null])
    }
    if isList { out["items"] = limited } else { out = limited }
    if let least = limits["minItems"] { out["minItems"] = least }
    out["description"] = .string(text.both(language))
    return out
  }
}

extension Bilingual {
  /// Both languages, the reader's first; once, when they say the same.
  public func both(_ first: Language) -> String {
    if ja == en { return ja }
    return first == .ja ? "\(ja) / \(en)" : "\(en) / \(ja)"
  }
}
