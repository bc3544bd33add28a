import ArgumentParser
import Diagnostics
import Model
import Service
import Terminal

struct AddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: say("資源を一つ登録する", "Enter one resource"),
      discussion: say(
        "端末では一項目ずつ聞きます。--from で JSON、--set で 項目=値 を渡せます。",
        "On a terminal it asks field by field; --from takes JSON, --set takes FIELD=VALUE."))
  }

  @OptionGroup var entry: EntryOptions
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    _ = try session.directory.count()
    var resource = try entry.resource() ?? Resource(id: "", name: "")
    try entry.apply(to: &resource)
    if entry.isInteractive {
      resource = try EntryForm(session: session, isNew: true).fill(resource)
    }
    if resource.name.isEmpty { throw SasaeError("row.no-name", at: Position(field: "name")) }
    if resource.id.isEmpty {
      resource.id = LocalID.make(for: resource, in: session)
    } else if (try? session.directory.resource(resource.id, for: .public)) != nil {
      throw SasaeError("resource.exists", ["value": "\(resource.id)"])
    }
    try EntryOutput.put(resource, session, format)
  }
}

struct EditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit",
      abstract: say("資源を直す", "Correct a resource"),
      discussion: say(
        "例: sasae edit local:12 --set contacts.phone=087-000-0000 --set cost.text=無料",
        "Example: sasae edit local:12 --set contacts.phone=087-000-0000 --set cost.text=free"))
  }

  @Argument(help: ArgumentHelp(say("資源の id", "id of a resource"), valueName: "id"))
  var id: String

  @OptionGroup var entry: EntryOptions
  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let session = try global.run.makeSession()
    let current = try session.directory.resource(id, for: session.audience)
    var resource = try entry.resource() ?? current
    resource.id = id
    try entry.apply(to: &resource)
    if entry.isInteractive {
      resource = try EntryForm(session: session, isNew: false).fill(resource)
    }
    try EntryOutput.put(resource, session, format)
  }
}

struct EntryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("JSON のファイル。- は標準入力", "JSON file; - is standard input"), valueName: "file"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      say("項目=値（くり返せる。値なしで消す）", "FIELD=VALUE; repeatable, an empty value removes"),
      valueName: "field=value"))
  var set: [String] = []

  var isInteractive: Bool { from == nil && set.isEmpty }

  func resource() throws(SasaeError) -> Resource? {
    guard let from else { return nil }
    do {
      return try ResourceInput.read(try InputText.read(from))
    } catch {
      throw error.located(file: from)
    }
  }

  func apply(to resource: inout Resource) throws(SasaeError) {
    for pair in set {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let field = ResourceField.named(String(parts[0])) else {
        let names = ResourceField.all.map(\.name)
        throw SasaeError(
          "usage.value",
          ["option": "--set", "value": "\(pair)", "expected": "\(names.joined(separator: ", "))"])
      }
      try field.assign(String(parts[1]), to: &resource)
    }
  }
}

enum EntryOutput {
  static func put(_ resource: Resource, _ session: Session, _ format: OutputFormat) throws {
    let output = try PutResource.run(.init(resource: resource), in: session)
    if format == .json { return Console.out(try OperationJSON.text(output) + "\n") }
    Console.out(try PutResource.text(output, width: Console.width, in: session))
    for warning in output.warnings { Console.error("\(warning.code): \(warning.text)\n") }
  }
}
