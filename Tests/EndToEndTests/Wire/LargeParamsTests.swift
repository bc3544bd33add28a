import Foundation
import Testing

/// Params near the limit of a line cost gigabytes before they were found to be wrong.
@Suite("Large params", .serialized)
struct LargeParamsTests {
  private static let size = 15 << 20

  private static func refuses(_ params: String, under limit: Int) throws {
    let wire = try Desk(town: SmallTown.ndjson).serve()
    wire.say(Say.request("1", "search_resources", params), Say.request("2", "ping"))
    // Not behind the other one.
    try wire.take("2").expectResult()
    let answer = try wire.take("1", within: .seconds(60))
    answer.expect(-32602, "usage")
    #expect(answer.size < 4_096)
    let peak = try wire.process.peakMemory()
    #expect(peak < limit << 20, "\(peak >> 20) MiB")
    try wire.isAlive()
    wire.finish()
  }

  @Test("with millions of elements of a wrong type are refused, in some memory")
  func elements() throws {
    let list = String(repeating: "1,", count: Self.size / 2)
    try Self.refuses(#"{"categories":[\#(list)1]}"#, under: 700)
  }

  @Test("with a million members that are not known are refused, in little memory")
  func members() throws {
    let thousand = (0..<1_000).map { #""@\#($0)":1,"# }.joined()
    let count = Self.size / (thousand.utf8.count + 4_000)
    let list = (0..<count).map {
      thousand.replacingOccurrences(of: "@", with: "x\(1_000 + $0)")
    }.joined()
    try Self.refuses("{\(list)\"text\":\"サロン\"}", under: 200)
  }
}
