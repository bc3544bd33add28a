import Testing

@testable import Interchange

@Suite("JSON as a table")
struct JSONTableTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var headings: [String]
    var rows: [[String]]

    init(_ name: String, _ text: String, _ headings: [String], _ rows: [[String]]) {
      self.name = name
      self.text = text
      self.headings = headings
      self.rows = rows
    }

    var testDescription: String { name }
  }

  static let shapes: [Example] = [
    Example(
      "an array of objects", #"[{"a":"1","b":"2"},{"b":"3"}]"#, ["a", "b"],
      [["1", "2"], ["", "3"]]),
    Example("a mark and blanks", "\u{FEFF}\n [ {\"a\" : 1 } ] ", ["a"], [["1"]]),
    Example("an empty array", "[]", [], []),
    Example(
      "a key that comes late", #"[{"a":1},{"b":2,"a":3}]"#, ["a", "b"], [["1", ""], ["3", "2"]]),
    Example(
      "a heading map", #"{"header":{"b":"乙","a":"甲","z":"空"},"data":[{"a":1,"c":2,"b":3}]}"#,
      ["乙", "甲", "空", "c"], [["3", "1", "", "2"]]),
    Example("the map after the data", #"{"data":[{"a":1}],"labels":{"a":"甲"}}"#, ["甲"], [["1"]]),
    Example(
      "a list of headings",
      #"{"columns":[{"key":"a","label":"甲"},{"field":"b","title":"乙"}],"rows":[{"b":1}]}"#,
      ["甲", "乙"], [["", "1"]]),
    Example(
      "headers of a request", #"{"headers":{"Accept":"x"},"data":[{"a":1}]}"#, ["a"], [["1"]]),
    Example(
      "CKAN",
      #"{"help":"h","success":true,"result":{"fields":[{"id":"_id","type":"int"},{"id":"n","info":{"label":"名称"}}],"#
        + #""records":[{"n":"高松","_id":1}],"_links":{"start":"/"}}}"#, ["_id", "名称"], [["1", "高松"]]),
    Example("results", #"{"count":1,"results":[{"a":1}]}"#, ["a"], [["1"]]),
    Example("items", #"{"items":[{"a":1}],"links":[{"href":"long long long"}]}"#, ["a"], [["1"]]),
    Example("records", #"{"records":[{"a":1}]}"#, ["a"], [["1"]]),
    Example("any name", #"{"year":2022,"施設":[{"a":1}]}"#, ["a"], [["1"]]),
    Example("two levels down", #"{"response":{"body":{"facilities":[{"a":1}]}}}"#, ["a"], [["1"]]),
    Example(
      "rows as arrays", #"[["名称","数"],["甲",1],["乙"],["丙",2,3]]"#, ["名称", "数", ""],
      [["甲", "1", ""], ["乙", "", ""], ["丙", "2", "3"]]),
    Example(
      "rows as arrays with headings", #"{"fields":["名称",{"id":"n","label":"数"}],"data":[["甲",1]]}"#,
      ["名称", "数"], [["甲", "1"]]),
    Example(
      "GeoJSON",
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"x"}},"features":["#
        + #"{"type":"Feature","id":"f1","geometry":{"type":"Point","coordinates":[134.050,34.340,5]},"properties":{"名称":"甲","x":{"y":1}}},"#
        + #"{"type":"Feature","properties":{"名称":"乙"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},"#
        + #"{"type":"Feature","properties":null,"geometry":null}]}"#,
      ["id", "名称", "x_y", "longitude", "latitude"],
      [["f1", "甲", "1", "134.050", "34.340"], ["", "乙", "", "", ""], ["", "", "", "", ""]]),
    Example(
      "records under their ids", #"{"title":"t","a1":{"n":"甲"},"a2":{"n":"乙","m":1}}"#,
      ["id", "n", "m"],
      [["a1", "甲", ""], ["a2", "乙", "1"]]),
    Example(
      "records under their ids, with headings",
      #"{"header":{"n":"名称"},"a1":{"n":"甲"},"a2":{"n":"乙"}}"#, ["id", "名称"],
      [["a1", "甲"], ["a2", "乙"]]),
    Example(
      "records under their ids, with ids", #"{"data":{"k1":{"id":1},"k2":{"id":2}}}"#,
      ["key", "id"],
      [["k1", "1"], ["k2", "2"]]),
    Example(
      "values",
      #"[{"n":34.340,"e":-1.50E+3,"t":true,"f":false,"z":null,"l":["a",1,null,true],"o":{"p":{"q":"x"}},"m":[{"a":1}],"x":[]}]"#,
      ["n", "e", "t", "f", "z", "l", "o_p_q", "m", "x"],
      [["34.340", "-1.50E+3", "true", "false", "", "a;1;true", "x", "[{\"a\":1}]", ""]]),
    Example(
      "null, then an object", #"[{"p":null,"q":1},{"p":{"n":2}}]"#, ["q", "p_n"],
      [["1", ""], ["", "2"]]),
    Example("a name twice", #"[{"a":1,"b":2,"a":3}]"#, ["a", "b"], [["3", "2"]]),
    Example(
      "strings",
      #"[{"a":"\"\\\/\b\f\n\r\t\u3042\uD83C\uDF59","\u0062":"\uD83C-\uDF59\uD83C\uD83C\uDF59"}]"#,
      ["a", "b"], [["\"\\/\u{8}\u{C}\n\r\tあ🍙", "\u{FFFD}-\u{FFFD}\u{FFFD}🍙"]]),
    Example("commas too many", #"[,{"a":1},,{"a":2},]"#, ["a"], [["1"], ["2"]]),
  ]

  @Test("shapes", arguments: shapes)
  func shape(_ example: Example) throws {
    let table = try #require(JSONTable(Array(example.text.utf8)))
    #expect(table.headings == example.headings)
    #expect(table.rows.map(\.cells) == example.rows)
    #expect(table.rows.allSatisfy { $0.problem == nil })
  }

  @Test(
    "documents without a list",
    arguments: [
      "", " ", "1", "\"a\"", "[1,2]", "{}", #"{"a":1}"#, #"{"error":{"code":403}}"#, "{", "x",
      "\u{FEFF}",
    ])
  func none(text: String) {
    #expect(JSONTable(Array(text.utf8)) == nil)
  }

  @Test("what a document says of itself")
  func metadata() throws {
    let text =
      #"{"source":"湯沢市","license":"CC BY 4.0","title":1,"data":[{"source":"x"}],"origin":"u"}"#
    let table = try #require(JSONTable(Array(text.utf8)))
    #expect(table.metadata == ["source": "湯沢市", "license": "CC BY 4.0", "origin": "u"])
  }
}
