extension Municipalities {
  /// The municipality that a row's columns mean together, however a spreadsheet left the code.
  ///
  /// A code counts when its check digit is right and the table has it; where five digits can be
  /// read in two ways (`12203`: 市川市, or 士別市 without its zero) the names decide. A city and its
  /// wards, a prefecture and its municipalities do not contradict each other: then the code wins.
  /// Without a code that counts, a name decides if it means one only.
  public func resolve(code: String?, prefecture: String?, name: String?) -> Resolution {
    let meant = meant(prefecture: prefecture, name: name)
    let read = MunicipalityCode.candidates(code ?? "").compactMap { candidate in
      row(candidate.number).map { (row: $0, how: candidate.how) }
    }
    guard let first = read.first else {
      guard meant.rows.count == 1, let only = meant.rows.first else { return .unknown }
      return .found(all[only], from: .byName)
    }
    if read.count == 1 {
      if agreement(first.row, meant) != .none { return .found(all[first.row], from: first.how) }
      guard let other = meant.rows.first ?? meant.prefecture else { return .unknown }
      return .conflict(code: all[first.row], name: all[other])
    }
    for wanted in [Agreement.same, .related] {
      let fitting = read.filter { agreement($0.row, meant) == wanted }
      if fitting.count == 1, let one = fitting.first { return .found(all[one.row], from: one.how) }
    }
    return .unknown
  }

  private enum Agreement { case same, related, nothingSaid, none }

  private func agreement(_ row: Int, _ meant: Meant) -> Agreement {
    if meant.rows.contains(row) { return .same }
    let code = all[row]
    if meant.rows.isEmpty {
      guard let prefecture = meant.prefecture else { return .nothingSaid }
      return all[prefecture].prefecture == code.prefecture ? .related : .none
    }
    let fits = meant.rows.contains { Self.holds(all[$0], code) || Self.holds(code, all[$0]) }
    return fits ? .related : .none
  }

  /// Whether `part` lies in `whole`: a municipality in its prefecture, a ward in its city.
  private static func holds(_ whole: Municipality, _ part: Municipality) -> Bool {
    guard whole.prefecture == part.prefecture else { return false }
    if whole.name.isEmpty { return true }
    return whole.name.hasSuffix("市") && part.name.hasSuffix("区") && part.name.hasPrefix(whole.name)
  }
}
