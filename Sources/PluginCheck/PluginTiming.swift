@_spi(Host) import MatchingKit

/// How long a plugin takes for one request with so many candidates: one duration a round, sorted.
package func timePlugin(
  _ plugin: any MatchPlugin, candidates count: Int, rounds: Int
) throws -> [Duration] {
  let corpus = CheckCorpus.candidates
  let reads = FieldSet(plugin.manifest.reads)
  let candidates = (0..<count).map { ResourceView(corpus[$0 % corpus.count], showing: reads) }
  // Everything is known in the second one.
  let request = RequestView(CheckCorpus.requests[1], showing: reads)
  _ = try plugin.judge(request, candidates)
  var times: [Duration] = []
  for _ in 0..<rounds {
    let begin = ContinuousClock.now
    _ = try plugin.judge(request, candidates)
    times.append(begin.duration(to: .now))
  }
  return times.sorted()
}
