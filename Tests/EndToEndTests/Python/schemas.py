"""What the server says about its inputs and outputs is true.

The OpenRPC document and the tools' schemas are valid, say the same, describe every answer of the
sample town in both languages and for every audience, and refuse what the server refuses. The
examples in the document and in the docs are run or held against them. No SDK takes part.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator as Validator
from jsonschema.exceptions import best_match
from referencing import Registry

import calls
import inputs
from wire import Checks, Town, expect, main, same, short

EXAMPLE = re.compile(r"<!-- example: (\S+) (params|result) -->\s*\n```json\n(.*?)\n```", re.DOTALL)
"""A marked block of the docs."""

SPEAKERS = [
    ("--lang", "en"),
    ("--lang", "ja", "--audience", "coordinator"),
    ("--lang", "en", "--audience", "professionals"),
]
"""Languages and audiences the calls are made with."""


class Schemas:
    """The schemas of every method and tool, and what they say of a value."""

    def __init__(self, document, tools):
        shared = {"components": document.get("components", {})}
        self.params, self.results = {}, {}
        for method in document["methods"]:
            name = method["name"]
            self.params[name] = {**self._by_name(method["params"]), **shared}
            self.results[name] = {**method["result"]["schema"], **shared}
        self.inputs = {tool["name"]: tool["inputSchema"] for tool in tools}
        self.outputs = {tool["name"]: tool["outputSchema"] for tool in tools}
        self.validators = {}

    @staticmethod
    def _by_name(params):
        """One schema for params given by name."""
        properties = {param["name"]: param["schema"] for param in params}
        properties["_meta"] = {"type": "object"}
        return {
            "type": "object",
            "properties": properties,
            "required": [param["name"] for param in params if param.get("required")],
            "additionalProperties": False,
        }

    def fault(self, kind, name, value):
        """What is wrong with a value, or None. A reference to elsewhere is an error."""
        validator = self.validators.get((kind, name))
        if validator is None:
            validator = Validator(getattr(self, kind)[name], registry=Registry())
            self.validators[kind, name] = validator
        error = best_match(validator.iter_errors(value))
        return error and f"{error.json_path}: {error.message}"

    def hold(self, kind, name, value):
        """The value must be as the schema says."""
        fault = self.fault(kind, name, value)
        expect(fault is None, f"{kind} of {name}: {short(str(fault), 600)}")


def every_tool(server):
    """All tools of a handshake session."""
    tools, cursor = [], None
    while True:
        page = server.result("tools/list", {"cursor": cursor} if cursor else {})
        tools += page["tools"]
        cursor = page.get("nextCursor")
        if not cursor:
            return tools


def document_is_sound(checks, document, tools):
    """The document is OpenRPC 1.3, and each of its methods says all a caller must know."""
    methods = document["methods"]
    names = [method["name"] for method in methods]
    with checks.check("the document says it is OpenRPC 1.3 and what it is about"):
        expect(document["openrpc"].startswith("1.3."), document["openrpc"])
        expect(document["info"]["title"] and document["info"]["version"], f"{document['info']}")
    with checks.check("it names every tool and ping, each once"):
        same(len(set(names)), len(names), "different names")
        due = {"ping", *(tool["name"] for tool in tools)}
        same(sorted(due - set(names)), [], "not named")
    for method in methods:
        with checks.check(f"{method['name']} has a summary, params by name and a result"):
            expect(method.get("summary", "").strip(), "no summary")
            same(method.get("paramStructure", "by-name"), "by-name", "paramStructure")
            for param in method["params"]:
                expect(param["name"] and isinstance(param["schema"], dict), f"{param}")
            expect(method["result"]["name"], "the result has no name")
            Validator.check_schema(method["result"]["schema"])
            Validator.check_schema(Schemas._by_name(method["params"]))


def tools_agree(checks, document, tools):
    """A tool's schemas are valid and take the members that the method of its name takes."""
    params = {
        method["name"]: {param["name"]: bool(param.get("required")) for param in method["params"]}
        for method in document["methods"]
    }
    for tool in tools:
        with checks.check(f"the schemas of the tool {tool['name']} are valid and agree"):
            for schema in (tool["inputSchema"], tool["outputSchema"]):
                Validator.check_schema(schema)
                same(schema["type"], "object", "type")
            required = tool["inputSchema"].get("required", [])
            properties = tool["inputSchema"].get("properties", {})
            taken = {name: name in required for name in properties}
            same(taken, params[tool["name"]], "members")


def answers_fit(checks, town, schemas):
    """Every answer of every operation, direct and as a tool, is as the schemas say."""
    for options in SPEAKERS:
        speaker = checks.part(" ".join(options))
        server = town.serve(*options)
        server.handshake()
        for name, given, holds in calls.reading(town.data):
            with speaker.check(f"{name} {short(json.dumps(given, ensure_ascii=False), 60)}"):
                direct = direct_answer(server, schemas, name, given, holds)
                same(tool_answer(server, schemas, name, given, holds), direct, "as a tool")
        with speaker.check("every record of the directory is a resource"):
            for line in exported(server):
                schemas.hold("results", "get_resource", json.loads(line))
                schemas.hold("outputs", "get_resource", json.loads(line))
        with speaker.check("the server ends with 0"):
            same(server.finish(), 0, "exit status")


def writes_fit(checks, town, schemas):
    """The same of what changes the directory."""
    for key, answer in (("direct", direct_answer), ("tool", tool_answer)):
        part = checks.part(f"writing, {key}")
        server = town.serve("--lang", "ja", "--audience", "coordinator")
        server.handshake()
        csv = town.csv(f"small-{key}.csv", f"小さなつどい{key}", 12)
        steps = calls.writing(key, csv, 12)
        for name, given, holds in steps:
            with part.check(f"{name} {short(json.dumps(given, ensure_ascii=False), 60)}"):
                answer(server, schemas, name, given, holds)
        with part.check("the record brought in, with where it is from"):
            found = server.result("search_resources", {"text": f"小さなつどい{key}", "limit": 1})
            given = {"id": found["hits"][0]["id"]}
            answer(server, schemas, "get_resource", given, lambda o: o["source"]["provenance"])
    with checks.check("every operation was called"):
        called = {name for name, _, _ in calls.reading(town.data) + steps}
        same(sorted(set(schemas.inputs) - called), [], "not called")


def direct_answer(server, schemas, name, given, holds):
    """The output of a direct call, after its input and output were held against the schemas."""
    schemas.hold("params", name, given)
    output = server.result(name, given)
    schemas.hold("results", name, output)
    expect(holds(output), f"the output is {short(output, 500)}")
    return output


def tool_answer(server, schemas, name, given, holds):
    """The same of a tool."""
    schemas.hold("inputs", name, given)
    result = server.result("tools/call", {"name": name, "arguments": given})
    expect(not result.get("isError"), f"it failed: {short(result)}")
    output = result["structuredContent"]
    schemas.hold("outputs", name, output)
    expect(holds(output), f"the output is {short(output, 500)}")
    return output


def exported(server):
    """The lines of an export, over its pages."""
    cursor = None
    while True:
        given = {"format": "ndjson", **({"cursor": cursor} if cursor else {})}
        page = server.result("export_resources", given)
        yield from page["text"].splitlines()
        cursor = page.get("nextCursor")
        if not cursor:
            return


def wrong_inputs_are_refused(checks, town, schemas):
    """Schema and server refuse the same, and take the same."""
    checks = checks.part("inputs")
    server = town.serve("--lang", "en")
    server.handshake()
    for what, name, given in inputs.WRONG:
        with checks.check(f"{what} is refused: {name} {json.dumps(given, ensure_ascii=False)}"):
            expect(schemas.fault("params", name, given), "the method's schema takes it")
            expect(schemas.fault("inputs", name, given), "the tool's schema takes it")
            codes = (-32602, -32010) if name == "put_resource" else (-32602,)
            error = server.refused(name, given)
            expect(error["code"] in codes, f"the server says {short(error)}")
            tool_refuses(server, name, given)
    for what, name, given in inputs.RIGHT:
        with checks.check(f"{what} is taken: {name} {json.dumps(given, ensure_ascii=False)}"):
            schemas.hold("params", name, given)
            server.result(name, given)
            arguments = {key: value for key, value in given.items() if key != "_meta"}
            schemas.hold("inputs", name, arguments)
            result = server.result("tools/call", {"name": name, "arguments": arguments})
            expect(not result.get("isError"), f"it failed: {short(result)}")


def tool_refuses(server, name, given):
    """A tool tells the model what is wrong, or the client that its call is wrong."""
    answer = server.ask("tools/call", {"name": name, "arguments": given})
    if "error" in answer:
        same(answer["error"]["code"], -32602, "the tool's error")
    else:
        same(answer["result"].get("isError"), True, "isError of the tool")


def examples_run(checks, town, document, schemas):
    """Every example of the document is valid, and runs as it stands beside a `list.csv`."""
    checks = checks.part("examples")
    town.write("list.csv", "名称,住所,代表者名,電話番号\n例の会〔架空〕,香川県高松市北浜町1,例,087-000-0001\n")
    server = town.serve()
    count = 0
    for method in document["methods"]:
        for example in method.get("examples", []):
            count += 1
            with checks.check(f"{method['name']}: {example['name']}"):
                given = {param["name"]: param["value"] for param in example["params"]}
                schemas.hold("params", method["name"], given)
                if "result" in example:
                    schemas.hold("results", method["name"], example["result"]["value"])
                schemas.hold("results", method["name"], server.result(method["name"], given))
    with checks.check("every operation has an example"):
        expect(count, "there is no example at all")
        with_example = {m["name"] for m in document["methods"] if m.get("examples")}
        same(sorted(set(schemas.inputs) - with_example), [], "without")


def bytes_equal(checks, town):
    """A result is byte by byte what the command line prints with `--format json`."""
    checks = checks.part("bytes")
    workspace = town.copy()
    server = town.serve("--lang", "ja", workspace=workspace)
    request = str(Path(town.data) / "sample/requests/tanaka.json")
    pairs = [
        ("list_categories", {}, ["categories"]),
        ("list_needs", {}, ["needs"]),
        ("get_resource", {"id": calls.SALON}, ["show", calls.SALON]),
        ("search_resources", {"text": "買い物"}, ["search", "買い物"]),
        ("match_resources", json.loads(Path(request).read_text()), ["match", "--request", request]),
        ("list_changes", {"since": 1_200}, ["changes", "--since", "1200"]),
        ("locate_address", {"address": "高松市番町1-2"}, ["locate", "高松市番町1-2"]),
        ("check_workspace", {}, ["doctor"]),
    ]
    common = ["--lang", "ja", "--audience", "public", "--format", "json"]
    for name, given, words in pairs:
        with checks.check(f"{name} is what `sasae {words[0]}` prints"):
            id = server.begin(name, given)
            _, place = server.wait(name, lambda message: message.get("id") == id)
            printed = town.run(*common, *words, workspace=workspace).rstrip("\n")
            line = server.lines[place].decode("utf-8").rstrip("\n")
            same_text(line, f'{{"jsonrpc":"2.0","id":{id},"result":{printed}}}')


def same_text(found, expected):
    """Fails with the place where two texts part."""
    pairs = enumerate(zip(found, expected))
    place = next((n for n, (a, b) in pairs if a != b), min(len(found), len(expected)))
    from_here = slice(max(0, place - 30), place + 60)
    expect(found == expected, f"at {place}: {found[from_here]!r}, not {expected[from_here]!r}")


def docs_are_true(checks, path, schemas):
    """The marked examples of the docs are as the schemas say."""
    checks = checks.part(Path(path).name)
    text = Path(path).read_text(encoding="utf-8")
    found = EXAMPLE.findall(text)
    with checks.check("every marked example was found"):
        expect(found, "there is none")
        same(len(found), text.count("<!-- example:"), "examples with a block of JSON")
    for number, (name, kind, block) in enumerate(found, 1):
        with checks.check(f"example {number}, {kind} of {name}"):
            kinds = {"params": "params", "result": "results"}
            expect(name in schemas.params, f"there is no method {name}")
            schemas.hold(kinds[kind], name, json.loads(block))


def client():
    """The client for the docs."""
    return Path(__file__).with_name("client.py")


def client_works(checks, town):
    """The client of the docs is short and prints what a search finds."""
    with checks.check("the client of the docs prints the hits, in ten lines at most"):
        source = client().read_text(encoding="utf-8")
        expect(len(source.splitlines()) <= 10, "it is longer")
        programs = town.folder / "bin"
        programs.mkdir()
        (programs / "sasae").symlink_to(town.sasae)
        environment = {
            **town.environment,
            "PATH": f"{programs}:/usr/bin:/bin",
            "SASAE_WORKSPACE": town.copy(),
        }
        done = subprocess.run(
            [sys.executable, str(client())], env=environment, capture_output=True, timeout=30
        )
        same(done.returncode, 0, f"{short(done.stderr.decode())}: exit status")
        word = re.search(r'"text": "(.*?)"', source)[1]
        given = {"text": word, "limit": 3}
        hits = town.serve(scope=None).result("search_resources", given)["hits"]
        lines = [f"{hit['id']} {hit['name']}" for hit in hits]
        same(done.stdout.decode("utf-8").splitlines(), lines, "what it prints")


def work(checks: Checks, town: Town, given):
    """The whole program."""
    server = town.serve("--lang", "en")
    server.handshake()
    document, tools = server.result("rpc.discover"), every_tool(server)
    document_is_sound(checks, document, tools)
    tools_agree(checks, document, tools)
    schemas = Schemas(document, tools)
    for part in (answers_fit, writes_fit, wrong_inputs_are_refused):
        part(checks, town, schemas)
    examples_run(checks, town, document, schemas)
    bytes_equal(checks, town)
    client_works(checks, town)
    if given.docs:
        docs_are_true(checks, given.docs, schemas)


if __name__ == "__main__":
    main("schemas of inputs and outputs", work, "--docs")
