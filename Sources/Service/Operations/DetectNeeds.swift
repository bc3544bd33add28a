import Assessment
import Diagnostics
import Matching
import MatchingKit
import Model
import Searching

/// Needs and facts of a person in what people say.
public enum DetectNeeds: Operation {
  public static let name = "detect_needs"
  public static let summary = Bilingual(
    ja: "話しことばから、ニーズと本人のことを読み取る",
    en: "Find needs and facts of a person in what people say")
  public static let scope = Scope.match

  public struct Input: Codable, Sendable {
    public var text: String

    public init(text: String) { self.text = text }
  }

  public struct Need: Codable, Sendable {
    public var code: String
    public var label: String
    /// The words of the text.
    public var evidence: String
    public var negated: Bool
    public var who: NeedMention.Subject
    public var urgency: NeedMention.Urgency
    public var temporary: Bool?
    /// The row of the tables that found it.
    public var row: String
  }

  public struct Notice: Codable, Sendable {
    public var code: String
    public var text: String
    public var phone: String
    public var source: String
  }

  public struct Output: Codable, Sendable {
    public var notices: [Notice]?
    public var needs: [Need]
    public var person: Person
    /// The first year of a decade told (80代), where the age itself is not.
    public var approximateAge: Double?
    /// Means of transport said not to be there.
    public var withoutTransport: [String]?
    /// Facts that are no member of a request: `low-income`.
    public var tags: [String]?
  }

  /// Characters of a text: none is longer.
  static let longest = 20_000

  /// The text, unless it is too long; it is not told.
  static func checked(_ text: String, _ member: String = "text") throws(SasaeError) -> String {
    let length = text.unicodeScalars.count
    guard length <= longest else {
      throw InputCheck.value(
        member, "\(length)",
        Bilingual(ja: "\(longest)字まで", en: "at most \(longest) characters"))
    }
    return text
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let reading = try session.needDetector().detect(try checked(input.text))
    func some<T>(_ list: [T]) -> [T]? { list.isEmpty ? nil : list }
    return Output(
      notices: notices(reading.notices, session),
      needs: reading.needs.map {
        Need(
          code: $0.code, label: $0.label(session.language), evidence: $0.evidence,
          negated: $0.negated, who: $0.subject, urgency: $0.urgency,
          temporary: $0.temporary ? true : nil, row: $0.source)
      },
      person: Person(reading.person), approximateAge: reading.person.approximateAge,
      withoutTransport: some(reading.person.withoutTransport), tags: some(reading.person.tags))
  }

  static func notices(_ found: [DangerNotice], _ session: Session) -> [Notice]? {
    found.isEmpty
      ? nil
      : found.map {
        Notice(
          code: $0.code, text: $0.text(session.language), phone: $0.phone, source: $0.source)
      }
  }
}
