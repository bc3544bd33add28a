import Testing

@Suite("JSON answers")
struct AnswerShapeTests {
  private func answer(_ call: String...) throws -> JSON {
    let outcome = try Desk(town: SmallTown.ndjson).run(list: call + ["--format", "json"]).expect(0)
    #expect(outcome.out.split(separator: "\n").count == 1 && outcome.out.hasSuffix("}\n"))
    return try outcome.json()
  }

  @Test("of a search hold what acceptance reads")
  func search() throws {
    let found = try answer(
      "search", "サロン", "--exact-total", "--facets", "category,area,kind", "--count-unknown")
    #expect(found["total"] == 1 && found["totalRelation"] == "eq")
    #expect(found["interpretation"]["concepts"].isArray)
    let hit = found["hits"][0]
    #expect(hit["id"] == "t:salon" && hit["name"] == "ふれあいサロン番町" && hit["kind"] == "join")
    #expect(hit["score"].number ?? 0 > 0 && hit["categories"] == .array(["A-SALON"]))
    #expect(hit["status"] == "active" && hit["phone"] == "087-000-0001")
    #expect(hit["schedule"]["text"] == "毎週火曜 13:30～15:30" && hit["cost"]["min"] == 100)
    #expect(hit["confirmed"]["on"] == "2026-08-01" && hit["address"].text != nil)
    for facet in ["category", "area", "kind"] {
      let count = found["facets"][facet][0]
      #expect(count["code"].text != nil && count["count"] == 1, "\(facet)")
    }
  }

  @Test("of a search can be limited, and continued without repeats")
  func pages() throws {
    let desk = try Desk(town: SmallTown.ndjson)
    var seen: [String] = []
    var call = ["search", "--limit", "1", "--format", "json", "--fields", "id"]
    for _ in 0..<10 {
      let page = try desk.run(list: call).expect(0).json()
      #expect(page["hits"].items.allSatisfy { $0.names == ["id"] })
      seen += page["hits"].items.compactMap { $0["id"].text }
      guard let cursor = page["nextCursor"].text else { break }
      call = ["search", "--limit", "1", "--format", "json", "--fields", "id", "--cursor", cursor]
    }
    #expect(seen.sorted() == SmallTown.ids.filter { $0 != "t:gone" }.sorted())
  }

  @Test("of a match hold what acceptance reads")
  func match() throws {
    let found = try answer("match", "--need", "LIV-SHOP")
    #expect(
      found.names.isSuperset(of: [
        "needs", "recommended", "askFirst", "excluded", "unmet", "plugins", "snapshot",
      ]))
    #expect(found["needs"][0]["code"] == "LIV-SHOP" && found["needs"][0]["from"] == "stated")
    let items = found["recommended"].items + found["askFirst"].items
    let shop = try #require(items.first { $0["id"] == "t:shop" })
    #expect(shop["covers"] == .array(["LIV-SHOP"]) && shop["name"] == "まごころ配達店")
    let tree = shop["explanation"]
    #expect(tree.names.isSuperset(of: ["plugin", "code", "value", "text", "facts", "children"]))
    let score = try #require(shop["score"].number)
    let value = try #require(tree["value"].number)
    #expect(abs(score - value) < 1e-9, "the score is what the tree computes")
    #expect(
      found["plugins"].items.allSatisfy { $0.names.isSuperset(of: ["id", "version", "status"]) })
    #expect(found["unmet"].isArray && found["snapshot"].text != nil)
  }

  @Test("of a resource are the resource, unknown members too")
  func show() throws {
    let found = try answer("show", "t:salon")
    let given = try JSON.lines(SmallTown.ndjson)[0]
    for name in given.names where !["reach", "source"].contains(name) {
      #expect(found[name] == given[name], "\(name)")
    }
  }

  @Test("of the rest hold what acceptance reads")
  func others() throws {
    let changes = try answer("changes")
    #expect(changes["changes"].items.count == 5 && changes["next"] == changes["changes"][4]["seq"])
    #expect(changes["changes"][4]["op"] == "retire" && changes["changes"][4]["id"] == "t:gone")
    let check = try answer("doctor")
    #expect(check["ok"] == true && check["findings"] == .array([]))
    let categories = try answer("categories")["categories"].items
    #expect(categories.contains { $0["code"] == "A-SALON" && $0["label"].text != nil })
    #expect(try answer("needs")["needs"].items.contains { $0["code"] == "LIV-SHOP" })
    #expect(try answer("plugins")["plugins"].items.contains { $0["id"] == "need-fit" })
    #expect(try answer("profiles")["profiles"].items.contains { $0["name"] == "care-manager" })
  }
}
