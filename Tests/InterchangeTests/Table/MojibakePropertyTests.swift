import TestSupport
import Testing

@testable import Interchange

@Suite("Random garbled text")
struct MojibakePropertyTests {
  @Test("any Japanese text survives the detour through Latin-1")
  func property() throws {
    let seed = propertySeed("garbled text")
    for offset in 0..<UInt64(200) {
      var generator = SeededGenerator(seed: seed &+ offset)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 20...200, using: &generator) {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...3: bytes += [0x82, UInt8.random(in: 0x9F...0xF1, using: &generator)]
        case 4: bytes += [0x83, UInt8.random(in: 0x40...0x7E, using: &generator)]
        case 5...6:
          bytes += [
            UInt8.random(in: 0x89...0x97, using: &generator),
            UInt8.random(in: 0x80...0xFC, using: &generator),
          ]
        case 7:
          bytes += generator.pick([[0x81, 0x41], [0x81, 0x5B], [0x8D, 0x82], [0x8F, 0xBC]])
        case 8: bytes.append(UInt8.random(in: 0xA6...0xDF, using: &generator))
        default: bytes += generator.pick([[0x2C], [0x0A], Array("x1".utf8)])
        }
      }
      let text = try decode(bytes, .cp932).text
      for windows in [false, true] {
        let garbled = MojibakeTests.western(bytes, windows: windows)
        let kind = Mojibake.kind(of: garbled)
        #expect(kind == .cp932AsLatin1, "seed \(seed &+ offset), \(text)")
        let mended = try #require(kind?.mended(garbled))
        #expect(try decode(mended.bytes, mended.encoding).text == text, "seed \(seed &+ offset)")
      }
      #expect(Mojibake.kind(of: Array(text.utf8)) == nil, "seed \(seed &+ offset), \(text)")
    }
  }
}
