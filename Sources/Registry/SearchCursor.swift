import Diagnostics

/// Where a page ended: after which hit. Pages stay in step when records come or go meanwhile, as
/// the next page begins after the last hit shown and not at a count.
struct SearchCursor {
  var fingerprint: String
  /// Hits shown so far.
  var offset: Int
  var docid: UInt32
  var weight: Double

  var text: String {
    "c1.\(fingerprint).\(offset).\(docid).\(String(weight.bitPattern, radix: 16))"
  }

  init(fingerprint: String, offset: Int, docid: UInt32, weight: Double) {
    self.fingerprint = fingerprint
    self.offset = offset
    self.docid = docid
    self.weight = weight
  }

  init(_ text: String, for fingerprint: String) throws(SasaeError) {
    let parts = text.split(separator: ".")
    guard parts.count == 5, parts[0] == "c1", parts[1] == fingerprint,
      let offset = Int(parts[2]), (0...1_000_000_000).contains(offset),
      let docid = UInt32(parts[3]),
      let bits = UInt64(parts[4], radix: 16)
    else { throw SasaeError("usage.cursor") }
    self.init(
      fingerprint: fingerprint, offset: offset, docid: docid, weight: Double(bitPattern: bits))
  }
}
