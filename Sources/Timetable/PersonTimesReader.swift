import Model

/// Reads what is said of a person's own week: 「火・木の午前」「水曜の午後なら」「火曜 10時～15時 デイサービス」.
///
/// The words are those of schedules (``PhraseReader``) and, beside them, parts of the day and names of what takes the
/// time. `complete` is as strict as there: what is left over may change what is meant.
public enum PersonTimesReader {
  /// Parts of the day, minutes; judgement of this project. Longer words before those they begin with.
  static let parts: [(word: String, from: Int, to: Int)] = [
    ("午前中", 0, 720), ("午前", 0, 720), ("午後", 720, 1_080), ("夕方", 900, 1_080),
    ("早朝", 300, 480), ("朝", 360, 600), ("お昼", 660, 840), ("日中", 540, 1_020),
    ("昼間", 540, 1_020), ("昼", 660, 840), ("夜間", 1_080, 1_320), ("夜", 1_080, 1_320),
  ]
  /// Other words for words of schedules.
  static let words: [(word: String, with: String)] = [
    ("いつでも", "毎日"), ("一日中", ""), ("終日", ""), ("まる一日", ""), ("丸一日", ""), ("以降", "～"), ("以後", "～"),
  ]
  /// What takes the time, and how people say that they are free; none of it tells when.
  static let idle = [
    "デイサービス", "デイケア", "デイ", "通所介護", "通所リハビリ", "通所リハ", "通所", "訪問介護", "訪問看護", "訪問リハビリ", "訪問リハ",
    "訪問入浴", "ヘルパー", "通院", "透析", "リハビリ", "病院", "外来", "受診", "入浴", "仕事", "パート", "家族", "が空い", "があい",
    "がひま", "が暇", "空いて",
    "あいて", "ています", "ている", "てる", "います", "いる", "空き", "暇", "ひま", "都合がよい", "都合がいい", "がよい", "がいい", "が良い",
    "が希望",
    "を希望", "希望", "なら", "だけ", "です", "があります", "がある", "あり", "に行く", "に通う", "は",
  ]

  /// Where the words name no day, every day is meant.
  public static func read(_ text: String) -> ScheduleReading {
    var reading = PhraseReader.read(plain(text))
    guard reading.complete else { return reading }
    for i in reading.rules.indices where !reading.rules[i].namesDays {
      reading.rules[i].days = Weekday.allCases
    }
    if reading.rules.isEmpty { reading.complete = false }
    return reading
  }

  private static func plain(_ text: String) -> String {
    var out = ""
    var rest = Substring(text)
    while let next = rest.first {
      if let word = words.first(where: { rest.hasPrefix($0.word) }) {
        out += word.with
        rest = rest.dropFirst(word.word.count)
      } else if let part = parts.first(where: { rest.hasPrefix($0.word) }),
        !isHour(rest.dropFirst(part.word.count).first)
      {
        out += "\(TimeRange.text(part.from))～\(TimeRange.text(part.to))"
        rest = rest.dropFirst(part.word.count)
        if rest.first == "中" { rest = rest.dropFirst() }
      } else if let word = idle.first(where: rest.hasPrefix),
        // 「デイサービスの日以外」 tells days by what is on them, which are not known.
        !["の日", "以外", "のない"].contains(where: rest.dropFirst(word.count).hasPrefix)
      {
        out += " "
        rest = rest.dropFirst(word.count)
      } else {
        out.append(next)
        rest = rest.dropFirst()
      }
    }
    return out
  }

  /// 「午後2時から」: the part of the day belongs to an hour then.
  private static func isHour(_ character: Character?) -> Bool {
    character.map { $0.isNumber || "一二三四五六七八九十".contains($0) } ?? false
  }
}
