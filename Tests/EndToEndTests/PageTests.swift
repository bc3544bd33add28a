import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pages")
struct PageTests {
  /// Collects the text of elements; whether the page is well-formed is the parser's answer.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [String: Int] = [:]
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) { elements[name, default: 0] += 1 }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  @Test("of HTML are well-formed and escape what comes from lists", arguments: ["ja", "en"])
  func html(_ language: String) throws {
    let desk = try Desk(town: SmallTown.ndjson)
    for words in [["カフェ"], ["<b>カフェ</b> & \"x\""], []] {
      let page = try desk.run(list: ["search", "--format", "html", "--lang", language] + words)
        .expect(0)
      #expect(page.out.hasPrefix("<!doctype html>"))
      #expect(!page.out.contains("<script") && !page.out.contains("<b>"))
      // HTML leaves these open; everything else has to balance.
      var xml = page.out.replacing(#/<!doctype html>/#, with: "")
      xml = xml.replacing(#/<meta[^>]*>/#, with: "").replacing("<br>", with: "<br/>")
      let reader = Reader()
      let parser = XMLParser(data: Data(xml.utf8))
      parser.delegate = reader
      let isWellFormed = parser.parse()
      let problem = "\(String(describing: parser.parserError)) line \(parser.lineNumber)"
      #expect(isWellFormed, "\(problem)\n\(xml)")
      #expect(reader.elements["section"] ?? 0 > 0)
      #expect(reader.elements["script"] == nil && reader.elements["b"] == nil)
      #expect(reader.text.contains("<script>alert('x')</script> & \"認知症\" カフェ"))
    }
  }

  /// Columns on a terminal: full-width characters take two.
  static func columns(_ line: some StringProtocol) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
        0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6,
        0x1f300...0x1f64f, 0x20000...0x3fffd,
      ]
      return sum + (wide.contains { $0.contains(scalar.value) } ? 2 : 1)
    }
  }

  /// An id, an address on the web or a cursor is not broken; the words beside it are not many.
  static func isUnbreakable(_ line: some StringProtocol) -> Bool {
    let words = line.split(separator: " ")
    return words.count <= 3 && words.contains { $0.count > 12 && $0.allSatisfy(\.isASCII) }
  }

  @Test("of text stay within the width", arguments: [60, 80, 100], ["ja", "en"])
  func width(_ width: Int, _ language: String) throws {
    let desk = try Desk()
    try desk.run("init", "--sample").expect(0)
    desk.environment["COLUMNS"] = String(width)
    var widest = 0
    let ids = ["sample:bus-001", "sample:salon-001"]
    for call in [
      ["search", "買い物"], ["search", "--limit", "60", "--facets", "category,area,kind"],
      ["search", "--free", "--count-unknown"],
      ["search", "カフェ", "--include-unknown", "--max-cost", "100"],
      ["match", "--need", "LIV-SHOP", "--need", "SOC-LONELY", "--walk", "10", "--area", "番町"],
      ["match", "--need", "LIV-SHOP", "--explain", "--limit", "30"], ["categories"], ["needs"],
      ["plugins"], ["profiles"], ["instruments"], ["instruments", "kihon-checklist"],
      ["changes", "--limit", "50"], ["doctor"],
    ] + ids.map({ ["show", $0] }) {
      let outcome = try desk.run(list: call + ["--lang", language]).expect(0, isTalkative: true)
      for line in outcome.out.split(separator: "\n") where !Self.isUnbreakable(line) {
        let columns = Self.columns(line)
        widest = max(widest, columns)
        #expect(columns <= width, "\(call): \(line)")
      }
    }
    #expect(widest > width - 20, "the width is used: \(widest) of \(width)")
  }
}
