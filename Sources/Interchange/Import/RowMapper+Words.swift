import Diagnostics
import JapaneseText
import Model

extension RowMapper {
  /// Who runs it, whom it is for, how many can come.
  mutating func addPeople(_ row: RowCells, to resource: inout Resource) {
    if let name = row.firstLine(plan.providerName), !isPersonsOwn(row, name) {
      var provider = Provider(name: name)
      if let number = row.firstLine(plan.providerNumber).map({ $0.filter(\.isNumber) }),
        number.count == 13
      {
        provider.extra["corporateNumber"] = .string(number)
      }
      resource.provider = provider
    }
    resource.eligibility = row.qualified(plan.eligibility, columns).map { Eligibility(text: $0) }
    if let text = row.qualified(plan.capacity, columns, separator: "、") {
      resource.capacity = Self.capacity(text)
      if resource.capacity?.maximum != nil {
        evidence.note("capacity.maximum", "\(heading(plan.capacity, ""))：\(text)")
      }
    }
    let areas = Self.list(row.joined(plan.reachAreas))
    if !areas.isEmpty {
      if areas.allSatisfy({ $0.count <= 20 }) {
        resource.reach = Reach(areas: areas)
      } else {
        let text = areas.joined(separator: "、")
        resource.eligibility = Eligibility(
          text: [resource.eligibility?.text, text].compactMap { $0 }.joined(separator: " "))
      }
    }
  }

  /// Whether a 設置者 or 営業者 is a person: then it is no provider to be shown.
  private func isPersonsOwn(_ row: RowCells, _ name: String) -> Bool {
    guard let column = plan.providerName.first(where: { row.range($0) != nil }) else {
      return false
    }
    let heading = columns.words[column].key
    return ["開設者", "設置者", "経営者", "営業者", "申請者", "運営者"].contains { ByteSearch.contains(heading, $0) }
      && PersonText.mayBe(name)
  }

  /// Words about it: what it is, what is there, remarks, tags, its page, when it was made sure of.
  mutating func addWords(_ row: RowCells, to resource: inout Resource) {
    resource.summary = row.joined(plan.summary).map(Self.yen)
    var parts: [String] = []
    if let text = row.qualified(plan.description, columns, separator: "\n") {
      parts.append(Self.yen(text))
    }
    for column in plan.accessText {
      if let text = row.text(column), !row.saysNone(row.range(column) ?? 0..<0) {
        parts.append("\(columns.words[column].text)：\(text)")
      }
    }
    for (label, columns) in plan.facts {
      if let text = row.joined(columns, keepsNone: true) { parts.append("\(label)：\(text)") }
    }
    if let cell = row.first(plan.url), ByteSearch.contains(cell, "://") {
      resource.extra["url"] = .string(Self.address(in: cell))
    }
    resource.tags = Self.list(row.joined(plan.tags))
    for (label, columns) in plan.offers {
      guard let cell = row.joined(columns, keepsNone: true) else { continue }
      // 「要相談」 is neither: the words are kept for a person to judge.
      switch AnswerText.isYes(cell) {
      case true?: resource.tags.append(label)
      case false?: continue
      case nil: parts.append("\(label)：\(cell)")
      }
    }
    if let note = row.joined(plan.note) { parts.append(Self.yen(note)) }
    if !parts.isEmpty { resource.description = parts.joined(separator: "\n") }
    if let day = row.firstLine(plan.confirmedOn) {
      if let date = JapaneseDate.read(day, order: dateOrder)?.date {
        resource.confirmed = Confirmation(on: date.text)
      } else {
        warn("warning.date", plan.confirmedOn, row, day)
      }
    }
  }

  /// The address in a cell that may say more.
  private static func address(in cell: String) -> String {
    guard cell.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return cell }
    let words = cell.split { $0.isWhitespace }
    return words.first { ByteSearch.contains(String($0), "://") }.map(String.init) ?? cell
  }

  /// Texts between semicolons, ideographic commas and line breaks.
  static func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.split { ";；、，,\n\r\r\n".contains($0) }
      .map { MemberReader.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  static func capacity(_ text: String) -> Capacity {
    var capacity = Capacity(text: RowCells.oneLine(text))
    if let number = JapaneseNumber.plain(text) {
      if number > 0 { capacity.maximum = number }
      return capacity
    }
    // 「20組40名」 states two numbers: none of them is how many can come.
    let bare = Normalizer.nfkc(text).split { "人名床席約".contains($0) }.map(String.init)
      .filter { $0.contains { $0 != " " } }
    if bare.count == 1, let number = JapaneseNumber.plain(bare[0]), number > 0 {
      capacity.maximum = number
    }
    return capacity
  }
}
