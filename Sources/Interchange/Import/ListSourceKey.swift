import JapaneseText

/// The lasting key of a list: who published it, of what layout, under what name.
public enum ListSourceKey {
  /// Publisher code + layout + file stem without dates, so that last year's and this year's file of
  /// one list have one key.
  public static func derive(path: String, mapping: String, municipality: String?) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name == "-" { name = "stdin" }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    let parts = withoutDates(Normalizer.nfkc(name).lowercased())
      .split { !($0.isLetter || $0.isNumber) }
      .map(String.init)
      .filter { !isYearOrDay($0) && !editions.contains($0) }
    let stem = parts.isEmpty ? "list" : parts.joined(separator: "-")
    return [municipality, mapping, stem].compactMap { $0 }.joined(separator: "-")
  }

  /// Without 令和8年度, R8.4.1, 2026年4月1日現在, 26.4.1, (1), 最新版 …, wherever they stand.
  private static func withoutDates(_ name: String) -> String {
    var text = Array(name)
    for word in phrases {
      while let at = find(Array(word), in: text) {
        text.replaceSubrange(at..<(at + word.count), with: [" "])
      }
    }
    var out: [Character] = []
    var at = 0
    while at < text.count {
      let end = dateEnd(text, from: at, after: out.last)
      if end > at {
        out.append(" ")
        at = end
      } else {
        out.append(text[at])
        at += 1
      }
    }
    return String(out)
  }

  /// Just behind a date that begins here; the same place when none does.
  private static func dateEnd(_ text: [Character], from start: Int, after: Character?) -> Int {
    var at = start
    func digits(_ most: Int) -> Int {
      var count = 0
      while at + count < text.count, count < most, text[at + count].isASCII,
        text[at + count].isNumber
      {
        count += 1
      }
      return count
    }
    var isEra = false
    for era in ["令和", "平成"] where text[at...].starts(with: era) {
      at += 2
      isEra = true
    }
    // r8, h30: a letter that ends no word, before one or two digits, or r0804.
    if !isEra, text[at] == "r" || text[at] == "h",
      !(after.map { $0.isASCII && $0.isLetter } ?? false)
    {
      at += 1
      isEra = true
    }
    if isEra, at < text.count, text[at] == "元" {
      at += 1
    } else {
      if !isEra, after.map({ $0.isASCII && ($0.isNumber || $0.isLetter) }) ?? false { return start }
      let count = digits(9)
      let rest = at + count < text.count ? text[at + count] : " "
      if isEra {
        guard (1...2).contains(count) || count == 4 || count == 6,
          !(rest.isASCII && rest.isLetter)
        else { return start }
      } else {
        let year = count >= 4 ? Int(String(text[at..<(at + 4)])) ?? 0 : 0
        let isYear =
          count == 4 && (1990...2099).contains(year) && "年. ".contains(rest)
          || count == 4 && (1990...2099).contains(year) && "-_".contains(rest)
            && isDayPart(text, at + 5)
        let isShort = count == 2 && rest == "." && hasThreeNumbers(text, at)
        // 2026サロン一覧, but not 2026 alone, which the parts are asked about.
        let isGlued = count == 4 && (1990...2099).contains(year) && rest.isLetter && !rest.isASCII
        guard isYear || isShort || isGlued else { return start }
      }
      at += count
    }
    while at < text.count {
      if let word = tails.first(where: { text[at...].starts(with: $0) }) {
        at += word.count
      } else if ".-_".contains(text[at]), at + 1 < text.count, text[at + 1].isNumber,
        isDayPart(text, at + 1)
      {
        at += 1
      } else if digits(2) > 0, "年月.度-_".contains(text[at - 1]) {
        at += digits(2)
      } else {
        break
      }
    }
    return at
  }

  /// One or two digits and no more: a month or a day.
  private static func isDayPart(_ text: [Character], _ start: Int) -> Bool {
    guard start < text.count else { return false }
    let count = text[start...].prefix { $0.isASCII && $0.isNumber }.count
    guard (1...2).contains(count) else { return false }
    let next = start + count < text.count ? text[start + count] : " "
    return !(next.isASCII && next.isLetter)
  }

  private static func hasThreeNumbers(_ text: [Character], _ start: Int) -> Bool {
    text[start...].prefix { $0.isNumber || $0 == "." }.split(separator: ".").count == 3
  }

  private static func find(_ word: [Character], in text: [Character]) -> Int? {
    guard text.count >= word.count else { return nil }
    return (0...(text.count - word.count)).first {
      text[$0..<($0 + word.count)].elementsEqual(word)
    }
  }

  /// Behind a year or a day.
  private static let tails = ["年度版", "年度", "年版", "年", "月", "日現在", "日時点", "日", "現在", "時点", "版"]
  /// What people add to a file's name.
  private static let phrases = [
    "最新版", "最新", "確定版", "修正版", "更新版", "改訂版", "公開用", "のコピー", "コピー", "(1)", "(2)", "(3)", "(4)",
  ]
  private static let editions: Set<String> = ["copy", "new", "final", "latest", "版"]

  /// 2025, 202504, 20250401.
  private static func isYearOrDay(_ part: String) -> Bool {
    guard part.allSatisfy({ $0.isASCII && $0.isNumber }), [4, 6, 8].contains(part.count),
      let year = Int(part.prefix(4)), (1990...2099).contains(year)
    else { return false }
    return part.count == 4 || (1...12).contains(Int(part.dropFirst(4).prefix(2)) ?? 0)
  }
}
