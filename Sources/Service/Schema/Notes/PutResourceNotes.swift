import Diagnostics
import Model

extension PutResource {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "資源を登録・修正する", en: "Enter a resource"), effect: .replaces,
    input: resourceNotes,
    output: [
      "id": MemberNote("資源の ID", "id of the resource"),
      "outcome": MemberNote(
        "added 新しい、updated 変わった、unchanged 同じだった", "what became of the record"),
      "missing": MemberNote(
        "よく聞かれるのに書かれていない項目", "facts that people ask for and the record lacks"),
      "warnings": MemberNote("登録にあたっての注意", "what was noticed on the way in"),
    ],
    examples: [
      ["resource": ["id": "mytown:tea-001", "name": "ふれあい茶話会", "cost": "無料"]],
      [
        "resource": [
          "id": "mytown:salon-001", "name": "ふれあいサロンみどり", "summary": "お茶と体操の会",
          "categories": ["A-SALON"],
          "place": ["name": "緑町会館", "address": "香川県高松市緑町1-1", "area": "緑町"],
          "reach": ["modes": ["venue"], "areas": ["緑町"]],
          "schedule": ["text": "毎週火曜 13:30～15:30（祝日除く）"],
          "cost": ["text": "1回100円", "min": 100, "max": 100, "per": "visit"],
          "eligibility": ["text": "おおむね65歳以上", "minAge": 65],
          "contacts": [["name": "世話人", "phone": "087-000-0001", "visibility": "public"]],
          "tags": ["架空"], "confirmed": ["on": "2026-08-01", "how": "phone"],
        ]
      ],
    ])

  /// The record is replaced whole, so that its members are the ones of a resource.
  private static let resourceNotes: [String: MemberNote] = {
    var out = [
      "resource": MemberNote(
        "資源の記録。同じ ID のものは丸ごと置き換わる",
        "the record; one with the same id is replaced whole. Members not known are kept")
    ]
    for (path, note) in ResourceNotes.members { out["resource.\(path)"] = note }
    return out
  }()
}
