import Geography
import Model
import Testing
import TestSupport

/// Addresses made of the rows of the table, spelt as people spell them.
@Suite("Addresses however they are written")
struct LocatePropertyTests {
  @Test func everyTownIsFoundHoweverItIsWritten() throws {
    let seed = propertySeed("every town")
    var random = SeededGenerator(seed: seed)
    let towns = try Towns.gazetteer()
    let rows = try Towns.rows()
    for row in rows where row.town != "（大字なし）" {
      let address = Self.address(row, &random)
      let found = try towns.locate(address)
      #expect(found.code == row.code, "\(address) → \(found.matched), seed \(seed)")
      #expect(found.precision == .town, "\(address) → \(found.matched), seed \(seed)")
    }
  }

  /// Whatever is typed, there is an answer or a fault, and what is left over is part of the text.
  @Test func nothingTypedBreaksIt() throws {
    let seed = propertySeed("nothing typed")
    var random = SeededGenerator(seed: seed)
    let towns = try Towns.gazetteer()
    let pieces = [
      "香川県", "高松市", "番町", "一丁目", "1", "２", "-", "ー", "－", "丁目", "字", "大字", " ", "　", "ニ", "十", "々",
      "（", "綾歌郡", "町", "の", "〒", "760-0017", "\u{3099}", "ｶﾞ", "🏠", "\0", "上る", "郡", "市", "区", "ケ",
    ]
    for _ in 0..<20_000 {
      let text = random.text(of: pieces, count: 0...9)
      if let found = try? towns.locate(text) {
        #expect(Array(text.utf8).contains(Array(found.rest.utf8)), "\(text), seed \(seed)")
      }
    }
    _ = try? towns.locate(String(repeating: "高松市番町", count: 100_000))
  }

  private static func address(_ row: TownRow, _ random: inout SeededGenerator) -> String {
    let county = row.city.firstIndex(of: "郡").map { row.city.index(after: $0) }
    let city = random.chance(0.3) ? county.map { String(row.city[$0...]) } ?? row.city : row.city
    var text = random.chance(0.5) ? row.prefecture + city : city
    if random.chance(0.2) { text += random.pick([" ", "　", "大字"]) }
    text += spelt(row.town, &random)
    if !row.koaza.isEmpty { text += random.pick(["", "字"]) + row.koaza }
    let dash = random.pick(["-", "－", "‐", "−", "–", "ー"])
    return text
      + random.pick([
        "", "5", "12番地", "3\(dash)4", "7番8号", "９９９番地の２　ビル3F", "18", "21 集会所",
      ])
  }

  /// 一丁目 as it is typed.
  private static func spelt(_ town: String, _ random: inout SeededGenerator) -> String {
    guard town.hasSuffix("丁目"), let digit = town.dropLast(2).last,
      let value = "一二三四五六七八九".firstIndex(of: digit)
    else { return random.chance(0.3) ? town.replacing("ケ", with: "ヶ") : town }
    let number = "一二三四五六七八九".distance(from: "一二三四五六七八九".startIndex, to: value) + 1
    let wide = ["１", "２", "３", "４", "５", "６", "７", "８", "９"][number - 1]
    let katakana = number == 2 ? "ニ" : number == 8 ? "ハ" : String(digit)
    return town.dropLast(3)
      + random.pick([
        "\(digit)丁目", "\(number)丁目", "\(wide)丁目", "\(number)丁", "\(katakana)丁目", "\(number)-9-",
        "\(wide)－9－",
      ])
  }
}
