import Diagnostics
import ReferenceData

/// The instruments of `Data/instruments`, and those of a workspace's own folder, which add to them
/// or take the place of the one of the same name.
public struct InstrumentShelf: Sendable {
  /// By id.
  public let instruments: [Instrument]

  /// Reads and checks all of them.
  public init(library: ReferenceLibrary, own folder: String?) throws(SasaeError) {
    var known: [String: Instrument] = [:]
    for folder in [library.folder + "/instruments"] + (folder.map { [$0] } ?? []) {
      for name in FileBytes.list(folder, suffix: ".tsv") {
        let id = String(name.dropLast(4))
        known[id] = try InstrumentFile.read(
          folder + "/" + name, id: id, needs: library.needs)
      }
    }
    instruments = known.values.sorted { $0.id < $1.id }
  }

  public func instrument(_ id: String) throws(SasaeError) -> Instrument {
    if let found = instruments.first(where: { $0.id == id }) { return found }
    let known = instruments.map(\.id)
    throw SasaeError(
      "usage.unknown-instrument",
      [
        "value": "\(id.prefix(60))", "known": "\(known.joined(separator: ", "))",
        "suggestion": "\(DidYouMean.closest(to: id, among: known) ?? "")",
      ])
  }
}
