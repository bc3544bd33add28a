import Diagnostics
import Geography
import Model

/// Where an address is, without a network.
public enum LocateAddress: Operation {
  public static let name = "locate_address"
  public static let summary = Bilingual(
    ja: "住所の位置（緯度・経度）を、分かる細かさとともに求める",
    en: "Turn an address into coordinates, and say how exact they are")
  public static let scope = Scope.read

  public struct Input: Codable, Sendable {
    public var address: String

    public init(address: String) { self.address = address }
  }

  public struct Output: Codable, Sendable {
    public var lat: Double
    public var lng: Double
    public var precision: Precision
    /// What was recognised, as the table of towns writes it.
    public var matched: String
    /// What was left over, as it was typed.
    public var rest: String
    /// 全国地方公共団体コード of the municipality.
    public var code: String
    /// Areas of the workspace that hold it, the smallest first.
    public var areas: [String]?
  }

  /// Characters of an address: none is longer.
  static let longest = 1_000

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let length = input.address.unicodeScalars.count
    guard length <= longest else {
      throw InputCheck.value(
        "address", "\(length)",
        Bilingual(ja: "\(longest)字まで", en: "at most \(longest) characters"))
    }
    let atlas = session.directory.atlas
    let found = try atlas.locate(input.address)
    var areas: [String] = []
    if found.precision != .city {
      let map = try atlas.places().areas
      for name in map.names(at: found.point) + map.names(of: found) where !areas.contains(name) {
        areas.append(name)
      }
    }
    let digits = "\(found.code)"
    return Output(
      lat: found.point.lat, lng: found.point.lng, precision: found.precision,
      matched: found.matched, rest: found.rest,
      code: String(repeating: "0", count: max(0, 6 - digits.count)) + digits,
      areas: areas.isEmpty ? nil : areas)
  }
}
