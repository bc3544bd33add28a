import Diagnostics
import ReferenceData

/// The files that the places of a workspace are read from.
public struct PlaceFiles {
  private let paths: [String]

  public init(_ workspace: Workspace, _ shelf: ReferenceShelf) {
    paths = [
      shelf.folder + "/areas/municipalities.tsv", shelf.folder + "/geocode/towns.csv",
      workspace.towns, workspace.areaShapes, workspace.areaTowns, workspace.municipality,
    ]
  }

  /// Equal for files of equal looks.
  public var signature: String { ReferenceShelf.signature(of: paths) }

  /// Equal for files of equal contents.
  public func fingerprint() throws(SasaeError) -> String {
    try ReferenceShelf.fingerprint(of: paths)
  }
}

extension Workspace {
  /// Towns of one's own.
  public var towns: String { path + "/towns.csv" }
  /// Outlines of areas.
  public var areaShapes: String { path + "/areas.geojson" }
  /// Areas by their towns.
  public var areaTowns: String { path + "/areas.tsv" }
  /// Where the workspace is.
  public var municipality: String { path + "/municipality.txt" }
}
