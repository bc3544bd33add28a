/// Numbers as Japanese lists write them.
public enum JapaneseNumber {
  /// `１,５００` → 1500, ` 70 ` → 70, `34.3` → 34.3; nil for anything that is not just a number.
  public static func plain(_ text: String) -> Double? {
    var digits = ""
    for c in Normalizer.nfkc(text).unicodeScalars {
      switch c {
      case "0"..."9", ".", "-", "+": digits.unicodeScalars.append(c)
      case "−", "－": digits.append("-")
      case ",", " ", "、", "\t": continue
      default: return nil
      }
    }
    guard let value = Double(digits), value.isFinite else { return nil }
    return value
  }

  /// The first whole number in the text: 「15人」→ 15, 「定員２０名」→ 20.
  public static func first(in text: String) -> Int? {
    var value: Int?
    for c in Normalizer.nfkc(text).unicodeScalars {
      if c >= "0" && c <= "9" {
        guard (value ?? 0) < 100_000_000 else { return nil }
        value = (value ?? 0) * 10 + Int(c.value - 48)
      } else if value != nil, c != "," {
        break
      }
    }
    return value
  }
}
