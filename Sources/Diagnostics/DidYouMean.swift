/// "Did you mean": the one known name that is close to what was typed.
public enum DidYouMean {
  /// The closest of `known` by edit distance over characters, ignoring case; nil when none is within
  /// a third of the typed length (at least 1, at most 4 edits).
  public static func closest(to typed: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(typed.lowercased())
    guard !wanted.isEmpty else { return nil }
    let allowed = min(4, max(1, wanted.count / 3))
    var best: (distance: Int, name: String)?
    for name in known {
      let candidate = Array(name.lowercased())
      guard abs(candidate.count - wanted.count) <= allowed else { continue }
      let distance = editDistance(wanted, candidate)
      guard distance <= allowed else { continue }
      if let current = best, (current.distance, current.name) <= (distance, name) { continue }
      best = (distance, name)
    }
    return best?.name
  }

  /// Ready for a hint: 「もしかして X？ 」, or nothing.
  public static func phrase(_ name: String, _ language: Language) -> String {
    guard !name.isEmpty else { return "" }
    return language == .ja ? "もしかして「\(name)」？ " : "did you mean '\(name)'? "
  }

  /// Optimal string alignment distance: insert, delete, replace, swap neighbours.
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
        row.append(cost)
      }
      (older, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
