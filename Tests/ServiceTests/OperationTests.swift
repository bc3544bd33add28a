import Diagnostics
import Foundation
import Model
import Service
import Testing

@Suite struct OperationTests {
  @Test func everyOperationSaysWhatItIs() {
    let names = allOperations.map { $0.name }
    #expect(Set(names).count == names.count)
    for operation in allOperations {
      let letters = operation.name.allSatisfy { $0 == "_" || ("a"..."z").contains($0) }
      #expect(letters && operation.name.contains("_"), "\(operation.name)")
      #expect(!operation.summary.ja.isEmpty && !operation.summary.en.isEmpty)
      #expect(operation.summary.ja != operation.summary.en, "\(operation.name)")
      // The Japanese sentence is Japanese, the English one is not.
      #expect(operation.summary.ja.unicodeScalars.contains { $0.value > 0x3000 })
      #expect(operation.summary.en.unicodeScalars.allSatisfy { $0.value < 0x3000 })
    }
  }

  /// Nothing, and what is no object, either reads or is told as a fault of the request.
  @Test func everyInputReadsOrIsToldWhy() {
    func check<O: Service.Operation>(_ operation: O.Type) {
      for (text, mayRead) in [("{}", true), ("[]", false), ("7", false), ("{", false), ("", false)]
      {
        do {
          _ = try OperationJSON.input(O.Input.self, from: text)
          #expect(mayRead, "\(O.name) read '\(text)'")
        } catch {
          #expect(error.code == "usage.request", "\(O.name) '\(text)'")
          #expect(error.entry.exit == .usage)
        }
      }
    }
    for operation in allOperations { check(operation) }
  }

  /// A request's member and what is told of it: its name, and not its value.
  static let faults: [(text: String, told: String)] = [
    (#"{"limit":"秘密"}"#, "limit"), (#"{"near":{"lat":"秘密"}}"#, "near.lat"),
    (#"{"days":["MO",{"秘密":1}]}"#, "days[1]"),
  ]

  @Test(arguments: faults)
  func aWrongTypeIsToldByItsName(_ text: String, _ told: String) throws {
    let error = try #require(throws: SasaeError.self) {
      _ = try OperationJSON.input(SearchResources.Input.self, from: text)
    }
    #expect(error.text(.en).contains("'\(told)'"))
    #expect(!error.line(.ja).contains("秘密") && !error.line(.en).contains("秘密"))
  }

  /// The output of an operation read back and written again is the same bytes.
  private func check<O: Service.Operation>(
    _ operation: O.Type, _ input: String, _ office: Office
  ) throws -> String {
    let output = try O.run(OperationJSON.input(O.Input.self, from: input), in: office.session)
    let text = try OperationJSON.text(output)
    let back = try JSONDecoder().decode(O.Output.self, from: Data(text.utf8))
    #expect(try OperationJSON.text(back) == text, "\(O.name)")
    return O.name
  }

  @Test func everyOutputReadsBack() throws {
    let office = try Office()
    let path = try office.file(
      "list.csv",
      "ID,名称,種別,住所,緯度,経度,電話番号,日時,料金,定員,対象\n"
        + "1,番町サロン,サロン,番町1,34.34,134.04,090-0000-0001,毎週火曜 10:00～12:00,1回100円,15人,65歳以上\n"
        + "2,,,,,,,,,,\n3,,,屋島,0,0,,,,,\n")
    let paths = try OperationJSON.text([path])
    let put =
      #"{"resource":{"id":"a","name":"ごみ出し隊","categories":["S-HOME-TRASH"],"#
      + #""later":{"x":[1,null]},"place":{"lat":34.34,"lng":134.04}}}"#
    var done: Set<String> = []
    done.insert(try check(ImportResources.self, #"{"paths":\#(paths),"source":"s"}"#, office))
    done.insert(try check(ExplainMapping.self, #"{"paths":\#(paths)}"#, office))
    done.insert(try check(PutResource.self, put, office))
    done.insert(try check(ConfirmResource.self, #"{"id":"a","how":"phone"}"#, office))
    done.insert(
      try check(
        SearchResources.self,
        #"{"text":"サロン","facets":["category","area","kind"],"includeUnknown":true,"age":70,"limit":1,"near":{"lat":34,"lng":134}}"#,
        office))
    done.insert(try check(GetResource.self, #"{"id":"s:1"}"#, office))
    done.insert(
      try check(
        MatchResources.self,
        #"{"needs":[{"code":"LIV-TRASH"}],"person":{"age":80,"home":{"lat":34.34,"lng":134.04}}}"#,
        office))
    done.insert(
      try check(
        MatchResources.self,
        #"{"needs":[{"code":"LIV-TRASH"}],"bundle":true,"whyNot":["a","x"],"compare":["a","b"]}"#,
        office))
    done.insert(
      try check(
        ReplayMatch.self,
        #"{"request":{"needs":[{"code":"LIV-TRASH"}]},"snapshot":"1.0a1b2c.00000000.00000000.00000000.00000000.00000000"}"#,
        office))
    for format in ["ndjson", "csv", "geojson"] {
      done.insert(try check(ExportResources.self, #"{"format":"\#(format)"}"#, office))
    }
    done.insert(try check(RetireResource.self, #"{"id":"a","why":"解散"}"#, office))
    done.insert(try check(ListChanges.self, "{}", office))
    done.insert(
      try check(
        ReviewPlan.self, #"{"lines":[{"text":"掃除","minutes":60,"by":"訪問介護"}],"person":{"age":80}}"#,
        office))
    done.insert(try check(DetectNeeds.self, #"{"text":"ゴミ出しが大変です"}"#, office))
    done.insert(try check(LocateAddress.self, #"{"address":"高松市番町1-2"}"#, office))
    done.insert(try check(ListCategories.self, "{}", office))
    done.insert(
      try check(ParseSchedule.self, #"{"text":"第2火曜 10時～12時（祝日除く）","from":"2026-12-01"}"#, office))
    done.insert(try check(ListNeeds.self, "{}", office))
    done.insert(try check(ListPlugins.self, "{}", office))
    done.insert(try check(ListProfiles.self, "{}", office))
    done.insert(try check(ListInstruments.self, #"{"instrument":"barthel"}"#, office))
    done.insert(
      try check(ScoreAssessment.self, #"{"instrument":"lsns-6","answers":{"1":2}}"#, office))
    done.insert(
      try check(
        MergeAssessments.self,
        #"{"needs":[{"code":"LIV-PET","denied":true}],"text":"犬の散歩ができない","ownWords":{"joys":"囲碁"},"assessments":[{"instrument":"lsns-6","answers":{"1":2}}]}"#,
        office))
    done.insert(try check(CheckWorkspace.self, #"{"repair":true}"#, office))
    done.insert(try check(EvaluateSearch.self, #"{"limit":10,"against":["words=off"]}"#, office))
    // A new operation is added here too.
    #expect(done == Set(allOperations.map { $0.name }))
  }

  /// A search's faults, each with the option it is told by.
  static let searches: [(input: String, code: String)] = [
    (#"{"categories":["A-SALOM"]}"#, "usage.unknown-category"),
    (#"{"kinds":["usee"]}"#, "usage.value"),
    (#"{"days":["XX"]}"#, "usage.value"), (#"{"from":"25時"}"#, "usage.value"),
    (#"{"to":"10:75"}"#, "usage.value"), (#"{"on":"2026-02-30"}"#, "usage.value"),
    (#"{"within":500}"#, "usage.value"),
    (#"{"near":{"lat":34,"lng":134},"within":-1}"#, "usage.value"),
    (#"{"near":{"lat":95,"lng":134}}"#, "usage.value"),
    (#"{"near":{"address":"どこか"}}"#, "usage.address"),
    (#"{"careLevel":"要介護9"}"#, "usage.value"), (#"{"modes":["walk"]}"#, "usage.value"),
    (#"{"sort":"name"}"#, "usage.value"), (#"{"sort":"distance"}"#, "usage.value"),
    (#"{"limit":-1}"#, "usage.value"), (#"{"limit":1001}"#, "usage.value"),
    (#"{"facets":["colour"]}"#, "usage.value"), (#"{"fields":["nmae"]}"#, "usage.value"),
    (#"{"cursor":"x"}"#, "usage.cursor"),
  ]

  @Test(arguments: searches)
  func aSearchThatMeansNothingIsToldSo(_ input: String, _ code: String) throws {
    let office = try Office()
    let error = try #require(throws: SasaeError.self) {
      _ = try SearchResources.run(
        OperationJSON.input(SearchResources.Input.self, from: input), in: office.session)
    }
    #expect(error.code.rawValue == code)
    #expect(error.hint(.ja)?.isEmpty == false)
  }

  @Test func aHitHasOnlyTheFieldsAskedFor() throws {
    let office = try Office()
    try office.bring("list.csv", "名称,住所,電話番号\nサロン,番町1,087-000-0001\n")
    for field in Hit.fieldNames {
      var input = SearchResources.Input()
      input.fields = [field]
      let hit = try #require(try SearchResources.run(input, in: office.session).hits.first)
      let members = try JSONDecoder().decode(
        [String: JSONValue].self, from: Data(OperationJSON.text(hit).utf8))
      #expect(Set(members.keys).isSubset(of: ["id", field]))
      #expect(members["id"] != nil)
    }
  }
}
