import Diagnostics
@_spi(Host) import MatchingKit

/// How a program fails as a plugin. Its words never quote what it wrote about a request: that may
/// hold a person's data.
enum PluginFault: TellableFailure, Hashable {
  /// Its file may not be run: why.
  case file(Bilingual)
  /// The system could not start it.
  case notStarted
  /// It ended while an answer was due.
  case ended
  /// No answer within so many seconds.
  case timedOut(Double)
  case notJSON
  case tooLong(Int)
  case flood(Int)
  /// A line that is not the answer to the request.
  case notAnAnswer
  /// It answered with a JSON-RPC error of this number.
  case refused(Int?)
  /// What is wrong with its manifest.
  case manifest(Bilingual)
  case noVerdicts
  case count(given: Int, due: Int)
  /// A verdict, counted from 0, and what is wrong with it.
  case verdict(Int, Bilingual)
  /// It failed twice in a row and is not started again.
  indirect case gaveUp(PluginFault)

  /// Whether what comes next on its output can't be trusted any more.
  var breaksOff: Bool {
    switch self {
    case .ended, .timedOut, .notJSON, .tooLong, .flood, .notAnAnswer: true
    default: false
    }
  }

  var told: Bilingual {
    switch self {
    case .file(let why): why
    case .notStarted: Bilingual(ja: "起動できませんでした", en: "it could not be started")
    case .ended: Bilingual(ja: "答える前に終わりました", en: "it ended before it answered")
    case .timedOut(let seconds):
      Bilingual(
        ja: "\(Self.text(seconds)) 秒のうちに答えませんでした",
        en: "no answer within \(Self.text(seconds)) s")
    case .notJSON: Bilingual(ja: "答えが JSON ではありません", en: "its answer is not valid JSON")
    case .tooLong(let limit):
      Bilingual(
        ja: "答えの一行が長すぎます（上限 \(limit) バイト）",
        en: "a line of its answer is too long (limit \(limit) bytes)")
    case .flood(let limit):
      Bilingual(
        ja: "答えにならない出力が多すぎます（上限 \(limit) バイト）",
        en: "too much output that is no answer (limit \(limit) bytes)")
    case .notAnAnswer:
      Bilingual(ja: "たずねたことの答えではない行です", en: "a line that is not the answer asked for")
    case .refused(let code):
      Bilingual(
        ja: "エラーで答えました" + (code.map { "（\($0)）" } ?? ""),
        en: "it answered with an error" + (code.map { " (\($0))" } ?? ""))
    case .manifest(let what):
      Bilingual(ja: "名乗り（manifest）: \(what.ja)", en: "its manifest: \(what.en)")
    case .noVerdicts: Bilingual(ja: "答えに verdicts がありません", en: "its answer lacks 'verdicts'")
    case .count(let given, let due):
      Bilingual(
        ja: "候補 \(due) 件に判断 \(given) 件", en: "\(given) verdicts for \(due) candidates")
    case .verdict(let at, let what):
      Bilingual(ja: "\(at + 1) 件目の判断: \(what.ja)", en: "verdict \(at + 1): \(what.en)")
    case .gaveUp(let last):
      Bilingual(
        ja: "続けて二度失敗したので、もう起動しません（\(last.told.ja)）",
        en: "it failed twice in a row and is not started again (\(last.told.en))")
    }
  }

  private static func text(_ seconds: Double) -> String {
    Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }
}
