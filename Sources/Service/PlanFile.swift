import Diagnostics
import Model

/// A care plan as a file: the operation's input in JSON, or a line of text for each service.
public enum PlanFile {
  public static func read(_ text: String) throws(SasaeError) -> ReviewPlan.Input {
    if text.first(where: { !$0.isWhitespace }) == "{" {
      return try OperationJSON.input(ReviewPlan.Input.self, from: text)
    }
    let lines = text.split(whereSeparator: \.isNewline).map(plain).filter { !$0.isEmpty }
    guard !lines.isEmpty else { throw SasaeError("usage.empty-plan") }
    return ReviewPlan.Input(lines: lines.map { ReviewPlan.Line(text: $0) })
  }

  /// Without blanks and the mark of a list; empty for a comment.
  private static func plain(_ line: Substring) -> String {
    var line = line.drop(while: \.isWhitespace)
    if line.first == "#" { return "" }
    line = line.drop { "・･-*●○■□◯◆◇".contains($0) || $0.isWhitespace }
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }
}
