import Geography
import Model
import ReferenceData

/// Places a resource that says its address and not its point. What follows from a table of towns is
/// shown and searched, and never stored: the record stays as it was given.
///
/// Reads the tables once, when the first such resource comes. Not shared between threads.
final class Placer {
  private let atlas: Atlas
  /// Nil where a table of the workspace's own is no table: whoever asks for an address is told.
  private lazy var places: Atlas.Places? = try? atlas.places()

  /// A record may say a code that was renamed since; nil where nothing was.
  private lazy var renames: CodeRenames? = {
    guard let read = try? atlas.codeRenames(), !read.isEmpty else { return nil }
    return read
  }()

  init(_ atlas: Atlas) { self.atlas = atlas }

  /// The public view of a resource, placed. An address of which no more than the municipality is known
  /// is no place, and neither is one that can't be read.
  func listing(of resource: Resource) -> Listing {
    var listing = DocumentBuilder.listing(of: resource)
    if let renames, listing.categories.contains(where: { renames.entry(.category, $0) != nil }) {
      listing.categories = listing.categories.map { renames.current(.category, $0) }
    }
    guard listing.coordinate == nil, let located = located(listing), located.precision != .city
    else { return listing }
    listing.coordinate = located.point
    listing.precision = located.precision
    return listing
  }

  /// The areas that hold it by outline or by town.
  func areas(of listing: Listing) -> [String] {
    guard let areas = places?.areas, !areas.isEmpty else { return [] }
    var names = listing.coordinate.map(areas.names(at:)) ?? []
    if let located = located(listing) { names += areas.names(of: located) }
    return names
  }

  private func located(_ listing: Listing) -> LocatedAddress? {
    guard let address = listing.address, !address.isEmpty else { return nil }
    return try? places?.towns.locate(address)
  }
}
