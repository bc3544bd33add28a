"""Inputs that are wrong for reasons a schema can see, and inputs that look odd and are right."""

from calls import CATEGORY, SALON

NEAR = {"lat": 34.34, "lng": 134.04}

WRONG = [
    ("a number for a text", "search_resources", {"text": 5}),
    ("a text for a number", "search_resources", {"limit": "3"}),
    ("a fraction for a whole number", "search_resources", {"limit": 1.5}),
    ("below the minimum", "search_resources", {"limit": -1}),
    ("above the maximum", "search_resources", {"limit": 1_000_000}),
    ("an unknown member", "search_resources", {"txt": "買い物"}),
    ("a text for a list", "search_resources", {"categories": CATEGORY}),
    ("a number in a list of texts", "search_resources", {"areas": [5]}),
    ("no word of the list: kinds", "search_resources", {"kinds": ["using"]}),
    ("no word of the list: days", "search_resources", {"days": ["Tuesday"]}),
    ("no word of the list: modes", "search_resources", {"modes": ["walk"]}),
    ("no word of the list: statuses", "search_resources", {"statuses": ["gone"]}),
    ("no word of the list: sort", "search_resources", {"sort": "name"}),
    ("no word of the list: facets", "search_resources", {"facets": ["kind", "colour"]}),
    ("no word of the list: fields", "search_resources", {"fields": ["nome"]}),
    ("a text for an object", "search_resources", {"near": "34.34,134.04"}),
    ("a latitude beyond the pole", "search_resources", {"near": {"lat": 95, "lng": 134}}),
    ("an unknown member inside", "search_resources", {"near": {**NEAR, "latitude": 34}}),
    ("not above the minimum", "search_resources", {"near": NEAR, "within": 0}),
    ("a text for true or false", "search_resources", {"free": "yes"}),
    ("a number for true or false", "search_resources", {"exactTotal": 1}),
    ("a number for a cursor", "search_resources", {"cursor": 5}),
    ("nothing of what is required", "get_resource", {}),
    ("a number for an id", "get_resource", {"id": 5}),
    ("a member in another case", "get_resource", {"id": SALON, "ID": SALON}),
    ("null for what is required", "get_resource", {"id": None}),
    ("half of what is required", "confirm_resource", {"id": SALON}),
    ("half of what is required", "retire_resource", {"id": SALON}),
    ("a text for a list", "import_resources", {"paths": "list.csv"}),
    ("an empty list", "import_resources", {"paths": []}),
    ("an unknown member", "import_resources", {"paths": ["list.csv"], "dryrun": True}),
    ("no word of the list: format", "export_resources", {"format": "xml"}),
    ("below the minimum", "export_resources", {"format": "csv", "limit": 0}),
    ("null for what is required", "locate_address", {"address": None}),
    ("below the minimum", "list_changes", {"since": -1}),
    ("below the minimum", "list_changes", {"limit": 0}),
    ("an unknown member", "list_needs", {"lang": "ja"}),
    ("a text for true or false", "check_workspace", {"repair": "yes"}),
    ("texts for objects", "match_resources", {"needs": ["LIV-TRASH"]}),
    ("an empty object for a need", "match_resources", {"needs": [{}]}),
    (
        "no word of the list: urgency",
        "match_resources",
        {"needs": [{"code": "LIV-TRASH", "urgency": "now"}]},
    ),
    ("a word for a number", "match_resources", {"person": {"age": "eighty"}}),
    ("a text for an object", "match_resources", {"person": "82歳"}),
    ("a text for a resource", "put_resource", {"resource": "番町"}),
    ("a resource without an id", "put_resource", {"resource": {"name": "番町"}}),
    ("a resource without a name", "put_resource", {"resource": {"id": "e2e:x"}}),
    (
        "no word of the list: kind",
        "put_resource",
        {"resource": {"id": "e2e:x", "name": "番町", "kind": "uses"}},
    ),
    (
        "no word of the list, inside: visibility",
        "put_resource",
        {"resource": {"id": "e2e:x", "name": "番町", "contacts": [{"visibility": "all"}]}},
    ),
    (
        "a list for an object",
        "put_resource",
        {"resource": {"id": "e2e:x", "name": "番町", "place": []}},
    ),
]
"""What is wrong, the operation, its params."""

LENIENT = {
    "id": "e2e:lenient",
    "name": "ゆるやかな会〔架空〕",
    "tags": "送迎あり",
    "schedule": "毎週火曜 10:00～11:00",
    "cost": {"text": "100円", "min": "100"},
    "capacity": {"maximum": 20, "asOf": "2026/10/01"},
    "contacts": [{"phone": 870000001}],
    "kana": None,
    "place": {},
    "ourOwn": {"any": ["thing", 1, None]},
}
"""The forms of docs/resource.md that people write."""

RIGHT = [
    ("a whole number with a point", "search_resources", {"limit": 5.0}),
    ("no hits wanted", "search_resources", {"limit": 0}),
    ("null for what may be absent", "search_resources", {"text": None, "near": None}),
    ("empty lists", "search_resources", {"categories": [], "facets": []}),
    ("metadata", "search_resources", {"limit": 1, "_meta": {"any": "thing"}}),
    (
        "a person's other facts",
        "match_resources",
        {
            "needs": [{"code": "LIV-TRASH", "weight": 1}],
            "person": {"age": 82, "careLevel": "要支援2", "interests": ["将棋"]},
        },
    ),
    ("a resource in lenient forms", "put_resource", {"resource": LENIENT}),
]
"""What looks odd, the operation, its params."""
