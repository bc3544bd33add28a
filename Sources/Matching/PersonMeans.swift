import JapaneseText
import MatchingKit
import Model

/// What a person can spend, of what the request states of it.
struct PersonMeans {
  private(set) var budget: Person.Budget?
  /// Members whose words were not understood to the end; nothing is taken from them.
  private(set) var notUnderstood: Set<String> = []

  init(_ person: Person) {
    budget = person.budget
    guard let text = person.budgetText.flatMap(MemberReader.stated) else { return }
    let reading = CostText.read(Self.plain(text))
    guard reading.isComplete, let most = reading.max ?? reading.min else {
      notUnderstood.insert("budgetText")
      return
    }
    var own = budget ?? Person.Budget()
    if reading.per == "month" {
      own.perMonth = own.perMonth ?? most
    } else {
      own.perVisit = own.perVisit ?? most
    }
    budget = own
  }

  /// Bounds and softeners that are no part of a price: 500円まで, 500円くらいなら.
  private static func plain(_ text: String) -> String {
    var out = text
    for word in ["くらいまで", "ぐらいまで", "くらいなら", "ぐらいなら", "までなら", "以内", "まで", "くらい", "ぐらい", "なら"]
    where out.hasSuffix(word) {
      out = String(out.dropLast(word.count))
    }
    return out
  }
}
