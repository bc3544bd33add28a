import Diagnostics
import Foundation
import Glibc
import Service
import Testing

/// Whatever a program does, the match comes, and the others' judgement stands.
@Suite("A program that fails", .serialized) struct FaultTests {
  /// The fault, and a word of what is told.
  static let faults = [
    ("few", "判断 5 件"), ("many", "判断 7 件"), ("none", "判断 0 件"), ("no-list", "verdicts"),
    ("two", "0〜1"), ("negative", "0〜1"), ("text", "0〜1"), ("huge", "0〜1"),
    ("nan", "JSON"), ("not-json", "JSON"), ("two-kinds", "どれか一つ"),
    ("unknown-verdict", "どれか一つ"), ("not-object", "どれか一つ"), ("false-abstain", "どれか一つ"),
    ("no-question", "question"), ("empty-text", "text"), ("bad-facts", "facts"),
    ("exit", "終わりました"), ("half-line", "終わりました"), ("exit-at-start", "終わりました"),
    ("hang", "秒のうちに"), ("other-id", "答えではない"), ("no-result", "答えではない"),
    ("error", "-32000"), ("long-line", "長すぎます"), ("flood", "多すぎます"),
    ("bad-manifest", "version"),
  ]

  @Test("is told, and nothing else changes", arguments: faults)
  func told(_ fault: String, _ word: String) throws {
    let desk = try Desk.fault(fault, seconds: fault == "hang" ? "0.3" : "20")
    let without = try desk.match(profile: "care-manager")
    #expect(without.recommended.count == 6)
    let answer = try desk.match()
    let state = try #require(answer.state())
    #expect(state.status == .failed)
    #expect(state.failure?.contains(word) == true, "\(state.failure ?? "")")
    #expect(answer.state("need-fit")?.status == .ok)
    #expect(try answer.body() == without.body())
    // What it wrote may quote a person.
    #expect(try !OperationJSON.text(answer).contains("佐藤"))
  }

  @Test("is not asked again in the same match")
  func quick() throws {
    let desk = try Desk.fault("dumb", seconds: "0.2")
    let begin = ContinuousClock.now
    #expect(try desk.match().state()?.failure?.contains("秒のうちに") == true)
    // Five seconds for a start, not more.
    #expect(begin.duration(to: .now) < .seconds(9))
    #expect(desk.logged("start").count == 1)
  }

  @Test("is started anew once")
  func again() throws {
    let desk = try Desk.fault("exit-once")
    #expect(try desk.match().state()?.status == .failed)
    #expect(try desk.match().state()?.status == .ok)
    #expect(try desk.match().state()?.status == .ok)
    #expect(desk.logged("start").count == 2)
  }

  @Test("twice in a row is left alone until its file changes")
  func givenUp() throws {
    let desk = try Desk.fault("exit")
    for _ in 0..<4 { #expect(try desk.match().state()?.status == .failed) }
    #expect(desk.logged("start").count == 2)
    #expect(try desk.match().state()?.failure?.contains("続けて二度") == true)
    let program = desk.folder.path + "/program"
    try FileManager.default.removeItem(atPath: program)
    try Desk.copy("Tests/ProcessPluginsTests/Python/fault.py", to: program)
    #expect(try desk.match().state()?.failure?.contains("続けて二度") == false)
    #expect(desk.logged("start").count == 3)
  }

  @Test("by hanging is ended and started anew")
  func hangs() throws {
    let desk = try Desk.fault("hang-once", seconds: "0.3")
    let first = try desk.match()
    #expect(first.state()?.failure?.contains("0.3 秒") == true)
    #expect(try desk.match().state()?.status == .ok)
    let pids = desk.logged("pid ").compactMap { pid_t($0.dropFirst(4)) }
    #expect(pids.count == 2)
    #expect(pids.first.map(Self.isAlive) == false)
  }

  @Test("by being slow may stay when it answers the cancellation")
  func slow() throws {
    let desk = try Desk.fault("slow-once", seconds: "0.4")
    #expect(try desk.match().state()?.status == .failed)
    #expect(try desk.match().state()?.status == .ok)
    #expect(desk.logged("start").count == 1)
    #expect(desk.logged("notifications/cancelled").count == 1)
  }

  @Test("between two requests costs no answer")
  func betweenRequests() throws {
    let desk = try Desk.fault("exit-after")
    #expect(try desk.match().state()?.status == .ok)
    #expect(desk.logged("start").count == 1)
    usleep(200_000)
    #expect(try desk.match().state()?.status == .ok)
    #expect(desk.logged("start").count == 2)
  }

  static func isAlive(_ process: pid_t) -> Bool {
    for _ in 0..<40 {
      // One that has ended and that nobody has waited for is not alive either.
      let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
      if kill(process, 0) != 0 || state.contains(") Z ") { return false }
      usleep(50_000)
    }
    return true
  }
}
