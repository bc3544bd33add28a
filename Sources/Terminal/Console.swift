import Diagnostics
import Glibc

/// Standard output and error: data on the one, all else on the other.
public enum Console {
  public static var isOutputTerminal: Bool { isatty(1) == 1 }
  public static var isErrorTerminal: Bool { isatty(2) == 1 }
  public static var isInputTerminal: Bool { isatty(0) == 1 }

  /// Columns of the terminal; 100 where there is none.
  public static var width: Int {
    if let text = variable("COLUMNS"), let columns = Int(text), columns > 0 { return columns }
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 100
  }

  /// Writes all of it. A reader that closed the pipe has had enough: that is a success.
  public static func out(_ text: String) { write(text, to: 1) }

  public static func out(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0, to: 1) } }

  public static func error(_ text: String) { write(text, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let done = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if done < 0 {
        if errno == EINTR { continue }
        if descriptor == 1, errno == EPIPE { exit(0) }
        if descriptor == 1 {
          let detail = String(cString: strerror(errno))
          report(SasaeError("output.unwritable", ["detail": "\(detail)"]))
          exit(ExitStatus.failed.rawValue)
        }
        return
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[done...])
    }
  }

  /// `sasae: file:line: code: text`, a blank line and the hint.
  public static func report(_ error: SasaeError) {
    var text = "sasae: " + error.line(speech) + "\n"
    if let hint = error.hint(speech) { text += "\nhint: \(hint)\n" }
    Console.error(text)
  }

  /// All of standard input.
  public static func readAll(limit: Int = 256 << 20) throws(SasaeError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return bytes }
      bytes += buffer.prefix(got)
      if bytes.count > limit {
        throw SasaeError("import.line-too-long", ["limit": "\(limit)"], at: Position(file: "-"))
      }
    }
  }
}
