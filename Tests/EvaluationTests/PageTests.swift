import Diagnostics
import Evaluation
import JapaneseText
import Testing

@Suite("Pages of an evaluation")
struct PageTests {
  static let report = EvaluationReport(
    setting: "bigram", limit: 50, outcomes: EvaluationReportTests.outcomes)

  static func comparison(_ count: Int = 1) throws -> SettingComparison {
    let ids = (10..<10 + count).map(String.init)
    return try #require(
      SettingComparison(
        before: ("bigram", ids.map { Make.outcome("a\($0)", rank: 3, type: "name") }),
        after: ("words", ids.map { Make.outcome("a\($0)", rank: 1) }),
        bootstrap: PairedBootstrap(seed: 42)))
  }

  static func page(_ report: EvaluationReport, _ language: Language) -> String {
    EvaluationText.lines(report, language: language, explains: false).joined(separator: "\n")
  }

  @Test("show a report in Japanese")
  func reportInJapanese() {
    #expect(
      Self.page(Self.report, .ja) == """
        ■ bigram：正解のある問い 4 の平均（一問に50件まで）
          種類          問い  nDCG@10   P@10  P@min(10,R)  再現率  逆順位
          すべて           4    0.458  0.075        0.250   0.750   0.369
          name             2    0.750  0.100        0.500   1.000   0.667
          need             1    0.000  0.000        0.000   0.000   0.000
          nothing          0        –      –            –       –       –
          （種類なし）     1    0.333  0.100        0.000   1.000   0.143

        ■ 正解のない問い 4（平均に入れない）
          何も返さなかった（よい）            2
          ゆるめた・候補として返した（よい）  1
          そのまま返した                      1
          返した件数の合計                    6
          うち1は、正解のファイルに一行もありません。判定の漏れではありませんか

        ■ うまくいかない問い 2（nDCG@10 が 0.50 未満か、正解を一つも返さない）
          1. 「c の問い」［need］ c
             nDCG@10 0.000、最初の正解 なし、正解 1、返した 3
             上位（段階）: c-x1 (–)、c-x2 (–)、c-x3 (–)
             上位10件にない正解: c-r (2)
          2. 「d の問い」 d
             nDCG@10 0.333、最初の正解 7位、正解 1、返した 7
             上位（段階）: d-x1 (–)、d-x2 (–)、d-x3 (–)
        """)
  }

  @Test("show a report in English")
  func reportInEnglish() {
    let short = EvaluationReport(
      setting: "bigram", limit: 50, outcomes: Array(EvaluationReportTests.outcomes.prefix(4)),
      worst: 1)
    #expect(
      Self.page(short, .en) == """
        # bigram: means over queries that have an answer: 4 (50 hits each)
          type       queries  nDCG@10   P@10  P@min(10,R)  recall     RR
          all              4    0.458  0.075        0.250   0.750  0.369
          name             2    0.750  0.100        0.500   1.000  0.667
          need             1    0.000  0.000        0.000   0.000  0.000
          (no type)        1    0.333  0.100        0.000   1.000  0.143

        # Failing queries: 2 (nDCG@10 below 0.50, or no right answer returned)
          1. 'c の問い' [need] c
             nDCG@10 0.000, first right answer: none, 1 relevant, 3 returned
             top (grade): c-x1 (–), c-x2 (–), c-x3 (–)
             not in the first 10: c-r (2)
          … and 1 more
        """)
  }

  @Test("show a comparison in both languages")
  func comparison() throws {
    let one = try Self.comparison()
    let japanese = ComparisonText.lines(one, language: .ja, explains: false)
    #expect(
      japanese.joined(separator: "\n") == """
        ■ bigram → words：正解のある問い 1
          指標            前     後      差      差の95%区間        p  良/同/悪
          nDCG@10      0.500  1.000  +0.500  +0.500 … +0.500  <0.0001     1/0/0
          P@10         0.100  0.100   0.000    0.000 … 0.000   1.0000     0/1/0
          P@min(10,R)  0.000  1.000  +1.000  +1.000 … +1.000  <0.0001     1/0/0
          再現率       1.000  1.000   0.000    0.000 … 0.000   1.0000     0/1/0
          逆順位       0.333  1.000  +0.667  +0.667 … +0.667  <0.0001     1/0/0
          区間と p は、問いを対のまま 10,000 回引き直して求めた（乱数の種 42）。区間が 0
          を含まなければ、偶然とは言いにくい差。p は引き直しのうち差が 0 以下だった割合
          問いが20に満たないので、区間は狭く出すぎます

        ■ よくなった問い（nDCG@10 の変化が大きい順）
          +0.500  「a10 の問い」［name］ a10
                  nDCG@10 0.500 → 1.000、最初の正解 3位 → 1位
        """)
    let english = ComparisonText.lines(one, language: .en, explains: false)
    #expect(english.first == "# bigram → words: queries that have an answer: 1")
    #expect(
      english.last == "          nDCG@10 0.500 → 1.000, first right answer: rank 3 → rank 1")
    #expect(english.joined(separator: " ").contains("(seed 42)"))
  }

  @Test("warn of few queries only when they are few")
  func few() throws {
    for (count, isFew) in [(19, true), (20, false)] {
      let lines = ComparisonText.lines(try Self.comparison(count), language: .en)
      #expect(lines.contains { $0.contains("too narrow") } == isFew, "\(count)")
    }
  }

  @Test("explain the measures unless asked not to", arguments: Language.allCases)
  func legend(_ language: Language) throws {
    let page = EvaluationText.lines(Self.report, language: language)
    #expect(
      page.starts(with: EvaluationText.lines(Self.report, language: language, explains: false)))
    let comparison = ComparisonText.lines(try Self.comparison(), language: language)
    for metric in Metric.allCases {
      let head = metric.label(language)
      #expect(
        page.contains {
          $0.hasPrefix("  " + head) && $0.contains(metric.meaning(language).prefix(9))
        })
    }
    #expect(comparison.suffix(5) == page.suffix(5))
  }

  @Test("keep to the width, tables apart, and out of the terminal's way")
  func width() {
    let outcome = QueryOutcome(
      JudgedQuery(
        id: "q", text: "長い問い\u{1B}[31m\n" + String(repeating: "ごみ出し ", count: 40),
        grades: ["a\u{7}": 1]),
      RankedAnswer(ids: (0..<3).map { "x\($0)\u{9B}" }))
    let report = EvaluationReport(setting: "s", limit: 3, outcomes: [outcome])
    for width in [10, 40, 72, 120] {
      let lines = EvaluationText.lines(report, language: .ja, width: width)
      for line in lines where !line.contains("  0.000") && !line.contains("nDCG@10   P") {
        #expect(DisplayWidth.columns(line) <= max(40, width), "\(line)")
      }
      let scalars = lines.joined().unicodeScalars
      #expect(!scalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    }
  }
}
