import Assessment
import Diagnostics

/// The assessment instruments there are, and the items of one of them.
public enum ListInstruments: Operation {
  public static let name = "list_instruments"
  public static let summary = Bilingual(
    ja: "アセスメントの用紙の一覧", en: "List the assessment instruments")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    /// Only this one, with its items.
    public var instrument: String?

    public init(instrument: String? = nil) { self.instrument = instrument }
  }

  public struct Output: Codable, Sendable {
    public var instruments: [Entry]
  }

  public struct Entry: Codable, Sendable {
    public var id: String
    public var label: String
    public var wording: Instrument.Wording
    public var source: String
    public var licence: String
    public var caution: String?
    public var count: Int
    public var domains: [Group]
    public var findings: [Group]
    public var items: [Item]?
  }

  public struct Group: Codable, Sendable {
    public var code: String
    public var label: String
  }

  public struct Item: Codable, Sendable {
    public var item: String
    public var text: String
    public var group: String?
    public var takes: Kind
    public var choices: [Choice]?
  }

  public enum Kind: String, Codable, Sendable, CaseIterable {
    case choice, several, bodyMass, text
  }

  public struct Choice: Codable, Sendable {
    public var code: String
    public var label: String
    public var value: Double?
  }

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let shelf = try session.instruments()
    guard let id = input.instrument else {
      return Output(instruments: shelf.instruments.map { Entry($0, session.language) })
    }
    return Output(
      instruments: [Entry(try shelf.instrument(id), session.language, withItems: true)])
  }
}

extension ListInstruments.Entry {
  init(_ instrument: Instrument, _ language: Language, withItems: Bool = false) {
    id = instrument.id
    label = instrument.label(language)
    wording = instrument.wording
    source = instrument.source(language)
    licence = instrument.licence(language)
    caution = instrument.caution?(language)
    count = instrument.items.count
    domains = instrument.domains.map { .init(code: $0.code, label: $0.label(language)) }
    findings = instrument.findings.map { .init(code: $0.code, label: $0.label(language)) }
    items = withItems ? instrument.items.map { .init($0, language) } : nil
  }
}

extension ListInstruments.Item {
  init(_ item: Instrument.Item, _ language: Language) {
    self.item = "\(item.number)"
    text = item.text(language)
    group = item.group
    var set: AnswerSet?
    switch item.answer {
    case .choice(let one): (takes, set) = (.choice, one)
    case .several(let one): (takes, set) = (.several, one)
    case .bodyMass: takes = .bodyMass
    case .text: takes = .text
    }
    choices = set?.choices.map {
      .init(code: $0.code, label: $0.label(language), value: $0.value)
    }
  }
}
