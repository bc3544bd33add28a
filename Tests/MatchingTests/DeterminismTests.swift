import BundledPlugins
import Diagnostics
import Foundation
import MatchingKit
import Model
import Service
import Testing
import TestSupport

@Suite struct DeterminismTests {
  private static let town: [Resource] = (0..<40).map(record)

  /// Ties too: many at one distance.
  private static func record(_ number: Int) -> Resource {
    let modes: [ReachMode] = number % 5 == 0 ? [] : [.venue]
    var out = helper("r\(number)", metres: Double(number % 4) * 200, modes: modes)
    out.categories = [number % 2 == 0 ? "S-HOME-TRASH" : "S-HOME-SPOT"]
    return out
  }

  private func body(_ answer: MatchResources.Output) throws -> String {
    var answer = answer
    answer.snapshot = ""
    return try OperationJSON.text(answer)
  }

  @Test func theOrderRecordsCameInChangesNothing() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("order: SASAE_SEED=\(seed)")
    var random = SeededGenerator(
      seed: ProcessInfo.processInfo.environment["SASAE_SEED"].flatMap(UInt64.init) ?? seed)
    let first = try body(Town(Self.town).rubbish())
    #expect(first.contains("r39"))
    for _ in 0..<3 {
      #expect(try body(Town(Self.town.shuffled(using: &random)).rubbish()) == first, "seed \(seed)")
    }
  }

  @Test func equalRequestsGiveEqualBytes() throws {
    let town = try Town(Self.town)
    let first = try OperationJSON.text(town.rubbish())
    #expect(try OperationJSON.text(town.rubbish()) == first)
    // Another process, over the same workspace.
    var session = town.session
    session = Session(
      workspace: session.directory.workspace, dataFolder: session.shelf.folder, language: .ja,
      audience: .coordinator, plugins: bundledPlugins, today: session.today)
    let input = try OperationJSON.input(
      MatchResources.Input.self,
      from: #"{"needs":[{"code":"LIV-TRASH"}],"person":{\#(Town.person)},"limit":100}"#)
    #expect(try OperationJSON.text(MatchResources.run(input, in: session)) == first)
  }

  /// What an answer rests on has another mark when any of it changes.
  @Test func theSnapshotTellsAnswersApart() throws {
    let town = try Town(Self.town)
    let first = try town.rubbish().snapshot
    let older = try town.rubbish(Town.person + #","age":80"#).snapshot
    _ = try town.session.directory.put(helper("new"))
    let later = try town.rubbish().snapshot
    #expect(Set([first, older, later]).count == 3)
  }

  @Test func factsNobodyLooksAtAreListed() throws {
    let answer = try Town(Self.town).match(
      #"{"needs":[{"code":"LIV-TRASH"}],"seeking":"resource","activity":{"people":3},"trace":true,"#
        + #""person":{"age":82,"interests":["釣り"],"home":{"address":"番町1"},"area":"番町","budgetText":"500円","shoeSize":25}}"#
    )
    #expect(
      answer.notConsidered == [
        "activity", "person.home.address", "person.shoeSize",
      ])
    #expect(try Town(Self.town).rubbish().notConsidered == [])
  }

  /// The contract takes the Japanese words of a care level too.
  @Test(arguments: ["support1", "要支援1", "care5", "要介護5", "target", "事業対象者"])
  func aCareLevelIsReadByEitherWord(_ word: String) throws {
    let answer = try Town(Self.town).rubbish(Town.person + #","careLevel":"\#(word)""#)
    #expect(!answer.recommended.isEmpty)
  }

  /// Random values of a person, each in a request that is wrong in some way.
  @Test func noErrorTextHoldsAPersonsData() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("errors: SASAE_SEED=\(seed)")
    var random = SeededGenerator(
      seed: ProcessInfo.processInfo.environment["SASAE_SEED"].flatMap(UInt64.init) ?? seed)
    let town = try Town()
    var provoked = 0
    for _ in 0..<200 {
      let secret = "秘\(UInt32.random(in: 1_000_000 ... .max, using: &random))"
      let number = "\(UInt32.random(in: 1_000_000 ... .max, using: &random))"
      let persons = [
        #""age":"\#(secret)""#, #""careLevel":"\#(secret)""#, #""home":"\#(secret)""#,
        #""home":{"lat":"\#(secret)"}"#, #""home":{"lat":\#(number),"lng":134.0}"#,
        #""home":{"lat":34.0,"lng":\#(number)}"#, #""mobility":{"transport":"\#(secret)"}"#,
        #""mobility":{"metres":"\#(secret)"}"#, #""area":{"\#(secret)":1}"#,
        #""household":[\#(number)]"#, #""mobility":{"walkMinutes":1e999}"#,
        #""area":"\#(secret)","age":\#(number)"#, #""area":"\#(secret)"#,
      ]
      let needs = ["LIV-TRASH", "LIV-TRSH"].randomElement(using: &random) ?? ""
      let person = persons.randomElement(using: &random) ?? ""
      let request = #"{"needs":[{"code":"\#(needs)"}],"person":{\#(person)},"text":"\#(secret)"}"#
      do {
        _ = try town.match(request)
      } catch let error as SasaeError {
        provoked += 1
        #expect(error.code != "internal" && error.entry.exit == .usage, "\(person) seed \(seed)")
        for language in [Language.ja, .en] {
          let told = error.line(language) + (error.hint(language) ?? "")
          #expect(!told.contains(secret) && !told.contains(number), "\(told) seed \(seed)")
        }
      }
    }
    #expect(provoked > 50)
  }
}

/// A generator whose sequence is given by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
