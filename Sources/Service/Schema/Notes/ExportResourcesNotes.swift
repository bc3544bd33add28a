import Diagnostics
import Interchange
import Model

extension ExportResources {
  public static let notes = OperationNotes(
    title: Bilingual(ja: "名簿を書き出す", en: "Export resources"), effect: .reads,
    input: [
      "format": MemberNote(
        "形式。ndjson は何も失わない、csv は表計算、geojson は地図、ics はカレンダー",
        "ndjson is lossless, csv for spreadsheets, geojson for maps, ics for calendars"
      ).among(ExportFormat.self),
      "includeRetired": MemberNote("終了した資源も入れる", "retired resources too"),
      "cursor": MemberNote(
        "前の答えの nextCursor。続きを書き出す", "nextCursor of the answer before: goes on from there"),
      "limit": MemberNote(
        "一度に書き出す数。なければすべて", "how many at once; all when absent"
      ).within(1...100_000),
    ],
    output: [
      "format": MemberNote("形式", "the format"),
      "count": MemberNote("この text にある資源の数", "how many resources are in this text"),
      "leftOut": MemberNote(
        "この形式では表せず、入れなかった資源の数（geojson は位置、ics は開催日のわからないもの）",
        "resources that the format can't show: without a point (geojson), without certain dates (ics)"
      ),
      "text": MemberNote(
        "書き出したもの。続きの text をつなぐと一つのファイル",
        "what was written; the texts of all pages joined are the whole file"),
      "since": MemberNote(
        "書き出しを始めたときの変更番号。list_changes の since に渡すと、その後の変更がわかる",
        "change number at the first page: pass it to list_changes for all that changed since"),
      "nextCursor": MemberNote(
        "続きがあるとき、次の cursor に渡す文字列", "pass it as cursor for the next page; absent on the last one"),
    ],
    examples: [
      ["format": "geojson"], ["format": "ics"],
      ["format": "ndjson", "includeRetired": true, "limit": 100],
    ])
}
