/// What each room may import besides its own files: the table of docs/architecture.md.
enum ImportTable {
  /// Open to every room.
  static let open: Set<String> = ["Diagnostics", "Glibc", "Model", "Synchronization"]

  /// Rooms below these never load Foundation: it costs start-up time and memory in every command.
  static let withoutFoundation: Set<String> = [
    "Diagnostics", "Geography", "JapaneseText", "LineRPC", "Lookup", "MatchingKit", "Model",
    "PluginCheck", "ProcessPlugins", "ReferenceData", "Searching", "StdioServer", "Terminal",
    "TextIndex", "Timetable", "sasae",
  ]

  /// The rooms that may see the host's side of the plugin contract.
  static let pluginHosts: Set<String> = ["Matching", "PluginCheck", "ProcessPlugins"]

  static let rooms: [String: Set<String>] = [
    // Floor 0. `Model` is open to all, but Diagnostics is below it.
    "Diagnostics": [],
    "Model": [],

    // Floor 1
    "JapaneseText": ["CMeCab"],
    "LineRPC": ["Dispatch"],
    "ReferenceData": ["JapaneseText"],

    // Floor 2
    "Evaluation": ["Foundation", "JapaneseText"],
    "Geography": ["JapaneseText"],
    "TextIndex": ["CXapian", "JapaneseText"],
    "Timetable": ["JapaneseText"],

    // Floor 3
    "Assessment": ["JapaneseText", "ReferenceData", "Timetable"],
    "Interchange": [
      "CIconv", "Foundation", "Geography", "JapaneseText", "ReferenceData", "Timetable",
    ],
    "Lookup": ["Geography", "JapaneseText", "ReferenceData", "TextIndex", "Timetable"],
    "MatchingKit": ["Geography", "Timetable"],

    // Floor 4
    "PluginCheck": ["Geography", "MatchingKit", "Timetable"],
    "ProcessPlugins": [
      "Dispatch", "LineRPC", "MatchingKit", "ReferenceData", "Subprocess", "SystemPackage",
      "Timetable",
    ],
    "Registry": [
      "Dispatch", "Foundation", "GRDB", "Geography", "JapaneseText", "Lookup", "ReferenceData",
      "TextIndex", "Timetable",
    ],
    "Searching": [
      "Geography", "JapaneseText", "Lookup", "ReferenceData", "TextIndex", "Timetable",
    ],

    // Floor 5
    "Matching": [
      "Assessment", "Foundation", "Geography", "JapaneseText", "Lookup", "MatchingKit",
      "ReferenceData", "Registry", "Timetable",
    ],
    "Terminal": ["Lookup", "ReferenceData", "Searching"],

    // Floor 6
    "Service": [
      "Assessment", "Evaluation", "Foundation", "Geography", "Interchange", "JapaneseText",
      "Lookup", "Matching", "MatchingKit", "ReferenceData", "Registry", "Searching", "TextIndex",
      "Timetable",
    ],

    // Floor 7
    "StdioServer": ["Dispatch", "LineRPC", "Service"],

    // Floor 8
    "SasaeWhole": [
      "ArgumentParser", "BundledPlugins", "Foundation", "JapaneseText", "LineRPC", "MatchingKit",
      "PluginCheck", "ProcessPlugins", "Service", "StdioServer", "Terminal",
    ],
    "sasae": ["Lookup", "ReferenceData", "Searching", "Terminal"],
  ]

  /// Every folder of `Plugins/`.
  static let plugin: Set<String> = ["Geography", "MatchingKit", "Timetable"]

  /// Rooms of C, C++ and module maps: they have no Swift imports.
  static let foreign: Set<String> = ["CIconv", "CMeCab", "CXapian", "Xapian"]

  /// What a room may import; nil when the table has no row for it. `plugins` are the folders of
  /// `Plugins/`.
  static func allowed(_ room: String, plugins: Set<String>) -> Set<String>? {
    if plugins.contains(room) { return plugin.union(open) }
    switch room {
    // Floor 7
    case "BundledPlugins": return plugins.union(open).union(["MatchingKit"])
    // Nothing is below it.
    case "Diagnostics": return ["Glibc", "Synchronization"]
    default: return rooms[room].map { $0.union(open) }
    }
  }
}
