import Diagnostics
import Foundation
import Interchange
import ReferenceData
import Service

/// Reads a list to its end, as an import does before anything is stored: once for the keys, once
/// for the resources. One line of JSON: medians of the rounds, rows a second of CPU time.
func measureReading(_ list: String) throws {
  let rounds = Int(option("--rounds") ?? "5") ?? 5
  let shelf = ReferenceShelf(
    folder: try ReferenceData.DataFolder.find(
      option: nil, environment: ProcessInfo.processInfo.environment["SASAE_DATA"]))
  let choice = ListChoice(
    library: try shelf.library(), municipalities: try shelf.municipalities())
  var keys: [Double] = []
  var mapping: [Double] = []
  var rows = 0
  var resources = 0
  for _ in 0..<rounds {
    var begin = cpuSeconds()
    let survey = try OpenedList(path: list, choice: choice)
    while try survey.nextIdentity() != nil {}
    keys.append(cpuSeconds() - begin)
    begin = cpuSeconds()
    let opened = try OpenedList(path: list, choice: choice)
    (rows, resources) = (0, 0)
    while let record = try opened.next() {
      rows += 1
      if case .resource = record { resources += 1 }
    }
    mapping.append(cpuSeconds() - begin)
  }
  let median = { (times: [Double]) in times.sorted()[times.count / 2] }
  let both = median(keys) + median(mapping)
  print(
    String(
      format:
        "{\"rows\":%d,\"resources\":%d,\"keys_s\":%.3f,\"map_s\":%.3f,\"rows_per_s\":%.0f,"
        + "\"rows_per_s_both\":%.0f,\"peak_mib\":%.1f}",
      rows, resources, median(keys), median(mapping), Double(rows) / median(mapping),
      Double(rows) / both, peakMiB()))
}

private func used() -> rusage {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage
}

private func cpuSeconds() -> Double {
  let usage = used()
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

private func peakMiB() -> Double { Double(used().ru_maxrss) / 1024 }
