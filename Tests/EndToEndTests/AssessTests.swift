import Foundation
import Testing

/// Assessments as they are typed.
@Suite("Assessments")
struct AssessTests {
  /// An interview that is typed and one that is kept.
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  @Test("are scored from a file and from standard input, in both languages")
  func answers() throws {
    let desk = try Desk()
    let json = #"{"6":"no","7":"no","8":"no","9":"no","12":{"heightCm":150,"weightKg":41}}"#
    let path = try desk.write(json, to: "a.json")
    let call = ["assess", "kihon-checklist", "--answers"]
    let fromFile = try desk.run(list: call + [path, "--format", "json"]).expect(0)
    let piped = try desk.run(list: call + ["-", "--format", "json"], input: json).expect(0)
    #expect(fromFile.out == piped.out)
    let answer = try fromFile.json()
    #expect(answer["findings"].items.first?["criteria"] == .array([2]))
    #expect(answer["needs"].items.first?["code"] == "HLT-LEG")
    let table = try desk.run(
      list: call + ["-", "--format", "json"],
      input: "item\tanswer\n6\tno\n7\tno\n8\tno\n9\tno\n12\t150\t41\n"
    ).expect(0)
    #expect(table.out == piped.out)
    let japanese = try desk.run(list: call + [path, "--lang", "ja"]).expect(0)
    #expect(japanese.out.contains("事業対象者") && japanese.out.contains("足腰・転倒"))
    let english = try desk.run(list: call + [path, "--lang", "en"]).expect(0)
    #expect(!english.out.isJapanese(), "\(english)")
    let none = try desk.run(list: call + ["/nowhere/a.json"]).fails(2, "import.file-missing")
    #expect(none.out.isEmpty)
    try desk.run(list: call + ["-"], input: "9,perhaps\n").fails(64, "usage.answer")
    try desk.run("assess", "kihon", "--answers", "-", input: "{}").fails(
      64, "usage.unknown-instrument")
    try desk.run("assess", "kihon-checklist").fails(64, "usage.no-answers")
    // Nothing is left behind: not even a workspace.
    #expect(!desk.exists("workspace"))
  }

  @Test("are asked item by item, kept for their owner alone, and gone on with")
  func interview() throws {
    let desk = try Desk()
    let path = desk.folder.path + "/kept.json"
    let call = ["assess", "lsns-6", "--save", path, "--on", "2026-10-01"]
    let first = try desk.run(list: call, input: "1\n9\n2\nb\n3\ns\nq\n")
    #expect(first.end == .exit(0) && first.out == "", "\(first)")
    #expect(first.err.contains("usage.answer") && first.err.contains("3/6"))
    #expect(try mode(path) == 0o600)
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    #expect(kept.contains("\"next\" : 4") && kept.contains("2026-10-01"), "\(kept)")
    // The end of the input keeps what was said, too.
    let second = try desk.run("assess", "lsns-6", "--save", path, input: "4\n")
    #expect(second.end == .exit(0) && second.err.contains("4/6") && !second.err.contains("3/6"))
    // A result is printed at the end.
    let last = try desk.run(
      "assess", "lsns-6", "--save", path, "--format", "json", input: "0\n0\n")
    #expect(last.end == .exit(0), "\(last)")
    let answer = try last.json()
    #expect(answer["on"] == "2026-10-01" && answer["missing"] == .array(["3"]))
    #expect(answer["domains"].items.first?["score"] == 8)
    #expect(try mode(path) == 0o600)
    // The file is one of answers.
    let again = try desk.run("assess", "lsns-6", "--answers", path, "--format", "json").expect(0)
    #expect(again.out == last.out)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted()
        == ["kept.json"])
    // Another instrument's file is not written over.
    let before = try String(contentsOfFile: path, encoding: .utf8)
    try desk.run("assess", "barthel", "--save", path, input: "10\n").fails(
      64, "usage.other-instrument", hint: "lsns-6")
    let strange = try desk.write("my notes\n", to: "notes.txt")
    try desk.run("assess", "barthel", "--save", strange, input: "10\n").fails(64, "usage")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    #expect(try String(contentsOfFile: strange, encoding: .utf8) == "my notes\n")
  }

  @Test("are asked on a terminal, which names the file when it stops")
  func terminal() throws {
    let desk = try Desk()
    let path = desk.folder.path + "/kept.json"
    let script = """
      import os, pty, sys
      typed = ["yes\\n", "b\\n", "no\\n", "q\\n", sys.argv[0] + "\\n", sys.argv[2] + "\\n"]
      pid, fd = pty.fork()
      if pid == 0:
          os.execv(sys.argv[1], [sys.argv[1], "assess", "lawton-iadl", "--lang", "en"])
      seen = b""
      while True:
          try:
              piece = os.read(fd, 65536)
          except OSError:
              break
          if not piece:
              break
          seen += piece
          if typed and (seen.endswith(b"> ") or seen.endswith(b"none): ")):
              os.write(fd, typed.pop(0).encode())
      sys.stdout.buffer.write(seen)
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      """
    let file = try desk.write(script, to: "terminal.py")
    let child = try Child(
      "/usr/bin/python3", [file, try Program.path(), path], environment: desk.environment)
    let end = child.finish(limit: .seconds(60))
    let seen = String(decoding: child.out, as: UTF8.self)
    #expect(end == .exit(0), "\(seen) \(String(decoding: child.err, as: UTF8.self))")
    // The script's own file is there already, and stays as it is.
    #expect(seen.contains("such a file already"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == script)
    #expect(seen.contains("2/8") && seen.contains("answered: yes"), "\(seen)")
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    #expect(kept.contains("\"1\" : \"no\"") && kept.contains("\"next\" : 2"), "\(kept)")
    #expect(try mode(path) == 0o600)
  }

  @Test("are printed, blank and with their result", arguments: ["ja", "en"])
  func paper(_ language: String) throws {
    let desk = try Desk()
    let blank = try desk.run(
      "assess", "kihon-checklist", "--blank", "--furigana", "--lang", language
    ).expect(0)
    #expect(blank.out.hasPrefix("<!doctype html>") && blank.out.contains("size: A4"))
    #expect(blank.out.contains("<ruby>") == (language == "ja"))
    let sheet = try desk.run(
      "assess", "lsns-6", "--sheet", "--answers", "-", "--lang", language, input: "1,2\n"
    ).expect(0)
    #expect(sheet.out.hasPrefix("<!doctype html>") && sheet.out.contains("<table>"))
    let html = try desk.run(
      "assess", "lsns-6", "--format", "html", "--answers", "-", "--lang", language, input: "1,2\n"
    ).expect(0)
    #expect(html.out == sheet.out)
  }
}
