@_spi(Host) import MatchingKit
import Model
import ReferenceData
import Registry
import Synchronization

/// Candidates that matches have looked at, kept for the next ones.
///
/// What is kept holds for one state of the index, one day and one reading of the reference data; another
/// empties it. The older half goes when there are too many.
final class DossierMemo: Sendable {
  /// Resources kept, twice this at most: about 2 kB each.
  static let most = 50_000

  private struct Kept {
    var mark = ""
    var young: [UInt32: ResourceDossier] = [:]
    var old: [UInt32: ResourceDossier] = [:]
  }
  private let kept = Mutex(Kept())

  func find(_ documents: [UInt32], _ mark: String) -> [UInt32: ResourceDossier] {
    kept.withLock { kept in
      guard kept.mark == mark else { return [:] }
      var found: [UInt32: ResourceDossier] = [:]
      found.reserveCapacity(documents.count)
      for document in documents {
        if let one = kept.young[document] {
          found[document] = one
        } else if let one = kept.old[document] {
          found[document] = one
          kept.young[document] = one
        }
      }
      Self.age(&kept)
      return found
    }
  }

  func keep(_ made: [UInt32: ResourceDossier], _ mark: String) {
    kept.withLock { kept in
      if kept.mark != mark { kept = Kept(mark: mark) }
      kept.young.merge(made) { first, _ in first }
      Self.age(&kept)
    }
  }

  private static func age(_ kept: inout Kept) {
    guard kept.young.count > most else { return }
    kept.old = kept.young
    kept.young = [:]
  }
}

/// Makes the candidates of one request, or finds them among those kept.
struct DossierShelf: CandidateShelf {
  private let memo: PhraseMemo
  private let categories: Taxonomy
  private let today: CalendarDate?
  private let state: String

  init(memo: PhraseMemo, library: ReferenceLibrary, today: CalendarDate?) {
    self.memo = memo
    self.today = today
    categories = library.categories
    state = "\(library.fingerprint) \(today?.text ?? "")"
  }

  func kept(_ documents: [UInt32], of mark: String) -> [UInt32: ResourceDossier] {
    memo.dossiers.find(documents, "\(mark) \(state)")
  }

  func make(_ listing: Listing) -> ResourceDossier {
    ResourceDossier(
      listing: listing,
      lineages: Dictionary(
        listing.categories.map { ($0, categories.lineage($0)) },
        uniquingKeysWith: { first, _ in first }),
      reader: CandidateReader(memo: memo, today: today))
  }

  func keep(_ made: [UInt32: ResourceDossier], of mark: String) {
    memo.dossiers.keep(made, "\(mark) \(state)")
  }
}
