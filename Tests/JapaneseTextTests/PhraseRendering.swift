import JapaneseText

/// Readings as one line each, for golden files and messages.
extension CostReading {
  /// `300 /visit @adult #taking <テント> {土曜日}; … => 300…300 visit`; `-` before an incomplete one.
  func line(of phrase: String) -> String {
    let range = "\(PhraseText.number(min))…\(PhraseText.number(max)) \(per ?? "")"
    return [
      isComplete ? "+" : "-", prices.map { $0.line(of: phrase) }.joined(separator: "; "),
      min == nil ? "" : "=> \(range)",
    ].filter { !$0.isEmpty }.joined(separator: " ").trimmed
  }
}

extension StatedPrice {
  func line(of phrase: String) -> String {
    var out: [String] = []
    switch value {
    case .yen(let low, let high) where low == high: out.append(PhraseText.number(low))
    case .yen(let low, let high):
      out.append("\(PhraseText.number(low))~\(PhraseText.number(high))")
    case .share(let percent): out.append("\(PhraseText.number(percent))%")
    case .discount(let yen): out.append("-\(PhraseText.number(yen))")
    }
    for unit in units {
      out.append("/" + (unit.count == 1 ? "" : PhraseText.number(unit.count)) + unit.unit.rawValue)
    }
    for payer in payers {
      let ages =
        payer.minAge == nil && payer.maxAge == nil
        ? "" : "\(PhraseText.number(payer.minAge))-\(PhraseText.number(payer.maxAge))"
      out.append((payer.narrows ? "&" : "@") + payer.kind.rawValue + ages)
    }
    if let fee { out.append("#\(fee.rawValue)") }
    if let item { out.append("<\(PhraseText.oneLine(phrase.phrase(item)))>") }
    for condition in conditions { out.append("{\(PhraseText.oneLine(phrase.phrase(condition)))}") }
    return out.joined(separator: " ")
  }
}

extension EligibilityReading {
  /// `residence<市内>; and age~65-; … => 65… support1`; `-` before an incomplete one.
  func line(of phrase: String) -> String {
    var parts = conditions.enumerated().map { index, one in
      (index == 0 ? "" : "\(one.join.rawValue) ") + one.line(of: phrase)
    }
    if isOpen { parts.append("open") }
    var out = [isComplete ? "+" : "-", parts.joined(separator: "; ")]
    if minAge != nil || maxAge != nil || !careLevels.isEmpty {
      let about = isAgeApproximate ? "~" : ""
      out.append("=> \(about)\(PhraseText.number(minAge))…\(PhraseText.number(maxAge))")
      out += careLevels.map(\.rawValue)
    }
    return out.filter { !$0.isEmpty }.joined(separator: " ").trimmed
  }
}

extension EligibilityCondition {
  func line(of phrase: String) -> String {
    var out = kind.rawValue
    if kind == .age {
      let about = isApproximate ? "~" : ""
      out += " \(about)\(PhraseText.number(minAge))-\(PhraseText.number(maxAge))"
    }
    if !careLevels.isEmpty { out += " " + careLevels.map(\.rawValue).joined(separator: ",") }
    if let area { out += "<\(PhraseText.oneLine(phrase.phrase(area)))>" }
    if role != .required { out += " (\(role.rawValue))" }
    return out
  }
}

enum PhraseText {
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return value == Double(Int(value)) ? "\(Int(value))" : "\(value)"
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
