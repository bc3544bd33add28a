import Diagnostics
import Model
import Searching

extension MatchResources {
  /// A ride that a suggestion goes together with.
  public struct Companion: Codable, Sendable {
    public var id: String
    public var name: String
    public var phone: String?
    /// The audience that may see a contact which is not shown here.
    public var restricted: Visibility?
    public var schedule: Schedule?
    public var cost: Cost?
    public var eligibility: Eligibility?
    public var source: Source?
  }

  static func companion(
    _ listing: Listing, _ session: Session
  ) throws(SasaeError) -> Companion {
    let words = Hit(listing, score: 0, near: nil, words: nil)
    let (phone, restricted) = try contact(words, session)
    return Companion(
      id: listing.id, name: listing.name, phone: phone, restricted: restricted,
      schedule: words.schedule, cost: words.cost, eligibility: words.eligibility,
      source: words.source)
  }

  /// The telephone that the audience may see, and who could see more.
  static func contact(
    _ words: Hit, _ session: Session
  ) throws(SasaeError) -> (phone: String?, restricted: Visibility?) {
    guard let level = words.restricted, level <= session.audience else {
      return (words.phone, words.restricted)
    }
    let contacts = try session.directory.resource(words.id, for: session.audience).contacts
    return (
      words.phone ?? contacts.compactMap(\.phone).first,
      contacts.filter(\.redacted).map(\.visibility).min()
    )
  }
}
