/// How words are taken and weighed; `sasae eval` compares two of these. The defaults are what was measured
/// best (docs/search.md).
public struct SearchSettings: Sendable, Hashable {
  /// Synonyms, spellings and categories of the lexicon.
  public var concepts = true
  /// Words in kana find words read that way.
  public var readings = true
  /// Questions are cut into words of the dictionary.
  public var words = true
  /// Fewer words are asked for when nothing has them all.
  public var relaxes = true
  /// A mistyped word is replaced by the closest one when nothing else is found.
  public var corrects = true

  public var categoryScale = 0.6
  public var nearScale = 0.3
  public var servingScale = 0.3
  /// What stands in the same group of categories.
  public var aboveScale = 0.2
  /// Areas served and days, named in words.
  public var termScale = 0.6
  public var readingScale = 0.8
  /// The same in questions and sentences, where each is a hint.
  public var conceptHint = 0.25
  public var categoryHint = 1.0
  public var termHint = 2.0
  public var servingHint = 2.0
  /// The characters as typed, beside what they mean.
  public var literalScale = 0.3
  public var nameScale = 2.0
  public var nameStartScale = 0.5
  /// A place asked for: so much at the place itself, half of it a kilometre away.
  public var distanceScale = 2.0
  /// Confirmed this year; last year counts half.
  public var freshnessScale = 0.1

  public init() {}

  private static let switches: [(String, WritableKeyPath<SearchSettings, Bool> & Sendable)] = [
    ("concepts", \.concepts), ("readings", \.readings), ("words", \.words),
    ("relaxes", \.relaxes), ("corrects", \.corrects),
  ]
  private static let scales: [(String, WritableKeyPath<SearchSettings, Double> & Sendable)] = [
    ("categoryScale", \.categoryScale), ("nearScale", \.nearScale),
    ("servingScale", \.servingScale), ("aboveScale", \.aboveScale), ("termScale", \.termScale),
    ("readingScale", \.readingScale), ("conceptHint", \.conceptHint),
    ("categoryHint", \.categoryHint), ("termHint", \.termHint),
    ("servingHint", \.servingHint), ("literalScale", \.literalScale),
    ("nameScale", \.nameScale), ("nameStartScale", \.nameStartScale),
    ("distanceScale", \.distanceScale), ("freshnessScale", \.freshnessScale),
  ]

  /// The names that `set` knows.
  public static var names: [String] { switches.map(\.0) + scales.map(\.0) }

  /// Sets one by its name: `on` or `off`, or a number from 0 to 100. False when there is no such name
  /// or the value does not fit.
  public mutating func set(_ name: String, to value: String) -> Bool {
    if let (_, path) = Self.switches.first(where: { $0.0 == name }) {
      guard value == "on" || value == "off" else { return false }
      self[keyPath: path] = value == "on"
      return true
    }
    guard let (_, path) = Self.scales.first(where: { $0.0 == name }), let number = Double(value),
      (0...100).contains(number)
    else { return false }
    self[keyPath: path] = number
    return true
  }
}
