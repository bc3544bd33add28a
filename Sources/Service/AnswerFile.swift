import Assessment
import Diagnostics
import Foundation
import Interchange
import Model
import Registry

/// Answers in a file: JSON, plain (`{"1":"yes"}`) or as an interview saves it, or a table of two
/// columns, item and answer.
public struct AnswerFile {
  public var instrument: String?
  public var on: String?
  /// The item where an interview goes on.
  public var next: Int?
  private var entries: [(key: String, value: JSONValue, line: Int?)] = []
  private let path: String

  public init(_ bytes: [UInt8], path: String) throws(SasaeError) {
    self.path = path
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    do {
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        try readJSON(bytes)
      } else {
        try readTable(bytes)
      }
    } catch {
      throw error.located(file: path)
    }
  }

  /// Whether it says whose answers it holds, as a saved interview does: only such a file may be
  /// written over.
  public func requireInterview() throws(SasaeError) {
    guard instrument == nil else { return }
    throw Self.unreadable(
      Bilingual(ja: "残した聞き取りではありません", en: "it is no interview that was kept")
    ).located(file: path)
  }

  /// By item number; every fault is located by file and line.
  public func answers(to id: String, in session: Session) throws(SasaeError) -> [String: JSONValue]
  {
    let instrument = try session.instruments().instrument(id)
    if let other = self.instrument, other != id {
      throw SasaeError(
        "usage.other-instrument", ["value": "\(other.prefix(60))"], at: Position(file: path))
    }
    var out: [String: JSONValue] = [:]
    var sheet = AnswerSheet()
    for (key, value, line) in entries {
      do {
        try sheet.add(value, at: key, to: instrument)
        out["\(try AnswerSheet.item(key, of: instrument).number)"] = value
      } catch {
        throw error.located(file: path, line: line)
      }
    }
    return out
  }

  private mutating func readJSON(_ bytes: [UInt8]) throws(SasaeError) {
    let bare = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let members = try? CanonicalJSON.decode([String: JSONValue].self, from: bare) else {
      throw Self.unreadable(
        Bilingual(ja: "JSON オブジェクトではありません", en: "not a JSON object"))
    }
    var answers = members
    if let given = members["answers"] {
      guard let inner = given.objectValue else {
        throw Self.unreadable(
          Bilingual(ja: "answers がオブジェクトではありません", en: "answers is not an object"))
      }
      answers = inner
      instrument = members["instrument"]?.stringValue
      on = members["on"]?.stringValue
      if case .integer(let number) = members["next"] { next = Int(number) }
    }
    entries = answers.sorted { $0.key < $1.key }.map { ($0.key, $0.value, nil) }
  }

  private mutating func readTable(_ bytes: [UInt8]) throws(SasaeError) {
    var reader = TableReader(
      source: .bytes(bytes), encoding: Self.encoding(of: bytes),
      delimiter: bytes.contains(0x09) ? 0x09 : UInt8(ascii: ","))
    var isFirst = true
    while true {
      let row: TableRow?
      do {
        row = try reader.next()
      } catch {
        throw Self.unreadable(Bilingual(ja: "表ではありません", en: "not a table"))
      }
      guard let row else { break }
      if let problem = row.problem {
        throw Self.unreadable(
          problem == .badEncoding
            ? Bilingual(ja: "文字が読めません", en: "its characters can't be read")
            : Bilingual(ja: "行が壊れています", en: "the row is broken")
        ).located(line: row.line)
      }
      let cells = row.cells.map(MemberReader.trimmed)
      guard let key = cells.first, !key.hasPrefix("#"), cells.contains(where: { !$0.isEmpty })
      else { continue }
      // A heading names no item.
      let isHeading = isFirst && !key.unicodeScalars.contains { $0.properties.numericType != nil }
      isFirst = false
      if isHeading { continue }
      // Height and weight may stand in cells of their own.
      let answer = cells.dropFirst().filter { !$0.isEmpty }.joined(separator: " ")
      entries.append((key, .string(answer), row.line))
    }
    guard !entries.isEmpty else {
      throw Self.unreadable(Bilingual(ja: "項目がありません", en: "there is no item in it"))
    }
  }

  /// By its byte order mark; else UTF-8 where it is that, or what Excel writes in Japan.
  private static func encoding(of bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8BOM }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
    return String(validating: bytes, as: UTF8.self) != nil ? .utf8 : .cp932
  }

  private static func unreadable(_ detail: Bilingual) -> SasaeError {
    SasaeError("usage.answer-file", ["detail": detail])
  }
}

/// An interview as it is saved.
public enum SavedInterview {
  public static func text(
    instrument: String, on: String?, answers: [String: JSONValue], next: Int?
  ) throws(SasaeError) -> String {
    var members: [String: JSONValue] = [
      "instrument": .string(instrument), "answers": .object(answers),
    ]
    if let on { members["on"] = .string(on) }
    if let next { members["next"] = .integer(Int64(next)) }
    return try OperationJSON.text(members, pretty: true) + "\n"
  }
}
