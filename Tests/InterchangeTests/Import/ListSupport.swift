import CIconv
import Diagnostics
import Foundation
import Interchange
import Model
import ReferenceData
import TestSupport

/// The reference data that lists are read with.
enum ListRepository {
  static let shelf = ReferenceShelf(folder: Repository.path("Data"))

  static func choice(_ mapping: String? = nil) throws -> ListChoice {
    ListChoice(
      library: try shelf.library(), municipalities: try shelf.municipalities(), mapping: mapping)
  }
}

/// A list read to its end.
struct ReadList {
  var format: ListFormat
  var rows: [ListRow] = []
  var rejected: [SasaeError] = []
  var skipped: [Int] = []
  var reasons: [SkipReason] = []

  init(_ list: OpenedList) throws {
    format = list.format
    while let record = try list.next() {
      switch record {
      case .resource(let row): rows.append(row)
      case .rejected(let error): rejected.append(error)
      case .skipped(let line, let reason):
        skipped.append(line)
        reasons.append(reason)
      }
    }
  }

  init(
    _ text: String, name: String = "list.csv", mapping: String? = nil,
    _ change: (inout ListChoice) -> Void = { _ in }
  ) throws {
    try self.init(bytes: Array(text.utf8), name: name, mapping: mapping, change)
  }

  init(
    bytes: [UInt8], name: String = "list.csv", mapping: String? = nil,
    _ change: (inout ListChoice) -> Void = { _ in }
  ) throws {
    var choice = try ListRepository.choice(mapping)
    change(&choice)
    try self.init(OpenedList(path: name, bytes: bytes, choice: choice))
  }

  init(file: String) throws {
    try self.init(OpenedList(path: file, choice: ListRepository.choice()))
  }

  var resources: [Resource] { rows.map(\.resource) }
  var warnings: [String] { rows.flatMap(\.warnings).map(\.code.rawValue) }
}

extension ListRow {
  /// Heading → cell as they stood.
  var cells: [String: String] {
    raw.flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0.utf8)) } ?? [:]
  }

  /// Field → where its value comes from.
  var sources: [String: String] {
    evidence.flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
      ?? [:]
  }
}

/// CP932 of a text whose characters all have one, found by reading every two-byte code.
enum CP932 {
  private static let table: [Character: [UInt8]] = {
    var out: [Character: [UInt8]] = [:]
    guard let converter = ci_open("CP932") else { return out }
    defer { ci_close(converter) }
    for lead in UInt8(0x81)...0xFC where !(0xA0...0xDF).contains(lead) {
      for trail in UInt8(0x40)...0xFC where trail != 0x7F {
        var (used, made) = (0, 0)
        var buffer = [UInt8](repeating: 0, count: 8)
        let done = ci_convert(converter, [lead, trail], 2, &used, &buffer, 8, &made)
        let text = String(decoding: buffer.prefix(made), as: UTF8.self)
        if Int(done) == 0, used == 2, text.count == 1, let one = text.first, out[one] == nil {
          out[one] = [lead, trail]
        }
      }
    }
    return out
  }()

  static func bytes(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    for character in text {
      if character == "\r\n" {
        out += [13, 10]
      } else if let ascii = character.asciiValue {
        out.append(ascii)
      } else if let pair = table[character] {
        out += pair
      } else {
        return nil
      }
    }
    return out
  }
}

/// Compares with a file of the repository; under `SASAE_RECORD=1` writes it, and then fails once.
func golden(_ text: String, _ path: String) throws -> (recorded: Bool, expected: String) {
  let file = Repository.path(path)
  guard ProcessInfo.processInfo.environment["SASAE_RECORD"] == "1" else {
    return (false, try String(contentsOfFile: file, encoding: .utf8))
  }
  try text.write(toFile: file, atomically: true, encoding: .utf8)
  return (true, text)
}
