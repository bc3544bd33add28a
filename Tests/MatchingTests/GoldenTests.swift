import Foundation
import Model
import Service
import Testing
import TestSupport

/// The requests of `Data/sample/requests` over the sample town. `SASAE_RECORD=1` records, and then
/// the test fails once, so that what changed is looked at.
@Suite struct GoldenTests {
  private static let requests = ["kondo", "mori", "salon", "sato", "tanaka"]

  @Test func theSampleRequestsAreAnsweredAsReviewed() throws {
    let town = try Town()
    let loaded = try SampleTown(folder: Repository.path("Data")).load(in: town.session)
    #expect(loaded.rejections.isEmpty && loaded.failures.isEmpty)
    for name in Self.requests {
      let request = try String(
        contentsOfFile: Repository.path("Data/sample/requests/\(name).json"), encoding: .utf8)
      var answer = try town.match(request)
      // The mark of the data and plugins it rests on changes with every edition of the sample.
      #expect(!answer.snapshot.isEmpty)
      answer.snapshot = ""
      let text = try OperationJSON.text(answer, pretty: true) + "\n"
      let path = Repository.path("Tests/MatchingTests/Golden/\(name).json")
      if ProcessInfo.processInfo.environment["SASAE_RECORD"] == "1" {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name); run again without SASAE_RECORD")
      } else {
        #expect(try text == String(contentsOfFile: path, encoding: .utf8), "\(name)")
      }
    }
  }
}
