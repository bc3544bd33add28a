import JapaneseText
import Model

/// Prices as lists write them. Only what is certain becomes a number; the text always stays.
enum CostText {
  static func read(_ text: String) -> Cost {
    var cost = Cost(text: text)
    let folded = Folding.fold(text)
    if ["無料", "0円", "0"].contains(folded) {
      (cost.min, cost.max) = (0, 0)
      return cost
    }
    // 「1回100円」「100円」「100」「100円/回」: one amount and nothing else that could change it.
    var rest = folded
    for word in ["1回", "一回", "/回", "円", "¥", "\\", "参加費", "利用料", "会費", ":", "毎回"] {
      if word == "1回" || word == "一回" || word == "/回" || word == "毎回", rest.contains(word) {
        cost.per = "visit"
      }
      rest = rest.split(separator: word, omittingEmptySubsequences: true).joined()
    }
    if let value = JapaneseNumber.plain(rest), value >= 0, value == value.rounded(),
      rest.allSatisfy({ $0.isNumber || $0 == "," })
    {
      (cost.min, cost.max) = (value, value)
    } else {
      cost.per = nil
    }
    return cost
  }
}

/// Telephone numbers as lists write them.
public enum PhoneText {
  /// Whether it is a mobile number (090, 080, 070, 060): likely somebody's own.
  public static func isMobile(_ phone: String) -> Bool {
    let digits = Normalizer.nfkc(phone).unicodeScalars.filter { $0 >= "0" && $0 <= "9" }
    let text = String(String.UnicodeScalarView(digits))
    return text.count >= 11 && ["090", "080", "070", "060"].contains { text.hasPrefix($0) }
  }
}
