#!/usr/bin/env python3
"""A plugin that goes wrong as its options say: {"fault": NAME, "log": PATH}.

Every start is a line in the log, and so is every message, when there is one.
"""

import json
import os
import subprocess
import sys
import time

fault, log, state = "", None, None


def note(text):
    if log:
        with open(log, "a", encoding="utf-8") as file:
            file.write(text + "\n")


def send(value):
    sys.stdout.write((value if isinstance(value, str) else json.dumps(value)) + "\n")
    sys.stdout.flush()


def once():
    """True the first time in all the starts."""
    try:
        os.close(os.open(state, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        return True
    except FileExistsError:
        return False


def score(value=0.5, **more):
    return {"score": value, "text": {"ja": "半分", "en": "half"}, **more}


def judged(count, reply):
    good = [score() for _ in range(count)]
    bad = {
        "few": good[1:], "many": good + [score()], "none": [], "no-list": None,
        "two": [score(2)] * count, "negative": [score(-0.1)] * count, "text": [score("1")] * count,
        "huge": "HUGE", "two-kinds": [score(abstain=True)] * count,
        "unknown-verdict": [{"maybe": 1}] * count, "not-object": [1] * count,
        "no-question": [{"unknown": {"field": "x"}}] * count,
        "empty-text": [score(text="")] * count, "bad-facts": [score(facts={"a": [1]})] * count,
        "false-abstain": [{"abstain": False}] * count,
    }
    if fault == "asking":
        question = {"field": "schedule.text", "question": {"ja": "いつですか", "en": "when?"}}
        good = [score(unknown=question) for _ in range(count)]
    verdicts = bad.get(fault, good)
    text = json.dumps({**reply, "result": {"verdicts": verdicts}})
    return text.replace('"HUGE"', "[" + ",".join(['{"score":1e999}'] * count) + "]")


def main():
    global fault, log, state
    for line in sys.stdin.buffer:
        message = json.loads(line)
        method, params = message["method"], message.get("params", {})
        reply = {"jsonrpc": "2.0", "id": message.get("id")}
        if method == "plugin/initialize":
            options = params["options"]
            fault, log, state = options.get("fault", ""), options.get("log"), options.get("state")
            note("start " + json.dumps(params, sort_keys=True))
            note("environment " + " ".join(sorted(os.environ)) + " in " + os.getcwd())
            manifest = {
                "id": options.get("id", "fault"), "version": "1", "protocolVersion": "1",
                "summary": "x", "reads": options.get("reads", ["needs", "resource.tags"]),
                "deterministic": True,
            }
            if fault == "child":
                child = subprocess.Popen(["sleep", "600"])
                note(f"child {child.pid}")
            if fault == "dumb":
                time.sleep(60)
            if fault == "bad-manifest":
                del manifest["version"]
            if fault == "exit-at-start":
                sys.exit(3)
            note(f"pid {os.getpid()}")
            send({**reply, "result": manifest})
        elif method == "plugin/judge":
            note("judge " + json.dumps(params, sort_keys=True, ensure_ascii=False))
            sys.stderr.write("佐藤さんの依頼\n")
            sys.stderr.flush()
            count = len(params["candidates"])
            if fault == "exit" or (fault == "exit-once" and once()):
                sys.exit(1)
            elif fault == "half-line":
                sys.stdout.write('{"jsonrpc":"2.0"')
                sys.stdout.flush()
                os._exit(0)
            elif fault == "hang" or (fault == "hang-once" and once()):
                time.sleep(600)
            elif fault == "slow-once" and once():
                time.sleep(0.6)
                send(judged(count, reply))
            elif fault == "not-json":
                send("これは JSON ではない")
            elif fault == "nan":
                send({**reply, "result": {"verdicts": [{"score": float("nan")}] * count}})
            elif fault == "other-id":
                send({**reply, "id": 999, "result": {}})
            elif fault == "no-result":
                send(reply)
            elif fault == "error":
                send({**reply, "error": {"code": -32000, "message": "佐藤さん"}})
            elif fault == "long-line":
                sys.stdout.write("x" * (17 << 20))
                send("")
            elif fault == "flood":
                while True:
                    send({"jsonrpc": "2.0", "method": "notifications/log"})
            elif fault == "chatty":
                send({"jsonrpc": "2.0", "method": "notifications/log", "params": {"a": 1}})
                send("")
                send(judged(count, reply))
            else:
                send(judged(count, reply))
            if fault == "exit-after":
                sys.exit(0)
        elif method == "plugin/shutdown":
            note("shutdown")
            if fault == "stubborn":
                time.sleep(600)
            send({**reply, "result": {}})
            return
        else:
            note(method)


if __name__ == "__main__":
    main()
