import Assessment
import Foundation
import JapaneseText
import ReferenceData

/// Times finding needs in words, on one thread: `sasae-bench --needs FILE [--rounds N]`. FILE has one text a line. The
/// first round warms and is not counted. Prints one line of JSON: texts a second at the median of the rounds, and
/// beside it those that MeCab alone cuts into words in the same run.
func measureNeeds(_ file: String) throws {
  let rounds = max(2, Int(option("--rounds") ?? "9") ?? 9)
  let library = try ReferenceShelf(
    folder: try ReferenceData.DataFolder.find(
      option: nil, environment: ProcessInfo.processInfo.environment["SASAE_DATA"])
  ).library()
  let detector = try NeedDetector(library)
  let texts = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(
    String.init)
  let words = WordReader(Morphology.shared)
  var needs = 0
  func timed(_ body: () -> Void) -> Double {
    let begin = ContinuousClock.now
    body()
    let taken = begin.duration(to: .now).components
    return Double(taken.seconds) + Double(taken.attoseconds) / 1e18
  }
  var finding: [Double] = []
  var cutting: [Double] = []
  for round in 0..<rounds {
    let found = timed {
      needs = texts.reduce(0) { $0 + detector.detect($1).needs.count }
    }
    let cut = timed { for text in texts { _ = words?.words(in: text) } }
    if round > 0 {
      finding.append(found)
      cutting.append(cut)
    }
  }
  let median = { (times: [Double]) in times.sorted()[times.count / 2] }
  print(
    String(
      format: "{\"texts\":%d,\"needs\":%d,\"texts_per_s\":%.0f,\"mecab_texts_per_s\":%.0f}",
      texts.count, needs, Double(texts.count) / median(finding),
      words == nil ? .nan : Double(texts.count) / median(cutting)))
}
