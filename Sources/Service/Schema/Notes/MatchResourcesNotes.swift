import Diagnostics
import Matching
import MatchingKit
import Model

extension MatchResources {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "一人に合う資源を選ぶ", en: "Match resources to a person"), effect: .reads,
    input: requestNotes.merging(personNotes) { $1 }.merging(activityNotes) { $1 }
      .merging(RecordNotes.input) { $1 },
    output: RecordNotes.output.merging([
      "notices": MemberNote(
        "危険をうかがわせることばがあるとき。最初に見せる", "where the text holds words of danger; to be shown first"),
      "personFromText": MemberNote(
        "依頼になく、文から取った本人の項目の名前", "names of members of the person taken from the text"),
      "needs": MemberNote(
        "書かれた、または文から見つかったニーズ", "needs that were stated or found in the text"),
      "recommended": MemberNote(
        "おすすめ（点の高い順）。理由の木を添える", "recommended, best first, each with the tree of reasons"),
      "askFirst": MemberNote(
        "先に確かめることがあるもの。questions に、答えのある項目と質問文",
        "something is to be asked first: questions, each with the field that would answer it"),
      "excluded": MemberNote("除いたものと理由", "what was left out, and why"),
      "unmet": MemberNote(
        "どの資源も応えないニーズのコード", "codes of needs that nothing recommended or asked about serves"),
      "plugins": MemberNote("判断したプラグインと、その状態", "the plugins that judged, and whether they worked"),
      "notConsidered": MemberNote(
        "依頼にあって、この照合では見ていない項目の名前。人が考え合わせる",
        "names of members nothing looked at: to be weighed by a person"),
      "snapshot": MemberNote(
        "同じ依頼・同じデータなら同じ値。部分ごとに比べられる（replay_match）",
        "equal when two answers rest on the same request and data; its parts compare (replay_match)"
      ),
      "bundle": MemberNote(
        "まとめて応える組み合わせ。よい順に3つまで", "contacts that together cover the needs, best first, at most three"
      ),
      "week": MemberNote(
        "1番目の組み合わせと、すでにある予定の週。曜日のないものは最後",
        "the week with the first bundle and what it holds already; what has no day comes last"),
      "daysToGo": MemberNote("行くところのある日（きょういく）", "days of that week with somewhere to go"),
      "daysToDo": MemberNote("用事のある日（きょうよう）", "days of that week with something on"),
      "whyNot": MemberNote("たずねた資源がどこにあるか、なぜか", "where the resources asked about stand, and why"),
      "comparison": MemberNote("2つをくらべた結果", "the two held against each other"),
    ]) { $1 },
    examples: [
      [
        "needs": [["code": "LIV-TRASH", "urgency": "high"], ["code": "SOC-LONELY"]],
        "person": [
          "age": 82, "home": ["lat": 34.3438, "lng": 134.0421], "area": "四番丁",
          "mobility": ["walkMinutes": 10, "transport": ["walk"]], "languages": ["ja"],
        ],
        "limit": 5,
      ],
      ["text": "足腰が弱り、話し相手がほしい", "person": ["area": "仏生山", "careLevel": "要支援2"]],
      [
        "needs": [["code": "MOV-SHOP", "denied": true, "note": "娘が連れて行く"]],
        "ownWords": ["joys": "編み物", "aims": "また畑をやりたい"],
        "assessments": [
          ["instrument": "kihon-checklist", "answers": ["1": "no", "3": "no"]]
        ],
      ],
    ])

  private static let requestNotes: [String: MemberNote] = [
    "profile": MemberNote(
      "マッチングの設定（list_profiles）。なければ care-manager",
      "matching profile (list_profiles); care-manager when absent"),
    "text": MemberNote(
      "困りごとの文。ここからもニーズを読み取る", "words in which needs are found; kept nowhere"),
    "limit": MemberNote("それぞれの一覧の数。なければ10", "how many of each list; 10 when absent")
      .within(0...1_000),
    "now": MemberNote(
      "いつの日として答えるか（ISO 8601）。なければ今日", "the day to answer for, ISO 8601; today without it"),
    "bundle": MemberNote(
      "まとめて応える組み合わせと、週の予定も", "put contacts together that cover the needs, and the week with them"),
    "whyNot": MemberNote(
      "どこにあるか・なぜ出ないかを知りたい資源の ID", "ids of resources to tell of where they stand, and why"),
    "compare": MemberNote("くらべる2つの資源の ID", "ids of two resources to hold against each other"),
    "includePotential": MemberNote(
      "資源化できるものも、質問として入れる", "bring potential resources in too, as questions"),
    "seeking": MemberNote(
      "探すもの。resource は困りごとに応える資源、role は担い手としての役割、venue は活動の場。なければ resource",
      "what is looked for: resource for needs, role for hands to lend, venue for an activity's place; resource when absent"
    ).among(Seeking.self),
  ]

  private static let activityNotes: [String: MemberNote] = [
    "activity": MemberNote(
      "場をさがす活動（seeking が venue のとき）", "the activity that looks for a place, where a venue is sought"
    ),
    "activity.people": MemberNote("一回の人数", "how many come at a time").within(1...100_000),
    "activity.days": MemberNote("開きたい曜日", "the days it is to be held on"),
    "activity.from": MemberNote("何時から（HH:MM）", "from, HH:MM"),
    "activity.to": MemberNote("何時まで（HH:MM）", "to, HH:MM"),
    "activity.home": MemberNote(
      "参加する人の住まい（その真ん中）。なければ person.home",
      "where its people live, or the middle of it; person.home when absent"),
    "activity.home.lat": MemberNote("緯度（度、WGS 84）", "latitude in degrees, WGS 84")
      .within(-90...90),
    "activity.home.lng": MemberNote("経度（度、WGS 84）", "longitude in degrees, WGS 84")
      .within(-180...180),
    "activity.home.address": MemberNote("住所。町の単位で位置に引く", "address; located to its town"),
    "activity.maxCost": MemberNote("一回の使用料の上限（円）", "yen for one use of the place at most")
      .within(0...100_000_000),
    "activity.needs": MemberNote(
      "場に求めること。wheelchair や台所などの言葉、ニーズのコード",
      "what it asks of a place: words such as wheelchair or 台所, codes of access or of needs"),
  ]

  static let personNotes: [String: MemberNote] = [
    "person": MemberNote(
      "本人のこと。すべて任意で、どこにも残さない。ほかの項目は notConsidered に名前が出る",
      "the person; all optional, kept nowhere. Other members are named in notConsidered"),
    "person.age": MemberNote("年齢", "years"),
    "person.careLevel": MemberNote(
      "要介護度。none, target, support1, support2, care1 … care5、または要支援2などの言葉",
      "care level: none, target, support1, support2, care1 … care5, or the Japanese words"),
    "person.household": MemberNote("世帯（独居など）", "household, such as living alone"),
    "person.home": MemberNote("自宅の位置", "where the person lives"),
    "person.home.lat": MemberNote("緯度（度、WGS 84）", "latitude in degrees, WGS 84").within(-90...90),
    "person.home.lng": MemberNote("経度（度、WGS 84）", "longitude in degrees, WGS 84")
      .within(-180...180),
    "person.home.address": MemberNote("住所。町の単位で位置に引く", "address; located to its town"),
    "person.area": MemberNote("住む地域（圏域・地区）", "area the person lives in"),
    "person.mobility": MemberNote("歩ける範囲と交通手段", "how far and by what the person gets about"),
    "person.availability": MemberNote("空いている時間", "when the person is free"),
    "person.availability.days": MemberNote(
      "曜日。MO…SU か、火・火曜・火曜日。なければ毎日",
      "weekdays, MO…SU or the Japanese words (火, 火曜); every day without it"),
    "person.availability.from": MemberNote("何時から（HH:MM）", "from, HH:MM"),
    "person.availability.to": MemberNote("何時まで（HH:MM、24:00も）", "to, HH:MM, 24:00 too"),
    "person.availableText": MemberNote(
      "空いている時間の言葉（火・木の午前）", "when the person is free, in Japanese words"),
    "person.busy": MemberNote(
      "すでにある予定（デイサービス、通院など）", "what the person's week already holds"),
    "person.busy.days": MemberNote(
      "曜日。MO…SU か、火・火曜・火曜日。なければ毎日",
      "weekdays, MO…SU or the Japanese words (火, 火曜); every day without it"),
    "person.busy.from": MemberNote("何時から（HH:MM）", "from, HH:MM"),
    "person.busy.to": MemberNote("何時まで（HH:MM、24:00も）", "to, HH:MM, 24:00 too"),
    "person.busyText": MemberNote(
      "すでにある予定の言葉（火曜 10時～15時 デイサービス）",
      "what the person's week already holds, in Japanese words"),
    "person.householdText": MemberNote("世帯の言葉", "household, in Japanese words"),
    "person.gender": MemberNote("性別", "sex: female, male, other"),
    "person.budget": MemberNote("予算（円）", "what the person can spend, yen"),
    "person.budget.perVisit": MemberNote("一回に", "for one use"),
    "person.budget.perMonth": MemberNote("一月に", "in a month"),
    "person.budget.flexible": MemberNote("超えてもよい", "whether it may be exceeded"),
    "person.budgetText": MemberNote("一回の予算の言葉（500円）", "what one use may cost, in Japanese words"),
    "person.conditions": MemberNote(
      "からだや心の条件。設備のコード、dementia, hearing, vision など",
      "what body or mind asks for: codes of access facets, dementia, hearing, vision"),
    "person.smartphone": MemberNote("スマートフォンを使うか", "whether the person uses a smartphone"),
    "person.languages": MemberNote("話す言葉", "languages spoken"),
    "person.interests": MemberNote("楽しみ", "joys"),
    "person.strengths": MemberNote("特技", "what the person is good at"),
    "person.avoid": MemberNote("苦手なもの", "what the person would rather not have near"),
    "person.familiar": MemberNote("なじみの資源の ID", "ids of resources the person knows already"),
    "person.mobility.walkMinutes": MemberNote(
      "片道に歩ける分", "minutes the person can walk one way"),
    "person.mobility.metres": MemberNote(
      "片道に歩ける直線距離（メートル）", "straight-line metres the person can walk one way"),
    "person.mobility.transport": MemberNote(
      "使える交通手段（walk, bus, car, pickup）", "means of transport: walk, bus, car, pickup"),
  ]
}
