import ArgumentParser
import Diagnostics
import Glibc
import Model
import Service
import Terminal

struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: ExportResources.summary(speech),
      discussion: say(
        "既定では公開の連絡先だけを書き出します。すべて写すには --audience coordinator を付けてください。",
        "By default only public contacts are written; --audience coordinator writes all."))
  }

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      say("形式: ndjson, csv, geojson, ics", "format: ndjson, csv, geojson, ics"), valueName: "format"
    ))
  var form: String

  @Option(
    help: ArgumentHelp(
      say("書き出すファイル（既定は標準出力）", "file to write (default: standard output)"), valueName: "path"))
  var out: String?

  @Flag(help: ArgumentHelp(say("終了した資源も書く", "retired resources too")))
  var includeRetired = false

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    _ = try global.run.output()
    let session = try global.run.makeSession(audience: .public)
    let input = ExportResources.Input(format: form, includeRetired: includeRetired ? true : nil)
    if let out, out != "-" {
      let file = try OutputFile(path: out)
      let written = try ExportResources.stream(input, in: session) { try file.write($0) }
      try file.finish()
      let count = written.count
      Console.error(say("\(count)件を書き出しました: \(out)\n", "wrote \(count) resources to \(out)\n"))
      tell(written)
    } else {
      var pending = ""
      let written = try ExportResources.stream(input, in: session) { piece in
        pending += piece
        if pending.utf8.count > 1 << 16 {
          Console.out(pending)
          pending = ""
        }
      }
      Console.out(pending)
      tell(written)
    }
  }

  /// What the format has no place for.
  private func tell(_ written: ExportResources.Written) {
    guard written.leftOut > 0, let lack = ExportResources.lack(form) else { return }
    let count = written.leftOut
    Console.error(say("\(lack.ja)\(count)件は入っていません\n", "\(count) \(lack.en) are left out\n"))
  }
}

/// A file that appears under its name only when it is whole.
final class OutputFile {
  private let path: String
  /// Nil for a device or a pipe, which are written to as they are.
  private let temporary: String?
  private let stream: UnsafeMutablePointer<FILE>
  private var isFinished = false

  init(path: String) throws(SasaeError) {
    self.path = path
    var info = stat()
    let isPlain = stat(path, &info) != 0 || info.st_mode & S_IFMT == S_IFREG
    temporary = isPlain ? path + ".part-\(getpid())" : nil
    guard let stream = fopen(temporary ?? path, isPlain ? "wbx" : "wb") else {
      throw Self.failure(path)
    }
    self.stream = stream
  }

  deinit {
    if !isFinished {
      fclose(stream)
      if let temporary { unlink(temporary) }
    }
  }

  func write(_ text: String) throws(SasaeError) {
    var text = text
    let done = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stream) == $0.count }
    guard done else { throw Self.failure(path) }
  }

  func finish() throws(SasaeError) {
    isFinished = true
    let flushed = fflush(stream) == 0 && (temporary == nil || fsync(fileno(stream)) == 0)
    guard fclose(stream) == 0, flushed, temporary.map({ rename($0, path) == 0 }) ?? true else {
      let failure = Self.failure(path)
      if let temporary { unlink(temporary) }
      throw failure
    }
  }

  private static func failure(_ path: String) -> SasaeError {
    SasaeError(
      "output.unwritable", ["detail": "\(String(cString: strerror(errno)))"],
      at: Position(file: path))
  }
}
