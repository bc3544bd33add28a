import ReferenceData
import TestSupport
import Testing

@Suite("Codes of municipalities in tables")
struct MunicipalityResolutionTests {
  struct Case: Sendable {
    var code: String?
    var prefecture: String?
    var name: String?
    var found: String?
    var how: Resolution.How

    init(
      _ code: String?, _ prefecture: String?, _ name: String?, _ found: String?,
      _ how: Resolution.How = .exact
    ) {
      (self.code, self.prefecture, self.name) = (code, prefecture, name)
      (self.found, self.how) = (found, how)
    }
  }

  let table: Municipalities

  init() throws { table = try MunicipalityTests.shared.get() }

  static let written = [
    Case("372013", "香川県", "高松市", "372013"), Case("372013", nil, nil, "372013"),
    Case("37201", "香川県", "高松市", "372013", .checkDigitAdded),
    Case("52124", "秋田県", "大仙市", "052124", .leadingZero),
    Case("52124", nil, nil, "052124", .leadingZero),
    Case("1100", "北海道", "札幌市", "011002", .leadingZero),
    Case("11002", nil, nil, "011002", .leadingZero),
    Case("5212", nil, nil, "052124", .leadingZero),
    Case("10006", nil, nil, "010006", .leadingZero),
    Case("17000", nil, nil, "170003", .checkDigitAdded),
    Case("３７２０１３", nil, nil, "372013"), Case("'052124", nil, nil, "052124"),
    Case(" 372 013 ", nil, nil, "372013"), Case("372013.0", nil, nil, "372013"),
    Case("’37201.00", nil, nil, "372013", .checkDigitAdded), Case("372013.5", nil, nil, nil),
    // A digit too few or too many, or a wrong check digit, is no code.
    Case("372014", nil, nil, nil), Case("3720130", nil, nil, nil), Case("120", nil, nil, nil),
    Case("高松", nil, nil, nil), Case("", "", "", nil), Case(nil, nil, nil, nil),
  ]

  /// 市川市 without check digit, or 士別市 without its zero.
  static let twoReadings = [
    Case("12203", nil, nil, nil), Case("12203", "長野県", nil, nil),
    Case("12203", "千葉県", "市川市", "122033", .checkDigitAdded),
    Case("12203", nil, "士別市", "012203", .leadingZero),
    Case("12203", "北海道", nil, "012203", .leadingZero),
    Case("12203", "北海道", "どこか市", "012203", .leadingZero),
    Case("12203", "香川県", "高松市", nil),
  ]

  static let withNames = [
    Case(nil, "香川県", "高松市", "372013", .byName), Case(nil, nil, "高松市", "372013", .byName),
    Case("-", nil, "香川県高松市", "372013", .byName), Case(nil, nil, "府中市", nil),
    Case(nil, "東京都", "府中市", "132063", .byName), Case(nil, "香川県", "", "370002", .byName),
    Case(nil, "香川県", "どこか市", nil),
    // City and ward, prefecture and municipality: no contradiction.
    Case("011011", "北海道", "札幌市", "011011"), Case("011002", nil, "札幌市中央区", "011002"),
    Case("170003", "石川県", "金沢市", "170003"), Case("172014", "石川県", "石川県", "172014"),
    // What the table doesn't know contradicts nothing.
    Case("372013", "香川県", "高松市役所", "372013"), Case("373419", nil, "木田郡三木町", "373419"),
  ]

  @Test("are understood as written", arguments: written + twoReadings + withNames)
  func resolved(_ c: Case) {
    let answer = table.resolve(code: c.code, prefecture: c.prefecture, name: c.name)
    let wanted = c.found.flatMap { table[$0] }.map { Resolution.found($0, from: c.how) }
    #expect(answer == wanted ?? .unknown, "\(c)")
  }

  @Test(
    "that contradict the names are told",
    arguments: [
      ("372013", "石川県", "金沢市", "172014"), ("37201", nil, "金沢市", "172014"),
      ("372013", "石川県", "高松市", "170003"), ("170003", nil, "高松市", "372013"),
      ("052124", nil, "府中市", "132063"), ("011002", nil, "仙台市青葉区", "041017"),
    ] as [(String, String?, String, String)])
  func conflicts(_ code: String, _ prefecture: String?, _ name: String, _ other: String) {
    guard
      case .conflict(_, let named) = table.resolve(code: code, prefecture: prefecture, name: name)
    else {
      Issue.record("\(code) \(name): no conflict")
      return
    }
    #expect(named.code == other)
  }

  @Test("survive losing the zero or the check digit when the name is given")
  func survive() {
    var random = SeededGenerator(seed: propertySeed("Codes of municipalities in tables"))
    let fullWidth = Dictionary(uniqueKeysWithValues: zip("0123456789", "０１２３４５６７８９"))
    for row in table.all {
      var forms = [row.code, String(row.code.prefix(5))]
      if row.code.hasPrefix("0") { forms += forms.map { String($0.dropFirst()) } }
      for form in forms {
        var code = random.chance(0.5) ? String(form.map { fullWidth[$0] ?? $0 }) : form
        code = random.pick(["", "'", " ", "　"]) + code + random.pick(["", ".0", " "])
        let prefecture = random.chance(0.5) ? row.prefecture : nil
        let name = (prefecture == nil ? row.prefecture : "") + row.name
        let answer = table.resolve(code: code, prefecture: prefecture, name: name)
        guard case .found(row, _) = answer else {
          Issue.record("\(code) \(name): \(answer)")
          continue
        }
      }
    }
  }
}
