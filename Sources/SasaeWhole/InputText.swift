import Diagnostics
import Service
import Terminal

/// Text from a file or from standard input.
enum InputText {
  static func read(_ path: String) throws(SasaeError) -> String {
    var text = String(decoding: try bytes(path), as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  static func bytes(_ path: String) throws(SasaeError) -> [UInt8] {
    if path == "-" { return try Console.readAll() }
    do {
      return try FileText.read(path)
    } catch  where error.code == "data.missing" {
      throw SasaeError("import.file-missing", at: Position(file: path))
    }
  }
}
