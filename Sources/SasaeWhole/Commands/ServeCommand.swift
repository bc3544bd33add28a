import ArgumentParser
import Diagnostics
import Glibc
import LineRPC
import Service
import StdioServer
import Terminal

struct ServeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve",
      abstract: say(
        "標準入出力で JSON-RPC 2.0 と MCP を話す", "Speak JSON-RPC 2.0 and MCP on standard input and output"),
      discussion: say(
        "一行に一つのメッセージ。既定では名簿を読むことだけができ、公開の連絡先だけを見せます（docs/wire.md）。",
        "One message a line. By default it only reads, and shows public contacts only (docs/wire.md)."
      ))
  }

  @Option(
    help: ArgumentHelp(
      say(
        "許すこと（コンマ区切り。read はいつも含む）: read 探す・見る・書き出す、match 一人に合わせる、write 取り込む・直す、cases 個人の記録",
        "what is permitted, read in any case: read (search, show, export), match (one person), write (import, enter, retire), cases (personal records)"
      ),
      valueName: "scopes"))
  var scope: String = "read"

  @Option(
    name: .customLong("trace-io"),
    help: ArgumentHelp(
      say(
        "やりとりをこのフォルダに写す（調べもの用。個人の情報もそのまま入ります）",
        "copy all lines into this folder, for finding faults; personal data is in them as it was sent"
      ), valueName: "dir"))
  var traceIO: String?

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    if global.format != nil { _ = try global.run.output([.json]) }
    let grant = try Grant(scope)
    let session = try global.run.makeSession(audience: .public)
    session.directory.expectManySearches()
    let trace = try traceIO.map { folder throws(SasaeError) in try TraceFiles(folder: folder) }
    if Console.isInputTerminal {
      Console.error(
        say(
          "一行に一つの JSON-RPC メッセージを待っています（docs/wire.md）。終わるには Ctrl-D\n",
          "waiting for JSON-RPC messages, one a line (docs/wire.md); Ctrl-D ends\n"))
    }
    // Before anything else starts a thread or writes.
    let streams = try StandardStreams.claim()
    StdioServer(
      session: session, grant: grant, version: BuildInfo.version, today: RunOptions.today
    ).run(on: streams, trace: trace)
    Programs.end()
    Glibc.exit(ExitStatus.done.rawValue)
  }
}
