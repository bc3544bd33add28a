import Diagnostics
@_spi(Host) import MatchingKit
import Model
import ReferenceData
import Registry

/// What an answer rests on, each part as a short mark: equal marks mean equal parts, and none can be read back.
///
/// `1.REQUEST.REFERENCE.REGISTRY.PLUGINS.DAY.ANSWER`, hexadecimal. The mark of the request has 24 bits only,
/// so that many requests share it and nobody finds a person by trying.
public struct Snapshot: Sendable, Hashable {
  public enum Part: String, Sendable, Codable, CaseIterable {
    /// Needs, person, text, limits, as they were given.
    case request
    /// The profile and the reference data: needs, categories, weights, rides, and what the words of the text were taken for.
    case reference
    /// The resources.
    case registry
    case plugins
    case day
    /// The lists with ids and scores, questions and reasons.
    case answer

    var digits: Int { self == .request ? 6 : 8 }
  }

  static let version = "1"
  private var marks: [Part: String] = [:]

  /// Of what the parts are made of.
  init(_ contents: [Part: [String]]) {
    for part in Part.allCases {
      let whole = CanonicalJSON.hash((contents[part] ?? []).joined(separator: "\n"))
      let padded = String(repeating: "0", count: max(0, 16 - whole.count)) + whole
      // The upper digits of FNV-1a take in the last byte too.
      marks[part] = String(padded.prefix(part.digits))
    }
  }

  /// Nil unless it has the form.
  public init?(_ text: String) {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count == Part.allCases.count + 1, pieces[0] == Self.version else { return nil }
    for (part, piece) in zip(Part.allCases, pieces.dropFirst()) {
      guard piece.utf8.count == part.digits,
        piece.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
      else { return nil }
      marks[part] = piece
    }
  }

  public var text: String {
    ([Self.version] + Part.allCases.map { marks[$0] ?? "" }).joined(separator: ".")
  }

  /// The parts in which two differ, in their order.
  public func differences(from other: Snapshot) -> [Part] {
    Part.allCases.filter { marks[$0] != other.marks[$0] }
  }
}

extension Matcher {
  func snapshot(
    _ query: MatchQuery, _ needs: [StatedNeed], _ panel: [Jury.Seat], _ home: HomePlace,
    _ words: [String], _ result: MatchResult
  ) throws(SasaeError) -> Snapshot {
    // What text and tables make of the request belongs to the tables.
    let found = needs.filter { $0.origin != .stated }.map { "\($0.code)=\($0.urgency.weight)" }
    let located = home.precision == nil ? [] : ["\(home.point?.lat ?? 0),\(home.point?.lng ?? 0)"]
    let links = library.crosswalk.links.map { "\($0.need) \($0.category) \($0.weight)" }
    let rides = library.rides.kinds.map { "\($0.category) \($0.destinations)" }
    let told = result.personFrom.map { "\($0.member) \($0.values ?? [])" }
    return Snapshot([
      .request: [query.asGiven.isEmpty ? try Self.given(query) : query.asGiven],
      .reference: found + located + links + rides + told + words + [library.fingerprint]
        + panel.map { "\($0.plugin.manifest.id) \($0.weight) \($0.hard)" },
      .registry: [try directory.position()],
      .plugins: panel.map {
        let manifest = $0.plugin.manifest
        return "\(manifest.id)@\(manifest.version)\(manifest.variant)"
      },
      .day: query.today.map { [$0.text] } ?? [],
      .answer: Self.lines(result),
    ])
  }

  private static func given(_ query: MatchQuery) throws(SasaeError) -> String {
    do {
      let needs = query.needs.map { "\($0.code)=\($0.weight ?? $0.urgency.weight)" }
      return try
        ([CanonicalJSON.encode(query.person), query.text, query.profile, "\(query.limit)"]
        + needs).joined(separator: "\n")
    } catch {
      throw SasaeError("internal", ["detail": "person"])
    }
  }

  private static func lines(_ result: MatchResult) -> [String] {
    let judged = result.recommended + result.askFirst + result.excluded
    return judged.map { one in
      "\(one.list.rawValue) \(one.listing.id) \(one.ride?.id ?? "") \(one.score) "
        + (one.questions.map(\.field) + one.reasons.map(\.reason.code)).joined(separator: " ")
    } + result.unmet + result.plugins.map { "\($0.id) \($0.status.rawValue)" }
  }
}
