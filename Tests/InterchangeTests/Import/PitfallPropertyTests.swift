import Interchange
import TestSupport
import Testing

/// Tables made at random of what real files do: whatever surrounds the rows, they come in.
@Suite struct PitfallPropertyTests {
  @Test func everyRowIsReadOrAccountedFor() throws {
    var random = SeededGenerator(seed: propertySeed("lists with pitfalls"))
    for round in 0..<200 {
      let table = RandomList(&random)
      let bytes = try #require(table.bytes, "round \(round)")
      let told = "round \(round), \(table.encoding)\n\(table.text)"
      let opened = try? OpenedList(path: "list.csv", bytes: bytes, choice: ListRepository.choice())
      let list = try #require(opened, "\(told)")
      var lines: [Int] = []
      var resources: [RandomList.Row] = []
      var rejected: [Int] = []
      while let record = try list.next() {
        switch record {
        case .resource(let row):
          let phone = row.resource.contacts.compactMap(\.phone).first { $0.hasPrefix("087") }
          resources.append(
            .init(
              line: row.line, name: row.resource.name, address: row.resource.place?.address ?? "",
              phone: phone ?? ""))
          lines.append(row.line)
          #expect(row.warnings.allSatisfy { $0.position.line == row.line })
        case .rejected(let error):
          rejected.append(error.position.line ?? 0)
          lines.append(error.position.line ?? 0)
        case .skipped(let line, _): lines.append(line)
        }
      }
      try #require(resources == table.resources, "\(told)")
      try #require(rejected == table.rejected, "\(told)")
      try #require(lines == table.lines, "\(told)")
    }
  }

  /// What is asked of a list before it is taken: how often each number stands.
  @Test func identitiesAreThoseOfTheRows() throws {
    var random = SeededGenerator(seed: propertySeed("identities of lists"))
    for _ in 0..<100 {
      let bytes = try #require(RandomList(&random).bytes)
      let choice = try ListRepository.choice()
      let list = try ReadList(OpenedList(path: "list.csv", bytes: bytes, choice: choice))
      let again = try OpenedList(path: "list.csv", bytes: bytes, choice: choice)
      var seen: [String: Int] = [:]
      while let identity = try again.nextIdentity() { seen[identity.key ?? "", default: 0] += 1 }
      // A number that two rows have must be seen twice, or one would be taken for the other. Rows
      // that become no resource are seen too, which does no harm.
      for (key, rows) in Dictionary(grouping: list.rows.compactMap(\.key), by: \.self) {
        #expect(seen[key, default: 0] >= rows.count, "\(key)")
      }
    }
  }
}
