import Diagnostics
import Foundation
import ReferenceData
import TestSupport
import Testing

@Suite("Faults in the table of municipalities")
struct MunicipalityFaultTests {
  static let sound = """
    # licence: none
    code\tprefecture\tname\tkana\tlat\tlng
    370002\t香川県\t\tかがわけん
    372013\t香川県\t高松市\tたかまつし\t34.34278\t134.04667
    """

  static func read(_ bytes: [UInt8]) throws -> (
    path: String, result: Result<Municipalities, any Error>
  ) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/municipalities.tsv"
    try Data(bytes).write(to: URL(filePath: path))
    return withExtendedLifetime(folder) { (path, Result { try Municipalities(path: path) }) }
  }

  @Test(
    "are named with file, line and field",
    arguments: [
      (sound + "\n37202\t香川県\t丸亀市", "data.value", 5, "code"),
      (sound + "\n372020\t香川県\t丸亀市", "data.value", 5, "code"),
      (sound + "\n\t香川県\t丸亀市", "data.value", 5, "code"),
      (sound + "\n\n372013\t香川県\t高松市", "data.duplicate", 6, "code"),
      (sound + "\n372021\t香川県", "data.value", 5, "name"),
      (sound + "\n372021\t愛媛県\t丸亀市", "data.dangling", 5, "prefecture"),
      (sound + "\n172014\t石川県\t金沢市", "data.dangling", 5, "prefecture"),
      (sound + "\n372021\t\t丸亀市", "data.dangling", 5, "prefecture"),
      (sound + "\n170003\t石川県\t石川県", "data.value", 5, "name"),
      (sound + "\n372021\t香川県\t丸亀市\tまるがめし\t91\t133", "data.value", 5, "lat"),
      (sound + "\n372021\t香川県\t丸亀市\tまるがめし\t34\tnan", "data.value", 5, "lng"),
      (sound + "\n372021\t香川県\t丸亀市\tまるがめし\t34\t133\tlost", "data.cells", 5, nil),
      ("# note\ncode\tprefecture\tname\tkana\tlat\n", "data.heading", 2, nil),
      ("", "data.heading", 1, nil), ("# note\n", "data.heading", 1, nil),
    ] as [(String, ErrorCode, Int, String?)])
  func named(_ text: String, _ code: ErrorCode, _ line: Int, _ field: String?) throws {
    let (path, result) = try Self.read(Array(text.utf8))
    let error = #expect(throws: SasaeError.self) { try result.get() }
    #expect(error?.code == code, "\(text)")
    #expect(error?.position == Position(file: path, line: line, field: field), "\(text)")
  }

  @Test("that are no UTF-8, or no file, name the path")
  func encoding() throws {
    let (path, result) = try Self.read([0x8D, 0x82, 0x0A])
    let error = #expect(throws: SasaeError.self) { try result.get() }
    #expect(error?.code == "data.encoding" && error?.position.file == path)
    // The folder is gone with the test's own.
    let missing = #expect(throws: SasaeError.self) { try Municipalities(path: path) }
    #expect(missing?.code == "data.missing" && missing?.text(.en).contains(path) == true)
  }

  @Test("are not what editors leave behind, nor columns of one's own")
  func harmless() throws {
    let text =
      "# a\r\n\r\n" + Self.sound.split(separator: "\n").joined(separator: "\r\n") + "\r\n#\r\n"
    let table = try Self.read(Array(text.utf8)).result.get()
    #expect(table.all.map(\.code) == ["370002", "372013"])
    #expect(table.all.map(\.lng) == [nil, 134.04667])
    let moved = "own\tlng\tlat\tkana\tname\tprefecture\tcode\n\t\t\tかがわけん\t\t香川県\t370002"
    #expect(try Self.read(Array(moved.utf8)).result.get()["370002"]?.kana == "かがわけん")
  }
}
