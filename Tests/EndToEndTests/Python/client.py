import json, subprocess

with subprocess.Popen(["sasae", "serve"], stdin=-1, stdout=-1, encoding="utf-8") as server:
    params = {"text": "見守り", "limit": 3}
    request = {"jsonrpc": "2.0", "id": 1, "method": "search_resources", "params": params}
    print(json.dumps(request), file=server.stdin, flush=True)
    for hit in json.loads(server.stdout.readline())["result"]["hits"]:
        print(hit["id"], hit["name"])
