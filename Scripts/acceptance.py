#!/usr/bin/env python3
"""Judges one import of Scripts/acceptance: `acceptance.py first|again FILE STATUS WORK`, or `acceptance.py sum WORK`.

The rows of a CSV are counted here with Python's own reader, so that no row can vanish without being missed.
"""
import csv
import io
import json
import os
import sys

COUNTS = ("rows", "added", "updated", "unchanged", "rejected", "skipped")
NAMES = ("名称", "name", "eventName", "店名", "直売所の名称", "施設名")


def rows_of(path):
    """Rows below the heading, and how many of them have a name."""
    raw = open(path, "rb").read()
    if path.endswith(".json"):
        records = json.loads(raw)["data"]
        return len(records), sum(bool((r.get("name") or "").strip()) for r in records)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp932")
    table = list(csv.reader(io.StringIO(text, newline="")))
    heading = [h.strip() for h in table[0]]
    column = next((heading.index(n) for n in NAMES if n in heading), None)
    body = table[1:]
    named = sum(column is not None and column < len(r) and bool(r[column].strip()) for r in body)
    return len(body), named


def judge(round_, path, status, work):
    name = os.path.basename(path)
    with open(work + "/out.json", encoding="utf-8") as f:
        out = json.load(f)
    if len(out["files"]) != 1:
        sys.exit(f"{name}: {len(out['files'])} files in the report")
    file = out["files"][0]
    got = {k: file[k] for k in COUNTS}
    print("| %s | %s | %s |" % (name, file["mapping"], " | ".join(str(v) for v in got.values())))
    wrong = []
    rows, named = rows_of(path)
    if got["rows"] != rows:
        wrong.append(f"{rows} rows in the file")
    if got["rows"] != sum(v for k, v in got.items() if k != "rows"):
        wrong.append("the counts don't add up to the rows")
    if len(out["rejections"]) != got["rejected"]:
        wrong.append("a rejected row without its reason")
    if sum(file["skippedFor"].values()) != got["skipped"]:
        wrong.append("a skipped row without its reason")
    if (status == 1) != (got["rejected"] > 0):
        wrong.append(f"exit status {status} with {got['rejected']} rejected")
    earlier = f"{work}/{name}.counts"
    if round_ == "first":
        if got["added"] == 0 or got["updated"] or got["unchanged"]:
            wrong.append("a first import only adds")
        with open(earlier, "w") as f:
            json.dump(dict(got, named=named), f)
    else:
        with open(earlier) as f:
            before = json.load(f)
        before.pop("named")
        want = dict(before, added=0, unchanged=before["added"])
        if got != want:
            wrong.append(f"a second import changes nothing; expected {want}")
    if wrong:
        sys.exit(f"{name}: {'; '.join(wrong)}")


def total(work):
    counts = [json.load(open(f"{work}/{n}")) for n in sorted(os.listdir(work)) if n.endswith(".counts")]
    named = sum(c["named"] for c in counts)
    came = sum(c["added"] for c in counts)
    print(f"\n{len(counts)} files, {sum(c['rows'] for c in counts)} rows, {named} with a name, {came} taken.")
    if came < named * 0.995:
        sys.exit("fewer than 99.5 % of the named rows")


if sys.argv[1] == "sum":
    total(sys.argv[2])
else:
    judge(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
