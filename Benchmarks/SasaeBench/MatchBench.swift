import BundledPlugins
import Dispatch
import Foundation
import Model
import Service

/// Times matches inside one process: `sasae-bench --match FILE --workspace DIR [--rounds N] [--threads N]`.
/// FILE has one request of `match_resources` a line. The first round warms and is not counted. Prints one
/// line of JSON: percentiles of one match after another in microseconds, then people a second of the whole
/// file on `threads` threads, and the memory after each.
func measureMatches(_ file: String, workspace: String) throws {
  let session = Session(
    workspace: Workspace(path: workspace),
    dataFolder: try DataFolder.find(
      option: nil, environment: ProcessInfo.processInfo.environment["SASAE_DATA"]),
    language: .ja, audience: .public, plugins: bundledPlugins,
    today: CalendarDate(daysSince1970: 20_000))
  session.directory.expectManySearches()
  let decoder = JSONDecoder()
  let inputs = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    .map { try decoder.decode(MatchResources.Input.self, from: Data($0.utf8)) }
  let rounds = Int(option("--rounds") ?? "3") ?? 3
  let threads = Int(option("--threads") ?? "2") ?? 2
  var times: [Double] = []
  var shown = 0
  for round in 0..<rounds {
    for input in inputs {
      let begin = DispatchTime.now().uptimeNanoseconds
      let output = try MatchResources.run(input, in: session)
      let taken = Double(DispatchTime.now().uptimeNanoseconds - begin) / 1_000
      if round > 0 {
        times.append(taken)
        shown += output.recommended.count + output.askFirst.count + output.excluded.count
      }
    }
  }
  times.sort()
  func percentile(_ share: Double) -> Double {
    times.isEmpty ? .nan : times[min(times.count - 1, Int(Double(times.count) * share))]
  }
  let memory = residentMegabytes()
  let begin = DispatchTime.now().uptimeNanoseconds
  DispatchQueue.concurrentPerform(iterations: threads) { thread in
    for input in inputs[(inputs.count * thread / threads)..<(inputs.count * (thread + 1) / threads)]
    {
      _ = try? MatchResources.run(input, in: session)
    }
  }
  let seconds = Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9
  print(
    String(
      format:
        "{\"requests\":%d,\"p50_us\":%.0f,\"p95_us\":%.0f,\"p99_us\":%.0f,\"shown\":%d,"
        + "\"threads\":%d,\"people_per_second\":%.1f,\"rss_mb\":%.0f,\"rss_after_mb\":%.0f}",
      times.count, percentile(0.5), percentile(0.95), percentile(0.99), shown, threads,
      Double(inputs.count) / seconds, memory, residentMegabytes()))
}

private func residentMegabytes() -> Double {
  guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
    let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
  else { return .nan }
  return kilobytes / 1_024
}
