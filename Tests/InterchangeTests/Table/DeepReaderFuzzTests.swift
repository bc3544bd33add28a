import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Files that look real, damaged at random for `SASAE_FUZZ_SECONDS` (60).
@Suite("Deep: readers of damaged files")
struct DeepReaderFuzzTests {
  static let environment = ProcessInfo.processInfo.environment
  static let isAsked = environment["SASAE_DEEP"] == "1"
  static let seconds = environment["SASAE_FUZZ_SECONDS"].flatMap { Int($0) } ?? 60

  static let csv = """
    全国地方公共団体コード,ID,名称,住所,緯度,経度,開催曜日,備考
    372013,1,子ども食堂「ひろば」,"高松市番町一丁目8番15号
    （2階）",34.340,134.050,土,"300円, ""無料""あり"
    372013,2,サロン・カフェ～①,高松市ト17,０,,月;火;水,
    ,,,,,,,

    """
  static let json = """
    {"source":"湯沢市","header":{"name":"名称","tel":"電話"},"data":[
    {"name":"図書館\\n本館","tel":"0183-00-0000","place":{"lat":34.340,"tags":["a","\\u3042"]},"x":null},
    {"name":"公園","open":true},{"id":"a","name":"乙","contacts":[{"tel":"1"}]}
    ]}
    """
  static let lines = "{\"id\":\"a\",\"name\":\"甲\"}\r\n{\"id\":\"b\",\"name\":\"乙\"}\n[]\n"

  static let samples: [[UInt8]] = [
    Array(csv.utf8), [0xEF, 0xBB, 0xBF] + Array(csv.replacing("\n", with: "\r\n").utf8),
    Array(csv.replacing(",", with: "\t").utf8), Array(json.utf8), Array(lines.utf8),
    utf16(csv.replacing(",", with: "\t"), bigEndian: false), utf16(csv, bigEndian: true),
    MojibakeTests.list + MojibakeTests.list,
    MojibakeTests.western(MojibakeTests.list, windows: true),
    MojibakeTests.western(Array(csv.utf8), windows: false),
  ]
  static let alphabet: [UInt8] =
    Array("\"\"\",;\t\r\n\n{}[]:\\u0d8 a1<-".utf8) + [
      0x00, 0x1A, 0x81, 0x82, 0x9F, 0xA0, 0xC2, 0xD8, 0xE3, 0xED, 0xEE, 0xEF, 0xBB, 0xBF, 0xF0,
      0xFE, 0xFF,
    ]

  static func damaged(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = generator.pick(samples)
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...20, using: &generator))
      let other = generator.pick(samples)
      let from = Int.random(in: 0..<other.count, using: &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: bytes.insert(generator.pick(alphabet), at: start)
      case 3: bytes.insert(contentsOf: other[from...].prefix(60), at: start)
      case 4: bytes.removeSubrange(start...)
      case 5:
        bytes.insert(contentsOf: repeatElement(generator.pick(alphabet), count: 300), at: start)
      default: if start < bytes.count { bytes[start] = generator.pick(alphabet) }
      }
    }
    return bytes
  }

  /// The limit of the first line is left alone: a line just above it is refused or not as the blocks
  /// fall.
  static func limits(_ generator: inout SeededGenerator) -> TableLimits {
    var limits = TableLimits()
    guard generator.chance(0.7) else { return limits }
    limits.maxRecordBytes = Int.random(in: 0...200, using: &generator)
    limits.maxColumns = Int.random(in: 1...12, using: &generator)
    limits.maxOpenQuoteLines = Int.random(in: 1...6, using: &generator)
    return limits
  }

  @Test("keep their promises", .enabled(if: isAsked, "SASAE_DEEP=1 runs it"))
  func deepFuzz() throws {
    let seed = propertySeed("damaged files")
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var round: UInt64 = 0
    while ContinuousClock.now < end {
      var generator = SeededGenerator(seed: seed &+ round)
      let bytes = Self.damaged(&generator)
      let broken = try ReaderPromises(bytes, Self.limits(&generator)).broken(&generator)
      #expect(broken == nil, "seed \(seed &+ round), bytes \(bytes)")
      if broken != nil { return }
      round += 1
    }
    print("damaged files: \(round) read")
  }
}
