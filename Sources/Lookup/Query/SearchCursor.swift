import Diagnostics
import Model

/// Where a page ended: after which hits. Pages stay in step when records come or go meanwhile, as
/// the next page begins after the last hit shown that is still there, and not at a count.
struct SearchCursor {
  var fingerprint: String
  /// Hits shown so far.
  var offset: Int
  /// The last hits shown, the very last first: any of them may be gone by the next page.
  var anchors: [UInt32]

  static let anchorCount = 20

  var text: String {
    "c2.\(fingerprint).\(offset).\(anchors.map { String($0) }.linked(by: "-"))"
  }

  init(fingerprint: String, offset: Int, shown: [UInt32]) {
    self.fingerprint = fingerprint
    self.offset = offset
    anchors = shown.suffix(Self.anchorCount).reversed()
  }

  init(_ text: String, for fingerprint: String) throws(SasaeError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "c2", parts[1] == fingerprint,
      let offset = Int(parts[2]), (0...1_000_000_000).contains(offset)
    else { throw SasaeError("usage.cursor") }
    let names = parts[3].split(separator: "-", omittingEmptySubsequences: false)
    anchors = names.compactMap { UInt32($0) }
    guard anchors.count == names.count, anchors.count <= Self.anchorCount else {
      throw SasaeError("usage.cursor")
    }
    self.fingerprint = fingerprint
    self.offset = offset
  }
}
