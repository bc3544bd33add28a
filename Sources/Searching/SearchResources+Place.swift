import Diagnostics
import Lookup
import Model
import ReferenceData

extension SearchResources {
  /// Where a search is done, and for whom.
  public struct Place {
    public var shelf: ReferenceShelf
    /// Contacts above this are redacted.
    public var audience: Visibility
    /// The day it is in Japan.
    public var today: CalendarDate
    /// Whether the answer may be made into text for people; otherwise only what was asked for need be
    /// read.
    public var rendersText: Bool
    /// Whether hits are to say when they take place next; a text does not show it.
    public var tellsDates: Bool
    /// Where an address is.
    var locate: (String) throws(SasaeError) -> Coordinate
    var search: (SearchQuery) throws(SasaeError) -> SearchResult
    /// A record as the audience may see it.
    var resource: (String) throws(SasaeError) -> Resource

    public init(
      shelf: ReferenceShelf, audience: Visibility, today: CalendarDate, rendersText: Bool = true,
      tellsDates: Bool = true,
      locate: @escaping (String) throws(SasaeError) -> Coordinate,
      search: @escaping (SearchQuery) throws(SasaeError) -> SearchResult,
      resource: @escaping (String) throws(SasaeError) -> Resource
    ) {
      (self.shelf, self.audience, self.today) = (shelf, audience, today)
      (self.rendersText, self.tellsDates) = (rendersText, tellsDates)
      (self.locate, self.search, self.resource) = (locate, search, resource)
    }
  }
}
