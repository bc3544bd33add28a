/// The two languages every text a user reads exists in.
public enum Language: String, Sendable, CaseIterable, Codable {
  case ja
  case en

  /// The language of a POSIX locale name (`ja_JP.UTF-8`, `en_GB`).
  ///
  /// A locale that names no language (`C`, `POSIX`, empty) means Japanese: that is what the people
  /// this is made for read. Any other language means English.
  public init(locale: String?) {
    let name = (locale ?? "").prefix { $0 != "." && $0 != "@" }
    if name.isEmpty || name == "C" || name == "POSIX" || name.hasPrefix("ja") {
      self = .ja
    } else {
      self = .en
    }
  }
}

/// One text in both languages; the only way user-facing words are written in the code.
public struct Bilingual: Sendable, Hashable, ExpressibleByStringInterpolation {
  public var ja: String
  public var en: String

  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  /// A text that is the same in both languages: a path, a number, a name.
  public init(stringLiteral value: String) {
    self.init(ja: value, en: value)
  }

  public func callAsFunction(_ language: Language) -> String {
    language == .ja ? ja : en
  }
}
