/// Holds imports against the table.
struct ImportChecker {
  /// The folders of `Plugins/`.
  var plugins: Set<String>

  /// One sentence for each import of a file that its room may not have.
  func violations(in source: String, room: String, file: String) -> [String] {
    guard let allowed = ImportTable.allowed(room, plugins: plugins) else {
      return ["\(file): the table has no row for the room \(room)"]
    }
    let bare = plugins.contains(room) || ImportTable.withoutFoundation.contains(room)
    return ImportLine.all(in: source).compactMap { found in
      let place = "\(file):\(found.line): \(room)"
      if bare, found.module.hasPrefix("Foundation") {
        return "\(place) is to do without \(found.module)"
      }
      if found.module == "MatchingKit", found.spi == "Host", !ImportTable.pluginHosts.contains(room)
      {
        return "\(place) imports the host's side of MatchingKit"
      }
      return allowed.contains(found.module) ? nil : "\(place) imports \(found.module)"
    }
  }

  /// The room of a path: its folder below `Sources/` or `Plugins/`.
  static func room(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }
}
