import Diagnostics
import Model
import Service
import Testing

/// Faults planted in a workspace's own instrument.
@Suite("Faults in instruments") struct InstrumentFaultTests {
  static let head = [
    "# label_ja: 見本", "# label_en: Sample", "# wording: paraphrase", "# source_ja: 架空",
    "# source_en: made up", "# licence_ja: なし", "# licence_en: none",
  ]
  static let columns = "row\tcode\tparent\tanswers\trule\tja\ten"
  /// Line 9 is the first.
  static let rows = [
    "answers\tyes-no\t\tyes;no\t\tはい;いいえ\tyes;no",
    "answers\tfour\t\t0;1;2;3\t\t零;一;二;三\tnil;one;two;three",
    "section\ttalk\t\t\t\t話\ttalk",
    "domain\tall\t\t\t>=3\t全体\twhole",
    "domain\tpart\tall\t\t\t部分\tpart",
    "item\t1\tall\tyes-no\tno=1\t一\tone",
    "item\t2\tpart\tfour\t\t二\ttwo",
    "item\t3\ttalk\ttext\t\t三\tthree",
    "finding\tfound\t\t\t\t判定\tfound",
    "criterion\t1\tfound\t\t@all\t全体\twhole",
    "need\tHLT-LEG\t\t\t@found",
  ]

  static func text(_ rows: [String], head: [String] = head, columns: String = columns) -> String {
    (head + [columns] + rows).joined(separator: "\n") + "\n"
  }

  @Test func theSampleIsSound() throws {
    let assessed = try Assessed()
    try assessed.office.putInstrument("sample", Self.text(Self.rows))
    // A part counts towards the whole.
    let output = try assessed.score("sample", ["1": "no", "2": 2])
    #expect(output.domain("all")?.score == 3 && output.domain("part")?.score == 2)
    #expect(output.target == nil && output.findings.first?.criteria == [1])
    #expect(output.codes == ["HLT-LEG"] && output.missing == ["3"])
    // The bundled ones are still there, and one of the same name takes the place of its own.
    try assessed.office.putInstrument("lsns-6", Self.text(Self.rows))
    let all = try ListInstruments.run(.init(), in: assessed.office.session).instruments
    #expect(all.count == 11 && all.first { $0.id == "lsns-6" }?.label == "Sample")
  }

  struct Fault: Sendable {
    /// Which row is replaced, and by what; nil adds a row at the end.
    var at: Int?
    var row: String
    var code: ErrorCode
    var field: String
    /// Words of the English text or hint.
    var says: String

    init(_ at: Int?, _ row: String, _ code: ErrorCode, _ field: String, _ says: String) {
      (self.at, self.row, self.code, self.field, self.says) = (at, row, code, field, says)
    }
  }

  static let faults = [
    Fault(nil, "itme\t4\t\tyes-no\t\tx\ty", "data.value", "row", "answers, section, domain, item"),
    Fault(nil, "answers\tyes-no\t\ta;b\t\tx;y\tx;y", "data.duplicate", "code", "yes-no"),
    Fault(nil, "answers\tbmi\t\ta;b\t\tx;y\tx;y", "data.value", "code", "bmi"),
    Fault(0, "answers\tyes-no\t\tyes;yes\t\tx;y\tx;y", "data.duplicate", "answers", "yes"),
    Fault(0, "answers\tyes-no\t\tyes=1;no=1\t\tx;y\tx;y", "data.duplicate", "answers", "no=1"),
    Fault(0, "answers\tyes-no\t\tyes=one;no\t\tx;y\tx;y", "data.value", "answers", "good=1"),
    Fault(0, "answers\tyes-no\t\tyes;no\t\tはい\tyes;no", "data.value", "ja", "2 choices"),
    Fault(0, "answers\tyes-no\t\tyes;no\t\tはい;いいえ\tyes", "data.value", "en", "2 choices"),
    Fault(0, "answers\tyes-no\t\t\t\tはい;いいえ\tyes;no", "data.value", "answers", "empty"),
    Fault(nil, "section\tall\t\t\t\tx\ty", "data.duplicate", "code", "all"),
    Fault(4, "domain\tall\t\t\t\tx\ty", "data.duplicate", "code", "all"),
    Fault(4, "domain\tpart\tal\t\t\tx\ty", "data.dangling", "parent", "'all'"),
    Fault(4, "domain\tpart\ttalk\t\t\tx\ty", "data.dangling", "parent", "'talk'"),
    Fault(4, "domain\tpart\tpart\t\t\tx\ty", "data.cycle", "parent", "part"),
    Fault(3, "domain\tall\tpart\t\t>=3\tx\ty", "data.cycle", "parent", "all"),
    Fault(nil, "domain\tempty\t\t\t\tx\ty", "data.value", "code", "no item is in this domain"),
    Fault(3, "domain\tall\t\t\t>=3\t\twhole", "data.value", "ja", "empty"),
    // Cut-offs that can't be reached, can't be missed, or are none.
    Fault(3, "domain\tall\t\t\t>=5\tx\ty", "data.value", "rule", "0 to 4"),
    Fault(3, "domain\tall\t\t\t>=0\tx\ty", "data.value", "rule", "0 to 4"),
    Fault(3, "domain\tall\t\t\t<0\tx\ty", "data.value", "rule", "0 to 4"),
    Fault(3, "domain\tall\t\t\t<5\tx\ty", "data.value", "rule", "0 to 4"),
    Fault(3, "domain\tall\t\t\t>3\tx\ty", "data.value", "rule", "sum(1-20)>=10"),
    Fault(3, "domain\tall\t\t\t>=nan\tx\ty", "data.value", "rule", "sum(1-20)>=10"),
    Fault(3, "domain\tall\t\t\tsum(1)>=1&sum(2)>=1\tx\ty", "data.value", "rule", "sum(1-20)>=10"),
    Fault(nil, "item\t1\t\tyes-no\t\tx\ty", "data.duplicate", "code", "1"),
    Fault(nil, "item\tone\t\tyes-no\t\tx\ty", "data.value", "code", "1…999"),
    Fault(nil, "item\t0\t\tyes-no\t\tx\ty", "data.value", "code", "1…999"),
    Fault(nil, "item\t4\tpartt\tyes-no\t\tx\ty", "data.dangling", "parent", "'part'"),
    Fault(nil, "item\t4\t\tyesno\t\tx\ty", "data.dangling", "answers", "'yes-no'"),
    Fault(nil, "item\t4\t\t\t\tx\ty", "data.value", "answers", "empty"),
    Fault(nil, "item\t4\t\tyes-no\t\tx", "data.value", "en", "empty"),
    Fault(5, "item\t1\tall\tyes-no\t\tx\ty", "data.value", "rule", "no=1"),
    Fault(5, "item\t1\tall\tyes-no\tnope=1\tx\ty", "data.dangling", "rule", "nope"),
    Fault(5, "item\t1\tall\tyes-no\tno=one\tx\ty", "data.value", "rule", "no=1"),
    Fault(5, "item\t1\tall\tyes-no\tno=1;no=2\tx\ty", "data.duplicate", "rule", "no"),
    Fault(5, "item\t1\tall\tbmi\tno=1\tx\ty", "data.value", "rule", "<18.5=1"),
    Fault(5, "item\t1\tall\tbmi\t<1850=1\tx\ty", "data.value", "rule", "<18.5=1"),
    Fault(5, "item\t1\tall\tfour+\t\tx\ty", "data.value", "answers", "one choice"),
    Fault(5, "item\t1\tall\ttext\t\tx\ty", "data.value", "answers", "one choice"),
    Fault(nil, "finding\tall\t\t\t@part\tx\ty", "data.duplicate", "code", "all"),
    Fault(nil, "finding\tother\t\t\t\tx\ty", "data.value", "rule", "sum(1-20)"),
    Fault(nil, "finding\tother\t\t\t@found\tx\ty", "data.dangling", "rule", "'found'"),
    Fault(nil, "criterion\t1\tfound\t\t@all\tx\ty", "data.duplicate", "code", "1"),
    Fault(nil, "criterion\tx\tfound\t\t@all\tx\ty", "data.value", "code", "from 1 on"),
    Fault(nil, "criterion\t2\tfond\t\t@all\tx\ty", "data.dangling", "parent", "'found'"),
    Fault(nil, "criterion\t2\tfound\t\tsum(1-3)>=1\tx\ty", "data.value", "rule", "without points"),
    Fault(nil, "criterion\t2\tfound\t\tsum(1-9)>=1\tx\ty", "data.dangling", "rule", "item '4'"),
    Fault(nil, "criterion\t2\tfound\t\tsum(2-1)>=1\tx\ty", "data.value", "rule", "sum(1-20)"),
    Fault(nil, "criterion\t2\tfound\t\tsum(1,1)>=1\tx\ty", "data.duplicate", "rule", "1"),
    Fault(nil, "criterion\t2\tfound\t\tsum()>=1\tx\ty", "data.value", "rule", "sum(1-20)"),
    Fault(nil, "criterion\t2\tfound\t\t1=maybe\tx\ty", "data.dangling", "rule", "maybe"),
    Fault(nil, "criterion\t2\tfound\t\t3=yes\tx\ty", "data.dangling", "rule", "choice of item 3"),
    Fault(nil, "criterion\t2\tfound\t\tany(1,2)=yes\tx\ty", "data.dangling", "rule", "of item 2"),
    Fault(nil, "criterion\t2\tfound\t\t1=no&\tx\ty", "data.value", "rule", "sum(1-20)"),
    Fault(nil, "criterion\t2\tfound\t\t\tx\ty", "data.value", "rule", "empty"),
    Fault(nil, "need\tHLT-LEGS\t\t\t@all", "data.dangling", "code", "'HLT-LEG'"),
    // Matching works on leaves.
    Fault(nil, "need\tHLT\t\t\t@all", "data.dangling", "code", "leaf need 'HLT'"),
    Fault(nil, "need\tHLT-LEG\t\t\t@found", "data.duplicate", "rule", "HLT-LEG @found"),
    Fault(nil, "need\tHLT-LEG\t\t\t@foud", "data.dangling", "rule", "'found'"),
    Fault(nil, "need\tHLT-LEG\t\t\t", "data.value", "rule", "empty"),
    Fault(nil, "need\tHLT-LEG\t\t\t@all\tたずねる", "data.value", "en", "empty"),
    Fault(nil, "person\tage\t\t80\t@all", "data.value", "code", "conditions, interests"),
    Fault(nil, "person\tinterests\t\t\t@all", "data.value", "answers", "empty"),
    Fault(nil, "person\tinterests\t\t碁\t", "data.value", "rule", "empty"),
    Fault(nil, "person\tinterests\t\t碁\t@al", "data.dangling", "rule", "'all'"),
    Fault(nil, "person\tinterests\t\t碁;碁\t@all", "data.duplicate", "answers", "碁"),
  ]

  @Test("are named by file, line and field", arguments: faults)
  func named(_ fault: Fault) throws {
    var rows = Self.rows
    if let at = fault.at { rows[at] = fault.row } else { rows.append(fault.row) }
    let office = try Office()
    let path = try office.putInstrument("sample", Self.text(rows))
    let error = #expect(throws: SasaeError.self) {
      try ListInstruments.run(.init(), in: office.session)
    }
    #expect(error?.code == fault.code, "\(fault.row)")
    #expect(error?.position.file == path)
    #expect(error?.position.line == 9 + (fault.at ?? Self.rows.count), "\(fault.row)")
    #expect(error?.position.field == fault.field, "\(fault.row)")
    let said = (error?.text(.en) ?? "") + " " + (error?.hint(.en) ?? "")
    #expect(said.contains(fault.says), "\(fault.row): \(said)")
  }

  /// A line of the head that is left out or replaced.
  static let heads: [(Int, String?, String)] = [
    (0, nil, "label_ja"), (1, nil, "label_en"), (2, nil, "wording"),
    (2, "# wording: copied", "wording"), (3, nil, "source_ja"), (4, nil, "source_en"),
    (5, nil, "licence_ja"), (6, nil, "licence_en"), (0, "# caution_ja: x", "label_ja"),
    (2, "# wording: official\n# readings: 1人", "readings"),
    (2, "# wording: official\n# caution_ja: 注意", "caution_en"),
  ]

  @Test("of the head name the file and what is wanted", arguments: heads)
  func heading(_ at: Int, _ line: String?, _ field: String) throws {
    var head = Self.head
    if let line { head[at] = line } else { head.remove(at: at) }
    let office = try Office()
    let path = try office.putInstrument("sample", Self.text(Self.rows, head: head))
    let error = #expect(throws: SasaeError.self) {
      try ListInstruments.run(.init(), in: office.session)
    }
    #expect(error?.code == "data.value" && error?.position.file == path)
    #expect(error?.position.field == field)
  }

  @Test func filesThatAreNoTable() throws {
    for (text, code) in [
      ("", "data.heading"), ("row\tcode\n", "data.heading"),
      (Self.text([]), "data.value"), (Self.text(["a\tb\tc\td\te\tf\tg\th"]), "data.cells"),
    ] as [(String, ErrorCode)] {
      let office = try Office()
      try office.putInstrument("sample", text)
      let error = #expect(throws: SasaeError.self) {
        try ListInstruments.run(.init(), in: office.session)
      }
      #expect(error?.code == code)
    }
  }
}
