import TestSupport

/// A list with rows of all kinds, and what must become of it.
struct RandomList {
  struct Row: Equatable {
    var line: Int
    var name, address, phone: String
  }

  private(set) var text = ""
  private(set) var resources: [Row] = []
  private(set) var rejected: [Int] = []
  /// Of all rows below the heading.
  private(set) var lines: [Int] = []
  let encoding: String
  private let delimiter: String
  private let lineEnd: String
  private var line = 1

  private static let extras = [
    "NO", "ＩＤ", "名称_カナ", "名称＿カナ", "備考", "説明", "料金(基本)", "参加費", "定員", "対象者", "利用可能\n曜日", "開始時間",
    "終了時間", "開催日時特記事項", "ＵＲＬ", "担当課", "緯度", "経度", "FAX番号", "タグ", "①人数（人）", "見本の欄", "_id",
    "車椅子可", "駐車場", "種別",
  ]
  private static let cells = [
    "", "", "", "－", "―", "なし", "不明", "1", "３８人", "月～金", "月・水", "9:00", "正午", "無料", "１５０円", "0",
    "はい、\"どうぞ\"", "一,二", "一;二", "一\t二", "お茶\nお菓子", "㈱みほん", "①", "髙い", "〃", "〇", "x", "12:00～13:00",
  ]
  private static let names = ["番町", "さくら", "髙橋", "①", "ひだまり", "の会", "会館", "ＡＢＣ", "サロン", "ヶ丘"]

  init(_ random: inout SeededGenerator) {
    encoding = random.pick(["UTF-8", "UTF-8", "BOM", "CP932", "UTF-16LE", "UTF-16BE"])
    delimiter = random.pick([",", ",", "\t", ";"])
    lineEnd = random.pick(["\n", "\r\n"])
    let name = random.pick(["名称", "施設名", "　　名　称", "①施設名（必須）", "名 称"])
    let address = random.pick(["住所", "所在地", "住　所", String(repeating: "　", count: 24) + "住所"])
    let phone = random.pick(["電話番号", "ＴＥＬ", "電話\n番号", "電話", "連絡先電話番号"])
    var headings = [name, address, phone] + random.some(Self.extras, 0.3)
    headings.shuffle(using: &random)
    for row in random.some(["見本町の一覧", "", "# 見本町, 福祉課", "#LINK", "令和8年4月1日現在"], 0.3) {
      add(random.chance(0.5) ? [row] : [row] + headings.dropFirst().map { _ in "" })
    }
    add(headings)
    for number in 0..<Int.random(in: 3...25, using: &random) {
      addRow(number, headings, (name, address, phone), &random)
    }
    for _ in 0..<random.pick([0, 0, 3, 100]) { addNoRow(headings.map { _ in "" }) }
    if random.chance(0.3) { addNoRow(["Ver20260511"]) }
    // Without a line end, a last row that is blank is none.
    if random.chance(0.3), !text.hasSuffix(lineEnd + lineEnd) { text.removeLast() }
  }

  private mutating func addRow(
    _ number: Int, _ headings: [String], _ known: (name: String, address: String, phone: String),
    _ random: inout SeededGenerator
  ) {
    func row(_ fill: (String) -> String) -> [String] { headings.map(fill) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0: addNoRow(row { _ in random.pick(["", " ", "　", "－"]) })
    case 1: addNoRow([""])
    case 2: addNoRow(row { $0 == known.name ? "合計" : "" })
    case 3: addNoRow([random.pick(["※ 祝日は休み", "注）要予約", "出典：見本町"])])
    case 4: addNoRow(headings)
    case 5:
      rejected.append(line)
      addNoRow(row { $0 == known.address ? "見本町9-9" : $0 == known.phone ? "087-000-9999" : "" })
    default:
      let name = random.text(of: Self.names, count: 1...3) + "\(number)"
      let address = "見本町\(random.pick(["番町", "大字東浜字西", "ト", "緑ヶ丘"]))\(number + 1)-\(number)"
      let phone = "087-000-\(1000 + number)"
      resources.append(Row(line: line, name: name, address: address, phone: phone))
      var cells = row { heading in
        switch heading {
        case known.name: name + random.pick(["", " ", "　　"])
        case known.address: address
        case known.phone: phone
        default: random.pick(Self.cells)
        }
      }
      // Ragged: more cells than headings, or without the empty ones at the end.
      if random.chance(0.1) { cells += random.pick([[""], ["", "余り"]]) }
      while random.chance(0.3), cells.last == "" { cells.removeLast() }
      addNoRow(cells)
    }
  }

  private mutating func addNoRow(_ cells: [String]) {
    lines.append(line)
    add(cells)
  }

  private mutating func add(_ cells: [String]) {
    let row = cells.map { cell in
      let isQuoted = cell.contains { [",", ";", "\t", "\n", "\""].contains($0) }
      return isQuoted ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: delimiter)
    text += row + lineEnd
    line += 1 + row.count { $0 == "\n" }
  }

  var bytes: [UInt8]? {
    switch encoding {
    case "BOM": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case "CP932": CP932.bytes(text)
    case "UTF-16LE", "UTF-16BE": utf16(text, bigEndian: encoding == "UTF-16BE")
    default: Array(text.utf8)
    }
  }
}
