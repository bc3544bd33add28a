import JapaneseText

/// Telephone numbers as lists write them.
public enum PhoneText {
  /// Whether it is a mobile number (090, 080, 070, 060): likely somebody's own.
  public static func isMobile(_ phone: String) -> Bool {
    let digits = Normalizer.nfkc(phone).unicodeScalars.filter { $0 >= "0" && $0 <= "9" }
    let text = String(String.UnicodeScalarView(digits))
    return text.count >= 11 && ["090", "080", "070", "060"].contains { text.hasPrefix($0) }
  }
}
