import Model
import Synchronization

/// What is known of one resource, read from its record once and kept for other requests. Safe to share.
@_spi(Host) public final class ResourceDossier: Sendable {
  public let listing: Listing
  /// Each category with its ancestors.
  public let lineages: [String: [String]]
  private let reader: any ResourceReading
  private let readings = Mutex(Readings())

  /// What its words tell, read when a plugin looks at it first.
  private struct Readings {
    var times: ResourceTimes??
    var price: ResourcePrice??
    var conditions: ResourceConditions??
    var words: ResourceWords?
  }

  public init(
    listing: Listing, lineages: [String: [String]], reader: any ResourceReading
  ) {
    self.listing = listing
    self.lineages = lineages
    self.reader = reader
  }

  var times: ResourceTimes? {
    if let known = readings.withLock({ $0.times }) { return known }
    let read = listing.schedule.flatMap(reader.times)
    readings.withLock { $0.times = read }
    return read
  }

  var price: ResourcePrice? {
    if let known = readings.withLock({ $0.price }) { return known }
    let read = reader.price(listing)
    readings.withLock { $0.price = read }
    return read
  }

  var conditions: ResourceConditions? {
    if let known = readings.withLock({ $0.conditions }) { return known }
    let read = reader.conditions(listing)
    readings.withLock { $0.conditions = read }
    return read
  }

  var words: ResourceWords {
    if let known = readings.withLock({ $0.words }) { return known }
    let read = ResourceWords(listing, reader)
    readings.withLock { $0.words = read }
    return read
  }
}
