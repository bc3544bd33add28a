import Diagnostics
import Service
import Terminal

/// Text from a file or from standard input.
enum InputText {
  static func read(_ path: String) throws(SasaeError) -> String {
    let bytes: [UInt8]
    if path == "-" {
      bytes = try Console.readAll()
    } else {
      do {
        bytes = try FileText.read(path)
      } catch  where error.code == "data.missing" {
        throw SasaeError("import.file-missing", at: Position(file: path))
      }
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }
}
