import Diagnostics
import Searching
import Lookup
import Model

extension SearchResources: Operation {
  public static let scope = Scope.read

  public static func run(_ input: Input, in session: Session) throws(SasaeError) -> Output {
    let directory = session.directory
    let place = Place(
      shelf: session.shelf, audience: session.audience, today: session.today,
      rendersText: session.rendersText,
      locate: { address throws(SasaeError) in try directory.atlas.locate(address).point },
      search: { query throws(SasaeError) in try directory.search(query) },
      resource: { id throws(SasaeError) in try directory.resource(id, for: session.audience) })
    return try answer(input, in: place)
  }
}
