/// Whether words beside a telephone number may be a private person's name (個人名).
///
/// Names of offices say what they are; what says nothing of the kind may be a person, and is then
/// not published. Of two mistakes the one that shows less is made.
public enum PersonText {
  public static func mayBe(_ words: String) -> Bool {
    let folded = Folding.fold(words)
    if folded.unicodeScalars.allSatisfy({ $0.isASCII }) { return false }
    // 「担当 山田」「会長 山田太郎」 name a person, whatever office stands with it.
    for role in roles {
      guard let range = folded.firstRange(of: role) else { continue }
      let rest = folded[range.upperBound...].drop { " :：・".contains($0) }
      if rest.count >= 2, !isOffice(String(rest)) { return true }
      if rest.isEmpty { return false }
    }
    return !isOffice(folded)
  }

  private static func isOffice(_ words: String) -> Bool {
    offices.contains { office in
      office.hasPrefix("~") ? words.hasSuffix(office.dropFirst()) : words.contains(office)
    }
  }

  private static let roles = [
    "担当者", "担当", "会長", "代表者", "代表", "世話人", "責任者", "副会長", "部長", "理事長", "施設長", "管理者", "窓口",
  ]

  /// Words of which the name of an office has one; `~会` only at the end, as 会田 is a family name.
  private static let offices = [
    "課", "係", "局", "センタ", "協議会", "社協", "役所", "役場", "支所", "事務所", "保健所", "出張所", "営業所", "診療所",
    "相談所", "研究所", "作業所", "事業所", "集会所", "会館", "会社", "法人", "館", "施設", "事務", "クラブ", "サロン", "の会",
    "内会", "治会", "人会", "年会", "友会", "員会", "議会", "部会", "~会", "保育園", "幼稚園", "公園", "農園", "学園",
    "こども園", "菜園", "病院", "医院", "学院", "書院", "~院", "学校", "高校", "~校", "団体", "組合", "窓口", "npo",
    "ホーム", "デイ", "ステーション", "商店", "店", "薬局", "プラザ", "包括", "ダイヤル", "専用", "直通", "相談", "市民", "町民",
    "村民", "区民", "県庁", "府庁", "都庁", "県立", "市立", "町立", "銀行", "協会", "連盟", "カフェ", "食堂", "スタジオ", "教室",
    "企画室", "~室", "図書", "公社", "公団", "財団", "連合", "振興", "支援", "サービス", "ケア", "受付", "昼間", "夜間", "平日",
    "休日", "土日", "時間", "予約", "本社", "支社", "工房", "スーパー", "生協", "コープ", "タクシー", "バス", "交通", "神社",
    "教会", "カード", "お客", "フリー", "コール", "グループ", "チーム", "の家", "広場", "ひろば", "ファーム", "キッチン", "ハウス",
    "ネット", "プロジェクト", "委員", "本部", "支部", "福祉部", "総務部", "健康部", "事業部", "運営", "申込", "(株)", "株式",
    "有限", "営業", "工場", "道の駅", "直売", "市場", "旅館", "ホテル", "民宿", "温泉", "ラボ", "オフィス", "コミュニティ",
    "ボランティア", "自治", "携帯", "自宅以外", "代表電話", "電話", "fax", "内線", "まで", "へ",
  ]
}

extension String {
  /// Where a word stands; Foundation's search is not needed for that.
  fileprivate func firstRange(of word: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(word) { return at..<index(at, offsetBy: word.count) }
      at = index(after: at)
    }
    return nil
  }
}
