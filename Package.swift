// swift-tools-version: 6.2
// One section per floor of docs/architecture.md, targets in alphabetical order inside a section.
import PackageDescription

/// Every target has an explicit path: SwiftPM's guesses change with the number of targets.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: ["Diagnostics", "Model"] + dependencies, path: "Sources/\(name)")
}

/// A folder in `Plugins/` sees the contract and nothing of the rest of the house.
func plugin(_ name: String) -> Target {
  .target(
    name: name, dependencies: ["Geography", "MatchingKit", "Model", "Timetable"],
    path: "Plugins/\(name)", exclude: ["README.md"])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ["TestSupport"] + dependencies,
    path: "Tests/\(name)Tests", exclude: exclude)
}

/// Adding a matching plugin: its folder in `Plugins/`, its name here, one line in
/// `Sources/BundledPlugins`, one weight in `Data/profiles`.
let plugins = [
  "Accessibility",
  "Affordability",
  "Availability",
  "Capacity",
  "Continuity",
  "Eligibility",
  "Freshness",
  "Interests",
  "NeedFit",
  "PrivateCar",
  "Proximity",
  "Strengths",
  "TextRelevance",
  "VenueFit",
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let subprocess: [Target.Dependency] = [
  .product(name: "Subprocess", package: "swift-subprocess"),
  .product(name: "SystemPackage", package: "swift-system"),
]

let package = Package(
  name: "sasae",
  products: [
    .executable(name: "sasae", targets: ["sasae"]),
    .executable(name: "sasae-whole", targets: ["SasaeWhole"]),
    .executable(name: "sasae-bench", targets: ["SasaeBench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Without its Foundation trait: nothing here needs it.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Floor 0
    .target(name: "CIconv", path: "Sources/CIconv"),
    .target(name: "CMeCab", path: "Sources/CMeCab"),
    .target(name: "CXapian", dependencies: ["Xapian"], path: "Sources/CXapian"),
    .target(name: "Diagnostics", path: "Sources/Diagnostics"),
    .target(name: "Model", dependencies: ["Diagnostics"], path: "Sources/Model"),
    .systemLibrary(
      name: "Xapian", path: "Sources/Xapian", pkgConfig: "xapian-core",
      providers: [.apt(["libxapian-dev"])]),

    // Floor 1
    room("JapaneseText", ["CMeCab"]),
    room("LineRPC"),
    room("ReferenceData", ["JapaneseText"]),

    // Floor 2
    room("Evaluation", ["JapaneseText"]),
    room("Geography", ["JapaneseText"]),
    room("TextIndex", ["CXapian", "JapaneseText"]),
    room("Timetable", ["JapaneseText"]),

    // Floor 3
    room("Assessment", ["JapaneseText", "ReferenceData", "Timetable"]),
    room("Interchange", ["CIconv", "Geography", "JapaneseText", "ReferenceData", "Timetable"]),
    room("Lookup", ["Geography", "JapaneseText", "ReferenceData", "TextIndex", "Timetable"]),
    room("MatchingKit", ["Geography", "Timetable"]),

    // Floor 4
    room("PluginCheck", ["Geography", "MatchingKit", "Timetable"]),
    room("ProcessPlugins", ["LineRPC", "MatchingKit", "ReferenceData", "Timetable"] + subprocess),
    room(
      "Registry",
      [
        grdb, "Geography", "JapaneseText", "Lookup", "ReferenceData", "TextIndex", "Timetable",
      ]),
    room(
      "Searching",
      ["Geography", "JapaneseText", "Lookup", "ReferenceData", "TextIndex", "Timetable"]),

    // Floor 5
    room(
      "Matching",
      [
        "Assessment", "Geography", "JapaneseText", "Lookup", "MatchingKit", "ReferenceData",
        "Registry", "TextIndex", "Timetable",
      ]),
    room("Terminal", ["Lookup", "ReferenceData", "Searching"]),

    // Floor 6
    room(
      "Service",
      [
        "Assessment", "Evaluation", "Geography", "Interchange", "JapaneseText", "Lookup",
        "Matching", "MatchingKit", "ReferenceData", "Registry", "Searching", "TextIndex",
        "Timetable",
      ]),

    // Floor 7
    .target(
      name: "BundledPlugins", dependencies: ["MatchingKit"] + plugins.map { .byName(name: $0) },
      path: "Sources/BundledPlugins"),
    room("StdioServer", ["LineRPC", "Service"]),

    // Floor 8
    .executableTarget(
      name: "SasaeBench",
      dependencies: [
        "Assessment", "BundledPlugins", "Diagnostics", "Interchange", "JapaneseText", "MatchingKit",
        "Model", "PluginCheck", "ProcessPlugins", "ReferenceData", "Service",
      ],
      path: "Benchmarks/SasaeBench"),
    .executableTarget(
      name: "SasaeWhole",
      dependencies: [
        arguments, "BundledPlugins", "Diagnostics", "JapaneseText", "LineRPC", "MatchingKit",
        "Model", "PluginCheck", "ProcessPlugins", "Service", "StdioServer", "Terminal",
      ],
      path: "Sources/SasaeWhole"),
    // No Foundation, no SQLite, no argument parser: what is linked costs at every start.
    .executableTarget(
      name: "sasae",
      dependencies: ["Diagnostics", "Lookup", "Model", "ReferenceData", "Searching", "Terminal"],
      path: "Sources/sasae"),
  ] + plugins.map(plugin) + [
    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    tests("Architecture", []),
    tests("Assessment", ["Assessment", "Diagnostics", "Model", "ReferenceData"]),
    tests("Diagnostics", ["Diagnostics"]),
    tests("EndToEnd", ["sasae", "SasaeWhole"], exclude: ["Python"]),
    tests("Evaluation", ["Diagnostics", "Evaluation", "JapaneseText", "Model"]),
    tests("Geography", ["Diagnostics", "Geography", "Model"]),
    tests(
      "Interchange",
      ["CIconv", "Diagnostics", "Interchange", "Model", "ReferenceData", "Timetable"],
      exclude: ["Export/Golden", "Import/Fixtures", "Import/Golden"]),
    tests(
      "Matching",
      [
        "BundledPlugins", "Diagnostics", "Matching", "MatchingKit", "Model", "PluginCheck",
        "Registry", "Service",
      ],
      exclude: ["Fixtures", "Golden"]),
    tests("Model", ["Diagnostics", "Model"]),
    tests("JapaneseText", ["JapaneseText", "Model"], exclude: ["Golden"]),
    tests("LineRPC", ["LineRPC"]),
    tests(
      "ProcessPlugins",
      [
        "BundledPlugins", "Diagnostics", "MatchingKit", "Model", "PluginCheck", "ProcessPlugins",
        "Service",
      ], exclude: ["Python"]),
    tests(
      "ReferenceData", ["Diagnostics", "JapaneseText", "ReferenceData"], exclude: ["codes.txt"]),
    tests(
      "Registry",
      ["Diagnostics", "Lookup", "Model", "ReferenceData", "Registry", "TextIndex", grdb],
      exclude: ["Fixtures"]),
    tests(
      "Service",
      ["BundledPlugins", "Diagnostics", "Interchange", "Model", "Registry", "Service"],
      exclude: ["Golden"]),
    tests("TextIndex", ["Diagnostics", "Model", "TextIndex"]),
    tests("Timetable", ["Model", "Timetable"], exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
