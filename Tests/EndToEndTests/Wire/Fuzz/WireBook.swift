import Foundation

/// What is due for each line that was sent: how often each id has to be answered.
struct WireBook {
  /// Fewest and most answers to an id, as it was written.
  private struct Due {
    var least = 0
    var most = 0
    /// Of the fewest, those that a cancel makes unnecessary.
    var ofMCP = 0
  }

  private var due: [String: Due] = [:]
  private var came: [String: Int] = [:]
  private var cancelled: Set<String> = []
  private(set) var total = 0
  /// The line that asked, for telling of its answer.
  private(set) var lines: [String: String] = [:]

  /// A line as sent, without its LF.
  mutating func note(line: [UInt8]) {
    guard line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return }
    guard let parts = try? WireScanner.parts(of: line) else { return expect("null", 1, 1) }
    guard parts.isArray else { return note(member: line, parts) }
    if parts.items.isEmpty { expect("null", 1, 1) }
    for item in parts.items {
      let member = Array(line[item])
      guard let inner = try? WireScanner.parts(of: member) else { continue }
      note(member: member, inner)
    }
  }

  private mutating func note(member line: [UInt8], _ parts: WireScanner.Parts) {
    guard parts.isObject else { return expect("null", 1, 1) }
    var values: [String: String] = [:]
    var isTwice = false
    for (name, value) in parts.members {
      let key = (try? JSON(text(line[name])))?.text ?? ""
      if values.updateValue(text(line[value]), forKey: key) != nil { isTwice = true }
    }
    let id = values["id"]
    let isId = id.map { $0 == "null" || "\"-0123456789".contains($0.prefix(1)) } ?? true
    let method = values["method"].flatMap { try? JSON($0) }?.text
    let isCall = "{[n".contains(values["params"]?.prefix(1) ?? "{")
    guard !isTwice, isId, isCall, let method, (try? JSON(values["jsonrpc"] ?? "0")) == "2.0" else {
      // Refused under its id or none; an answer to nothing is ignored.
      for name in Set([isId ? id ?? "null" : "null", "null"]) { expect(name, 0, 1) }
      if isTwice { for (name, value) in parts.members { allow(line[name], line[value]) } }
      return
    }
    if method == "notifications/cancelled", let params = values["params"] { cancel(params) }
    guard let id else { return }
    expect(id, 1, 1)
    if method.contains("/") || method == "initialize" { due[id]?.ofMCP += 1 }
    lines[id] = text(line[...]).prefix(500).description
  }

  private mutating func allow(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    if (try? JSON(text(name))) == "id" { expect(text(value), 0, 1) }
  }

  private mutating func cancel(_ params: String) {
    let line = Array(params.utf8)
    guard let parts = try? WireScanner.parts(of: line) else { return }
    for (name, value) in parts.members where (try? JSON(text(line[name]))) == "requestId" {
      cancelled.insert(text(line[value]))
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func expect(_ id: String, _ least: Int, _ most: Int) {
    due[id, default: Due()].least += least
    due[id, default: Due()].most += most
  }

  mutating func heard(_ ids: [String]) {
    for id in ids { came[id, default: 0] += 1 }
    total += ids.count
  }

  /// Where what came is not what is due.
  var differences: [String] {
    Set(due.keys).union(came.keys).sorted().compactMap { id in
      let (due, count) = (due[id] ?? Due(), came[id] ?? 0)
      let least = due.least - (cancelled.contains(id) ? due.ofMCP : 0)
      guard count < least || count > due.most else { return nil }
      return "\(id): \(count) answers where \(least)…\(due.most) are due; \(lines[id] ?? "")"
    }
  }
}
