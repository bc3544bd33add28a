import ArgumentParser
import Diagnostics
import Glibc
import Model
import Service

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
      say("形式: ndjson, csv, geojson", "format: ndjson, csv, geojson"), valueName: "format"))
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
    if let out {
      let file = try OutputFile(path: out)
      let count = try ExportResources.stream(input, in: session) { try file.write($0) }
      try file.finish()
      Console.error(say("\(count)件を書き出しました: \(out)\n", "wrote \(count) resources to \(out)\n"))
    } else {
      var pending = ""
      _ = try ExportResources.stream(input, in: session) { piece in
        pending += piece
        if pending.utf8.count > 1 << 16 {
          Console.out(pending)
          pending = ""
        }
      }
      Console.out(pending)
    }
  }
}

/// A file that appears under its name only when it is whole.
final class OutputFile {
  private let path: String
  private let temporary: String
  private let stream: UnsafeMutablePointer<FILE>
  private var isFinished = false

  init(path: String) throws(SasaeError) {
    self.path = path
    temporary = path + ".part-\(getpid())"
    guard let stream = fopen(temporary, "wbx") else { throw Self.failure(path) }
    self.stream = stream
  }

  deinit {
    if !isFinished {
      fclose(stream)
      unlink(temporary)
    }
  }

  func write(_ text: String) throws(SasaeError) {
    var text = text
    let done = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stream) == $0.count }
    guard done else { throw Self.failure(path) }
  }

  func finish() throws(SasaeError) {
    isFinished = true
    let flushed = fflush(stream) == 0 && fsync(fileno(stream)) == 0
    guard fclose(stream) == 0, flushed, rename(temporary, path) == 0 else {
      let failure = Self.failure(path)
      unlink(temporary)
      throw failure
    }
  }

  private static func failure(_ path: String) -> SasaeError {
    SasaeError(
      "output.unwritable", ["detail": "\(String(cString: strerror(errno)))"],
      at: Position(file: path))
  }
}
