import Diagnostics
import Foundation
import Glibc
import MatchingKit
import PluginCheck
@testable import ProcessPlugins
import Service
import TestSupport
import Testing

@Suite("A program", .serialized) struct ProgramTests {
  @Test("is one process for many requests and for several matches at once")
  func lives() async throws {
    let desk = try Desk.fault("chatty")
    #expect(try desk.match().state()?.status == .ok)
    try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<6 { group.addTask { try desk.match().state()?.status.rawValue } }
      for try await status in group { #expect(status == "ok") }
    }
    #expect(desk.logged("start").count == 1)
    #expect(desk.logged("judge").count == 7)
  }

  @Test("is not started when no profile names it")
  func sleeps() throws {
    let desk = try Desk.fault("")
    _ = try desk.match(profile: "care-manager")
    #expect(desk.logged("start").isEmpty)
  }

  @Test("counts in the score by the weight of its row")
  func counts() throws {
    let answer = try Desk.fault("").match()
    let first = try #require(answer.recommended.first)
    let node = try #require(first.explanation.children.first { $0.plugin == "fault" })
    #expect(node.value == 0.5)
    #expect(node.weight == 0.5)
    #expect(node.text == "半分")
  }

  @Test("may score and ask at once")
  func asks() throws {
    let answer = try Desk.fault("asking").match()
    #expect(answer.recommended.isEmpty)
    let first = try #require(answer.askFirst.first)
    #expect(first.questions?.map(\.field) == ["schedule.text"])
    #expect(first.explanation.children.contains { $0.plugin == "fault" && $0.value == 0.5 })
  }

  @Test("knows neither home nor variables, and stands in its own folder")
  func surroundings() throws {
    let desk = try Desk.fault("")
    _ = try desk.match()
    let line = try #require(desk.logged("environment").first)
    let words = line.split(separator: " ").map(String.init)
    let names = Set(words[1...].prefix { $0 != "in" })
    // What a shell or a wrapper of the interpreter sets itself.
    let own = names.filter { $0.contains("PYENV") }.union([
      "LANG", "LC_CTYPE", "PATH", "PWD", "SHLVL", "_",
    ])
    #expect(names.subtracting(own) == [])
    #expect(ProcessInfo.processInfo.environment.count > 3)
    let folder = try #require(words.last)
    #expect(
      URL(filePath: folder).resolvingSymlinksInPath()
        == URL(filePath: desk.folder.path).resolvingSymlinksInPath())
  }

  @Test("ends with the session, and what it has started too", arguments: ["child", "stubborn"])
  func ends(_ fault: String) throws {
    let desk = try Desk.fault(fault)
    #expect(try desk.match().state()?.status == .ok)
    let processes = (desk.logged("pid ") + desk.logged("child "))
      .compactMap { $0.split(separator: " ").last.flatMap { pid_t($0) } }
    #expect(processes.count == (fault == "child" ? 2 : 1))
    desk.programs.end()
    for process in processes { #expect(!FaultTests.isAlive(process)) }
    #expect(desk.logged("shutdown").count == 1)
  }

  @Test("is told anew when its row changes")
  func changes() throws {
    let desk = try Desk.fault("")
    #expect(try desk.match().state()?.status == .ok)
    try desk.setOptions(#""fault":"few""#)
    #expect(try desk.match().state()?.status == .failed)
    #expect(desk.logged("start").count == 2)
  }

  @Test("keeps the end of what it says on its error output for those who ask")
  func errorOutput() throws {
    let desk = try Desk.fault("")
    let answer = try desk.match()
    let plugin = try #require(try desk.programs.plugins().first as? ProcessPlugin)
    #expect(plugin.errorOutput.contains("佐藤さんの依頼"))
    #expect(try !OperationJSON.text(answer).contains("佐藤"))
  }

  @Test("may not run", arguments: ["missing", "folder", "plain", "group", "others", "open-folder"])
  func files(_ case: String) throws {
    let desk = try Desk.fault("")
    let path = desk.folder.path + "/program"
    let files = FileManager.default
    func mode(_ mode: Int, _ path: String) throws {
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    var word = "書き換えられます"
    switch `case` {
    case "missing":
      try files.removeItem(atPath: path)
      word = "プログラムがありません"
    case "folder":
      try files.removeItem(atPath: path)
      try files.createDirectory(atPath: path, withIntermediateDirectories: false)
      word = "ふつうのファイル"
    case "plain":
      try mode(0o600, path)
      word = "実行できません"
    case "group": try mode(0o770, path)
    case "others": try mode(0o702, path)
    default: try mode(0o777, desk.folder.path)
    }
    let state = try desk.match().state()
    #expect(state?.status == .failed)
    #expect(state?.failure?.contains(word) == true, "\(state?.failure ?? "")")
    #expect(desk.logged("start").isEmpty)
  }

  @Test("of the examples keeps every rule")
  func example() throws {
    let folder = try TemporaryFolder()
    try Desk.copy("docs/examples/same-district.py", to: folder.path + "/p")
    let plugin = ProcessPlugin(
      PluginRow(id: "same-district", path: folder.path + "/p"), language: .ja)
    defer { plugin.end() }
    #expect(checkPlugin(plugin) == [])
  }

  @Test("of the examples prefers the person's own district")
  func district() throws {
    let desk = try Desk("same-district", script: "docs/examples/same-district.py")
    let answer = try desk.match()
    #expect(answer.state("same-district")?.status == .ok)
    let values = Dictionary(
      uniqueKeysWithValues: answer.recommended.map { one in
        (one.id, one.explanation.children.first { $0.plugin == "same-district" }?.value)
      })
    #expect(values["r0"] == 1)
    #expect(values["r4"] == 0.3)
  }
}
