import BundledPlugins
import Foundation
import MatchingKit
import PluginCheck
import ProcessPlugins

/// Times plugins: `sasae-bench --plugins [--program PATH]`. One line of JSON for each: microseconds a
/// candidate for those of Sasae, milliseconds a request of 500 candidates for a program.
func measurePlugins() throws {
  let count = 500
  let rounds = Int(option("--rounds") ?? "50") ?? 50
  func micro(_ duration: Duration) -> Double { duration / .microseconds(1) }
  if let path = option("--program") {
    let plugin = ProcessPlugin(
      PluginRow(id: path, path: path, seconds: 20), language: .ja, named: false)
    defer { plugin.end() }
    let times = try timePlugin(plugin, candidates: count, rounds: rounds)
    print(
      String(
        format: "{\"plugin\":\"%@\",\"candidates\":%d,\"median_ms\":%.2f,\"p95_ms\":%.2f}",
        plugin.manifest.id, count, micro(times[times.count / 2]) / 1_000,
        micro(times[times.count * 95 / 100]) / 1_000))
    return
  }
  for plugin in bundledPlugins {
    let times = try timePlugin(plugin, candidates: count, rounds: rounds)
    print(
      String(
        format:
          "{\"plugin\":\"%@\",\"candidates\":%d,\"median_us_each\":%.3f,\"p95_us_each\":%.3f}",
        plugin.id, count, micro(times[times.count / 2]) / Double(count),
        micro(times[times.count * 95 / 100]) / Double(count)))
  }
}
