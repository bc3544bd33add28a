import Diagnostics

/// `municipalities.tsv`, read as a `DataFile` is but without a dictionary for each of its 1,963 rows.
struct MunicipalityFile {
  static let columns = ["code", "prefecture", "name", "kana", "lat", "lng"]

  private let path: String
  private let bytes: [UInt8]
  private var line = 0
  /// Where each of `columns` stands in a row.
  private var order: [Int] = []
  /// Cells of the heading.
  private var width = 0
  /// Bounds of the cells of the row in hand.
  private var cells: [Range<Int>] = []
  private(set) var rows: [Municipality] = []
  /// Line and code of each row.
  private var places: [(line: Int, number: Int)] = []
  /// Row of each code.
  private(set) var codes: [Int: Int] = [:]

  init(path: String) throws(SasaeError) {
    self.path = path
    bytes = try FileBytes.read(path)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SasaeError("data.encoding", at: Position(file: path))
    }
    rows.reserveCapacity(2_048)
    codes.reserveCapacity(2_048)
    try readLines()
    if order.isEmpty {
      throw SasaeError("data.heading", ["value": "code"], at: Position(file: path, line: 1))
    }
    try checkPrefectures()
  }

  private mutating func readLines() throws(SasaeError) {
    var start = 0
    while start < bytes.count {
      line += 1
      split(from: start)
      let next = (cells.last?.upperBound ?? start) + 1
      trimReturn()
      defer { start = next }
      guard let first = cells.first, cells.count > 1 || !first.isEmpty else { continue }
      if !first.isEmpty, bytes[first.lowerBound] == UInt8(ascii: "#") { continue }
      if order.isEmpty { try readHeading() } else { try readRow() }
    }
  }

  private mutating func split(from start: Int) {
    cells.removeAll(keepingCapacity: true)
    var begin = start
    var at = start
    while at < bytes.count, bytes[at] != 0x0A {
      if bytes[at] == 0x09 {
        cells.append(begin..<at)
        begin = at + 1
      }
      at += 1
    }
    cells.append(begin..<at)
  }

  private mutating func trimReturn() {
    guard let last = cells.popLast() else { return }
    let ends = !last.isEmpty && bytes[last.upperBound - 1] == 0x0D
    cells.append(last.lowerBound..<last.upperBound - (ends ? 1 : 0))
  }

  private mutating func readHeading() throws(SasaeError) {
    let names = cells.map { String(decoding: bytes[$0], as: UTF8.self) }
    width = names.count
    for name in Self.columns {
      guard let place = names.firstIndex(of: name) else {
        throw SasaeError(
          "data.heading", ["value": "\(name)"], at: Position(file: path, line: line))
      }
      order.append(place)
    }
  }

  private func cell(_ column: Int) -> String {
    let place = order[column]
    return place < cells.count ? String(decoding: bytes[cells[place]], as: UTF8.self) : ""
  }

  private func error(
    _ code: ErrorCode, _ values: [String: Bilingual], line: Int, column: Int
  ) -> SasaeError {
    SasaeError(code, values, at: Position(file: path, line: line, field: Self.columns[column]))
  }

  private mutating func readRow() throws(SasaeError) {
    guard cells.count <= width else {
      throw SasaeError(
        "data.cells", ["found": "\(cells.count)", "expected": "\(width)"],
        at: Position(file: path, line: line))
    }
    let code = cell(0)
    guard let number = MunicipalityCode.valid(code) else {
      let wanted = Bilingual(ja: "6桁、末尾は検査数字", en: "6 digits, the last a check digit")
      throw error("data.value", ["value": "\(code)", "expected": wanted], line: line, column: 0)
    }
    guard codes.updateValue(rows.count, forKey: number) == nil else {
      throw error("data.duplicate", ["value": "\(code)"], line: line, column: 0)
    }
    rows.append(
      Municipality(
        code: code, prefecture: cell(1), name: cell(2), kana: cell(3),
        lat: try degrees(4, in: 20...46), lng: try degrees(5, in: 122...154)))
    places.append((line, number))
  }

  private func degrees(_ column: Int, in range: ClosedRange<Double>) throws(SasaeError) -> Double? {
    let text = cell(column)
    if text.isEmpty { return nil }
    guard let value = Double(text), range.contains(value) else {
      throw error(
        "data.value",
        ["value": "\(text)", "expected": "\(Int(range.lowerBound))…\(Int(range.upperBound))"],
        line: line, column: column)
    }
    return value
  }

  /// Each row names the prefecture of its first two digits; only a prefecture's own has no name.
  private func checkPrefectures() throws(SasaeError) {
    for (row, place) in zip(rows, places) {
      let five = place.number / 10_000 * 1_000
      let head = five * 10 + MunicipalityCode.checkDigit(ofFive: five)
      if row.name.isEmpty != (place.number == head) {
        let wanted = Bilingual(ja: "都道府県だけ空にします", en: "empty for a prefecture only")
        throw error(
          "data.value", ["value": "\(row.name)", "expected": wanted], line: place.line, column: 2)
      }
      let own = codes[head].map { rows[$0] }
      guard let own, own.prefecture == row.prefecture, !row.prefecture.isEmpty else {
        throw error(
          "data.dangling",
          [
            "value": "\(row.prefecture)",
            "what": Bilingual(ja: "都道府県", en: "prefecture"),
            "suggestion": "\(own?.prefecture ?? "")",
          ], line: place.line, column: 1)
      }
    }
  }
}
