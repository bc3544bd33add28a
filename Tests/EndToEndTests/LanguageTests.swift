import Testing

@Suite("Languages")
struct LanguageTests {
  @Test("of every verb's help, on standard output", arguments: Verb.all + ["help", ""])
  func help(_ verb: String) throws {
    let desk = try Desk()
    let call = (verb.isEmpty ? [] : [verb]) + ["--help"]
    let english = try desk.run(list: call + ["--lang", "en"]).expect(0)
    let japanese = try desk.run(list: call + ["--lang", "ja"]).expect(0)
    #expect(!english.out.isJapanese(beyond: ["買い物"]), "\(english)")
    #expect(japanese.out.isJapanese(), "\(japanese)")
    #expect(english.out.contains("USAGE") && english.out != japanese.out)
    if Verb.all.contains(verb) {
      let root = try desk.run("help", verb).expect(0)
      #expect(root.out == english.out)
      #expect(english.out.contains("--workspace") && english.out.contains("--lang"))
    }
  }

  @Test(
    "of errors",
    arguments: [
      ["search"], ["show", "x"], ["doctor"], ["export", "--as", "ndjson"], ["changes"],
      ["import", "/nowhere/list.csv"], ["match", "--need", "LIV-SHP"], ["match"],
      ["search", "--category", "A-SALN"], ["confirm", "x", "--how", "phone"],
      ["retire", "x", "--why", "y"], ["add"], ["assess", "lsns"], ["assess", "lsns-6"],
      ["edit", "x"], ["export", "--as", "pdf"],
    ])
  func errors(_ call: [String]) throws {
    let desk = try Desk()
    let english = try desk.run(list: call + ["--lang", "en"])
    let japanese = try desk.run(list: call + ["--lang", "ja"])
    #expect(english.end == japanese.end && english.end != .exit(0))
    #expect(english.err.contains("\nhint: ") && japanese.err.contains("\nhint: "))
    #expect(!english.err.isJapanese(), "\(english)")
    #expect(japanese.err.isJapanese(), "\(japanese)")
    #expect(english.out == "" && japanese.out == "")
  }

  @Test(
    "of lists that need no workspace",
    arguments: ["needs", "plugins", "profiles", "categories", "instruments"])
  func lists(_ verb: String) throws {
    let desk = try Desk()
    let english = try desk.run(verb, "--lang", "en").expect(0)
    let japanese = try desk.run(verb, "--lang", "ja").expect(0)
    #expect(!english.out.isJapanese(), "\(english)")
    #expect(japanese.out.isJapanese())
  }

  @Test(
    "follow the locale unless told otherwise",
    arguments: [
      (["LANG": "ja_JP.UTF-8"], true), (["LANG": "en_US.UTF-8"], false),
      (["LANG": "de_DE.UTF-8"], false), (["LANG": "C.UTF-8"], true), ([:], true),
      (["LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"], true),
      (["LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"], false),
    ])
  func locale(_ variables: [String: String], _ isJapanese: Bool) throws {
    let desk = try Desk()
    desk.environment["LANG"] = nil
    desk.environment.merge(variables) { $1 }
    #expect(try desk.run("plugins").expect(0).out.isJapanese() == isJapanese)
    #expect(try desk.run("search").fails(2, "workspace.missing").err.isJapanese() == isJapanese)
    let other = isJapanese ? "en" : "ja"
    #expect(try desk.run("plugins", "--lang", other).expect(0).out.isJapanese() != isJapanese)
  }

  @Test("of the version are one")
  func version() throws {
    let version = try Desk().run("--version").expect(0).out
    #expect(version.split(separator: ".").count == 3)
  }
}

extension String {
  /// Whether it holds kana, kanji or Japanese punctuation.
  func isJapanese(beyond allowed: [String] = []) -> Bool {
    var text = self
    for word in allowed { text = text.replacing(word, with: "") }
    return text.unicodeScalars.contains { scalar in
      (0x3000...0x30ff).contains(scalar.value) || (0x4e00...0x9fff).contains(scalar.value)
        || (0xff00...0xffef).contains(scalar.value)
    }
  }
}
