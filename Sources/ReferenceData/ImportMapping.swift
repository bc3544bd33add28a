import Diagnostics
import JapaneseText

/// Which heading of a table means which field (取込み定義): one data file each in `Data/mappings`.
public struct ImportMapping: Sendable {
  public var name: String
  public var label: Bilingual
  /// A table is of this family when it has a heading for each of these fields…
  public var requires: [String]
  /// …and one of these headings, when any are listed (folded).
  public var signature: Set<String>
  /// Earlier is tried first among equals.
  public var priority: Double
  /// Fields, each with its headings in order of preference.
  public var fields: [Field]

  public struct Field: Sendable {
    public var name: String
    public var headings: [String]
    /// Text put before the cell, such as 「電話 」, when several headings feed one field.
    public var line: Int
  }

  /// The fields a mapping may fill. `address+`, `note+` … gather several cells.
  public static let knownFields: Set<String> = [
    "key", "name", "kana", "summary", "description", "note", "category", "url",
    "provider.name", "place.name", "place.address", "address.prefecture", "address.city",
    "address.town", "address.number", "place.building", "place.area", "place.lat", "place.lng",
    "place.latlng", "phone", "fax", "email", "contact.name", "days", "opens", "closes",
    "schedule.note", "schedule.text", "start.date", "end.date", "cost.text", "cost.note",
    "eligibility.text", "capacity.text", "municipality", "tags", "status", "confirmed.on",
    "private", "ignore",
  ]

  init(file: DataFile, name: String, categories: Taxonomy) throws(SasaeError) {
    self.name = name
    label = Bilingual(
      ja: file.notes["label_ja"] ?? name,
      en: file.notes["label_en"] ?? file.notes["label_ja"] ?? name)
    requires = Self.list(file.notes["requires"])
    if requires.isEmpty { requires = ["name"] }
    signature = Set(Self.list(file.notes["signature"]).map(HeadingKey.fold))
    priority = Double(file.notes["priority"] ?? "0") ?? 0
    fields = []
    var seen: [String: String] = [:]
    for row in file.rows {
      let field = try row.required("field")
      guard Self.isKnown(field) else {
        throw row.error(
          "data.dangling",
          [
            "value": "\(field)", "what": Bilingual(ja: "項目", en: "field"),
            "suggestion": "\(DidYouMean.closest(to: field, among: Self.knownFields) ?? "")",
          ], field: "field")
      }
      if field.hasPrefix("is:"), categories[String(field.dropFirst(3))] == nil {
        throw row.error(
          "data.dangling",
          [
            "value": "\(field.dropFirst(3))", "what": Bilingual(ja: "カテゴリ", en: "category"),
            "suggestion": "\(categories.suggestion(for: String(field.dropFirst(3))) ?? "")",
          ], field: "field")
      }
      var headings: [String] = []
      for heading in row.list("headings").map(HeadingKey.fold) where !headings.contains(heading) {
        headings.append(heading)
      }
      for heading in headings where !field.hasPrefix("is:") {
        if let other = seen.updateValue(field, forKey: heading), other != field {
          throw row.error("data.duplicate", ["value": "\(heading)"], field: "headings")
        }
      }
      fields.append(Field(name: field, headings: headings, line: row.line))
    }
    for field in requires where !fields.contains(where: { $0.name == field }) {
      throw SasaeError(
        "data.dangling",
        ["value": "\(field)", "what": Bilingual(ja: "項目", en: "field"), "suggestion": ""],
        at: Position(file: file.path, field: "requires"))
    }
  }

  /// `access:wheelchair` fills an access facet, `is:P-TOILET` files every row of a list that has
  /// such a column.
  static func isKnown(_ field: String) -> Bool {
    knownFields.contains(field) || field.hasPrefix("access:") || field.hasPrefix("is:")
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ";").map(String.init).filter { !$0.isEmpty }
  }
}

/// Headings as they are compared: NFKC, lower case, without blanks, line breaks and brackets' style.
public enum HeadingKey {
  public static func fold(_ heading: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in Normalizer.nfkc(heading).lowercased().unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "_", "\u{3000}", "\u{FEFF}", "\"": continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
