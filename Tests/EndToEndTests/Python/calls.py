"""Every operation with real arguments on the sample town, and what its output must show."""

import json
from pathlib import Path

SALON = "sample:salon-001"
"""A resource of the sample town."""

CATEGORY = "A-SALON"
"""Its category."""

READ = {
    "check_workspace",
    "evaluate_search",
    "export_resources",
    "get_resource",
    "list_categories",
    "list_changes",
    "list_instruments",
    "list_needs",
    "list_plugins",
    "parse_schedule",
    "list_profiles",
    "locate_address",
    "search_resources",
}
"""What the default scope lists."""


def own_id(key):
    """An id that is no plain word, so that it has to be encoded in a URI."""
    return f"e2e:{key}/会 1%"


def record(key):
    """A resource of one's own."""
    return {
        "id": own_id(key),
        "name": f"通しのつどい {key}〔架空〕",
        "categories": [CATEGORY],
        "summary": "お茶と\n体操の会 \U0001f375",
        "schedule": "毎週火曜 10:00～11:30",
        "cost": {"text": "無料"},
        "reach": {"modes": ["venue"], "areas": ["市全域"]},
        "contacts": [{"phone": "087-000-0042", "visibility": "public"}],
        "unknownToUs": {"kept": [1, 2.5, True]},
    }


def reading(data):
    """Calls that change nothing: operation, arguments, what holds for the output."""
    near = {"lat": 34.3428, "lng": 134.0466}
    request = json.loads((Path(data) / "sample/requests/tanaka.json").read_text(encoding="utf-8"))
    return [
        ("search_resources", {"text": "買い物", "limit": 3}, lambda o: len(o["hits"]) == 3),
        ("search_resources", {}, lambda o: o["total"] > 1_000 and o["nextCursor"]),
        (
            "search_resources",
            {"text": "体操", "near": near, "within": 3000, "sort": "distance"},
            lambda o: all(hit["distance"] <= 3000 for hit in o["hits"]) and o["hits"],
        ),
        (
            "search_resources",
            {"days": ["TU"], "free": True, "countUnknown": True, "facets": ["category", "kind"]},
            lambda o: o["unknown"] > 0 and o["facets"]["kind"],
        ),
        (
            "search_resources",
            {"categories": [CATEGORY], "areas": ["仏生山"], "includeUnknown": True},
            lambda o: o["hits"],
        ),
        (
            "search_resources",
            {"text": "サロン", "fields": ["id", "score"], "exactTotal": True},
            lambda o: o["totalRelation"] == "eq" and set(o["hits"][0]) <= {"id", "score"},
        ),
        ("search_resources", {"text": "宇宙遊泳"}, lambda o: o["total"] == 0 and o["hits"] == []),
        ("get_resource", {"id": SALON}, lambda o: o["id"] == SALON and o["name"]),
        ("match_resources", request, lambda o: o["recommended"][0]["explanation"]["children"]),
        (
            "match_resources",
            {
                "text": "ゴミ出しに困っている。話し相手がほしい",
                "needs": [{"code": "LIV-TRASH", "urgency": "high"}],
                "person": {"area": "四番丁", "mobility": {"walkMinutes": 10}},
                "limit": 2,
            },
            lambda o: {"stated", "text"} <= {need["from"] for need in o["needs"]},
        ),
        (
            "match_resources",
            {
                "needs": [{"code": "LIV-TRASH"}, {"code": "SOC-LONELY"}],
                "person": {"area": "四番丁"},
                "bundle": True,
                "whyNot": ["no:such"],
            },
            lambda o: o["bundle"][0]["ids"] and o["whyNot"][0]["cause"] == "unknown-id",
        ),
        (
            "replay_match",
            {
                "request": {"needs": [{"code": "LIV-TRASH"}]},
                "snapshot": "1.000000.00000000.00000000.00000000.00000000.00000000",
            },
            lambda o: not o["same"] and o["snapshot"].startswith("1."),
        ),
        (
            "detect_needs",
            {"text": "ゴミ出しが大変です。洗濯は自分でできる。"},
            lambda o: [n["negated"] for n in o["needs"]] == [False, True],
        ),
        (
            "review_plan",
            {"lines": [{"text": "掃除 60分 訪問介護"}, {"text": "デイサービスで入浴"}]},
            lambda o: [line["questions"][0]["met"] for line in o["lines"]] == [True, False],
        ),
        (
            "merge_assessments",
            {
                "needs": [{"code": "MOV", "denied": True}],
                "ownWords": {"joys": "カラオケ"},
                "assessments": [{"instrument": "kihon-checklist", "answers": {"1": "no", "3": "no"}}],
            },
            lambda o: [n["code"] for n in o["needs"]] == ["CON-MONEY"] and len(o["setAside"]) == 3,
        ),
        ("list_changes", {"since": 0, "limit": 5}, lambda o: len(o["changes"]) == 5 and o["more"]),
        ("list_changes", {"since": 5}, lambda o: o["changes"][0]["seq"] == 6),
        (
            "locate_address",
            {"address": "香川県高松市番町ニ丁目１４－２ 市民会館"},
            lambda o: o["matched"] == "香川県高松市番町二丁目" and o["precision"] == "town",
        ),
        ("locate_address", {"address": "横浜市西区"}, lambda o: o["precision"] == "city"),
        (
            "search_resources",
            {"text": "サロン", "near": {"address": "高松市番町1-2"}, "within": 2000},
            lambda o: o["hits"] and all(hit["distance"] <= 2000 for hit in o["hits"]),
        ),
        ("list_categories", {}, lambda o: CATEGORY in {c["code"] for c in o["categories"]}),
        (
            "parse_schedule",
            {"text": "第2火曜 10時～12時", "from": "2026-12-01", "to": "2026-12-31"},
            lambda o: o["dates"] == [{"date": "2026-12-08", "from": "10:00", "to": "12:00"}],
        ),
        ("list_needs", {}, lambda o: "LIV-TRASH" in {n["code"] for n in o["needs"]}),
        ("list_plugins", {}, lambda o: "need-fit" in {p["id"] for p in o["plugins"]}),
        (
            "list_instruments",
            {"instrument": "kihon-checklist"},
            lambda o: len(o["instruments"][0]["items"]) == 25,
        ),
        (
            "score_assessment",
            {
                "instrument": "kihon-checklist",
                "answers": {"6": "no", "7": "no", "8": "no", "12": {"heightCm": 150, "weightKg": 41}},
            },
            lambda o: o["findings"][0]["met"] and o["findings"][0]["criteria"] == [2],
        ),
        ("list_profiles", {}, lambda o: "care-manager" in {p["name"] for p in o["profiles"]}),
        (
            "evaluate_search",
            {"limit": 10, "settings": ["concepts=off"], "against": []},
            lambda o: o["report"]["all"]["queries"] > 200 and len(o["comparison"]["rows"]) > 3,
        ),
        ("check_workspace", {}, lambda o: o["ok"] is True and o["findings"] == []),
        (
            "export_resources",
            {"format": "ndjson", "limit": 20},
            lambda o: o["count"] == 20 == o["text"].count("\n") and o["nextCursor"],
        ),
        ("export_resources", {"format": "csv", "limit": 5}, lambda o: o["count"] == 5),
        ("export_resources", {"format": "geojson", "limit": 5}, lambda o: o["text"]),
        ("export_resources", {"format": "ics"}, lambda o: o["text"].startswith("BEGIN:VCALENDAR\r\n")),
    ]


def writing(key, csv, count):
    """Calls that change the directory, in order. `csv` has `count` rows that are not in it."""
    id = own_id(key)
    source = {"paths": [csv], "source": f"e2e-{key}"}

    def imported(name):
        return lambda o: o["files"][0][name] == count == o["files"][0]["rows"]

    return [
        ("put_resource", {"resource": record(key)}, lambda o: o["id"] == id),
        ("get_resource", {"id": id}, lambda o: o["unknownToUs"] == {"kept": [1, 2.5, True]}),
        (
            "confirm_resource",
            {"id": id, "how": "phone", "on": "2026-08-01"},
            lambda o: o["confirmed"] == {"how": "phone", "on": "2026-08-01"},
        ),
        ("explain_mapping", {"paths": [csv]}, lambda o: o["files"][0]["columns"]),
        ("import_resources", {**source, "dryRun": True}, imported("added")),
        ("import_resources", {**source, "licence": "CC0-1.0"}, imported("added")),
        ("import_resources", {**source, "licence": "CC0-1.0"}, imported("unchanged")),
        ("retire_resource", {"id": id, "why": "通しの終わり"}, lambda o: o["status"] == "retired"),
        (
            "export_resources",
            {"format": "ndjson", "includeRetired": True, "limit": 3},
            lambda o: o["count"] == 3,
        ),
        ("check_workspace", {"repair": True}, lambda o: o["ok"] is True and o["repaired"] == []),
    ]
