import Diagnostics
import MatchingKit

/// What a person's condition asks of a place.
struct Facility {
  /// As in the request.
  let code: String
  let label: Bilingual
  /// Codes of `Data/taxonomy/access.tsv`, any of which serves.
  private let access: Set<String>
  /// Words of the resource that say the same.
  private let words: [Wish]
  /// Words that name it when it is refused.
  private let subjects: [Wish]
  /// Whether nobody can do without.
  let isEssential: Bool

  /// Nil for a condition that asks nothing of a place.
  init?(_ condition: String, _ request: RequestView) {
    if let row = Self.rows.first(where: { $0.names.contains(condition) }) {
      (code, label, access) = (row.names[0], row.label, row.access)
      (words, subjects) = (request.wishes(row.words), request.wishes(row.subjects))
      isEssential = row.isEssential
    } else if Self.codes.contains(condition) {
      code = condition
      label = Bilingual(ja: "「\(condition)」", en: "'\(condition)'")
      access = [condition]
      (words, subjects, isEssential) = ([], [], true)
    } else {
      return nil
    }
  }

  func isStated(by resource: ResourceView) -> Bool {
    !access.isDisjoint(with: resource.access)
      || words.contains { resource.mention(of: $0) != nil }
  }

  /// The clause that says it can't be.
  func refusal(in resource: ResourceView) -> String? {
    for subject in subjects {
      if let mention = resource.mention(of: subject), Self.refuses(mention.after) {
        return mention.clause
      }
    }
    return nil
  }

  private static func refuses(_ after: String) -> Bool {
    refusals.stands(in: after)
  }

  private static let refusals: WordSet = [
    "乗れません", "乗れない", "入れません", "入れない", "できません", "できない", "不可", "使えません", "使えない", "ご遠慮", "難しい",
    "対応していません",
    "お断り", "利用できません",
  ]

  private struct Row {
    var names: [String]
    var label: Bilingual
    var access: Set<String>
    var words: [String]
    var subjects: [String]
    var isEssential: Bool
  }

  /// Judgement of this project; the codes are those of デジタル庁's accessibility columns.
  private static let rows = [
    Row(
      names: ["wheelchair", "車いす", "車椅子", "車イス"],
      label: Bilingual(ja: "車いす", en: "wheelchair users"),
      access: ["wheelchair"], words: ["車いす可", "車椅子可", "車いす対応", "車椅子対応", "車いすで入れ", "車椅子で入れ"],
      subjects: ["車いす", "車椅子"], isEssential: true),
    Row(
      names: ["hearing", "耳が遠い", "難聴", "聴覚"],
      label: Bilingual(ja: "聞こえにくさ", en: "people hard of hearing"),
      access: ["hearing-loop", "written-conversation", "captions"], words: ["筆談", "手話", "磁気ループ"],
      subjects: [], isEssential: false),
    Row(
      names: ["vision", "目が不自由", "視覚"], label: Bilingual(ja: "見えにくさ", en: "people with low vision"),
      access: ["braille", "tactile-guidance", "assistance-dog"], words: ["音訳", "点字", "読み上げ"],
      subjects: [], isEssential: false),
    Row(
      names: ["dementia", "認知症", "もの忘れ"],
      label: Bilingual(ja: "認知症", en: "people with dementia"), access: [],
      words: ["認知症の方も", "認知症の方と", "認知症の人も", "認知症の本人", "もの忘れ"], subjects: ["認知症"], isEssential: false
    ),
    Row(
      names: ["walker", "歩行器", "手押し車", "シルバーカー", "cane", "杖"],
      label: Bilingual(ja: "歩行器・杖", en: "people with a walking aid"),
      access: ["step-free", "slope", "elevator", "wheelchair"], words: ["段差なし", "椅子席"],
      subjects: ["杖", "歩行器"], isEssential: false),
    Row(
      names: ["toilet", "トイレ"],
      label: Bilingual(ja: "使いやすいトイレ", en: "those who need an accessible toilet"),
      access: ["toilet-accessible", "ostomate"], words: [], subjects: [], isEssential: false),
  ]

  private static let codes: Set<String> = [
    "wheelchair-loan", "cane-loan", "toilet-accessible", "step-free", "slope", "elevator",
    "tactile-guidance", "braille", "assistance-dog", "captions", "written-conversation",
    "hearing-loop", "priority-parking", "parking", "ostomate", "eating",
  ]
}
