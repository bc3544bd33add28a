import Diagnostics
import Model

extension Directory {
  /// The public view of one resource, placed as the index has it, whatever its status.
  public func listing(_ id: String) throws(SasaeError) -> Listing {
    let whole = try resource(id, for: .coordinator)
    return Placer(atlas).listing(of: whole)
  }
}
