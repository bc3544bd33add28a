import Diagnostics
import Geography
import Lookup
import Model
import ReferenceData
import Timetable

extension SearchResources.Input {
  /// The categories given by an old code.
  fileprivate func renamed(_ place: SearchResources.Place) throws(SasaeError) -> [RenamedCode] {
    guard let codes = categories, !codes.isEmpty else { return [] }
    let taxonomy = try place.shelf.library().categories
    return codes.compactMap(taxonomy.rename).map(RenamedCode.init)
  }

  /// Checked and turned into what the search understands.
  func filters(_ place: SearchResources.Place) throws(SasaeError) -> SearchFilters {
    var out = SearchFilters()
    if let codes = categories, !codes.isEmpty {
      let taxonomy = try place.shelf.library().categories
      for code in codes {
        guard taxonomy[taxonomy.current(code)] != nil else {
          throw SasaeError(
            "usage.unknown-category",
            ["value": "\(code)", "suggestion": "\(taxonomy.suggestion(for: code) ?? "")"])
        }
      }
      out.categories = codes.map(taxonomy.current)
    }
    out.kinds = try InputCheck.words(kinds, "kind")
    out.areas = areas ?? []
    for area in out.areas where MemberReader.stated(area) == nil {
      throw InputCheck.value("area", area, Bilingual(ja: "地域の名前", en: "the name of an area"))
    }
    out.near = try near?.coordinate(place)
    out.within = within
    if let within, within <= 0 || !within.isFinite {
      throw InputCheck.value(
        "within", "\(within)", Bilingual(ja: "0 より大きいメートル", en: "metres above 0"))
    }
    if within != nil, near == nil {
      throw InputCheck.value(
        "within", "\(within ?? 0)",
        Bilingual(ja: "near（--near）と一緒に使います", en: "goes with near (--near)"))
    }
    out.days = try InputCheck.words(days, "day")
    out.from = try InputCheck.time(from, "from")
    out.to = try InputCheck.time(to, "to")
    if let from = out.from, let to = out.to, from >= to {
      throw InputCheck.value(
        "to", self.to ?? "", Bilingual(ja: "from より後の時刻", en: "a time after from"))
    }
    out.on = try InputCheck.date(on, "on")
    if let free, free { out.maxCost = 0 }
    if let maxCost { out.maxCost = min(maxCost, out.maxCost ?? maxCost) }
    out.age = age
    out.careLevel = try careLevel.map { text throws(SasaeError) in try CareLevelText.read(text) }
    for text in access ?? [] { out.access += try Self.access(text, place.shelf) }
    out.available = available ?? false
    out.modes = try InputCheck.words(modes, "mode")
    out.confirmedSince = try InputCheck.date(confirmedSince, "confirmed-since")
    out.tags = tags ?? []
    out.statuses = try InputCheck.words(statuses, "status")
    return out
  }
}

extension SearchResources.Output {
  mutating func tellRenamed(
    _ input: SearchResources.Input, _ place: SearchResources.Place
  ) throws(SasaeError) {
    let renamed = try input.renamed(place)
    if !renamed.isEmpty { interpretation.renamed = renamed }
  }
}

/// Checks of inputs, each with an error that names the option.
extension SearchResources.Input {
  /// The facets (設備・配慮) that a code or a word such as 車いす names.
  fileprivate static func access(
    _ text: String, _ shelf: ReferenceShelf
  ) throws(SasaeError) -> [String] {
    let facets = try shelf.library().access
    if facets.contains(text) { return [text] }
    let meant = facets.within(text)
    guard meant.isEmpty else { return meant }
    let known = facets.facets.map { "\($0.code) \($0.label.ja)" }
    throw InputCheck.value("access", text, "\(known.joined(separator: ", "))")
  }
}

public enum InputCheck {
  public static func words<V: Vocabulary>(_ list: [String]?, _ option: String) throws(SasaeError)
    -> [V]
  {
    var out: [V] = []
    for text in list ?? [] {
      guard let word = V(rawValue: text) ?? V(rawValue: text.uppercased()) else {
        throw value(option, text, "\(V.known)")
      }
      out.append(word)
    }
    return out
  }

  public static func value(_ option: String, _ text: String, _ expected: Bilingual) -> SasaeError {
    SasaeError(
      "usage.value", ["option": "\(option)", "value": "\(text)", "expected": expected])
  }

  public static func time(_ text: String?, _ option: String) throws(SasaeError) -> Int? {
    guard let text else { return nil }
    guard let minutes = TimeRange.minutes(text), minutes <= 24 * 60 else {
      throw value(option, text, Bilingual(ja: "HH:MM の時刻", en: "a time, HH:MM"))
    }
    return minutes
  }

  public static func date(_ text: String?, _ option: String) throws(SasaeError) -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(text) else {
      throw value(option, text, Bilingual(ja: "YYYY-MM-DD の日付", en: "a date, YYYY-MM-DD"))
    }
    return date
  }
}

/// A point, or an address to be located.
public struct NearInput: Codable, Sendable {
  public var lat: Double?
  public var lng: Double?
  public var address: String?

  public init(text: String) {
    if let point = CoordinateText.parse(text) {
      (lat, lng) = (point.lat, point.lng)
    } else {
      address = text
    }
  }

  func coordinate(_ place: SearchResources.Place) throws(SasaeError) -> Coordinate {
    if let lat, let lng {
      guard (-90...90).contains(lat), (-180...180).contains(lng) else {
        throw InputCheck.value(
          "near", "\(lat),\(lng)", Bilingual(ja: "緯度,経度", en: "LAT,LNG in degrees"))
      }
      return Coordinate(lat: lat, lng: lng)
    }
    if let address, let point = CoordinateText.parse(address) { return point }
    guard let address else {
      throw InputCheck.value(
        "near", "", Bilingual(ja: "lat と lng の両方、または address", en: "lat and lng, or address"))
    }
    do {
      return try place.locate(address)
    } catch  where error.code == "locate.unknown" {
      throw SasaeError("usage.address", ["value": "\(address)"])
    }
  }
}

/// 要介護度 by its word or in Japanese.
enum CareLevelText {
  static func read(_ text: String) throws(SasaeError) -> CareLevel {
    if let level = CareLevel(word: text) { return level }
    throw InputCheck.value(
      "careLevel", text,
      "\(CareLevel.known) / \(CareLevel.allCases.map(\.label.ja).joined(separator: ", "))")
  }
}
