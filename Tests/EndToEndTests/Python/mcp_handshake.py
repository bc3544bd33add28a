"""The official SDK talks to the server in each revision that begins with `initialize`.

A session of 2024-11-05, 2025-03-26, 2025-06-18 and 2025-11-25 each uses all the server offers, and
every message of the server is held against the SDK's own models of that revision. Changes come
from another process, as they do when somebody works on the command line meanwhile.
"""

import warnings
from contextlib import asynccontextmanager
from urllib.parse import quote

import anyio
import mcp_types as types
from mcp import Client, ClientSession
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS, LATEST_HANDSHAKE_VERSION

import calls
import sdk
from wire import LIMIT, Checks, Town, enveloped, expect, main, same

OTHER = "sample:salon-002"
"""A second resource of the sample town."""

CAPABILITIES = {
    "tools": {"listChanged": False},
    "resources": {"subscribe": True, "listChanged": True},
    "prompts": {"listChanged": False},
}


def uri_of(id):
    """A resource's URI as a client makes it from the template."""
    return f"sasae://resource/{quote(id, safe='')}"


async def initialize(session, version):
    """Asks for this revision; only for the newest has the SDK a call of its own."""
    if version == LATEST_HANDSHAKE_VERSION:
        return await session.initialize()
    params = types.InitializeRequestParams(
        protocol_version=version,
        capabilities=types.ClientCapabilities(),
        client_info=types.Implementation(name="end-to-end", version="1"),
    )
    result = await session.send_request(
        types.InitializeRequest(params=params), types.InitializeResult
    )
    session.adopt(result)
    await session.send_notification(types.InitializedNotification())
    return result


@asynccontextmanager
async def visiting(checks, town, version):
    """A session of this revision, initialized."""
    workspace, log, events = town.copy(), sdk.Log(version), sdk.Events()
    async with sdk.tapped(town, town.command(workspace), log) as (read, write):
        async with ClientSession(read, write, LIMIT, message_handler=events) as session:
            visit = sdk.Visit(checks, town, workspace, log, session, events, version)
            with visit.check("initialize agrees on the revision and says what the server is"):
                said = await initialize(session, version)
                same(said.protocol_version, version, "protocolVersion")
                same(said.server_info.name, "sasae", "serverInfo.name")
                expect(said.server_info.title and said.server_info.version, f"{said.server_info}")
                expect((said.instructions or "").strip(), "there are no instructions")
                given = said.capabilities.model_dump(by_alias=True, exclude_none=True)
                same(given, CAPABILITIES, "capabilities")
            expect(session.protocol_version, "there is no session")
            yield visit


async def updates_arrive(visit):
    """A subscriber is told of a change whoever makes it, and of nothing else."""
    updated, uri, other = types.ResourceUpdatedNotification, uri_of(calls.SALON), uri_of(OTHER)
    session, events = visit.session, visit.events

    async def confirm(id, told):
        mark = len(events.all)
        await visit.confirm(id)
        await events.next(updated, lambda params: str(params.uri) == told, mark)

    with visit.check("another process confirms a subscribed resource: resources/updated"):
        await session.subscribe_resource(uri)
        await confirm(calls.SALON, uri)
    with visit.check("the session's own change of it: resources/updated"):
        mark = len(events.all)
        await visit.call("confirm_resource", {"id": calls.SALON, "how": "visit"})
        await events.next(updated, lambda params: str(params.uri) == uri, mark)
    with visit.check("a resource nobody subscribed to is not told"):
        await visit.confirm(OTHER)
        await confirm(calls.SALON, uri)
        same(set(visit.log.updates()), {uri}, "told")
    with visit.check("after resources/unsubscribe it is not told either"):
        await session.unsubscribe_resource(uri)
        await session.subscribe_resource(other)
        count = visit.log.updates().count(uri)
        await visit.confirm(calls.SALON)
        await confirm(OTHER, other)
        same(visit.log.updates().count(uri), count, "times told")
    with visit.check("a URI as the list gives it is told as it stands there"):
        listed = await sdk.listed_uri(session, calls.SALON)
        await session.subscribe_resource(listed)
        await confirm(calls.SALON, listed)
    with visit.check("resources/subscribe of what is no resource is -32002"):
        await sdk.refused(session.subscribe_resource("sasae://salon"), -32002)


async def list_changes_arrive(visit):
    """When another process brings resources in, the list is told to have changed."""
    with visit.check("another process imports: resources/list_changed, and the list has it"):
        csv = visit.town.csv(f"new-{visit.key}.csv", f"あたらしいつどい{visit.key}", 3)
        mark = len(visit.events.all)
        await visit.command("import", csv, "--source", "e2e-new")
        await visit.events.next(types.ResourceListChangedNotification, after=mark)
        listed = await sdk.pages(visit.session.list_resources, "resources")
        found = [r for r in listed if "あたらしいつどい" in f"{r.name} {r.title}"]
        same(len(found), 3, "of the new ones listed")
    with visit.check("another process retires one: resources/list_changed"):
        mark = len(visit.events.all)
        await visit.command("retire", OTHER, "--why", "通しの終わり")
        await visit.events.next(types.ResourceListChangedNotification, after=mark)


async def revision(checks, town, version):
    """All checks of one revision."""
    checks = checks.part(version)
    with checks.check("the session from start to end"):
        async with visiting(checks, town, version) as visit:
            await sdk.all_checks(visit)
            await updates_arrive(visit)
            await list_changes_arrive(visit)
            with visit.check("ping"):
                same((await visit.session.send_ping()).model_dump(exclude_none=True), {}, "ping")
            with visit.check("every message of the server is as the revision defines it"):
                same(visit.log.faults, [], "faults")


async def default_scope(checks, town):
    """What is outside the scope is neither listed nor done."""
    checks = checks.part("default scope")
    log = sdk.Log(LATEST_HANDSHAKE_VERSION)
    workspace = town.copy()
    words = town.command(workspace, scope=None)
    with checks.check("the SDK's Client from start to end"):
        transport = sdk.tapped(town, words, log)
        async with Client(transport, mode="legacy", read_timeout_seconds=LIMIT) as client:
            events = sdk.Events()
            visit = sdk.Visit(checks, town, workspace, log, client.session, events, "scope")
            with visit.check("only what reads is listed"):
                tools = await sdk.pages(client.session.list_tools, "tools")
                same({tool.name for tool in tools}, calls.READ, "tools")
            for name, given, _ in calls.writing("scope", "/nowhere.csv", 0):
                if name not in calls.READ:
                    with visit.check(f"{name} is -32003"):
                        await sdk.refused(client.session.call_tool(name, given), -32003)
            with visit.check("check_workspace with repair is -32003, without it is not"):
                await visit.call("check_workspace", {"repair": False})
                await sdk.refused(
                    client.session.call_tool("check_workspace", {"repair": True}), -32003
                )
            with visit.check("every message of the server is as the revision defines it"):
                same(log.faults, [], "faults")


def raw_rules(checks, town):
    """Rules of the handshake that the SDK keeps by itself."""
    checks = checks.part("lines")
    server = town.serve(scope=None)
    with checks.check("an MCP method before initialize is -32602"):
        server.refused("tools/list", {}, -32602)
        server.refused("resources/read", {"uri": "sasae://needs"}, -32602)
    with checks.check("an unknown revision is answered with the newest of the era"):
        same(server.handshake("2099-01-01")["protocolVersion"], LATEST_HANDSHAKE_VERSION)
    with checks.check("a second initialize is answered again"):
        same(server.handshake("2024-11-05")["protocolVersion"], "2024-11-05")
    with checks.check("a request with the envelope of 2026-07-28 is -32600 wire.era"):
        server.refused("tools/list", enveloped(), -32600, "wire.era")
    with checks.check("what only 2026-07-28 has is -32601"):
        server.refused("server/discover", {}, -32601)
        server.refused("subscriptions/listen", {"notifications": {}}, -32601)
    with checks.check("a progress token is given back as it came, text or number"):
        for token in ("ein Zeichen 印", 7):
            given = {"name": "check_workspace", "_meta": {"progressToken": token}}
            server.result("tools/call", given)
            server.notification("notifications/progress", progressToken=token)
    with checks.check("a direct method reports progress to its token too"):
        server.result("check_workspace", {"_meta": {"progressToken": "direct"}})
        server.notification("notifications/progress", progressToken="direct")
    with checks.check("at the end of input the server ends with 0"):
        same(server.finish(), 0, "exit status")
    with checks.check("every message of the server is as the revision defines it"):
        same(sdk.faults_of_lines(server, LATEST_HANDSHAKE_VERSION), [], "faults")


def direct_call_is_cancelled(checks, town):
    """A cancelled call of an operation by its own name is answered, unlike that of a tool."""
    checks = checks.part("direct")
    server = town.serve()
    with checks.check("a cancelled import is -32800, and nothing of it stays"):
        before = server.result("list_changes", {"limit": 100_000})["next"]
        csv = town.csv("big.csv", "取消のつどい", 60_000)
        given = {"paths": [csv], "source": "big", "_meta": {"progressToken": "big"}}
        id = server.begin("import_resources", given)
        server.notification("notifications/progress", progressToken="big")
        server.notify("notifications/cancelled", {"requestId": id, "reason": "too long"})
        error = server.answer(id).get("error") or {}
        same((error.get("code"), error["data"]["code"]), (-32800, "wire.cancelled"), "the answer")
        same(server.result("list_changes", {"since": before})["changes"], [], "changes")
    with checks.check("a cancellation of what is not there changes nothing"):
        server.notify("notifications/cancelled", {"requestId": "nobody"})
        server.notify("notifications/cancelled", {})
        same(server.result("ping"), {}, "ping")
        same(server.finish(), 0, "exit status")


def work(checks: Checks, town: Town, given):
    """The whole program."""
    warnings.simplefilter("ignore")

    async def sessions():
        async with anyio.create_task_group() as together:
            for version in HANDSHAKE_PROTOCOL_VERSIONS:
                together.start_soon(revision, checks, town, version)
            together.start_soon(default_scope, checks, town)

    anyio.run(sessions)
    raw_rules(checks, town)
    direct_call_is_cancelled(checks, town)


if __name__ == "__main__":
    main("MCP revisions that begin with initialize", work)
