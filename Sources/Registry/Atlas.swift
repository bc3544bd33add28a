import Diagnostics
import Foundation
import Geography
import Glibc
import Lookup
import Model
import ReferenceData
import Synchronization

/// The places of one workspace: towns and areas of its own beside those of `Data/`, read when an address
/// or an area is first asked for, and again when their files have changed.
public final class Atlas: Sendable {
  private let workspace: Workspace
  private let shelf: ReferenceShelf
  private let read = Mutex<(signature: String, places: Places)?>(nil)

  /// All that is known of places at one time.
  public struct Places: Sendable {
    public let towns: Gazetteer
    public let areas: AreaMap
    /// What was left out of the workspace's own files, with file, line and field.
    public let faults: [SasaeError]
  }

  /// The codes that were renamed.
  func codeRenames() throws(SasaeError) -> CodeRenames { try shelf.codeRenames() }

  init(_ workspace: Workspace, shelf: ReferenceShelf) {
    self.workspace = workspace
    self.shelf = shelf
  }

  public func places() throws(SasaeError) -> Places {
    let signature = PlaceFiles(workspace, shelf).signature
    if let known = read.withLock({ $0 }), known.signature == signature { return known.places }
    let places = try PlaceReader(workspace, shelf: shelf).read()
    read.withLock { $0 = (signature, places) }
    return places
  }

  /// Where an address is; the fault as one of ours, without the address.
  public func locate(_ address: String) throws(SasaeError) -> LocatedAddress {
    let towns = try places().towns
    do {
      return try towns.locate(address)
    } catch .ambiguous(let names) {
      let shown = names.prefix(8).joined(separator: "、") + (names.count > 8 ? " …" : "")
      throw SasaeError("locate.ambiguous", ["known": "\(shown)"])
    } catch {
      throw SasaeError("locate.unknown")
    }
  }

  /// Says where the workspace is, by a municipality's code or name; returns its full name.
  public func settle(in text: String) throws(SasaeError) -> String {
    let code = try PlaceReader.code(of: text, shelf)
    let known = try shelf.municipalities()[Self.sixDigits(code)]
    let name = (known?.prefecture ?? "") + (known?.name ?? "")
    do {
      try "\(Self.sixDigits(code))\n\(name)\n".write(
        toFile: workspace.municipality, atomically: true, encoding: .utf8)
    } catch {
      throw SasaeError("workspace.read-only", ["path": "\(workspace.path)"])
    }
    return name
  }

  private static func sixDigits(_ code: Int) -> String {
    let digits = "\(code)"
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
