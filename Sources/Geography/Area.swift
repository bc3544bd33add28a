import JapaneseText

/// Areas (圏域・地区) compared by folded name until a workspace brings its own area table.
public enum Area {
  /// The folded key of an area's name or code.
  public static func key(_ name: String) -> String { Folding.key(name) }

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
    // character (市川市, 町田市, 村上市 …).
    var steps = 0
    while at < scalars.count, steps < 12 {
      let c = scalars[at]
      if at > start, c == "市" || c == "区" || c == "町" || c == "村" || c == "郡" {
        // 四日市市, 廿日市市: the second 市 ends the name.
        if c == "市", at + 1 < scalars.count, scalars[at + 1] == "市" {
          at += 1
          continue
        }
        let name = string(scalars[start...at])
        if c == "郡" {
          start = at + 1
        } else {
          out.append(name)
          if !prefecture.isEmpty { out.append(prefecture + name) }
          if c != "市" { break }
          start = at + 1
          steps = 6
        }
      }
      at += 1
      steps += 1
    }
    return out
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
