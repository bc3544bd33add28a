import JapaneseText

/// Areas (圏域・地区) compared by folded name until a workspace brings its own area table.
public enum Area {
  /// The folded key of an area's name or code; 番町地区 and 番町 are one.
  public static func key(_ name: String) -> String {
    let key = Folding.key(name)
    for suffix in ["小学校区", "地区", "校区", "圏域"] where key.hasSuffix(suffix) && key != suffix {
      return String(key.dropLast(suffix.count))
    }
    return key
  }

  /// The areas that words about eligibility name as where people live: 「番町地区の方」→ 番町,
  /// 「屋島・古高松地区にお住まいの方」→ 屋島, 古高松. Empty when none is certain.
  public static func named(inEligibility text: String) -> [String] {
    var out: [String] = []
    for suffix in ["小学校区", "地区", "校区", "圏域"] {
      guard let range = firstRange(of: suffix, in: text) else { continue }
      let before = text[..<range.lowerBound]
      let start = before.lastIndex { "（(、。「 　:：※".contains($0) }.map { before.index(after: $0) }
      let names = before[(start ?? before.startIndex)...]
        .split { "・･/／".contains($0) }.map(String.init)
      for name in names where (1...12).contains(name.count) && !out.contains(name) {
        out.append(name)
      }
      break
    }
    return out
  }

  private static func firstRange(of word: String, in text: String) -> Range<String.Index>? {
    var at = text.startIndex
    while at < text.endIndex {
      if text[at...].hasPrefix(word) { return at..<text.index(at, offsetBy: word.count) }
      at = text.index(after: at)
    }
    return nil
  }

  /// Whether the words mean everywhere in the town.
  public static func isEverywhere(_ name: String) -> Bool {
    everywhere.contains(key(name))
  }

  private static let everywhere: Set<String> = Set(
    ["市全域", "市内全域", "全域", "町全域", "区全域", "村全域", "市内", "町内全域"].map(key))

  /// The areas an address stands in, widest first: prefecture and municipality together, the
  /// municipality alone, its ward.
  public static func municipalities(in address: String) -> [String] {
    let scalars = Array(address.unicodeScalars)
    var at = 0
    var prefecture = ""
    if let end = prefectureEnd(scalars) {
      prefecture = string(scalars[0..<end])
      at = end
    }
    var out: [String] = prefecture.isEmpty ? [] : [prefecture]
    var start = at
    // A municipality ends at the first 市, 区, 町 or 村 within reach, and not at its first
    // character (市川市, 町田市, 村上市 …). In a city only a ward (区) follows: 番町 is no ward.
    var steps = 0
    var inCity = false
    at = skipped(scalars, from: start)
    while at < scalars.count, steps < 12 {
      let c = scalars[at]
      let ends = inCity ? c == "区" : c == "市" || c == "区" || c == "町" || c == "村" || c == "郡"
      if at > start, ends {
        let name = string(scalars[start...at])
        if c == "郡" {
          start = at + 1
          at = skipped(scalars, from: start)
          steps = 0
          continue
        } else {
          out.append(name)
          if !prefecture.isEmpty { out.append(prefecture + name) }
          if c != "市" { break }
          start = at + 1
          steps = 6
          inCity = true
        }
      }
      at += 1
      steps += 1
    }
    return out
  }

  /// Names with 市, 町, 村 or 郡 inside, up to their last character.
  private static let holders: [[Unicode.Scalar]] = [
    "四日市市", "廿日市市", "野々市市", "余市郡", "余市町", "上市町", "下市町", "高市郡", "十日町市", "大町市", "大町町",
    "東村山市", "武蔵村山市", "羽村市", "田村市", "田村郡", "大村市", "玉村町", "東村山郡", "西村山郡", "北村山郡", "大和郡山市",
    "蒲郡市", "小郡市",
  ].map { Array($0.unicodeScalars) }

  /// Where the end of the name that begins at `start` is looked for.
  private static func skipped(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    let rest = scalars[start...]
    return holders.first { rest.starts(with: $0) }.map { start + $0.count - 1 } ?? start
  }

  private static func prefectureEnd(_ scalars: [Unicode.Scalar]) -> Int? {
    for i in 2...3 where i < scalars.count {
      if scalars[i] == "県" { return i + 1 }
      if i == 2, scalars[i] == "都" || scalars[i] == "府" || scalars[i] == "道" {
        let name = string(scalars[0...i])
        if ["東京都", "京都府", "大阪府", "北海道"].contains(name) { return i + 1 }
      }
    }
    return nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
