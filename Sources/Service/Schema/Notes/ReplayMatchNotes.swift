import Diagnostics
import Matching
import Model

extension ReplayMatch {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "照合のやり直し", en: "Replay a match"), effect: .reads,
    input: [
      "request": MemberNote(
        "match_resources に渡した依頼", "the request as match_resources was given it"),
      "snapshot": MemberNote("前の答えの snapshot", "the snapshot of the answer before"),
    ].merging(MatchResources.notes.input.map { ("request." + $0, $1) }) { $1 },
    output: [
      "same": MemberNote("何も変わっていない", "nothing differs"),
      "sameAnswer": MemberNote(
        "ほかが変わっていても、答えは同じ", "the lists are the same, whatever else differs"),
      "differs": MemberNote("変わったもの", "what differs"),
      "snapshot": MemberNote("今の答えの snapshot", "of the answer as it is now"),
    ],
    examples: [
      [
        "request": [
          "needs": [["code": "LIV-TRASH"]], "person": ["area": "四番丁"], "now": "2026-10-01",
        ],
        "snapshot": "1.0a1b2c.00000000.00000000.00000000.00000000.00000000",
      ]
    ])
}
