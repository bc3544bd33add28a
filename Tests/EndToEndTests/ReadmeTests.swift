import Foundation
import Testing
import TestSupport

@Suite("Each README")
struct ReadmeTests {
  /// One command of a page, on as many lines as it takes.
  struct Command {
    let line: Int
    let text: String
    let status: Int
  }

  /// The commands of every ```sh block. Where a block has prompts, only what stands behind them is
  /// typed; the rest is what the program answers.
  static func commands(of page: String) -> (blocks: Int, commands: [Command]) {
    var (blocks, commands): (Int, [Command]) = (0, [])
    var block: [(line: Int, text: String)]?
    for (at, line) in page.components(separatedBy: "\n").enumerated() {
      if let open = block {
        guard line.hasPrefix("```") else {
          block?.append((at + 1, line))
          continue
        }
        commands += Self.commands(of: open)
        block = nil
      } else if line.hasPrefix("```sh") || line.hasPrefix("```bash") || line.hasPrefix("```console")
      {
        blocks += 1
        block = []
      }
    }
    return (blocks, commands)
  }

  private static func commands(of block: [(line: Int, text: String)]) -> [Command] {
    let hasPrompts = block.contains { $0.text.hasPrefix("$ ") }
    var commands: [Command] = []
    var (start, text, end): (Int, String, String?) = (0, "", nil)
    for (number, line) in block {
      var line = line
      let isInside = !text.isEmpty
      if hasPrompts, !isInside {
        guard line.hasPrefix("$ ") else { continue }
        line.removeFirst(2)
      }
      if !isInside {
        let bare = line.trimmingCharacters(in: .whitespaces)
        if bare.isEmpty || bare.hasPrefix("#") { continue }
        start = number
        end = line.firstMatch(of: #/<<-?\s*['"]?(\w+)/#).map { String($0.1) }
      }
      text += line + "\n"
      if let word = end {
        if isInside, line == word { end = nil } else { continue }
      } else if line.hasSuffix("\\") {
        continue
      }
      let status = text.firstMatch(of: #/#\s*exit\s+(\d+)/#).flatMap { Int($0.1) } ?? 0
      commands.append(Command(line: start, text: text, status: status))
      text = ""
    }
    return commands
  }

  /// What fetches or builds the program is not run from within its tests.
  static func isSetup(_ text: String) -> Bool {
    ["Scripts/", "git clone", "apt", "swift build", "cd "].contains { text.contains($0) }
  }

  @Test("is read as a person would type it")
  func reading() {
    let page = """
      ```sh
      # a remark
      sasae one \\
        two
      sasae none   # exit 1
      cat <<'END' | sasae import -
      name
      END
      ```
      ```json
      {}
      ```
      ```console
      $ sasae three
      an answer
      ```
      """
    let found = Self.commands(of: page)
    #expect(found.blocks == 2)
    #expect(
      found.commands.map(\.text) == [
        "sasae one \\\n  two\n", "sasae none   # exit 1\n",
        "cat <<'END' | sasae import -\nname\nEND\n", "sasae three\n",
      ])
    #expect(found.commands.map(\.status) == [0, 1, 0, 0])
    #expect(found.commands.map(\.line) == [3, 5, 6, 14])
  }

  @Test("does what it says, command by command", arguments: ["README.md", "README.ja.md"])
  func readme(_ name: String) throws {
    let found = Self.commands(of: try Repository.text(name))
    let commands = found.commands.filter { !Self.isSetup($0.text) }
    #expect(found.blocks > 0, "\(name) has no ```sh block")
    #expect(commands.contains { $0.text.contains("sasae ") }, "\(name) runs nothing")
    let desk = try Desk()
    let manager = FileManager.default
    let bin = desk.folder.path + "/bin"
    try manager.createDirectory(atPath: bin, withIntermediateDirectories: false)
    try manager.createSymbolicLink(atPath: bin + "/sasae", withDestinationPath: try Program.path())
    // A reader stands in the repository; what the commands write stays in the temporary folder.
    try manager.createSymbolicLink(
      atPath: desk.folder.path + "/Data", withDestinationPath: Program.data)
    desk.environment["PATH"] = bin + ":/usr/bin:/bin"
    desk.environment["SASAE_WORKSPACE"] = nil
    var script = "set -o pipefail\ncd '\(desk.folder.path)' || exit 99\n"
    for command in commands {
      script += command.text
      script += "got=$?; [ $got -eq \(command.status) ] || "
      script +=
        "{ echo \"line \(command.line): exit $got, not \(command.status)\" >&2; exit 99; }\n"
    }
    let path = try desk.write(script, to: "readme.sh")
    let child = try Child("/bin/bash", [path], environment: desk.environment)
    let end = child.finish(limit: .seconds(300))
    #expect(end == .exit(0), "\(name): \(Outcome(child, [path], end))")
  }
}
