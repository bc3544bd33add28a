import Searching

/// A plain search without the argument parser, whose start costs more than the search itself
/// (docs/search.md, "One-shot time"). The parser stays the truth: whatever is not one of the forms
/// below goes to it, and a test holds that both roads print the same bytes.
public struct SearchShortcut {
  public private(set) var input = SearchResources.Input()
  public private(set) var options = RunOptions()

  /// Nil when the arguments are not a search in plain form.
  public init?(_ arguments: [String]) {
    guard arguments.first == "search" else { return nil }
    var words: String?
    var i = 1
    while i < arguments.count {
      let argument = arguments[i]
      i += 1
      guard argument.hasPrefix("-") else {
        words = words.map { $0 + " " + argument } ?? argument
        continue
      }
      guard i < arguments.count, !arguments[i].hasPrefix("-"), take(argument, arguments[i]) else {
        return nil
      }
      i += 1
    }
    input.text = words
  }

  private mutating func take(_ option: String, _ value: String) -> Bool {
    switch option {
    case "--workspace": options.workspace = value
    case "--data": options.data = value
    case "--lang": options.lang = value
    case "--format": options.format = value
    case "--audience": options.audience = value
    case "--category": input.categories = (input.categories ?? []) + [value]
    case "--area": input.areas = (input.areas ?? []) + [value]
    case "--near": input.near = NearInput(text: value)
    case "--sort": input.sort = value
    case "--cursor": input.cursor = value
    case "--limit":
      guard let limit = Int(value) else { return false }
      input.limit = limit
    default: return false
    }
    return true
  }
}
