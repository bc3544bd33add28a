import Diagnostics
import Model
import ReferenceData

/// One resource as text, whole.
public enum ResourceText {
  public static func render(
    _ resource: Resource, labels: CategoryLabels, in page: inout TextPage
  ) {
    let language = page.language
    page.paragraph(resource.name + (resource.kana.map { "（\($0)）" } ?? ""))
    if resource.tags.contains("架空") { page.line(language == .ja ? "〔架空〕" : "〔fictional〕") }
    page.line()
    func fact(_ ja: String, _ en: String, _ value: String?) {
      if let value, !value.isEmpty {
        page.fact(language == .ja ? ja : en, value, indent: 0, labelWidth: 12)
      }
    }
    fact("状態", "Status", resource.status.label(language))
    if let end = resource.extra["retired"]?.objectValue {
      fact(
        "終了", "Ended",
        [end["on"], end["why"]].compactMap { $0?.stringValue }.joined(separator: " "))
    }
    fact(
      "カテゴリ", "Category",
      resource.categories.map { Words.coded(labels[$0]?(language) ?? $0, $0, language) }
        .joined(separator: language == .ja ? "、" : ", "))
    fact("種類", "Kind", resource.kind?.label(language))
    fact("概要", "Summary", resource.summary)
    fact("説明", "About", resource.description)
    fact("いつ", "When", resource.schedule?.text)
    fact("費用", "Cost", cost(resource.cost, language))
    fact("対象", "For", resource.eligibility?.text)
    fact("定員", "Capacity", capacity(resource.capacity, language))
    fact(
      "届き方", "How", resource.reach?.modes.map { $0.label(language) }.joined(separator: "・"))
    fact("対象地域", "Serves", resource.reach?.areas.joined(separator: "・"))
    fact(
      "場所", "Place",
      [resource.place?.name, resource.place?.address].compactMap { $0 }.joined(separator: " "))
    fact("地区", "Area", resource.place?.area)
    fact("設備", "Access", resource.place?.access.joined(separator: "・"))
    for contact in resource.contacts { fact("連絡先", "Contact", self.contact(contact, language)) }
    fact("電話", "Phone", resource.place?.phone)
    fact("URL", "URL", resource.extra["url"]?.stringValue)
    fact(
      "実施", "By",
      [resource.provider?.name, resource.provider?.type?.label(language)].compactMap { $0 }
        .joined(separator: " "))
    fact("タグ", "Tags", resource.tags.joined(separator: "・"))
    fact("確認", "Confirmed", FactText.confirmed(resource.confirmed, language))
    fact(
      "出典", "Source",
      resource.source.map {
        [$0.attribution ?? $0.name, $0.licence, $0.url].compactMap { $0 }.joined(separator: " ")
      })
    let missing = Completeness.missing(resource)
    if !missing.isEmpty {
      page.line()
      page.paragraph(
        (language == .ja ? "まだ分からないこと: " : "not known yet: ")
          + Words.list(missing.map { FieldNames.label($0)(language) }, language))
    }
    page.line()
    page.line(resource.id)
  }

  private static func cost(_ cost: Cost?, _ language: Language) -> String? {
    guard let cost else { return nil }
    if let text = cost.text { return text }
    return cost.min.map { language == .ja ? "\(FactText.number($0))円" : "¥\(FactText.number($0))" }
  }

  private static func capacity(_ capacity: Capacity?, _ language: Language) -> String? {
    guard let capacity else { return nil }
    var parts = [capacity.text].compactMap { $0 }
    if let available = capacity.available {
      let number = FactText.number(available)
      parts.append(language == .ja ? "空き\(number)" : "\(number) free")
    }
    if let day = capacity.asOf { parts.append(day) }
    return parts.joined(separator: " ")
  }

  private static func contact(_ contact: Contact, _ language: Language) -> String {
    let level = contact.visibility.label(language)
    if contact.redacted {
      return language == .ja ? "（\(level)向けのため非表示）" : "(for \(level); not shown)"
    }
    let text = [contact.phone, contact.name, contact.email].compactMap { $0 }.joined(separator: " ")
    return contact.visibility == .public
      ? text : text + (language == .ja ? "（\(level)限り）" : " (\(level) only)")
  }
}

/// Labels of the fields a person fills in, and the questions asked for them.
public enum FieldNames {
  public static func label(_ field: String) -> Bilingual {
    table[field] ?? Bilingual(stringLiteral: field)
  }

  static let table: [String: Bilingual] = [
    "name": Bilingual(ja: "名称", en: "name"),
    "kana": Bilingual(ja: "よみ（カナ）", en: "reading (kana)"),
    "categories": Bilingual(ja: "カテゴリ", en: "category"),
    "summary": Bilingual(ja: "概要", en: "summary"),
    "description": Bilingual(ja: "説明", en: "description"),
    "provider.name": Bilingual(ja: "実施団体", en: "provider"),
    "place.name": Bilingual(ja: "会場", en: "venue"),
    "place.address": Bilingual(ja: "住所", en: "address"),
    "place.area": Bilingual(ja: "地区", en: "area"),
    "reach.modes": Bilingual(ja: "届き方", en: "how it reaches people"),
    "reach.areas": Bilingual(ja: "対象地域", en: "catchment"),
    "schedule.text": Bilingual(ja: "いつ", en: "when"),
    "cost.text": Bilingual(ja: "費用", en: "cost"),
    "eligibility.text": Bilingual(ja: "対象", en: "for whom"),
    "capacity.text": Bilingual(ja: "定員", en: "capacity"),
    "contacts.phone": Bilingual(ja: "電話", en: "phone"),
    "confirmed.on": Bilingual(ja: "確認した日", en: "day of confirmation"),
    "tags": Bilingual(ja: "タグ", en: "tags"),
    "status": Bilingual(ja: "状態", en: "status"),
  ]
}
