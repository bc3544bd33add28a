import Diagnostics
import JapaneseText

/// Which heading of a table means which field (取込み定義): one data file each in `Data/mappings`,
/// and in a workspace's own `mappings`.
public struct ImportMapping: Sendable {
  public var name: String
  public var label: Bilingual
  /// Only there to be extended.
  public var isAbstract: Bool
  /// A table is of this family when it has a heading for one field of each entry (`a|b`)…
  public var requires: [[String]]
  /// …and a heading that is one of these, when any are listed.
  var signature: [HeadingPattern]
  /// Higher wins among mappings that understand equally much.
  public var priority: Double
  /// Why a table of this family holds no resources; nil when it does.
  public var refusal: Bilingual?
  /// Among several name columns the one with the most different values is the name.
  public var picksName: Bool
  /// What a row is when neither its 種別 nor its name says so.
  public var defaultCategory: String?
  /// What every row of a list with such a heading is.
  var listCategories: [(category: String, headings: [HeadingPattern])]
  /// Headings whose cells together name a row of a list without names, in order.
  public var nameParts: [String]
  /// Only the first of them that the table has names its rows.
  public var takesFirstPart: Bool
  /// Headings whose cells tell apart rows with one number, such as the services of one office.
  public var keyParts: [String]
  /// Its own headings first, then those of what it extends.
  let tables: [HeadingTable]

  /// The fields a mapping may fill.
  public static let knownFields: Set<String> = [
    "key", "key.part", "name", "name.part", "kana", "summary", "description", "note", "category",
    "url", "provider.name", "provider.number", "place.name", "place.address",
    "address.prefecture", "address.city", "address.town", "address.number", "place.building",
    "place.area", "place.lat", "place.lng", "place.latlng", "place.postalCode", "place.access",
    "phone", "phone.extension", "phone.fax", "phone.note", "phone.private", "fax", "email",
    "email.note", "email.private", "contact.name",
    "contact.person", "contact.text", "contact.note", "contact.form", "days", "days.often",
    "opens", "closes", "schedule.note", "schedule.text", "schedule.closed", "start.date",
    "end.date", "ended.date", "cost.text", "cost.note", "eligibility.text", "capacity.text",
    "reach.areas", "municipality", "tags", "status", "confirmed.on", "private",
    "ignore",
  ]

  /// `access:FACET` fills an access facet, `fact:LABEL` puts the cell into the description behind
  /// its label, `tag:LABEL` is a tag of rows whose cell says yes, `day:MO` is a weekday on which
  /// it is open when the cell says yes, `fee:WHO` is a price for some people, `is:CATEGORY` files every row of a list that
  /// has such a column.
  static let knownPrefixes = ["access:", "day:", "fact:", "fee:", "is:", "tag:"]

  static func isKnown(_ field: String) -> Bool {
    knownFields.contains(field)
      || knownPrefixes.contains { field.hasPrefix($0) && field.count > $0.count }
  }

  /// How a heading is used: by the mapping's own headings, then by those it extends; whole
  /// headings before bare ones before forms.
  public func use(of heading: HeadingWord) -> (field: String, order: Int, fit: HeadingTable.Fit)? {
    guard !heading.key.isEmpty else { return nil }
    for (layer, table) in tables.enumerated() {
      if let use = table.exact[heading.key] {
        return (use.field, layer * 10_000 + use.order, .exact)
      }
    }
    for other in heading.others {
      for (layer, table) in tables.enumerated() {
        if let use = table.exact[other] { return (use.field, layer * 10_000 + use.order, .bare) }
      }
    }
    guard let word = heading.word else { return nil }
    var best: (form: HeadingTable.Form, layer: Int)?
    for (layer, table) in tables.enumerated() {
      guard let form = table.forms.first(where: { $0.fits(word) }) else { continue }
      if form.word.count > best?.form.word.count ?? 0 { best = (form, layer) }
    }
    return best.map {
      ($0.form.use.field, 100_000 + $0.layer * 10_000 + $0.form.use.order, .form($0.form.text))
    }
  }

  /// Whether a table with these headings has what the family is known by.
  public func recognises(_ headings: [HeadingWord]) -> Bool {
    signature.isEmpty
      || headings.contains { heading in
        signature.contains { $0.fits(heading.key) || heading.others.contains(where: $0.fits) }
      }
  }

  /// What every row of a list with these headings is, and by which heading.
  public func categories(
    ofListWith headings: [HeadingWord]
  ) -> [(category: String, heading: String)] {
    listCategories.compactMap { entry in
      headings.first { heading in entry.headings.contains { $0.fits(heading.key) } }
        .map { (entry.category, $0.text) }
    }
  }
}
