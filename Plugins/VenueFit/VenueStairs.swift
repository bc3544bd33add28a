import Diagnostics
import MatchingKit
import Model

/// Whether stairs stand in the way.
struct VenueStairs {
  private let upstairs: [Wish]
  private let lifts: [Wish]
  private let stairsAlone: [Wish]

  init(_ request: RequestView) {
    upstairs = request.wishes(["2階", "3階", "4階", "5階", "二階", "三階"])
    lifts = request.wishes(["エレベーター", "エレベータ"])
    stairsAlone = request.wishes(["階段のみ", "階段だけ", "階段しか", "階段です", "階段を上", "階段で上", "急な階段"])
  }

  private static let denied: WordSet = ["なし", "無し", "ない", "ありません", "無い", "故障", "使えません"]

  /// Nil where the place is not upstairs, or has a lift.
  func judge(_ place: ResourceView) -> Finding? {
    let floor = upstairs.lazy.compactMap { word in
      // 2階建て is a house.
      place.mention(of: word).flatMap { $0.after.hasPrefix("建") ? nil : word.text }
    }.first
    guard let floor, !place.access.contains("elevator"), !place.access.contains("wheelchair") else {
      return nil
    }
    let lift = lifts.lazy.compactMap { place.mention(of: $0) }.first
    let isDenied = lift.map { Self.denied.stands(in: $0.after) } ?? false
    if isDenied || stairsAlone.contains(where: { place.mention(of: $0) != nil }) {
      return .broken(
        .init(
          code: "stairs",
          text: Bilingual(ja: "\(floor)で、エレベーターがありません", en: "upstairs (\(floor)) without a lift")))
    }
    if lift != nil { return nil }
    return .unknown(
      .init(
        field: VenueFacilities.field,
        text: Bilingual(
          ja: "\(floor)です。エレベーターはありますか", en: "it is upstairs (\(floor)): is there a lift?")))
  }
}
