import Diagnostics
import Service
import Testing

/// Requests that can't be answered.
@Suite struct MistakeTests {
  /// A request, the error's code and a word of its hint.
  static let mistakes: [(request: String, code: String, hint: String)] = [
    (#"{"needs":[{"code":"LIV-TRSH"}]}"#, "usage.unknown-need", "LIV-TRASH"),
    (
      #"{"needs":[{"code":"LIV-TRASH"}],"profile":"care-manger"}"#, "usage.unknown-profile",
      "care-manager"
    ),
    ("{}", "usage.no-needs", ""), (#"{"needs":[],"text":"こんにちは"}"#, "usage.no-needs", ""),
    (#"{"needs":[{"code":"LIV-TRASH","urgency":"hi"}]}"#, "usage.value", "high"),
    (#"{"needs":[{"code":"LIV-TRASH","weight":2}]}"#, "usage.value", "0…1"),
    (#"{"needs":[{"code":"LIV-TRASH"}],"limit":-1}"#, "usage.value", "0…1000"),
    (#"{"needs":[{"urgency":"high"}]}"#, "usage.request", ""), ("[", "usage.request", ""),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsTold(_ request: String, _ code: String, _ hint: String) throws {
    let town = try Town()
    let error = try #require(throws: SasaeError.self) { _ = try town.match(request) }
    #expect(error.code.rawValue == code)
    #expect(error.entry.exit == .usage)
    let told = try #require(error.hint(.en))
    #expect(hint.isEmpty || told.contains(hint))
  }
}
