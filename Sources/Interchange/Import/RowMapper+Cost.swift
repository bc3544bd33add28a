import JapaneseText
import Model

extension RowMapper {
  mutating func addCost(_ row: RowCells, to resource: inout Resource) {
    var parts: [String] = []
    var ranges: [PriceRange?] = []
    for (who, columns) in plan.fees {
      guard let cell = row.joined(columns, keepsNone: true).map(RowCells.oneLine) else { continue }
      let range = Self.saysNone(cell) ? PriceRange(min: 0, max: 0) : CostText.read(cell).range
      ranges.append(range)
      parts.append("\(who)\(Self.price(cell, range))")
    }
    let isFees = !parts.isEmpty
    let many = plan.cost.count > 1
    var prices: [String] = []
    for column in plan.cost {
      guard let text = row.text(column).map(RowCells.oneLine) else { continue }
      let range = Self.saysNone(text) ? PriceRange(min: 0, max: 0) : CostText.read(text).range
      let price = Self.price(text, range)
      let label = many ? label(column) : nil
      // 年会費 beside 参加費 is another kind of price.
      if label == nil || !Self.isOtherKind(label ?? "") { ranges.append(range) }
      prices.append(label.map { "\($0)：\(price)" } ?? price)
    }
    parts.insert(contentsOf: prices, at: 0)
    let main = parts.joined(separator: "、")
    let note = row.joined(plan.costNote).map(RowCells.oneLine).map(Self.yen)
    guard !main.isEmpty || note != nil else { return }
    var cost = Cost(
      text: [main.isEmpty ? nil : main, note].compactMap { $0 }.joined(separator: " "))
    // A remark may change the price, and one price that is not read leaves the range open.
    let known = ranges.compactMap { $0 }
    if isFees || note == nil, !known.isEmpty, known.count == ranges.count {
      cost.min = known.map(\.min).min()
      cost.max = known.map(\.max).max()
      let periods = Set(known.map(\.per))
      cost.per = periods.count == 1 ? known[0].per : nil
      if isFees, cost.per == nil { cost.per = "visit" }
      evidence.note("cost.min", main)
    }
    resource.cost = cost
  }

  /// What tells one of several price columns from the others.
  private func label(_ column: Int) -> String? {
    if let qualifier = columns.qualifier(column) { return qualifier }
    let heading = columns.words[column].text
    return ["料金", "費用", "参加費", "利用料", "利用料金"].contains(heading) ? nil : heading
  }

  private static func isOtherKind(_ label: String) -> Bool {
    ["年", "月", "会費", "入会", "保証", "家賃"].contains { ByteSearch.contains(label, $0) }
  }

  private static func saysNone(_ cell: String) -> Bool { ["なし", "無し", "無"].contains(cell) }

  /// A number alone is yen; nothing to pay is 無料.
  private static func price(_ cell: String, _ range: PriceRange?) -> String {
    if saysNone(cell) { return "無料" }
    guard let range, JapaneseNumber.plain(cell) != nil else { return yen(cell) }
    return range.max == 0 ? "無料" : "\(grouped(range.max))円"
  }

  /// The yen sign of CP932 is a backslash elsewhere.
  static func yen(_ text: String) -> String {
    guard text.utf8.contains(0x5C) else { return text }
    var out = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (at, c) in scalars.enumerated() {
      let next = at + 1 < scalars.count ? scalars[at + 1].value : 0
      let isDigit = (0x30...0x39).contains(next) || (0xFF10...0xFF19).contains(next)
      out.append(c == "\\" && isDigit ? "¥" : c)
    }
    return String(out)
  }

  private static func grouped(_ yen: Double) -> String {
    guard yen == yen.rounded(), yen < 1e9 else { return "\(yen)" }
    var digits = Array(String(Int(yen)))
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: at)
      at -= 3
    }
    return String(digits)
  }
}
