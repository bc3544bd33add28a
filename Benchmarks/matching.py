"""Fictional records and requests for `sasae-bench --match` (Python standard library).

    matching.py records N OUT      N resources in towns of about 2,000 each, native NDJSON
    matching.py requests N K OUT   K requests of match_resources by people of those towns

The same numbers give the same bytes. No record is a real organisation, no request a real person.
"""
import json
import random
import sys
from pathlib import Path

TOWN = 2_000
DATA = Path(__file__).resolve().parent.parent / "Data" / "taxonomy"
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
WORDS = ["お茶", "体操", "囲碁", "将棋", "カラオケ", "編み物", "畑", "歌", "料理", "脳トレ", "散歩", "折り紙"]
SCHEDULES = [
    "毎週火曜 13:30～15:30", "毎週水曜 10:00～12:00（祝日除く）", "第2・第4木曜 13:30～15:00", "月～金 9:00～17:00",
    "毎月第1土曜 10:00～11:30", "火・金 10:00～14:00", "随時", "平日 8:30～17:15", "毎日 10時～16時",
]
COSTS = [("無料", 0), ("1回100円", 100), ("1回200円", 200), ("1回300円", 300), ("1回500円", 500), ("1回800円", 800), ("実費", None)]
WHO = ["おおむね65歳以上", "65歳以上の方", "どなたでも", "要支援1・2、事業対象者", "ひとり暮らしの高齢者", "女性のみ", ""]


def leaves(name):
    rows = [line.split("\t") for line in (DATA / name).read_text().splitlines() if line and not line.startswith("#")]
    head, rows = rows[0], rows[1:]
    parent = head.index("parent")
    parents = {row[parent] for row in rows if len(row) > parent}
    return [row[0] for row in rows if row[0] not in parents and "-" in row[0]]


def town(number):
    chance = random.Random(f"town {number}")
    return chance.uniform(33.0, 36.0), chance.uniform(132.0, 138.0)


def records(count, out):
    categories = [c for c in leaves("resource-categories.tsv") if c[0] in "SA"]
    chance = random.Random(1)
    for i in range(count):
        number = i // TOWN
        lat, lng = town(number)
        district = f"第{number}町{i % 20}区"
        word, other = chance.sample(WORDS, 2)
        cost, low = chance.choice(COSTS)
        record = {
            "id": f"bench:{i}", "name": f"{word}の会{i}〔架空〕", "categories": [chance.choice(categories)],
            "description": f"{word}と{other}を楽しみに集まります。{chance.choice(['車いすの方もどうぞ', '二階です', '送迎もあります', '見学できます'])}。",
            "schedule": {"text": chance.choice(SCHEDULES)}, "cost": {"text": cost}, "status": "active",
            "contacts": [{"phone": f"000-000-{i % 10000:04d}", "visibility": "public"}],
            "source": {"name": "generated", "licence": "none"},
        }
        if low is not None:
            record["cost"].update(min=low, per="visit")
        who = chance.choice(WHO)
        if who:
            record["eligibility"] = {"text": who}
        if chance.random() < 0.3:
            record["reach"] = {"areas": [district]}
        record["place"] = {"name": f"{district}集会所", "area": district}
        if chance.random() < 0.9:
            record["place"].update(lat=round(lat + chance.gauss(0, 0.02), 6), lng=round(lng + chance.gauss(0, 0.02), 6))
        out.write(json.dumps(record, ensure_ascii=False) + "\n")


def requests(count, people, out):
    needs = leaves("needs.tsv")
    chance = random.Random(2)
    for _ in range(people):
        number = chance.randrange(max(1, count // TOWN))
        lat, lng = town(number)
        person = {
            "age": chance.randint(66, 95), "careLevel": chance.choice(["none", "target", "support1", "support2", "care1"]),
            "gender": chance.choice(["female", "male"]), "area": f"第{number}町{chance.randrange(20)}区",
            "home": {"lat": lat + chance.gauss(0, 0.02), "lng": lng + chance.gauss(0, 0.02)},
            "mobility": {"walkMinutes": chance.choice([5, 10, 15, 20]), "transport": chance.choice([["walk"], ["walk", "bus"]])},
            "availability": [{"days": sorted(chance.sample(DAYS, 3)), "from": chance.choice(["09:00", "13:00"]), "to": "17:00"}],
            "budget": {"perVisit": chance.choice([100, 300, 500, 1000])}, "interests": chance.sample(WORDS, 2),
        }
        if chance.random() < 0.5:
            person["busyText"] = chance.choice(["火曜 10時～15時 デイサービス", "水・金の午前"])
        if chance.random() < 0.4:
            person["householdText"] = "独居"
        if chance.random() < 0.2:
            person["conditions"] = ["wheelchair"]
        if chance.random() < 0.3:
            person["smartphone"] = False
        stated = [{"code": code} for code in chance.sample(needs, chance.randint(1, 4))]
        out.write(json.dumps({"profile": "tier3", "needs": stated, "person": person}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    kind, numbers, path = sys.argv[1], [int(n) for n in sys.argv[2:-1]], sys.argv[-1]
    with open(path, "w", encoding="utf-8") as out:
        {"records": records, "requests": requests}[kind](*numbers, out)
