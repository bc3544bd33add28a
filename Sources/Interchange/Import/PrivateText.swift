import JapaneseText

/// Sentences without what is likely somebody's own.
public enum PrivateText {
  /// The text with ＊ in the place of mobile numbers and private mail addresses.
  public static func hidden(_ text: String) -> String {
    MailText.withoutPrivate(PhoneText.withoutMobiles(text).text).text
  }
}
