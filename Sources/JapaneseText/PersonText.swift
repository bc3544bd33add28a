/// Whether words beside a telephone number may be a private person's name (個人名).
///
/// Names of offices say what they are; what says nothing of the kind may be a person, and is then
/// not published. Of two mistakes the one that shows less is made.
public enum PersonText {
  public static func mayBe(_ words: String) -> Bool {
    var folded = Normalizer.nfkc(words).lowercased()
    for remark in remarks { folded = folded.replacing(remark, with: " ") }
    let parts = folded.split { " :：・、,()[]【】「」/~-0123456789".contains($0) }.map(String.init)
    if parts.isEmpty { return false }
    // 「担当 山田」「会長 山田太郎」 name a person, whatever office stands with it.
    for (at, part) in parts.enumerated() {
      // 「福田（代表）」「株式会社ひまわり 社長 横山」
      if at > 0, roles.contains(part),
        parts.indices.contains(at + 1) ? !isOffice(parts[at + 1]) : !isOffice(parts[at - 1])
      {
        return true
      }
      guard let role = roles.first(where: part.hasPrefix) else { continue }
      let rest =
        part.dropFirst(role.count).isEmpty
        ? parts.dropFirst(at + 1).first ?? "" : String(part.dropFirst(role.count))
      if rest.count >= 2, !isOffice(rest) { return true }
      if rest.isEmpty, parts.count == 1 { return false }
    }
    if parts.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isASCII) }) {
      return parts.count == 2 && parts.allSatisfy { $0.count >= 2 } && !isOffice(folded)
    }
    guard isOffice(folded) else { return true }
    if parts.dropFirst().contains(where: { part in surnames.contains { part == $0 } }) {
      return true
    }
    // 「山田商店 山田太郎」: a word of a few kanji beside the office.
    return parts.contains { part in
      (3...5).contains(part.count) && !isOffice(part) && !fields.contains { part.contains($0) }
        && part.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }
  }

  /// The commonest family names: beside an office's name they are a person's.
  private static let surnames = Set(
    """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上 木村 斎藤 斉藤 清水 山崎 池田 橋本 阿部 山下 \
    中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 西村 藤井 金子 三浦 岡本 藤原 中野 中川 原田 松田 竹内 小野 \
    田村 中山 和田 石田 森田 上田 原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 河野 藤本 村田 武田 上野 \
    杉山 増田 小島 千葉 久保 松井 岩崎 桜井 野口 松尾 野村 菊地 佐野 渡部 大塚 杉本 古川 浜田 菅原 市川 水野 小松 島田 小山 高田
    """.split(separator: " ").map(String.init))

  /// The text with ＊ in the place of names said with a role (「代表：佐藤花子」); nil when there is none.
  public static func withoutNames(_ text: String) -> String? {
    let characters = Array(text)
    var out = ""
    var at = 0
    var found = false
    while at < characters.count {
      out.append(characters[at])
      at += 1
      guard at >= 2, characters[at - 1] == "：" || characters[at - 1] == ":",
        roles.contains(where: { characters[..<(at - 1)].ends(with: Array($0)) })
      else { continue }
      while at < characters.count, characters[at] == " " || characters[at] == "\u{3000}" { at += 1 }
      let name = characters[at...].prefix { isNameLetter($0) }.prefix(9)
      let rest = name.split(separator: " ").joined()
      guard name.count >= 2, !isOffice(Normalizer.nfkc(String(rest)).lowercased()) else { continue }
      out += "＊"
      at += name.count
      found = true
    }
    return found ? out : nil
  }

  private static func isNameLetter(_ c: Character) -> Bool {
    guard let value = c.unicodeScalars.first?.value else { return false }
    return (0x3041...0x30FF).contains(value) && value != 0x30FB || (0x4E00...0x9FFF).contains(value)
      || value == 0x3005 || value == 0x3000 || value == 0x20
  }

  /// What people add to a number, and says nothing of whose it is.
  private static let remarks = [
    "直通", "平日のみ", "平日", "休日", "土日", "夜間", "昼間", "時まで", "まで", "時から", "時間", "受付", "予約", "携帯", "自宅",
    "電話",
    "fax", "tel", "内線", "代表電話", "さん", "様", "氏",
  ]

  /// Fields of an office's work, which are no names.
  private static let fields = [
    "高齢", "介護", "障", "福祉", "総合", "地域", "生活", "健康", "子育", "児童", "教育", "保険", "年金", "環境", "防災", "総務",
    "企画",
    "建設", "都市", "農林", "観光", "商工", "市民", "住民", "本館", "分館", "別館", "代表", "直営", "事業", "活動", "体操", "認知",
  ]

  private static func isOffice(_ words: String) -> Bool {
    offices.contains { office in
      office.hasPrefix("~") ? words.hasSuffix(office.dropFirst()) : words.contains(office)
    }
  }

  private static let roles = [
    "担当者", "担当", "副会長", "会長", "代表者", "代表", "世話人", "責任者", "部長", "理事長", "施設長", "管理者", "管理人", "主任",
    "社長",
    "事務局長", "民生委員", "児童委員", "生活支援コーディネーター", "コーディネーター", "ケアマネジャー", "ケアマネ", "区長", "自治会長", "リーダー",
    "世話役",
    "幹事", "店長", "園長", "館長", "所長",
  ]

  /// Words of which the name of an office has one; `~会` only at the end, as 会田 is a family name.
  private static let offices = [
    "課", "係", "局", "センタ", "協議会", "社協", "役所", "役場", "支所", "事務所", "保健所", "出張所", "営業所", "診療所",
    "相談所", "研究所", "作業所", "事業所", "集会所", "会館", "会社", "法人", "館", "施設", "事務", "クラブ", "サロン", "の会",
    "内会", "治会", "人会", "年会", "友会", "員会", "議会", "部会", "~会", "保育園", "幼稚園", "公園", "農園", "学園",
    "こども園", "菜園", "病院", "医院", "学院", "書院", "~院", "学校", "高校", "~校", "団体", "組合", "窓口", "npo",
    "ホーム", "デイ", "ステーション", "商店", "店", "薬局", "プラザ", "包括", "ダイヤル", "専用", "相談", "市民", "町民",
    "村民", "区民", "県庁", "府庁", "都庁", "県立", "市立", "町立", "銀行", "協会", "連盟", "カフェ", "食堂", "スタジオ", "教室",
    "企画室", "~室", "図書", "公社", "公団", "財団", "連合", "振興", "支援", "サービス", "ケア",
    "本社", "支社", "工房", "スーパー", "生協", "コープ", "タクシー", "バス", "交通", "神社",
    "教会", "カード", "お客", "フリー", "コール", "グループ", "チーム", "の家", "広場", "ひろば", "ファーム", "キッチン", "ハウス",
    "ネット", "プロジェクト", "委員", "本部", "支部", "福祉部", "総務部", "健康部", "事業部", "運営", "申込", "(株)", "株式",
    "有限", "営業", "工場", "道の駅", "直売", "市場", "旅館", "ホテル", "民宿", "温泉", "ラボ", "オフィス", "コミュニティ",
    "ボランティア", "自治",
  ]
}

extension ArraySlice<Character> {
  fileprivate func ends(with word: [Character]) -> Bool { suffix(word.count).elementsEqual(word) }
}
