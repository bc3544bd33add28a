import Diagnostics
import JapaneseText
import ReferenceData
import Synchronization

/// What one index is made with: the same categories and words for all of it, read when first needed, and
/// the stamp of what was there when the making began. A file edited meanwhile leads to another making.
final class IndexMaterials: Sendable {
  let stamp: String
  let signature: String
  private let shelf: ReferenceShelf
  private let atlas: Atlas
  private let own: String
  private let read = Mutex<(categories: Taxonomy, lexicon: Lexicon)?>(nil)

  init(shelf: ReferenceShelf, atlas: Atlas, own: String, stamp: String, signature: String) {
    self.shelf = shelf
    self.atlas = atlas
    self.own = own
    self.stamp = stamp
    self.signature = signature
  }

  func lexicon() throws(SasaeError) -> Lexicon { try parts().lexicon }

  /// What makes documents of resources, for one thread.
  func makeBuilder() throws(SasaeError) -> DocumentBuilder {
    let parts = try parts()
    return DocumentBuilder(
      categories: parts.categories, lexicon: parts.lexicon, placer: Placer(atlas))
  }

  private func parts() throws(SasaeError) -> (categories: Taxonomy, lexicon: Lexicon) {
    if let known = read.withLock({ $0 }) { return known }
    let lexicon = try shelf.lexicon(adding: own)
    let made = (categories: try shelf.library().categories, lexicon: lexicon)
    return read.withLock { kept in
      if let kept { return kept }
      kept = made
      return made
    }
  }
}
