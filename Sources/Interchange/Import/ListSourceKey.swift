import JapaneseText

/// The lasting key of a list: who published it, of what layout, under what name.
public enum ListSourceKey {
  /// Publisher code + layout + file stem without dates, so that last year's and this year's file of
  /// one list have one key.
  public static func derive(path: String, mapping: String, municipality: String?) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name == "-" { name = "stdin" }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    let parts = Normalizer.nfkc(name).lowercased()
      .split { !($0.isLetter || $0.isNumber) }
      .map(String.init)
      .filter { !looksLikeDate($0) }
    let stem = parts.isEmpty ? "list" : parts.joined(separator: "-")
    return [municipality, mapping, stem].compactMap { $0 }.joined(separator: "-")
  }

  /// 2025, 202504, 20250401, r7, 令和7年度.
  private static func looksLikeDate(_ part: String) -> Bool {
    let digits = part.filter(\.isNumber)
    if digits.count == part.count {
      guard [4, 6, 8].contains(part.count), let year = Int(part.prefix(4)) else { return false }
      guard (1990...2099).contains(year) else { return false }
      return part.count == 4 || (1...12).contains(Int(part.dropFirst(4).prefix(2)) ?? 0)
    }
    let rest = part.filter { !$0.isNumber }
    return !digits.isEmpty && ["r", "h", "令和", "令和年", "令和年度", "平成年度", "年度", "年"].contains(rest)
  }
}
