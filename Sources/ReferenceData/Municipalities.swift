import Diagnostics

/// A municipality, a ward of a city, or a prefecture (市区町村・都道府県).
public struct Municipality: Sendable, Hashable {
  /// Six digits, the last a check digit.
  public var code: String
  public var prefecture: String
  /// As addresses write it, without county (郡): 三木町, 札幌市中央区. Empty for a prefecture.
  public var name: String
  /// Reading in hiragana.
  public var kana: String
  public var lat: Double?
  public var lng: Double?
}

/// The municipalities of Japan, by code, name and address.
public struct Municipalities: Sendable {
  /// In the order of the file.
  public let all: [Municipality]
  private let codes: [Int: Int]
  private let names: MunicipalityNames
  private let prefectures: MunicipalityNames

  /// Reads and checks `municipalities.tsv`; faults name file, line and field.
  public init(path: String) throws(SasaeError) {
    let file = try MunicipalityFile(path: path)
    all = file.rows
    codes = file.codes
    var names = MunicipalityNames(rows: all.count)
    var prefectures = MunicipalityNames(rows: 47)
    for (index, row) in all.enumerated() {
      if row.name.isEmpty {
        prefectures.add(MunicipalityNames.key(row.prefecture)[...], row: index)
      } else {
        let key = MunicipalityNames.key(row.name)
        names.add(key[...], row: index)
        names.add(Self.ward(key), row: index)
      }
    }
    self.names = names
    self.prefectures = prefectures
  }

  /// By six digits, check digit included.
  public subscript(code: String) -> Municipality? {
    guard code.utf8.count == 6, let number = MunicipalityCode.number(code) else { return nil }
    return codes[number].map { all[$0] }
  }

  /// Everything so named, in the order of the file: a prefecture and a county in front are
  /// understood, a ward's name alone means the ward in every city that has one (中央区).
  public func named(_ name: String, prefecture: String?) -> [Municipality] {
    meant(prefecture: prefecture, name: name).rows.map { all[$0] }
  }

  /// The municipality an address begins with: prefecture, county, longest name. Without a
  /// prefecture only a name that Japan has once decides: the caller knows whether the text may as
  /// well begin with a neighbourhood (栄町, 昭和町). Nil for a prefecture alone.
  public func of(address: String) -> Municipality? {
    var head = String.UnicodeScalarView()
    head.append(contentsOf: address.unicodeScalars.prefix(40))
    let key = MunicipalityNames.key(String(head))
    let (prefecture, start) = leadingPrefecture(key[...])
    let wanted = inside(prefecture)
    var found = names.longest(startOf: key[start...], among: wanted).rows
    if found.isEmpty {
      for rest in Self.behindCounty(key[start...]) {
        found = names.longest(startOf: rest, among: wanted).rows
        if !found.isEmpty { break }
      }
    }
    return found.count == 1 ? found.first.map { all[$0] } : nil
  }
}

extension Municipalities {
  /// What the columns of prefecture and name say.
  struct Meant {
    /// Everything the name may mean; a prefecture's row when only that is said.
    var rows: [Int]
    /// The prefecture's row.
    var prefecture: Int?
  }

  func row(_ number: Int) -> Int? { codes[number] }

  func meant(prefecture: String?, name: String?) -> Meant {
    let key = MunicipalityNames.key(name ?? "")
    let (leading, start) = leadingPrefecture(key[...])
    let column = prefecture.flatMap { prefectures.rows(MunicipalityNames.key($0)[...]).first }
    let prefecture = leading ?? column
    let rest = key[start...]
    if rest.isEmpty { return Meant(rows: prefecture.map { [$0] } ?? [], prefecture: prefecture) }
    let wanted = inside(prefecture)
    for text in [rest] + Self.behindCounty(rest) {
      let rows = names.rows(text).filter(wanted)
      if !rows.isEmpty { return Meant(rows: rows, prefecture: prefecture) }
    }
    return Meant(rows: [], prefecture: prefecture)
  }

  private func leadingPrefecture(_ key: ArraySlice<UInt32>) -> (row: Int?, end: Int) {
    let found = prefectures.longest(startOf: key) { _ in true }
    return (found.rows.first, key.startIndex + found.count)
  }

  private func inside(_ prefecture: Int?) -> (Int) -> Bool {
    guard let prefecture else { return { _ in true } }
    let name = all[prefecture].prefecture
    return { all[$0].prefecture == name }
  }

  /// What follows each 郡 within reach, and the islands that addresses name like counties.
  private static func behindCounty(_ key: ArraySlice<UInt32>) -> [ArraySlice<UInt32>] {
    if let island = islands.first(where: key.starts(with:)) {
      return [key.dropFirst(island.count)]
    }
    return key.indices.prefix(6).dropFirst().filter { key[$0] == county }
      .map { key[($0 + 1)...] }
  }

  private static let county: UInt32 = 0x90E1  // 郡
  private static let islands = ["三宅島", "八丈島"].map { MunicipalityNames.key($0) }

  /// 中央区 of 札幌市中央区; empty for what is no ward of a city.
  private static func ward(_ key: [UInt32]) -> ArraySlice<UInt32> {
    guard key.last == 0x533A, let city = key.dropFirst().lastIndex(of: 0x5E02) else { return [] }
    return key[(city + 1)...]
  }
}
