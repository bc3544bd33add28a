import ArgumentParser
import Diagnostics
import Glibc
import LineRPC
import Service
import StdioServer

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
        "許すこと: read, match, cases, write（コンマ区切り）", "what is permitted: read, match, cases, write"),
      valueName: "scopes"))
  var scope: String = "read"

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    if global.format != nil { _ = try global.run.output([.json]) }
    let grant = try Grant(scope)
    let session = try global.run.makeSession(audience: .public)
    // Before anything else starts a thread or writes.
    let streams = try StandardStreams.claim()
    StdioServer(
      session: session, grant: grant, version: BuildInfo.version, today: RunOptions.today
    ).run(on: streams)
    Glibc.exit(ExitStatus.done.rawValue)
  }
}
