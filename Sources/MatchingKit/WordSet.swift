/// Words of a plugin's own, to see whether one of them stands in a text as it is written.
public struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let words: [[UInt8]]

  public init(arrayLiteral words: String...) { self.words = words.map { Array($0.utf8) } }

  public func stands(in text: String) -> Bool {
    guard !text.isEmpty else { return false }
    var text = text
    return text.withUTF8 { bytes in words.contains { Self.find($0, in: bytes) } }
  }

  private static func find(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    for at in 0...(text.count - word.count)
    where text[at] == first && text[at..<(at + word.count)].elementsEqual(word) {
      return true
    }
    return false
  }
}
