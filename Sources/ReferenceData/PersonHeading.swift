/// Headings that say that a column is about a person (代表者, 自宅 …), whatever else they say.
///
/// A facility's telephone and address are public, its chair's are not: 「電話番号（自宅）」, 「代表者住所」.
public enum PersonHeading {
  /// The field to use in the place of `field`, when the heading names a person.
  public static func field(_ field: String, of heading: HeadingWord) -> String {
    guard namesPerson(heading.key) else { return field }
    switch field {
    case "phone", "phone.fax", "contact.text": return "phone.private"
    case "email": return "email.private"
    case "fax", "phone.extension", "url", "kana": return "ignore"
    case "name": return "contact.person"
    case "place.address", "place.building", "place.postalCode", "address.town", "address.number":
      return "ignore"
    default: return field
    }
  }

  static func namesPerson(_ key: String) -> Bool {
    words.contains { word in
      guard let at = key.firstRange(of: word) else { return false }
      // 委員会, 会員制, 職員室 are no persons.
      return !others.contains { key[at.upperBound...].hasPrefix($0) }
    }
  }

  private static let others = ["会", "制", "室", "数", "証", "施設", "住宅"]

  private static let words = [
    "自宅", "代表者", "会長", "世話人", "担当者", "責任者", "役員", "講師", "所有者", "申請者", "営業者", "届出者", "経営者", "開設者",
    "設置者", "管理者", "相談員", "支援員", "民生委員", "児童委員", "推進員", "協力員", "職員", "会員", "個人", "本人", "家族",
    "緊急連絡", "氏名", "理事長", "施設長", "園長", "院長", "主宰者", "コーディネーター", "保護者",
  ]
}
