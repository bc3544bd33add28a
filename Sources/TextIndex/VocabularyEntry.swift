/// What an index knows of one word as search compares it: kept beside the documents, so that a query is
/// understood without reading anything else.
public struct VocabularyEntry: Sendable, Hashable {
  /// Concepts it is a word of.
  public var concepts: [String] = []
  /// Concepts that are useful to who looks for it.
  public var near: [String] = []
  /// Categories it names.
  public var categories: [String] = []
  /// Categories that serve the need it names, with their weight (0…1).
  public var serving: [String: Double] = [:]
  /// Other index terms that it names: an area served, a day of the week.
  public var terms: [String] = []
  /// Words of the records that are read this way (for a word in kana).
  public var written: [String] = []

  /// How it is written, where that is not how search compares it.
  public var form: String?

  public init() {}

  /// The metadata key of a word.
  static func key(_ word: String) -> String { "v:" + word }
  static let prefix = "v:"

  /// Items divided by tabs, each beginning with the letter of its kind. Never empty: an empty value
  /// is no value to Xapian.
  var packed: String {
    var items = concepts.map { "K" + $0 } + near.map { "N" + $0 } + categories.map { "C" + $0 }
    items += serving.sorted { $0.key < $1.key }.map { "D\(Int($0.value * 100)) \($0.key)" }
    items += terms.map { "T" + $0 } + written.map { "S" + $0 }
    if let form, !form.contains("\t") { items.append("O" + form) }
    return items.isEmpty ? "W" : items.joined(separator: "\t")
  }

  init(packed: String) {
    for item in packed.split(separator: "\t") {
      let content = String(item.dropFirst())
      switch item.first {
      case "K": concepts.append(content)
      case "N": near.append(content)
      case "C": categories.append(content)
      case "D":
        let parts = content.split(separator: " ", maxSplits: 1)
        if parts.count == 2, let share = Int(parts[0]) {
          serving[String(parts[1])] = Double(share) / 100
        }
      case "T": terms.append(content)
      case "O": form = content
      case "S": written.append(content)
      default: break
      }
    }
  }
}
