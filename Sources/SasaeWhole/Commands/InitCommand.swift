import ArgumentParser
import Diagnostics
import Service
import Terminal

struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: say("作業フォルダを作る", "Make a workspace"),
      discussion: say(
        "--sample は見本の町を入れます。高松市のオープンデータ（CC BY 4.0）と、〔架空〕と記した資源です。",
        "--sample loads the sample town: open data of Takamatsu City (CC BY 4.0) and resources marked fictional."
      ))
  }

  @Flag(help: ArgumentHelp(say("見本の町を入れる", "load the sample town")))
  var sample = false

  @Option(
    help: ArgumentHelp(
      say(
        "作業フォルダの市区町村（コードか名前）。住所の町名だけで場所が決まる",
        "municipality of the workspace, by code or name: a town's name alone is enough there"),
      valueName: "name"))
  var municipality: String?

  @OptionGroup(title: say("共通", "Common")) var global: GlobalOptions

  func run() throws {
    let format = try global.run.output()
    let bar = ProgressBar()
    let session = try global.run.makeSession(progress: bar)
    _ = try session.shelf.library()
    let list = sample ? try SampleTown(folder: session.shelf.folder) : nil
    try session.directory.create()
    if let place = municipality ?? list?.municipality {
      _ = try session.directory.atlas.settle(in: place)
    }
    defer { bar.clear() }
    let output = try list?.load(in: session)
    bar.clear()
    if format == .json {
      if let output { Console.out(try OperationJSON.text(output) + "\n") }
      return
    }
    Console.out(
      say("作業フォルダを作りました: ", "made the workspace ") + session.directory.workspace.path + "\n")
    if let output, let list {
      let added = output.files.reduce(0) { $0 + $1.added }
      Console.out(
        say(
          "見本の町: \(added)件（\(output.files.count)ファイル）\n",
          "sample town: \(added) resources from \(output.files.count) files\n"))
      for credit in list.attributions { Console.out(credit + "\n") }
    }
  }
}
