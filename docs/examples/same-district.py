#!/usr/bin/env python3
"""same-district: prefers what stands in, or serves, the person's own district (同じ地区を先に).

A matching plugin as a program of its own; nothing but Python's standard library. It reads a JSON
message a line from standard input and writes its answer as one line to standard output. What it has
to say for itself goes to standard error.

The option `elsewhere` (0 to 1) is the score of a resource of another district; 0.3 without it.
"""

import json
import sys

MANIFEST = {
    "id": "same-district",
    "version": "1.0",
    "protocolVersion": "1",
    "summary": {
        "ja": "本人の地区にあるか、地区を対象にしているか",
        "en": "whether it stands in, or serves, the person's own district",
    },
    "reads": ["person.area", "resource.place", "resource.areas"],
    "options": [{"name": "elsewhere", "type": "number", "default": 0.3}],
    "deterministic": True,
}

options = {"elsewhere": 0.3}


def plain(area):
    """番町地区 and 番町校区 are 番町."""
    for ending in ("小学校区", "地区", "校区", "圏域"):
        if area.endswith(ending) and len(area) > len(ending):
            return area[: -len(ending)]
    return area


def judge(person, resource):
    home = person.get("area")
    if not home:
        return {"abstain": True}
    stands = resource.get("place", {}).get("area")
    serves = resource.get("areas", [])
    facts = {"home": home}
    if stands and plain(stands) == plain(home):
        text = {"ja": f"本人の地区（{home}）にあります", "en": f"it stands in the person's district ({home})"}
        return {"score": 1, "code": "same-district", "text": text, "facts": facts}
    if plain(home) in [plain(area) for area in serves]:
        text = {"ja": f"本人の地区（{home}）を対象にしています", "en": f"it serves the person's district ({home})"}
        return {"score": 1, "code": "serves-district", "text": text, "facts": facts}
    if not stands:
        # Not known is no mismatch. It is no reason to hold up a match with a question either.
        return {"abstain": True}
    text = {"ja": f"ほかの地区（{stands}）にあります", "en": f"it stands in another district ({stands})"}
    facts["stands"] = stands
    return {"score": options["elsewhere"], "code": "elsewhere", "text": text, "facts": facts}


def answer(message):
    """The result of a request; None for a notification."""
    method, params = message.get("method"), message.get("params", {})
    if method == "plugin/initialize":
        wish = params.get("options", {}).get("elsewhere", options["elsewhere"])
        options["elsewhere"] = min(1, max(0, float(wish)))
        return MANIFEST
    if method == "plugin/judge":
        person = params["request"].get("person", {})
        return {"verdicts": [judge(person, one) for one in params["candidates"]]}
    if method == "plugin/shutdown":
        return {}
    return None


def main():
    for line in sys.stdin.buffer:
        message = json.loads(line)
        result = answer(message)
        if "id" not in message:
            continue
        reply = {"jsonrpc": "2.0", "id": message["id"]}
        if result is None:
            reply["error"] = {"code": -32601, "message": "method not found"}
        else:
            reply["result"] = result
        sys.stdout.write(json.dumps(reply, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        if message.get("method") == "plugin/shutdown":
            return


if __name__ == "__main__":
    main()
