import Diagnostics
import Glibc
import Model
import Service
import Terminal

/// Holds an interview on a terminal, and keeps its answers in a file when one is named.
struct AssessmentDialogue {
  let session: Session
  let instrument: String
  let on: String?

  /// Nil when it stopped before its end.
  func hold(_ path: String?) throws(SasaeError) -> ScoreAssessment.Input? {
    var saved: AnswerFile?
    if let path, access(path, F_OK) == 0 {
      let file = try AnswerFile(try InputText.bytes(path), path: path)
      try file.requireInterview()
      saved = file
    }
    let day = on ?? saved?.on
    var interview = try Interview(
      instrument, answers: try saved?.answers(to: instrument, in: session) ?? [:],
      next: saved?.next, in: session)
    Console.error(interview.label + "\n")
    if let caution = interview.caution { Console.error(caution + "\n") }
    Console.error(
      say("b 戻る、s とばす、q やめる、Enter そのまま、- 消す\n", "b back, s skip, q stop, Enter keeps, - clears\n"))
    while !interview.isOver {
      Console.error(interview.question + "> ")
      guard let line = readLine(strippingNewline: true) else {
        try stop(interview, day, path)
        return nil
      }
      do {
        if case .stops = try interview.take(line) {
          try stop(interview, day, path ?? askForFile())
          return nil
        }
      } catch {
        Console.report(error)
        continue
      }
      if let path { try write(interview, day, to: path) }
    }
    Console.error("\n")
    return ScoreAssessment.Input(instrument: instrument, answers: interview.answers, on: day)
  }

  private func askForFile() -> String? {
    while true {
      Console.error(say("残すファイル（Enter だけなら残しません）: ", "file to keep it in (Enter: none): "))
      guard let name = readLine(strippingNewline: true) else { return nil }
      let path = MemberReader.trimmed(name)
      if path.isEmpty { return nil }
      if access(path, F_OK) != 0 { return path }
      Console.error(say("そのファイルはもうあります\n", "there is such a file already\n"))
    }
  }

  private func stop(
    _ interview: Interview, _ day: String?, _ path: String?
  ) throws(SasaeError) {
    guard let path else {
      Console.error(say("\n答えは残していません\n", "\nthe answers were not kept\n"))
      return
    }
    try write(interview, day, to: path)
    Console.error(
      say(
        "\n\(path) に残しました。続きは `sasae assess \(instrument) --save \(path)`\n",
        "\nkept in \(path); go on with `sasae assess \(instrument) --save \(path)`\n"))
  }

  private func write(
    _ interview: Interview, _ day: String?, to path: String
  ) throws(SasaeError) {
    try PrivateFile.write(
      try SavedInterview.text(
        instrument: instrument, on: day, answers: interview.answers, next: interview.next),
      to: path)
  }
}

/// Files with a person's data: readable by their owner alone, and whole or not there at all.
enum PrivateFile {
  static func write(_ text: String, to path: String) throws(SasaeError) {
    let part = "\(path).\(getpid()).part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      done += count
    }
    let isWhole = done == bytes.count && fsync(descriptor) == 0
    let number = errno
    close(descriptor)
    guard isWhole, rename(part, path) == 0 else {
      let error = isWhole ? failure(path) : failure(path, number)
      unlink(part)
      throw error
    }
  }

  private static func failure(_ path: String, _ number: Int32 = errno) -> SasaeError {
    SasaeError(
      "output.unwritable", ["detail": "\(String(cString: strerror(number)))"],
      at: Position(file: path))
  }
}
