/// Longer words stand before those they begin with.
enum PriceWords {
  /// Names of a price that is the price of taking part. 会費 and 材料費 are not among them.
  static let labels: [StaticString] = [
    "参加料金", "参加費用", "参加費", "参加料", "利用料金", "利用料", "使用料", "入場料金", "入場料", "入館料金",
    "入館料", "入園料", "観覧料金", "観覧料", "拝観料", "受講料", "聴講料", "料金", "費用",
  ]
  /// These may stand before a count as well: 利用10.
  static let deeds: [StaticString] = ["参加", "利用", "入場"]
  static let before: [(StaticString, String)] = [
    ("1回", "visit"), ("一回", "visit"), ("毎回", "visit"), ("1人", "person"), ("一人", "person"),
    ("お一人様", "person"), ("1名", "person"), ("1食", "meal"), ("一食", "meal"), ("1時間", "hour"),
    ("1日", "day"), ("一日", "day"), ("日額", "day"), ("1か月", "month"), ("1ヶ月", "month"),
    ("1ヵ月", "month"), ("1ケ月", "month"), ("1カ月", "month"), ("月会費", "month"), ("月額", "month"),
    ("月謝", "month"), ("毎月", "month"), ("月", "month"), ("年会費", "year"), ("年額", "year"),
    ("年間", "year"), ("1年", "year"), ("年", "year"),
  ]
  static let behind: [(StaticString, String)] = [
    ("1回", "visit"), ("回", "visit"), ("1人", "person"), ("一人", "person"), ("人", "person"),
    ("名", "person"), ("1食", "meal"), ("食", "meal"), ("1時間", "hour"), ("時間", "hour"),
    ("h", "hour"), ("1日", "day"), ("日", "day"), ("1か月", "month"), ("1ヶ月", "month"),
    ("月額", "month"), ("月", "month"), ("年額", "year"), ("年間", "year"), ("1年", "year"),
    ("年", "year"),
  ]
  /// How many of `audiences` take in grown-ups at large.
  static let adults = 7
  static let audiences: [StaticString] = [
    "大人", "おとな", "一般", "非会員", "市外", "高校生以上", "中学生以上",
    "会員", "市内", "子ども", "こども", "子供", "小人", "小中高校生", "小中高生", "小中学生", "中高生",
    "小学生以下", "小学生", "中学生以下", "中学生", "高校生以下", "高校生", "大学生", "学生", "幼児", "未就学児",
  ]
}
