import Glibc

/// Finds the byte between the cells of a table by trying each on the first rows.
enum DelimiterGuess {
  private static let sampledRows = 30

  /// - Parameters:
  ///   - text: The beginning of the table in UTF-8.
  ///   - isWhole: Whether it is all of it; otherwise the last row is cut and not looked at.
  /// - Returns: A tab, a comma or a semicolon; a comma if none splits anything.
  static func delimiter(of text: [UInt8], isWhole: Bool) -> UInt8 {
    // Tabs hardly ever stand inside a cell, but commas and semicolons do, in addresses and lists.
    let tab = spread(of: Byte.tab, in: text, isWhole: isWhole)
    if tab.columns > 1, tab.evenness >= 0.8 { return Byte.tab }
    var best = (delimiter: Byte.comma, score: 0.0)
    for delimiter in [Byte.comma, Byte.semicolon, Byte.tab] {
      let spread = spread(of: delimiter, in: text, isWhole: isWhole)
      // More columns weigh a little: a ragged table of ten columns still is one, while a list
      // "月;火" in one cell of every row splits it into two columns quite evenly.
      let score = spread.evenness * log2(Double(spread.columns))
      if score > best.score { best = (delimiter, score) }
    }
    if best.score > 0 { return best.delimiter }
    // A few rows among titles and footnotes: only the rows that are split count.
    for delimiter in [Byte.comma, Byte.semicolon, Byte.tab] {
      var rows: [Int: Int] = [:]
      for count in columnCounts(of: text, delimiter: delimiter, isWhole: isWhole) where count > 1 {
        rows[count, default: 0] += 1
      }
      let score = rows.map { Double($0.value) * log2(Double($0.key)) }.max() ?? 0
      if score > best.score { best = (delimiter, score) }
    }
    return best.delimiter
  }

  /// The number of columns most rows have, and the share of the rows that have it.
  private static func spread(
    of delimiter: UInt8, in text: [UInt8], isWhole: Bool
  ) -> (columns: Int, evenness: Double) {
    var counts = columnCounts(of: text, delimiter: delimiter, isWhole: isWhole)
    if !isWhole, counts.count > 1, counts.count < sampledRows { counts.removeLast() }
    var rows: [Int: Int] = [:]
    for count in counts { rows[count, default: 0] += 1 }
    let most = rows.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let most else { return (1, 0) }
    return (most.key, Double(most.value) / Double(counts.count))
  }

  private static func columnCounts(of text: [UInt8], delimiter: UInt8, isWhole: Bool) -> [Int] {
    var reader = TableReader(source: .bytes(text), encoding: .utf8, delimiter: delimiter)
    var record = RawRecord()
    var counts: [Int] = []
    do throws(TableError) {
      while counts.count < sampledRows, try reader.next(into: &record) {
        // A cell cut at the end of the sample looks unclosed, and what follows is not rows.
        if !isWhole, case .unclosedQuote? = record.problem { break }
        if record.count > 1 || !record.bytes.isEmpty { counts.append(record.count) }
      }
    } catch {
      // Text in memory can only be refused for its length; the rows so far decide.
    }
    return counts
  }
}
