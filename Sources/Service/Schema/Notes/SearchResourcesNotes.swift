import Diagnostics
import Lookup
import Model
import Registry

extension SearchResources {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "資源を探す", en: "Search resources"), effect: .reads,
    input: whatNotes.merging(whenAndWhomNotes) { $1 }.merging(pageNotes) { $1 },
    output: [
      "total": MemberNote("見つかった数", "how many were found"),
      "totalRelation": MemberNote(
        "total が正確なら eq、少なくともその数なら gte", "eq: total is exact; gte: at least about so many"),
      "hits": MemberNote("見つかった資源（よいものから）", "the resources found, best first"),
      "hits.matched": MemberNote(
        "explain のとき、言葉があった項目", "with explain: the members in whose text the words stand"),
      "hits.restricted": MemberNote(
        "見せていない連絡先を見てよい人", "who may see a contact that is not shown here"),
      "hits.unknown": MemberNote(
        "条件が問い、書かれていない事実", "facts the filters ask about and the record lacks"),
      "hits.confirmed": MemberNote("最後に確かめた日とやり方", "the day it was confirmed, and how"),
      "hits.source": MemberNote("出典とライセンス", "where it comes from, and its licence"),
      "hits.distance": MemberNote("near からの直線距離（メートル）", "metres from near, as the crow flies"),
      "hits.nextDates": MemberNote(
        "次の3回（今日から、on があればその日から、1年のうち）。日時のことばを読みきれたときだけ",
        "the next three times, from today or from on, within a year; only where the schedule was understood whole"
      ),
      "hits.nextDates.date": MemberNote("日付", "the date"),
      "hits.nextDates.from": MemberNote("始まり HH:MM", "begin, HH:MM"),
      "hits.nextDates.to": MemberNote(
        "終わり HH:MM。24:00 を過ぎれば翌日", "end, HH:MM; beyond 24:00 on the next day"),
      "hits.ended": MemberNote("最後の日が過ぎていれば true", "true when its last day has passed"),
      "hits.snippet": MemberNote(
        "言葉のあたりの文（言葉は【】の中）", "text around the words, each between 【 and 】"),
      "facets": MemberNote("見出しごとの件数", "counts for each facet asked for"),
      "interpretation": MemberNote("言葉をどう読んだか", "how the words were understood"),
      "unknown": MemberNote(
        "条件が問う事実が書かれていない資源の数", "how many lack a fact that the filters ask about"),
      "nextCursor": MemberNote(
        "続きがあるとき、次の cursor に渡す文字列", "pass it as cursor for the next page; absent on the last one"),
    ],
    examples: [
      ["text": "見守り", "areas": ["仏生山"], "limit": 2],
      [
        "categories": ["A-SALON"], "near": ["lat": 34.3438, "lng": 134.0421], "within": 1500,
        "days": ["TU"], "free": true, "sort": "distance", "facets": ["area"],
        "countUnknown": true,
      ],
    ])

  /// What and where.
  private static let whatNotes: [String: MemberNote] = [
    "text": MemberNote(
      "探す言葉を一〜三語（体操、配食 など）。地域は areas、曜日は days に。困りごとの文は match_resources へ",
      "one to three words, such as 体操 or 配食; the area goes into areas, days into days, a sentence about somebody's trouble into match_resources"
    ),
    "categories": MemberNote(
      "カテゴリのコード（list_categories）。下位のカテゴリも含み、どれか一つに当たればよい",
      "category codes (list_categories), descendants included; any of them"),
    "kinds": MemberNote(
      "use 利用する資源、join 参加する資源、enable 活動のための資源",
      "use: services; join: activities; enable: what makes activities possible"
    ).among(ResourceKind.self),
    "areas": MemberNote(
      "その地域の人が使えること。地域の名前かコード。どれか一つに当たればよい",
      "areas whose people it serves, by name or code; any of them"),
    "near": MemberNote(
      "距離を測る地点。lat と lng、または address。within で絞り、sort distance で並べる",
      "the point distances are measured from: lat and lng, or address; goes with within and sort"),
    "near.lat": MemberNote("緯度（度、WGS 84）", "latitude in degrees, WGS 84").within(-90...90),
    "near.lng": MemberNote("経度（度、WGS 84）", "longitude in degrees, WGS 84").within(-180...180),
    "near.address": MemberNote(
      "地点を一つの文字列で（34.34,134.05）。住所はまだ引けない",
      "the point as one text (34.34,134.05); street addresses are not located yet"),
    "within": MemberNote(
      "near からの距離の上限（メートル）", "at most so many metres from near"
    ).above(0),
    "access": MemberNote(
      "設備・配慮のコード（wheelchair など）。すべてを備えること",
      "facets of accessibility (wheelchair …), all of them"),
    "modes": MemberNote(
      "出会い方。venue 通う、visit 訪問、delivery お届け、phone 電話、post 郵送、online オンライン、pickup 送迎、route 巡回",
      "how person and resource meet; any of them"
    ).among(ReachMode.self),
    "tags": MemberNote("タグ。すべてが付いていること", "tags, all of them"),
    "statuses": MemberNote(
      "状態。なければ実施中と休止中", "statuses; active and paused ones when absent"
    ).among(ResourceStatus.self),
  ]

  /// When, for whom, at what price.
  private static let whenAndWhomNotes: [String: MemberNote] = [
    "days": MemberNote("曜日。どれか一つに当たればよい", "days of the week; any of them").among(Weekday.self),
    "from": MemberNote("この時刻から（HH:MM）", "from this time of day, HH:MM").time,
    "to": MemberNote("この時刻まで（HH:MM）。from より後", "to this time of day, HH:MM; after from").time,
    "on": MemberNote("この日に（YYYY-MM-DD）", "on this day, YYYY-MM-DD").date,
    "free": MemberNote("無料のものだけ", "only what is free"),
    "maxCost": MemberNote("費用の上限（円）", "at most so many yen"),
    "age": MemberNote("この年齢の人が使えること", "open to somebody of this age"),
    "careLevel": MemberNote(
      "この要介護度の人が使えること。none, target, support1, support2, care1 … care5、または要支援2などの言葉",
      "open to this care level: none, target, support1, support2, care1 … care5, or the Japanese words"
    ),
    "available": MemberNote("空きがあるものだけ", "only what has a vacancy"),
    "confirmedSince": MemberNote(
      "この日以後に内容を確かめたもの（YYYY-MM-DD）", "confirmed on this day or later, YYYY-MM-DD"
    ).date,
  ]

  /// What to give of what was found.
  private static let pageNotes: [String: MemberNote] = [
    "sort": MemberNote(
      "並べ方。relevance 合う順（なければこれ）、distance 近い順（near が要る）、freshness 確認が新しい順",
      "order: relevance (default), distance (needs near), freshness (last confirmed first)"
    ).among(SearchQuery.Order.self),
    "limit": MemberNote("一度に返す数。なければ20", "how many at once; 20 when absent")
      .within(0...Int64(SearchQuery.maximumLimit)),
    "cursor": MemberNote(
      "前の答えの nextCursor。ほかの条件は同じまま", "nextCursor of the answer before, everything else unchanged"),
    "facets": MemberNote("件数を数える見出し", "facets to count").among(SearchQuery.Facet.self),
    "exactTotal": MemberNote("total を正確に数える", "count total exactly"),
    "countUnknown": MemberNote(
      "条件が問う事実が書かれていない資源を数える", "count records that lack a fact the filters ask about"),
    "includeUnknown": MemberNote(
      "それらも結果に入れ、印を付ける", "bring those in too, marked"),
    "fields": MemberNote(
      "hits の要素に入れる項目。なければすべて", "members of a hit to give; all when absent"
    ).among(Hit.fieldNames + ["nextDates"]),
    "explain": MemberNote(
      "言葉がどの項目にあったかを、各件の matched に入れる",
      "say in matched of each hit in which of its texts the words stand"),
  ]
}
