import Model
import ReferenceData
import Registry
import TestSupport
import Testing

/// What the words on costs and eligibility become in a record.
@Suite("Phrases of a record") struct DerivedPhraseTests {
  let derivation: Derivation

  init() throws { derivation = Derivation(try ReferenceLibrary(folder: Repository.path("Data"))) }

  private func completed(_ change: (inout Resource) -> Void) throws -> Resource {
    var resource = Resource(id: "t:1", name: "会")
    change(&resource)
    _ = try derivation.complete(&resource)
    return resource
  }

  static let costs: [Cost] = [
    Cost(text: "1回100円", min: 100, max: 100, per: "visit"),
    Cost(text: "300～500円", min: 300, max: 500), Cost(text: "子ども無料、大人300円", min: 300, max: 300),
    Cost(text: "100円～", min: 100), Cost(text: "30分300円", min: 300, max: 300, per: "30min"),
    Cost(text: "500（1家族）"),
    Cost(text: "無料（材料費実費）"), Cost(text: "300円程度"), Cost(text: "応相談"), Cost(text: "コーヒー200円"),
  ]

  @Test("give prices where they decide them", arguments: costs)
  func prices(_ cost: Cost) throws {
    let resource = try completed { $0.cost = Cost(text: cost.text) }
    #expect(resource.cost == cost)
  }

  @Test("give ages and care levels where they decide them") func eligibility() throws {
    let both = try completed { $0.eligibility = Eligibility(text: "おおむね65歳以上の要支援1・2の方") }
    #expect(both.eligibility?.minAge == 65 && both.eligibility?.maxAge == nil)
    #expect(both.eligibility?.careLevels == [.support1, .support2])
    for text in ["65歳以上または要支援の方", "65歳以上の方など", "応相談", "どなたでも"] {
      let open = try completed { $0.eligibility = Eligibility(text: text) }
      #expect(open.eligibility == Eligibility(text: text))
    }
  }

  @Test("change no number that is given") func given() throws {
    let resource = try completed {
      $0.cost = Cost(text: "1回100円", min: 50)
      $0.eligibility = Eligibility(text: "要支援1・2の65歳以上", minAge: 60)
      $0.eligibility?.careLevels = [.care1]
    }
    #expect(resource.cost == Cost(text: "1回100円", min: 50))
    #expect(resource.eligibility?.minAge == 60 && resource.eligibility?.careLevels == [.care1])
  }
}
