import Diagnostics
import Model
import Testing

@Suite("Vocabularies")
struct VocabularyTests {
  /// The words of CONTRACT.md, in its order: they stand in people's files and never change.
  @Test("hold the contract's words")
  func words() {
    #expect(ResourceKind.known == "use, join, enable")
    #expect(ResourceStatus.known == "active, paused, retired, potential")
    #expect(ReachMode.known == "venue, visit, delivery, phone, post, online, pickup, route")
    #expect(
      ProviderType.known
        == "residents, volunteer, npo, shakyo, cooperative, company, medical, care, school, "
        + "government, person")
    #expect(Visibility.known == "public, professionals, coordinator")
    #expect(Precision.known == "building, block, town, city")
    #expect(Weekday.known == "MO, TU, WE, TH, FR, SA, SU")
    #expect(
      CareLevel.known == "none, target, support1, support2, care1, care2, care3, care4, care5")
  }

  @Test("label each word once, in both languages")
  func labels() {
    check(ResourceKind.self)
    check(ResourceStatus.self)
    check(ReachMode.self)
    check(ProviderType.self)
    check(Visibility.self)
    check(Precision.self)
    check(Weekday.self)
    check(CareLevel.self)
  }

  private func check<V: Vocabulary>(_: V.Type) {
    let labels = V.allCases.map(\.label)
    for language in Language.allCases {
      let texts = labels.map { $0(language) }
      #expect(!texts.contains("") && Set(texts).count == texts.count, "\(V.self): \(texts)")
    }
  }

  @Test("that have an order keep it")
  func order() {
    #expect(Visibility.allCases == Visibility.allCases.sorted())
    #expect(CareLevel.allCases == CareLevel.allCases.sorted())
    #expect(Weekday.allCases == Weekday.allCases.sorted())
    #expect(Weekday.allCases.map(\.index) == Array(0...6))
    #expect(CareLevel.support2 < .care1 && Visibility.public < .coordinator)
    // The coarser, the wider the doubt.
    #expect(Precision.allCases.map(\.radius) == Precision.allCases.map(\.radius).sorted())
  }

  @Test("stand in JSON as their words")
  func json() throws {
    #expect(try JSON.encode([Weekday.monday, .sunday]) == #"["MO","SU"]"#)
    #expect(try JSON.decode(#"["support1"]"#, [CareLevel].self) == [.support1])
  }
}
