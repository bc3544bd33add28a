import Diagnostics
import Model

/// The labels of what people read, in both languages.
public enum Words {
  public static let when = Bilingual(ja: "いつ", en: "When")
  public static let cost = Bilingual(ja: "費用", en: "Cost")
  public static let who = Bilingual(ja: "対象", en: "For")
  public static let vacancy = Bilingual(ja: "空き", en: "Vacancy")
  public static let capacity = Bilingual(ja: "定員", en: "Capacity")
  public static let phone = Bilingual(ja: "電話", en: "Phone")
  public static let place = Bilingual(ja: "場所", en: "Place")
  public static let confirmed = Bilingual(ja: "確認", en: "Confirmed")
  public static let notConfirmed = Bilingual(ja: "確認日の記録なし", en: "never confirmed")
  public static let source = Bilingual(ja: "出典", en: "Source")
  public static let notStated = Bilingual(ja: "記載なし", en: "not stated")
  public static let unknown = Bilingual(ja: "記載なし", en: "not stated")
  public static let reach = Bilingual(ja: "届き方", en: "How")
  public static let serves = Bilingual(ja: "対象地域", en: "Serves")
  public static let provider = Bilingual(ja: "実施", en: "By")

  /// 「専門職には番号あり」.
  public static func hidden(_ level: String) -> Bilingual {
    Bilingual(ja: "（\(level)向けの連絡先あり）", en: "(a contact for \(level) exists)")
  }

  /// Items one after the other.
  public static func list(_ items: [String], _ language: Language) -> String {
    items.joined(separator: language == .ja ? "、" : ", ")
  }

  /// `label［CODE］`.
  public static func coded(_ label: String, _ code: String, _ language: Language) -> String {
    language == .ja ? "\(label)［\(code)］" : "\(label) [\(code)]"
  }

  /// Facts that a filter asks about, by their names in JSON.
  public static let facts: [String: Bilingual] = [
    "area": Bilingual(ja: "地域", en: "area"),
    "place": Bilingual(ja: "場所", en: "place"),
    "schedule": Bilingual(ja: "曜日", en: "days"),
    "hours": Bilingual(ja: "時間", en: "hours"),
    "cost": Bilingual(ja: "費用", en: "cost"),
    "age": Bilingual(ja: "年齢", en: "age"),
    "careLevel": Bilingual(ja: "要介護度", en: "care level"),
    "access": Bilingual(ja: "設備", en: "access"),
    "available": Bilingual(ja: "空き", en: "vacancy"),
    "modes": Bilingual(ja: "届き方", en: "how it reaches people"),
    "confirmed": Bilingual(ja: "確認日", en: "day of confirmation"),
  ]

  public static let confirmedHow: [String: Bilingual] = [
    "phone": Bilingual(ja: "電話", en: "by phone"),
    "visit": Bilingual(ja: "訪問", en: "on a visit"),
    "web": Bilingual(ja: "Web", en: "on the web"),
    "document": Bilingual(ja: "書面", en: "in a document"),
  ]

  public static let per: [String: Bilingual] = [
    "visit": Bilingual(ja: "1回", en: "a visit"),
    "month": Bilingual(ja: "月", en: "a month"),
    "day": Bilingual(ja: "1日", en: "a day"),
    "hour": Bilingual(ja: "1時間", en: "an hour"),
    "meal": Bilingual(ja: "1食", en: "a meal"),
    "person": Bilingual(ja: "1人", en: "a person"),
    "year": Bilingual(ja: "年", en: "a year"),
  ]

  /// What a price is for; of minutes any number (`30min`).
  public static func per(_ word: String) -> Bilingual? {
    if let label = per[word] { return label }
    guard word.hasSuffix("min"), let minutes = Int(word.dropLast(3)) else { return nil }
    if minutes % 60 == 0, minutes > 0 {
      return Bilingual(ja: "\(minutes / 60)時間", en: "\(minutes / 60) hours")
    }
    return Bilingual(ja: "\(minutes)分", en: "\(minutes) min")
  }
}

/// Facts as short sentences.
public enum FactText {
  /// Free places where the record tells of them, else how many can come; with its label.
  public static func capacity(_ hit: Hit, _ language: Language) -> (label: Bilingual, text: String)?
  {
    guard let capacity = hit.capacity else { return nil }
    let day = capacity.asOf.map { language == .ja ? "（\($0)現在）" : " (as of \($0))" } ?? ""
    let tellsOfVacancy =
      capacity.text.map { text in ["空", "満", "待"].contains { text.contains($0) } } ?? false
    if let text = capacity.text, tellsOfVacancy { return (Words.vacancy, text + day) }
    let size =
      capacity.text
      ?? capacity.maximum.map { language == .ja ? "\(number($0))人" : number($0) }
    guard let free = capacity.available else {
      return size.map { (Words.capacity, $0 + day) }
    }
    let of = size.map { language == .ja ? "／定員 \($0)" : " of \($0)" } ?? ""
    return (Words.vacancy, number(free) + of + day)
  }

  public static func cost(_ hit: Hit, _ language: Language) -> String? {
    guard let cost = hit.cost else { return nil }
    if let text = cost.text { return text }
    guard let least = cost.min else { return nil }
    if least == 0, cost.max ?? 0 == 0 { return language == .ja ? "無料" : "free" }
    let per = cost.per.flatMap { Words.per($0)?(language) } ?? cost.per ?? ""
    let most = cost.max.flatMap { $0 > least ? "～\(number($0))" : nil } ?? ""
    return language == .ja
      ? "\(per)\(number(least))\(most)円" : "¥\(number(least))\(most) \(per)"
  }

  public static func eligibility(_ hit: Hit, _ language: Language) -> String? {
    guard let who = hit.eligibility else { return nil }
    if let text = who.text { return text }
    if let age = who.minAge {
      return language == .ja ? "\(number(age))歳以上" : "aged \(number(age)) or over"
    }
    return nil
  }

  /// Whose record it is and under which licence; nil when it does not say.
  public static func source(_ source: Source?, _ language: Language) -> String? {
    let parts = [source?.attribution ?? source?.name, source?.licence].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  public static func confirmed(_ confirmed: Confirmation?, _ language: Language) -> String {
    guard let confirmed else { return Words.notConfirmed(language) }
    guard let how = confirmed.how else { return confirmed.on }
    let word = Words.confirmedHow[how]?(language) ?? how
    return language == .ja ? "\(confirmed.on)（\(word)）" : "\(confirmed.on) \(word)"
  }

  public static func distance(_ metres: Double) -> String {
    metres < 1_000 ? "\(Int(metres)) m" : "\((metres / 100).rounded() / 10) km"
  }

  public static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
