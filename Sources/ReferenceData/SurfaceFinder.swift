import JapaneseText

/// Finds the concepts whose surfaces stand in a text, those inside longer ones too.
///
/// A short word in kana stands inside others by chance (「いす」 in ています), so one of at most four
/// kana counts only where the script changes on both sides.
struct SurfaceFinder: Sendable {
  private struct Surface {
    var scalars: [UInt32]
    var concepts: [String]
    var needsBoundaries: Bool
  }

  /// By the first two scalars.
  private var surfaces: [UInt64: [Surface]] = [:]

  static func needsBoundaries(_ scalars: [UInt32]) -> Bool {
    scalars.count <= 4 && scalars.allSatisfy { $0 >= 0x3041 && $0 <= 0x30FF }
      || scalars.allSatisfy { $0 < 0x80 }
  }

  mutating func add(_ surface: String, naming concepts: [String]) {
    let scalars = surface.unicodeScalars.map(\.value)
    guard scalars.count > 1 else { return }
    surfaces[UInt64(scalars[0]) << 32 | UInt64(scalars[1]), default: []].append(
      Surface(
        scalars: scalars, concepts: concepts, needsBoundaries: Self.needsBoundaries(scalars)))
  }

  mutating func finish() {
    for key in surfaces.keys { surfaces[key]?.sort { $0.scalars.count > $1.scalars.count } }
  }

  func find(in text: SearchText, _ body: (String) -> Void) {
    let scalars = text.scalars
    guard scalars.count > 1 else { return }
    for at in 0..<scalars.count - 1 {
      guard let starting = surfaces[UInt64(scalars[at]) << 32 | UInt64(scalars[at + 1])] else {
        continue
      }
      for surface in starting {
        let end = at + surface.scalars.count
        guard end <= scalars.count, scalars[at..<end].elementsEqual(surface.scalars) else {
          continue
        }
        if surface.needsBoundaries, !(text.isBoundary(at) && text.isBoundary(end)) { continue }
        for concept in surface.concepts { body(concept) }
      }
    }
  }
}
