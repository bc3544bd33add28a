import Diagnostics
import Searching
import ReferenceData

/// How the answer of a search is told at a command line.
public enum SearchTelling {
  public static func text(
    _ output: SearchResources.Output, _ labels: CategoryLabels
  ) -> String {
    var page = TextPage(language: speech, width: Console.width)
    ResultText.render(output, labels: labels, in: &page)
    return page.text
  }

  /// Says beside the answer that nothing was found, where that was asked as text; and how the program
  /// is to end.
  public static func end(_ output: SearchResources.Output, asText: Bool) -> ExitStatus {
    guard output.hits.isEmpty, output.total == 0 else { return .done }
    if asText { Console.report(SasaeError("resource.none")) }
    return .findings
  }
}
