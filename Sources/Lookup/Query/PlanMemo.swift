import JapaneseText
import Synchronization

/// How words of queries were cut, as long as the index stays as it is.
public final class PlanMemo: Sendable {
  /// Words are few; when they are not, keeping them is of no use.
  static let most = 4_000

  struct Key: Hashable {
    var scalars: [UInt32]
    var scripts: [SearchText.Script]
  }

  public init() {}

  private let known = Mutex<[Key: [QueryUnit]]>([:])
  private let revision = Mutex<UInt64>(0)

  /// Forgets all when the index is another one than before.
  func expect(_ current: UInt64) {
    let isSame = revision.withLock { known in
      defer { known = current }
      return known == current
    }
    if !isSame { forget() }
  }

  /// The same characters may be cut otherwise where their scripts differ.
  static func key(_ word: [Analyzer.Run], in text: SearchText) -> Key {
    guard let first = word.first?.scalars.startIndex, let end = word.last?.scalars.endIndex else {
      return Key(scalars: [], scripts: [])
    }
    return Key(
      scalars: Array(text.scalars[first..<end]), scripts: Array(text.scripts[first..<end]))
  }

  /// The units of a word that begins at `start`; nil when it was not met before.
  func units(_ key: Key, at start: Int) -> [QueryUnit]? {
    known.withLock { $0[key] }?.map { $0.moved(by: start) }
  }

  func keep(_ key: Key, _ units: [QueryUnit], at start: Int) {
    let units = units.map { $0.moved(by: -start) }
    known.withLock { known in
      if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
      known[key] = units
    }
  }

  public func forget() { known.withLock { $0.removeAll() } }
}
