import Diagnostics
import Model

/// What the members of a resource mean, for the record that is entered and the one that is shown.
enum ResourceNotes {
  static let members = facts.merging(parts) { $1 }

  private static let facts: [String: MemberNote] = [
    "id": MemberNote(
      "変わらない ID。作業フォルダの中で一つだけ", "lasting id, unique in the workspace"),
    "name": MemberNote("名称", "name"),
    "kana": MemberNote("名称の読み（カナ）", "reading of the name"),
    "kind": MemberNote(
      "主な種類。use 利用する資源、join 参加する資源、enable 活動のための資源。なければカテゴリから決まる",
      "main kind: to use, to join, to enable activities; follows from the categories when absent"),
    "summary": MemberNote("一行の説明", "one line about it"),
    "description": MemberNote("くわしい説明", "the rest about it"),
    "categories": MemberNote(
      "カテゴリのコード（list_categories）。主なものを先に。確かな言葉ならコードになる",
      "category codes (list_categories), the main one first; words that surely mean one become it"),
    "tags": MemberNote("自由な言葉。架空のものには「架空」", "free words; 架空 marks fictional ones"),
    "status": MemberNote(
      "active 実施中（なければこれ）、paused 休止中、retired 終了、potential 資源化できるもの",
      "active (default), paused, retired, or potential: could become a resource"),
    "provider": MemberNote("実施主体", "who runs it"),
    "provider.id": MemberNote(
      "団体の変わらない ID。同じ ID は同じ記録", "lasting id of the organisation; the same id is the same record"),
    "provider.name": MemberNote("団体の名前", "name of the organisation"),
    "provider.type": MemberNote("団体の種類", "kind of organisation"),
    "place": MemberNote("場・拠点", "where it stands"),
    "place.id": MemberNote(
      "場所の変わらない ID。同じ ID は同じ記録", "lasting id of the place; the same id is the same record"),
    "place.name": MemberNote("場所の名前", "name of the place"),
    "place.address": MemberNote("住所", "address"),
    "place.area": MemberNote("立つ地域（圏域・地区）。名前かコード", "the area it stands in, name or code"),
    "place.lat": MemberNote("緯度（度、WGS 84）", "latitude in degrees, WGS 84"),
    "place.lng": MemberNote("経度（度、WGS 84）", "longitude in degrees, WGS 84"),
    "place.precision": MemberNote(
      "座標の細かさ。building 建物、block 街区、town 町丁目、city 市区町村", "how exact the point is"),
    "place.access": MemberNote(
      "設備・配慮（wheelchair, toilet-accessible, parking など）",
      "what helps to use it: wheelchair, toilet-accessible, parking …"),
    "place.phone": MemberNote(
      "場所の電話。資源に公開の電話がないときに示す", "the place's telephone, shown when the resource has no public one"),
  ]

  private static let parts: [String: MemberNote] = [
    "reach": MemberNote("人と資源の出会い方と対象地域", "how and where it reaches people"),
    "reach.modes": MemberNote(
      "venue 通う、visit 訪問、delivery お届け、phone 電話、post 郵送、online オンライン、pickup 送迎、route 巡回",
      "how person and resource meet"),
    "reach.areas": MemberNote(
      "対象地域。なければ限らない。「市全域」は町のすべて", "stated catchment; none is no restriction, 市全域 is the whole town"
    ),
    "schedule": MemberNote("日時。文字列だけでもよい", "when; a text alone will do"),
    "schedule.text": MemberNote("日時の言葉", "when, in words"),
    "schedule.validFrom": MemberNote("始まる日（YYYY-MM-DD）", "first day, YYYY-MM-DD"),
    "schedule.validTo": MemberNote("終わる日（YYYY-MM-DD）", "last day, YYYY-MM-DD"),
    "cost": MemberNote("費用。文字列だけでもよい", "what it costs; a text alone will do"),
    "cost.text": MemberNote("費用の言葉", "what it costs, in words"),
    "cost.min": MemberNote("最も安い額（円）。0 は無料", "lowest price for one per, in yen; 0 is free"),
    "cost.max": MemberNote("最も高い額（円）", "highest price for one per, in yen"),
    "cost.per": MemberNote("何につき（visit, month, hour, meal など）", "visit, month, hour, meal …"),
    "eligibility": MemberNote("対象。文字列だけでもよい", "whom it is for; a text alone will do"),
    "eligibility.text": MemberNote("対象の言葉", "whom it is for, in words"),
    "eligibility.minAge": MemberNote("下限の年齢", "lowest age in years"),
    "eligibility.maxAge": MemberNote("上限の年齢", "highest age in years"),
    "eligibility.careLevels": MemberNote(
      "要介護度。none 認定なし、target 事業対象者、support 要支援、care 要介護", "care levels it is for"),
    "capacity": MemberNote("定員。文字列だけでもよい", "how many can come; a text alone will do"),
    "capacity.text": MemberNote("定員の言葉", "how many, in words"),
    "capacity.maximum": MemberNote("定員の数", "how many can come"),
    "capacity.available": MemberNote("空きの数", "free places"),
    "capacity.asOf": MemberNote("空きがその数だった日（YYYY-MM-DD）", "the day available was true, YYYY-MM-DD"),
    "contacts": MemberNote("連絡先", "whom to call"),
    "contacts.name": MemberNote("窓口・世話人の名前", "name of an office or a person"),
    "contacts.phone": MemberNote("電話番号", "telephone"),
    "contacts.email": MemberNote("メールアドレス", "mail address"),
    "contacts.visibility": MemberNote(
      "見てよい人。public 公開（なければこれ）、professionals 専門職、coordinator コーディネーター",
      "who may see it: public (default), professionals, coordinator"),
    "contacts.redacted": MemberNote(
      "ここに見せていない連絡先がある印", "something is here and was taken out for this audience"),
    "confirmed": MemberNote("最後に確かめた記録", "when somebody last made sure"),
    "confirmed.on": MemberNote("確かめた日（YYYY-MM-DD）", "the day, YYYY-MM-DD"),
    "confirmed.how": MemberNote(
      "確かめ方（phone, visit, web, document など）", "phone, visit, web, document …"),
    "source": MemberNote("出典", "where the record came from"),
    "source.name": MemberNote("出典の名前", "name of the source"),
    "source.licence": MemberNote("ライセンス（SPDX の ID）", "licence, by its SPDX id"),
    "source.url": MemberNote("出典の URL", "address of the source"),
    "source.attribution": MemberNote("出典の表示文", "the sentence the licence asks to show"),
  ]
}
