import Assessment
import Diagnostics
import ReferenceData

/// Pages of `docs/` that are printed from the code.
public enum ReferencePages {
  public static let names = ["errors", "operations", "protocol"]

  public static func text(_ name: String) throws(SasaeError) -> String? {
    switch name {
    case "errors": ErrorCatalogue.markdown()
    case "operations": operations()
    case "protocol": try ProtocolPage.text()
    default: nil
    }
  }

  /// What `Data/lexicon/need-weights.bin` holds, made from the examples.
  public static func needWeights(_ folder: String) throws(SasaeError) -> [UInt8] {
    try NeedTrainer.weights(try ReferenceLibrary(folder: folder)).bytes
  }

  private static func operations() -> String {
    var out = """
      # Operations (操作)

      <!-- Printed from Sources/Service/Operations by `sasae reference operations`. Do not edit. -->

      Everything the product does is one of these. A command is a thin skin over one; `--format json`
      prints exactly its output.

      What each takes and gives is in [protocol.md](protocol.md).

      | operation | scope | what it does |
      |---|---|---|

      """
    for operation in allOperations {
      out +=
        "| `\(operation.name)` | \(operation.scope.rawValue) | \(operation.summary.ja)<br>\(operation.summary.en) |\n"
    }
    return out
  }
}
