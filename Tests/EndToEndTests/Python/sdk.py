"""Sessions of the official SDK over a tap that holds every message of the server against the
SDK's own models of the revision, and the checks that both eras share."""

import json
import os
import re
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

import anyio
import mcp_types as types
from mcp import ClientSession, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.message import SessionMessage
from mcp_types import methods

import calls
from wire import ENVELOPE, LIMIT, MODERN, Checks, Failure, Town, expect, same, short

BEFORE_STRUCTURED = ("2024-11-05", "2025-03-26")
"""Revisions whose clients may know text results only."""

LISTS = ["categories", "needs", "profiles", "plugins", "changes"]
"""Resources with a name of their own, in the order of the list."""


class Log:
    """What went over the wire, and what of it is not as the revision defines it."""

    def __init__(self, version):
        self.version = version
        self.methods = {}
        self.sent = []
        self.answered = set()
        self.notifications = []
        self.faults = []

    def went(self, item):
        """Notes a message of the client."""
        message = item.message
        if isinstance(message, types.JSONRPCRequest):
            self.methods[message.id] = message.method
        self.sent.append((message.method, message.params, getattr(message, "id", None)))

    def came(self, item):
        """Judges a message of the server."""
        try:
            self._judge(item)
        except Exception as error:
            self.faults.append(short(f"{type(error).__name__}: {error}", 500))

    def _judge(self, item):
        if isinstance(item, Exception):
            raise item
        message = item.message
        if isinstance(message, types.JSONRPCNotification):
            self.notifications.append((message.method, message.params or {}))
            self._judge_notification(message)
        elif isinstance(message, types.JSONRPCRequest):
            raise ValueError(f"a request from the server: {message.method}")
        else:
            method = self.methods.get(message.id)
            expect(method is not None, f"an answer nobody asked for: {short(message)}")
            expect(message.id not in self.answered, f"a second answer to {message.id}: {method}")
            self.answered.add(message.id)
            if isinstance(message, types.JSONRPCError):
                self._judge_error(method, message.error)
            else:
                self._judge_result(method, message.result)

    def _judge_notification(self, message):
        model = methods.SERVER_NOTIFICATIONS.get((message.method, self.version))
        expect(model is not None, f"{message.method} is not of {self.version}")
        methods.parse_server_notification(message.method, self.version, message.params)

    def _judge_error(self, method, error):
        expect(error.message.strip(), f"{method}: an error without a message")
        code = error.data.get("code") if isinstance(error.data, dict) else None
        expect(code and isinstance(code, str), f"{method}: no stable code in {short(error)}")

    def _judge_result(self, method, result):
        later = {"resultType", "ttlMs", "cacheScope"} & set(result)
        if self.version != MODERN:
            expect(not later, f"{method}: {later} is not of {self.version}")
        if (method, self.version) not in methods.SERVER_RESULTS:
            return
        methods.parse_server_result(method, self.version, result)
        kept = methods.serialize_server_result(method, self.version, result)
        lost = sorted(unknown_members(result, kept))
        expect(not lost, f"{method}: members that {self.version} does not define: {lost}")
        if self.version == MODERN:
            same(result["resultType"], "complete", f"resultType of {method}")
            name = (result.get("_meta") or {}).get(ENVELOPE + "serverInfo", {}).get("name")
            same(name, "sasae", f"serverInfo of {method}")

    def last_id(self, method):
        """The id of the last request of this method."""
        return [id for name, _, id in self.sent if name == method and id is not None][-1]

    def count(self, method):
        """How many messages of this method the client sent."""
        return sum(name == method for name, _, _ in self.sent)

    def progress(self, token):
        """The progress that was reported for a token."""
        return [
            params["progress"]
            for method, params in self.notifications
            if method == "notifications/progress" and params.get("progressToken") == token
        ]

    def updates(self):
        """URIs told as updated."""
        name = "notifications/resources/updated"
        return [params.get("uri") for method, params in self.notifications if method == name]


def faults_of_lines(server, version):
    """The same judgement of all that a server answered to a client of lines."""
    log = Log(version)
    log.methods = dict(server.asked)
    for message in server.messages:
        try:
            log.came(SessionMessage(types.jsonrpc_message_adapter.validate_python(message)))
        except ValueError as error:
            log.faults.append(short(f"{message}: {error}", 500))
    return log.faults if server.messages else ["it said nothing"]


def unknown_members(raw, kept, path=""):
    """Paths of members that a model of the SDK dropped."""
    if isinstance(raw, dict) and isinstance(kept, dict):
        for key, value in raw.items():
            if key not in kept:
                if value is not None:
                    yield f"{path}.{key}"
            else:
                yield from unknown_members(value, kept[key], f"{path}.{key}")
    elif isinstance(raw, list) and isinstance(kept, list):
        for one, other in zip(raw, kept):
            yield from unknown_members(one, other, f"{path}[]")


class Tapped:
    """A stream of the SDK's transport that shows what passes to `see`."""

    def __init__(self, stream, see):
        self.stream = stream
        self.see = see

    async def __aenter__(self):
        await self.stream.__aenter__()
        return self

    async def __aexit__(self, *error):
        return await self.stream.__aexit__(*error)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.stream.__anext__()
        self.see(item)
        return item

    async def send(self, item):
        self.see(item)
        await self.stream.send(item)

    async def receive(self):
        return await self.__anext__()

    async def aclose(self):
        await self.stream.aclose()


@asynccontextmanager
async def tapped(town, words, log):
    """The SDK's stdio transport with a tap, as its `Client` and `ClientSession` take it."""
    parameters = StdioServerParameters(command=town.sasae, args=words, env=town.environment)
    with open(os.devnull, "w") as errors:
        async with stdio_client(parameters, errors) as (read, write):
            yield Tapped(read, log.came), Tapped(write, log.went)


class Events:
    """Notifications as the SDK hands them to its user."""

    def __init__(self):
        self.all = []

    async def __call__(self, message):
        self.all.append(message)

    async def next(self, kind, test=lambda params: True, after=0):
        """Waits for a notification of this class; give it a limit."""
        while True:
            for message in self.all[after:]:
                if isinstance(message, kind) and test(message.params):
                    return message
            await anyio.sleep(0.02)


@dataclass
class Visit:
    """One session with what its checks need."""

    checks: Checks
    town: Town
    workspace: str
    log: Log
    session: ClientSession
    events: Events
    key: str
    listed: dict = field(default_factory=dict)
    confirmed: int = 0

    @contextmanager
    def check(self, what, limit=LIMIT):
        """A check whose waits end."""
        with self.checks.check(what):
            try:
                with anyio.fail_after(limit):
                    yield
            except TimeoutError:
                told = short(self.log.notifications[-3:])
                raise Failure(f"no end after {limit} s; told last: {told}") from None

    async def call(self, name, arguments=None):
        """A tool's output; the SDK holds it against the tool's output schema."""
        result = await self.session.call_tool(name, arguments or {})
        expect(not result.is_error, f"{name} failed: {short(result.content[0].text)}")
        return result.structured_content

    async def command(self, *words):
        """Runs the command line on the same workspace, in another process."""
        return await anyio.to_thread.run_sync(
            lambda: self.town.run(*words, workspace=self.workspace)
        )

    async def confirm(self, id):
        """Confirms a resource in another process; each time in another way, so that it changes."""
        self.confirmed += 1
        await self.command("confirm", id, "--how", f"call {self.confirmed}")

    @property
    def is_modern(self):
        return self.log.version == MODERN


async def pages(ask, member):
    """Everything a paged list holds."""
    found, cursors, cursor = [], set(), None
    while True:
        page = await ask(params=types.PaginatedRequestParams(cursor=cursor) if cursor else None)
        found += getattr(page, member)
        cursor = page.next_cursor
        if cursor is None:
            return found
        expect(cursor not in cursors, f"the cursor {cursor!r} comes twice")
        cursors.add(cursor)


async def listed_uri(session, id):
    """A resource's URI as the list gives it."""
    uris = [str(resource.uri) for resource in await pages(session.list_resources, "resources")]
    return next(uri for uri in uris if unquote(uri) == f"sasae://resource/{id}")


async def all_checks(visit):
    """What every revision must do, in an order in which nothing depends on what failed."""
    await tools_are_listed(visit)
    await every_tool_works(visit)
    await tools_refuse(visit)
    await resources_are_listed(visit)
    await every_resource_kind_reads(visit)
    await resources_refuse(visit)
    await prompts_work(visit)
    await long_work_tells_progress(visit)
    await long_work_is_cancelled(visit)


async def tools_are_listed(visit):
    """tools/list gives each operation with schemas, words in both languages, and hints."""
    with visit.check("tools/list lists every operation, to the last page"):
        tools = await pages(visit.session.list_tools, "tools")
        names = [tool.name for tool in tools]
        same(len(set(names)), len(names), "different names")
        expect(calls.READ < set(names), f"{names}")
        visit.listed = {tool.name: tool for tool in tools}
    with visit.check("each tool has a title, schemas and words in Japanese and English"):
        for name, tool in visit.listed.items():
            same(tool.input_schema.get("type"), "object", f"{name}'s input")
            same((tool.output_schema or {}).get("type"), "object", f"{name}'s output")
            words = tool.description or ""
            has_both = re.search("[ぁ-ん一-龠]", words) and re.search("[A-Za-z]+ [a-z]+", words)
            expect(tool.title and has_both, f"{name}: {tool.title!r}, {words!r}")
    with visit.check("each tool says whether it reads, destroys, may be repeated"):
        for name, tool in visit.listed.items():
            hints = tool.annotations
            expect(hints is not None and hints.title, f"{name} has no annotations")
            given = (hints.read_only_hint, hints.destructive_hint, hints.idempotent_hint)
            expect(None not in given, f"{name}: {hints}")
            same(hints.open_world_hint, False, f"openWorldHint of {name}")
        same(visit.listed["get_resource"].annotations.read_only_hint, True, "get_resource reads")
        same(visit.listed["put_resource"].annotations.read_only_hint, False, "put_resource reads")


async def every_tool_works(visit):
    """Each tool listed is called, and its text and structured content are right."""
    csv = visit.town.csv(f"small-{visit.key}.csv", f"小さなつどい{visit.key}", 12)
    steps = calls.reading(visit.town.data) + calls.writing(visit.key, csv, 12)
    for name, given, holds in steps:
        with visit.check(f"tools/call {name} {short(json.dumps(given, ensure_ascii=False), 60)}"):
            result = await visit.session.call_tool(name, given)
            content = [block.text for block in result.content]
            expect(not result.is_error, f"it failed: {short(content)}")
            output = result.structured_content
            if visit.log.version in BEFORE_STRUCTURED:
                same(len(content), 2, "blocks of content")
                twin = json.loads(content[1])
                output = twin if output is None else output
                same(twin, output, "the second block")
            else:
                same(len(content), 1, "blocks of content")
            expect(content[0].strip(), "the text for people is empty")
            expect(holds(output), f"the output is {short(output, 500)}")
    with visit.check("every tool that is listed was called"):
        same(sorted(set(visit.listed) - {name for name, _, _ in steps}), [], "not called")


async def tools_refuse(visit):
    """A tool's own error is a result for the model to read; a wrong call is the client's error."""
    with visit.check("an operation's error is a result with isError, and names what is wrong"):
        result = await visit.session.call_tool("get_resource", {"id": "sample:salon-01"})
        expect(result.is_error is True, f"isError is {result.is_error}")
        expect("sample:salon-01" in result.content[0].text, f"{result.content}")
        same(result.structured_content, None, "structuredContent")
    with visit.check("a filter's word nobody knows is a result with isError"):
        result = await visit.session.call_tool("search_resources", {"categories": ["A-SALOON"]})
        expect(result.is_error is True, f"isError is {result.is_error}")
        expect("A-SALON" in result.content[0].text, f"no suggestion in {result.content}")
    with visit.check("an unknown tool is a JSON-RPC error"):
        await refused(visit.session.call_tool("get_resources", {}), types.INVALID_PARAMS)
    with visit.check("a cursor of nobody is a JSON-RPC error"):
        for ask in (visit.session.list_tools, visit.session.list_resources):
            wrong = types.PaginatedRequestParams(cursor="no such cursor")
            await refused(ask(params=wrong), types.INVALID_PARAMS)


async def refused(request, code):
    """The error a request ends in must have this number."""
    try:
        result = await request
    except MCPError as error:
        same(error.code, code, f"the code of {error.message!r}")
        return error
    raise Failure(f"no error but {short(result)}")


async def resources_are_listed(visit):
    """resources/list pages through the whole directory once; the templates are named."""
    with visit.check("resources/list gives the lists, then every resource once, over pages"):
        uris = [str(r.uri) for r in await pages(visit.session.list_resources, "resources")]
        same(uris[: len(LISTS)], [f"sasae://{name}" for name in LISTS], "the first")
        same(len(set(uris)), len(uris), "different URIs")
        expect(visit.log.count("resources/list") > 1, "there was only one page")
        rest = uris[len(LISTS) :]
        ids = [unquote(uri.removeprefix("sasae://resource/")) for uri in rest]
        expect(all(uri.startswith("sasae://resource/") for uri in rest), short(rest))
        exported = await every_id(visit)
        same(sorted(set(exported) - set(ids)), [], "exported and not listed")
    with visit.check("resources/templates/list names the two templates"):
        found = await pages(visit.session.list_resource_templates, "resource_templates")
        templates = {template.uri_template for template in found}
        same(templates, {"sasae://resource/{id}", "sasae://category/{code}"}, "templates")


async def every_id(visit):
    """Every id of the directory, from the pages of an export."""
    ids, cursor = [], None
    while True:
        given = {"format": "ndjson", "limit": 500, **({"cursor": cursor} if cursor else {})}
        page = await visit.call("export_resources", given)
        ids += [json.loads(line)["id"] for line in page["text"].splitlines()]
        cursor = page.get("nextCursor")
        if not cursor:
            return ids


async def read(visit, uri):
    """The JSON of a resource, and its readable text where it has one."""
    contents = (await visit.session.read_resource(uri)).contents
    for content in contents:
        same(str(content.uri), uri, "uri")
    same(contents[0].mime_type, "application/json", "mimeType")
    texts = [content.text for content in contents[1:]]
    types_of_text = {content.mime_type.split(";")[0] for content in contents[1:]}
    expect(types_of_text <= {"text/plain", "text/markdown"}, f"{types_of_text}")
    return json.loads(contents[0].text), texts


async def every_resource_kind_reads(visit):
    """resources/read gives the same as the operation behind it."""
    for name in LISTS[:-1]:
        with visit.check(f"resources/read sasae://{name}"):
            found, _ = await read(visit, f"sasae://{name}")
            same(found, await visit.call(f"list_{name}"), name)
    with visit.check("resources/read sasae://changes"):
        found, _ = await read(visit, "sasae://changes")
        expect(found["changes"] and found["next"] >= found["changes"][-1]["seq"], short(found))
    for id in (calls.SALON, calls.own_id(visit.key)):
        with visit.check(f"resources/read of {id}, its id encoded"):
            found, texts = await read(visit, f"sasae://resource/{quote(id, safe='')}")
            same(found, await visit.call("get_resource", {"id": id}), "the record")
            expect(len(texts) == 1 and found["name"] in texts[0], f"the text is {short(texts)}")
    with visit.check("resources/read of an id as it stands, where a URI allows it"):
        found, _ = await read(visit, f"sasae://resource/{calls.SALON}")
        same(found["id"], calls.SALON, "id")
    with visit.check("resources/read of a category"):
        found, texts = await read(visit, f"sasae://category/{calls.CATEGORY}")
        expect(calls.CATEGORY in json.dumps(found), f"{short(found)}")
        expect(len(texts) == 1 and texts[0].strip(), f"the text is {short(texts)}")


async def resources_refuse(visit):
    """What is not there has the code its revision reserves for that."""
    code = types.INVALID_PARAMS if visit.is_modern else -32002
    for uri in ("sasae://resource/nobody", "sasae://category/NO-SUCH", "sasae://salon", "file:///"):
        with visit.check(f"resources/read {uri} is {code}"):
            await refused(visit.session.read_resource(uri), code)


async def prompts_work(visit):
    """The one prompt takes what it says it takes."""
    with visit.check("prompts/list has the interview with its arguments"):
        prompts = await pages(visit.session.list_prompts, "prompts")
        same([prompt.name for prompt in prompts], ["tier3_interview"], "prompts")
        given = {argument.name: bool(argument.required) for argument in prompts[0].arguments or []}
        same(given, {"situation": False, "area": False}, "arguments")
    with visit.check("prompts/get without arguments"):
        got = await visit.session.get_prompt("tier3_interview")
        expect(got.messages and all(m.content.text.strip() for m in got.messages), f"{got}")
    with visit.check("prompts/get puts the arguments into its messages"):
        given = {"situation": "ごみ出しが「つらい」", "area": "仏生山"}
        got = await visit.session.get_prompt("tier3_interview", given)
        text = "".join(message.content.text for message in got.messages)
        expect(all(value in text for value in given.values()), short(text))
    with visit.check("an unknown prompt is a JSON-RPC error"):
        await refused(visit.session.get_prompt("tier4_interview"), types.INVALID_PARAMS)


async def long_work_tells_progress(visit):
    """Import, export and check say how far they are, and never go back."""
    csv = visit.town.csv(f"middle-{visit.key}.csv", f"中くらいのつどい{visit.key}", 1_500)
    work = [
        ("import_resources", {"paths": [csv], "source": "e2e-middle", "dryRun": True}, 2),
        ("export_resources", {"format": "ndjson"}, 1),
        ("check_workspace", {}, 1),
    ]
    for name, given, least in work:
        with visit.check(f"{name} tells its progress, strictly increasing"):
            told = []

            async def tell(progress, total, message):
                told.append((progress, total))

            await visit.session.call_tool(name, given, progress_callback=tell)
            steps = [progress for progress, _ in told]
            expect(len(steps) >= least, f"progress was told {len(steps)} times")
            expect(all(a < b for a, b in zip(steps, steps[1:])), f"{short(steps)}")
            beyond = [one for one in told if one[1] is not None and one[0] > one[1]]
            same(beyond, [], "beyond the total")
            same(visit.log.progress(visit.log.last_id("tools/call")), steps, "on the wire")


async def long_work_is_cancelled(visit):
    """A long import is cancelled while it runs: nothing of it stays, and the session goes on."""
    csv = visit.town.csv("big.csv", "取消のつどい", 60_000)
    given = {"paths": [csv], "source": f"e2e-big-{visit.key}"}
    before = request = None
    with visit.check("the directory before the long import"):
        before = await visit.call("check_workspace")
        expect(before["ok"], f"{before}")
    with visit.check("while a long import runs, lists and ping are answered; then it is cancelled"):
        with anyio.CancelScope() as scope:

            async def tell(progress, total, message):
                await visit.session.list_tools()
                if not visit.is_modern:
                    await visit.session.send_ping()
                scope.cancel()

            await visit.session.call_tool("import_resources", given, progress_callback=tell)
        expect(scope.cancelled_caught, "it was over before it could be cancelled")
        request = visit.log.last_id("tools/call")
        name, params, _ = visit.log.sent[-1]
        same(name, "notifications/cancelled", "the last message")
        same(params["requestId"], request, "what it cancels")
    with visit.check("after the cancelled import the same session answers, and holds none of it"):
        found = await visit.call("search_resources", {"text": "取消のつどい", "exactTotal": True})
        expect(not any("取消" in hit["name"] for hit in found["hits"]), short(found))
        same(await visit.call("check_workspace"), before, "the directory")
    with visit.check("the cancelled call is never answered"):
        expect(request and request not in visit.log.answered, "it was answered")
