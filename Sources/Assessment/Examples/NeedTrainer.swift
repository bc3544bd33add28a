import Diagnostics
import JapaneseText
import ReferenceData

/// Makes the weights from the examples.
public enum NeedTrainer {
  /// A run that fewer examples have says nothing.
  static let fewest = 5
  /// What an example that takes a need back counts beside others without it.
  static let care = 3.0

  /// The weights of `need-examples.tsv` in the `lexicon` of `library`; takes about half a minute.
  public static func weights(_ library: ReferenceLibrary) throws(SasaeError) -> NeedWeights {
    let tables = NeedTables(folder: library.folder + "/lexicon", own: nil)
    let endings = try Endings(files: tables.files("endings.tsv", ["from", "to"]))
    let table = try ExampleTable(path: NeedTables.examples(library), needs: library.needs)
    let frames = try PlainSentences(path: library.folder + "/lexicon/" + NeedTables.framesName)
    let examples = table.examples + frames.examples(library.needs)
    let found = examples.map { keys($0.text, endings) }
    let (vocabulary, idf) = vocabulary(found)
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(vocabulary, Int32(0)...))
    let vectors = found.map { GramVector($0.compactMap { numbers[$0] }, idf: idf) }
    let names = Set(examples.flatMap(\.codes)).sorted() + [NeedWeights.gate]
    var columns: [NeedWeights.Column] = []
    var weights = [Int8](repeating: 0, count: names.count * vocabulary.count)
    for (column, name) in names.enumerated() {
      let isMember = examples.map {
        name == NeedWeights.gate ? !$0.codes.isEmpty : $0.codes.contains(name)
      }
      // To tell a need that is taken back for one that stands is the worst mistake.
      let care = examples.map {
        let isTakenBack =
          name == NeedWeights.gate
          ? $0.codes.isEmpty && !$0.negated.isEmpty : $0.negated.contains(name)
        return isTakenBack ? Self.care : 1
      }
      let fitted = LogisticRegression.fit(
        vectors, isMember, care, features: vocabulary.count)
      let most = fitted.dropLast().reduce(0) { max($0, abs($1)) }
      let scale = most > 0 ? most / 127 : 1
      for feature in vocabulary.indices {
        weights[feature * names.count + column] = Int8((fitted[feature] / scale).rounded())
      }
      columns.append(
        .init(name: name, bias: Float(fitted[vocabulary.count]), scale: Float(scale)))
    }
    return NeedWeights(
      digest: try digest(library), columns: columns, keys: vocabulary, idf: idf, weights: weights)
  }

  /// FNV-1a of the files that weights are made from.
  public static func digest(_ library: ReferenceLibrary) throws(SasaeError) -> UInt64 {
    let frames = library.folder + "/lexicon/" + NeedTables.framesName
    let bytes = try FileBytes.read(NeedTables.examples(library)) + FileBytes.read(frames)
    return bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func keys(_ text: String, _ endings: Endings) -> [Grams.Key] {
    let prepared = NeedText(text, endings)
    var keys: [Grams.Key] = []
    for sentence in prepared.sentences {
      Grams.each(prepared.scalars, sentence) { key, _, _ in keys.append(key) }
    }
    return keys
  }

  private static func vocabulary(_ found: [[Grams.Key]]) -> ([Grams.Key], [Float]) {
    var counts: [Grams.Key: Int] = [:]
    for keys in found {
      for key in Set(keys) { counts[key, default: 0] += 1 }
    }
    let kept = counts.filter { $0.value >= fewest }.keys.sorted()
    return (kept, kept.map { Logarithm.inverse(counts[$0] ?? 0, of: found.count) })
  }
}
