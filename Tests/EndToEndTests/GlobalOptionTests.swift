import Testing

@Suite("Global options")
struct GlobalOptionTests {
  @Test(
    "stand before the verb or after it, with a space or with =",
    arguments: [
      ["--workspace", "HERE", "--format", "json", "--lang", "en", "search", "サロン"],
      ["search", "サロン", "--workspace", "HERE", "--format", "json", "--lang", "en"],
      ["--workspace=HERE", "--format=json", "--lang=en", "search", "サロン"],
      ["search", "--workspace=HERE", "--format=json", "--lang=en", "サロン"],
      ["--workspace", "HERE", "search", "--format=json", "サロン", "--lang", "en"],
      ["--lang=en", "search", "--format", "json", "--workspace=HERE", "--", "サロン"],
    ])
  func positions(_ call: [String]) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let place = desk.workspace
    desk.environment["SASAE_WORKSPACE"] = "/nowhere"
    let answer = try desk.run(list: call.map { $0.replacing("HERE", with: place) }).expect(0).json()
    #expect(answer["hits"][0]["id"] == "t:salon")
  }

  @Test("that stand before the verb leave what follows -- alone")
  func dashes() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    let outcome = try desk.run("--format", "json", "search", "--", "--lang")
    #expect(outcome.end == .exit(1), "\(outcome)")
    #expect(try outcome.json()["total"] == 0)
  }

  @Test(
    "go with help too",
    arguments: [
      ["--lang", "en", "help", "search"], ["help", "search", "--lang", "en"], ["--lang", "en"],
      ["--lang", "en", "--help"], ["--lang=en", "search", "--help"],
    ])
  func help(_ call: [String]) throws {
    let desk = try Desk()
    desk.environment["LANG"] = "ja_JP.UTF-8"
    let outcome = try desk.run(list: call).expect(0)
    #expect(outcome.out.contains("USAGE") && !outcome.out.isJapanese(beyond: ["買い物"]), "\(outcome)")
  }

  @Test("name the data folder")
  func data() throws {
    let desk = try Desk()
    desk.environment["SASAE_DATA"] = "/nowhere"
    try desk.run("needs").fails(2, "data.missing")
    try desk.run("--data", Program.data, "needs").expect(0)
    try desk.run("needs", "--data=\(Program.data)").expect(0)
  }

  @Test("of the workspace fall back on the variables, then on the home folder")
  func places() throws {
    let desk = try Desk()
    desk.environment["SASAE_WORKSPACE"] = nil
    try desk.run("init").expect(0)
    #expect(desk.exists(".local/share/sasae/registry.sqlite"))
    desk.environment["XDG_DATA_HOME"] = desk.folder.path + "/xdg"
    try desk.run("init").expect(0)
    #expect(desk.exists("xdg/sasae/registry.sqlite"))
    desk.environment["SASAE_WORKSPACE"] = desk.folder.path + "/named"
    try desk.run("init").expect(0)
    #expect(desk.exists("named/registry.sqlite"))
  }

  @Test(
    "decide who sees a contact",
    arguments: [
      ("public", false), ("professionals", false), ("coordinator", true),
    ])
  func audience(_ who: String, _ sees: Bool) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    for call in [
      ["search", "配達"], ["search", "配達", "--format", "json"], ["show", "t:shop"],
      ["show", "t:shop", "--format", "json"], ["match", "--need", "LIV-SHOP"],
      ["match", "--need", "LIV-SHOP", "--format", "json"], ["export", "--as", "ndjson"],
      ["export", "--as", "csv"], ["search", "配達", "--format", "html"],
      ["search", "配達", "--format", "csv"],
    ] {
      let outcome = try desk.run(list: ["--audience", who] + call).expect(0)
      #expect(outcome.out.contains("まごころ配達店"), "\(outcome)")
      #expect(outcome.out.contains("087-000-0002") == sees, "\(outcome)")
    }
    #expect(!(try desk.run("export", "--as", "ndjson").expect(0).out.contains("087-000-0002")))
  }
}
