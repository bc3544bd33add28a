import Testing

@Suite("Exit status")
struct ExitStatusTests {
  @Test(
    "is 0 when there is something",
    arguments: [
      ["search", "サロン"], ["show", "t:salon"], ["match", "--need", "LIV-SHOP"], ["changes"],
      ["categories"], ["needs"], ["plugins"], ["profiles"], ["doctor"],
      ["export", "--as", "ndjson"], ["export", "--as", "csv"], ["export", "--as", "geojson"],
      ["export", "--as", "ics"],
    ])
  func done(_ arguments: [String]) throws {
    let outcome = try Desk(town: SmallTown.ndjson).run(list: arguments)
    // Formats that have no place for some records say how many.
    outcome.expect(0, isTalkative: ["geojson", "ics"].contains(arguments.last))
    #expect(!outcome.out.isEmpty)
  }

  @Test(
    "is 1 when nothing is found",
    arguments: [
      (["search", "ぬぬぬqqq"], "resource.none", ""),
      (["search", "--category", "A-SALON", "--area", "どこにもない町"], "resource.none", ""),
      (["show", "t:nothing-like-it"], "resource.unknown", "sasae search"),
      (["show", "t:saloon"], "resource.unknown", "'t:salon'"),
      (["edit", "nobody", "--set", "name=x"], "resource.unknown", ""),
      (["confirm", "nobody", "--how", "phone"], "resource.unknown", ""),
      (["retire", "nobody", "--why", "x"], "resource.unknown", ""),
      (["confirm", "t:gone", "--how", "phone"], "row.retired", "sasae edit t:gone"),
    ])
  func nothingFound(_ arguments: [String], _ code: String, _ hint: String) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    try desk.run(list: arguments).fails(1, code, hint: hint)
    #expect(try desk.everything() == before)
  }

  @Test("of an empty search in JSON is 1, with the answer on standard output")
  func nothingFoundAsJSON() throws {
    let outcome = try Desk(town: SmallTown.ndjson).run("search", "ぬぬぬqqq", "--format", "json")
    outcome.expect(1)
    #expect(outcome.err == "")
    #expect(try outcome.json()["hits"] == .array([]))
    #expect(try outcome.json()["total"] == 0)
  }

  @Test(
    "is 2 without a workspace",
    arguments: [
      ["search", "サロン"], ["show", "t:salon"], ["match", "--need", "LIV-SHOP"], ["changes"],
      ["doctor"], ["doctor", "--repair"], ["export", "--as", "ndjson"], ["add", "--set", "name=x"],
      ["edit", "t:salon", "--set", "name=x"], ["confirm", "t:salon", "--how", "phone"],
      ["retire", "t:salon", "--why", "x"], ["import", "-"],
    ])
  func noWorkspace(_ arguments: [String]) throws {
    let desk = try Desk()
    try desk.run(list: arguments, input: "名称\nあ\n").fails(
      2, "workspace.missing", hint: "sasae init")
    #expect(!desk.exists("workspace"))
  }

  @Test("is 2 for a workspace that is there already, which stays as it is")
  func twice() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    try desk.run("init").fails(2, "workspace.exists")
    try desk.run("init", "--sample").fails(2, "workspace.exists")
    #expect(try desk.everything() == before)
  }

  @Test("is 2 without reference data")
  func noData() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    try desk.run("categories", "--data", desk.folder.path + "/none")
      .fails(2, "data.missing", hint: "SASAE_DATA")
  }

  @Test(
    "is 64 for wrong usage",
    arguments: [
      (["search", "--wokspace", "x"], "usage", ""),
      (["serch", "x"], "usage", "search"),
      (["search", "--limit", "x"], "usage", ""),
      (["search", "--limit", "5000000"], "usage.value", "0…"),
      (["search", "--format", "xml"], "usage.value", "json"),
      (["show", "t:salon", "--format", "csv"], "usage.value", "json"),
      (["search", "--audience", "everyone"], "usage.value", "public"),
      (["search", "--lang", "fr"], "usage.value", "ja, en"),
      (["search", "--day", "火曜"], "usage.value", "TU"),
      (["search", "--from", "25:99"], "usage.value", "HH:MM"),
      (["search", "--on", "あした"], "usage.value", "YYYY-MM-DD"),
      (["search", "--within", "500"], "usage.value", "--near"),
      (["search", "--sort", "distance"], "usage.value", "--near"),
      (["search", "--sort", "size"], "usage.value", "freshness"),
      (["search", "--near", "どこか遠く"], "usage.address", "LAT,LNG"),
      (["search", "--cursor", "c1.0.0"], "usage.cursor", "nextCursor"),
      (["search", "--fields", "nam"], "usage.value", "name"),
      (["search", "--category", "A-SALN"], "usage.unknown-category", "'A-SALON'"),
      (["search", "--category", "qqqqqqqq"], "usage.unknown-category", "sasae categories"),
      (["match", "--need", "LIV-SHP"], "usage.unknown-need", "'LIV-SHOP'"),
      (
        ["match", "--need", "LIV-SHOP", "--profile", "care-manger"], "usage.unknown-profile",
        "'care-manager'"
      ),
      (["match"], "usage.no-needs", "--need"),
      (["match", "--request", "-"], "usage.request", ""),
      (["import", "-", "--mapping", "generik"], "usage.unknown-mapping", "'generic'"),
      (["export", "--as", "pdf"], "export.format", "ndjson"),
      (["export"], "usage", ""),
      (["confirm", "t:salon"], "usage", ""),
      (["confirm", "t:salon", "--how", "phone", "--on", "2999-01-01"], "usage.value", ""),
      (["retire", "t:salon"], "usage", ""),
      (["edit", "t:salon", "--set", "colour=red"], "usage.value", "cost.text"),
      (["edit", "t:salon"], "usage.not-interactive", "--set"),
      (["add"], "usage.not-interactive", "--from"),
      (["changes", "--limit", "0"], "usage.value", "1…"),
    ])
  func wrongUsage(_ arguments: [String], _ code: String, _ hint: String) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let before = try desk.everything()
    try desk.run(list: arguments).fails(64, code, hint: hint)
    #expect(try desk.everything() == before)
  }

  @Test("of an unknown option comes with the one that was meant", arguments: ["en", "ja"])
  func didYouMean(_ language: String) throws {
    let outcome = try Desk().run("search", "--wokspace", "x", "--lang", language)
    #expect(outcome.fails(64, "usage").err.contains("--workspace"))
    let verb = try Desk().run("serch", "--lang", language)
    #expect(verb.fails(64, "usage").err.contains("search"))
  }
}
