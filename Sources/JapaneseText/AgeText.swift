/// Ages in words on eligibility (対象年齢).
public enum AgeText {
  /// The lowest and highest age a text states: 「おおむね65歳以上」→ 65, 「18歳未満」→ below 18, 「60～74歳」. Nil
  /// where nothing is certain: two floors, an age among alternatives (または), grades of school.
  public static func read(_ text: String) -> (min: Double?, max: Double?) {
    let scalars = FoldedText(text).scalars
    guard scalars.contains(0x6B73), scalars.count <= 400 else { return (nil, nil) }
    let folded = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    for word in ["または", "又は", "もしくは", "若しくは", "あるいは", "除く"] where folded.contains(word) {
      return (nil, nil)
    }
    var floors: [Double] = []
    var ceilings: [Double] = []
    var rest = Substring(folded)
    while let at = rest.firstIndex(of: "歳") {
      let before = rest[..<at]
      let after = rest[rest.index(after: at)...]
      let digits = String(before.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      guard let age = Double(digits), age <= 120 else { return (nil, nil) }
      let range = before.dropLast(digits.count)
      if after.hasPrefix("以上") || after.hasPrefix("から") || after.hasPrefix("~") {
        floors.append(age)
      } else if after.hasPrefix("以下") || after.hasPrefix("まで") {
        ceilings.append(age)
      } else if after.hasPrefix("未満") {
        ceilings.append(age - 1)
      } else if range.last == "~" || range.last == "-" {
        // 「60～74歳」
        let first = range.dropLast().reversed().prefix { $0.isASCII && $0.isNumber }
        if let floor = Double(String(first.reversed())), floor < age { floors.append(floor) }
        ceilings.append(age)
      } else {
        return (nil, nil)
      }
      rest = after
    }
    guard floors.count <= 1, ceilings.count <= 1 else { return (nil, nil) }
    if let floor = floors.first, let ceiling = ceilings.first, floor > ceiling {
      return (nil, nil)
    }
    return (floors.first, ceilings.first)
  }
}
