import BundledPlugins
import Diagnostics
import Foundation
import Model
import Service

// Times searches inside one process: `sasae-bench --workspace DIR --queries FILE [--rounds N]`.
// Times the wire: `sasae-bench --wire SASAE --workspace DIR --queries FILE` (WireBench.swift).
// Times the reading of a list: `sasae-bench --read LIST [--rounds N]` (ReadingBench.swift).
// Times plugins: `sasae-bench --plugins [--program PATH] [--rounds N]` (PluginBench.swift).
// Times matches: `sasae-bench --match FILE --workspace DIR [--threads N]` (MatchBench.swift).
// Times finding needs in texts: `sasae-bench --needs FILE [--rounds N]` (NeedsBench.swift).
// FILE has one {"q":…, "category":…, "area":…} a line. The first round warms and is not counted.

struct BenchQuery: Decodable {
  var q: String
  var category: String?
  var area: String?
}

func option(_ name: String) -> String? {
  let arguments = CommandLine.arguments
  guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else { return nil }
  return arguments[at + 1]
}

func run() throws {
  if let list = option("--read") { return try measureReading(list) }
  if let file = option("--needs") { return try measureNeeds(file) }
  if CommandLine.arguments.contains("--plugins") { return try measurePlugins() }
  if let file = option("--match"), let workspace = option("--workspace") {
    return try measureMatches(file, workspace: workspace)
  }
  guard let workspace = option("--workspace"), let file = option("--queries") else {
    FileHandle.standardError.write(
      Data(
        ("usage: sasae-bench --workspace DIR --queries FILE [--rounds N] [--full]\n"
          + "       sasae-bench --read LIST [--rounds N]\n"
          + "       sasae-bench --needs FILE [--rounds N]\n"
          + "       sasae-bench --match FILE --workspace DIR [--rounds N] [--threads N]\n"
          + "       sasae-bench --plugins [--program PATH] [--rounds N]\n").utf8))
    exit(64)
  }
  let rounds = Int(option("--rounds") ?? "3") ?? 3
  let isFull = CommandLine.arguments.contains("--full")
  let session = Session(
    workspace: Workspace(path: workspace),
    dataFolder: try DataFolder.find(
      option: nil, environment: ProcessInfo.processInfo.environment["SASAE_DATA"]),
    language: .ja, audience: .public, plugins: bundledPlugins,
    today: CalendarDate(daysSince1970: 20_000))
  // As `serve` does: lists are kept decoded, answers are not.
  session.directory.expectManySearches()
  let decoder = JSONDecoder()
  let inputs = try String(contentsOfFile: file, encoding: .utf8)
    .split(separator: "\n")
    .map { line in
      let query = try decoder.decode(BenchQuery.self, from: Data(line.utf8))
      var input = SearchResources.Input()
      input.text = query.q
      input.limit = 10
      input.tags = query.category.map { ["cat:" + $0] }
      input.areas = query.area.map { [$0] }
      if !isFull { input.fields = ["id", "score"] }
      return input
    }
  if let program = option("--wire") {
    return try measureWire(program, workspace: workspace, queries: inputs, session)
  }
  var times: [Double] = []
  var hits = 0
  for round in 0..<rounds {
    for input in inputs {
      let begin = DispatchTime.now().uptimeNanoseconds
      let output = try SearchResources.run(input, in: session)
      let taken = Double(DispatchTime.now().uptimeNanoseconds - begin) / 1_000
      if round > 0 {
        times.append(taken)
        hits += output.hits.count
      }
    }
  }
  times.sort()
  func percentile(_ share: Double) -> String {
    guard !times.isEmpty else { return "null" }
    let value = times[min(times.count - 1, Int(Double(times.count) * share))]
    return String(format: "%.1f", value)
  }
  print(
    "{\"p50_us\":\(percentile(0.5)),\"p95_us\":\(percentile(0.95)),\"p99_us\":\(percentile(0.99)),\"queries\":\(inputs.count),\"rounds\":\(rounds - 1),\"hits\":\(hits)}"
  )
}

do {
  try run()
} catch let error as SasaeError {
  FileHandle.standardError.write(Data((error.line(.en) + "\n").utf8))
  exit(2)
}
