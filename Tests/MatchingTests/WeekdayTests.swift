import Diagnostics
import Model
import Service
import Testing

/// Days of a person's week as requests write them.
@Suite struct WeekdayTests {
  private func days(_ word: String, _ member: String = "availability") throws -> [Weekday]? {
    let request = #"{"person":{"\#(member)":[{"days":["\#(word)"]}]}}"#
    let input = try OperationJSON.input(MatchResources.Input.self, from: request)
    return member == "busy"
      ? input.person?.busy?.first?.days : input.person?.availability?.first?.days
  }

  @Test(arguments: ["TU", "tu", "火", "火曜", "火曜日"])
  func aDayIsReadInBothLanguages(_ word: String) throws {
    #expect(try days(word) == [.tuesday] && days(word, "busy") == [.tuesday])
  }

  @Test(arguments: ["XX", "火火", "今日", "", "Tuesday?"])
  func anotherWordIsToldWithTheDaysThereAre(_ word: String) throws {
    let error = try #require(throws: SasaeError.self) { _ = try days(word) }
    #expect(error.code == "usage.request")
    for language in [Language.ja, .en] {
      let told = error.line(language)
      #expect(told.contains("person.availability[0].days[0]") && told.contains("MO, TU"), "\(told)")
      #expect(word.isEmpty || !told.contains("'\(word)'") && !told.contains("「\(word)」"))
    }
  }
}
