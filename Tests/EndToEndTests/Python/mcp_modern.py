"""The official SDK talks to the server in revision 2026-07-28, whose requests each carry an
envelope, and finds that revision by itself. The rules of the two eras are checked line by line."""

import signal
import warnings
from contextlib import asynccontextmanager
from urllib.parse import quote

import anyio
import mcp_types as types
from mcp import Client
from mcp.client.subscriptions import ResourcesListChanged, ResourceUpdated

import calls
import sdk
from wire import ENVELOPE, LIMIT, MODERN, Checks, Town, enveloped, expect, main, same, short

SUBSCRIPTION = ENVELOPE + "subscriptionId"

OTHER = "sample:salon-002"
"""A second resource of the sample town."""


@asynccontextmanager
async def visiting(checks, town, mode, **options):
    """The SDK's client in this mode."""
    workspace, log, events = town.copy(), sdk.Log(MODERN), sdk.Events()
    transport = sdk.tapped(town, town.command(workspace), log)
    options = {"message_handler": events, "read_timeout_seconds": LIMIT, **options}
    async with Client(transport, mode=mode, **options) as client:
        visit = sdk.Visit(checks, town, workspace, log, client.session, events, "modern")
        yield visit, client
        with visit.check("every message of the server is as the revision defines it"):
            same(log.faults, [], "faults")


async def found_by_itself(checks, town):
    """`mode="auto"` finds the revision, and everything works in it."""
    checks = checks.part("auto")
    with checks.check("the session from start to end"):
        async with visiting(checks, town, "auto", cache=None) as (visit, client):
            with visit.check("server/discover is enough: no initialize"):
                same(client.protocol_version, MODERN, "the revision")
                same([method for method, _, _ in visit.log.sent], ["server/discover"], "sent")
            discovered(visit, client)
            await sdk.all_checks(visit)


def discovered(visit, client):
    """What server/discover says."""
    with visit.check("server/discover says what the server is and can do"):
        said = client.session.discover_result
        same(said.supported_versions, [MODERN], "supportedVersions")
        expect((said.instructions or "").strip(), "there are no instructions")
        same(client.server_info.name, "sasae", "serverInfo.name")
        expect(said.ttl_ms is not None and said.cache_scope in ("public", "private"), f"{said}")
        able = said.capabilities
        expect(able.tools and able.prompts and able.resources, f"{able}")
        expect(able.resources.subscribe and able.resources.list_changed, f"{able.resources}")


async def pinned(checks, town):
    """A client that knows the revision begins with any request; listening works."""
    checks = checks.part("pinned")
    with checks.check("the session from start to end"):
        async with visiting(checks, town, MODERN) as (visit, client):
            with visit.check("the first message may be any request with its envelope"):
                same(visit.log.sent, [], "sent before")
                expect((await client.list_tools()).tools, "no tools")
            with visit.check("what server/discover says later may be adopted"):
                said = await client.session.send_discover(MODERN)
                client.session.adopt(types.DiscoverResult.model_validate(said))
                same(client.server_info.name, "sasae", "serverInfo.name")
            await listening(visit, client)
            await cache_follows(visit, client)
            await unknown_is_refused(visit, client)


async def next_event(subscription, wanted):
    """Waits for an event; others that come before are returned with it."""
    seen = []
    async for event in subscription:
        seen.append(event)
        if event == wanted:
            return seen
    raise EOFError(f"the stream ended after {seen}")


async def listening(visit, client):
    """subscriptions/listen tells what it was asked to tell, also when another process did it."""
    uri = f"sasae://resource/{quote(calls.SALON, safe='')}"
    with visit.check("listen() is acknowledged with what it asked for", limit=4 * LIMIT):
        async with client.listen(
            resource_subscriptions=[uri], resources_list_changed=True
        ) as subscription:
            same(subscription.honored.resource_subscriptions, [uri], "resourceSubscriptions")
            same(subscription.honored.resources_list_changed, True, "resourcesListChanged")
            with visit.check("another process confirms the resource: an event"):
                await visit.confirm(OTHER)
                await visit.confirm(calls.SALON)
                seen = await next_event(subscription, ResourceUpdated(uri=uri))
                same(seen, [ResourceUpdated(uri=uri)], "events")
            with visit.check("another process imports: an event, and the list has them"):
                csv = visit.town.csv("new.csv", "あたらしいつどい", 3)
                await visit.command("import", csv, "--source", "e2e-new")
                await next_event(subscription, ResourcesListChanged())
                listed = await sdk.pages(client.session.list_resources, "resources")
                new = [r for r in listed if "あたらしいつどい" in f"{r.name} {r.title}"]
                same(len(new), 3, "of the new ones listed")
            with visit.check("the session's own change: an event"):
                await visit.call("confirm_resource", {"id": calls.SALON, "how": "visit"})
                await next_event(subscription, ResourceUpdated(uri=uri))
    with visit.check("a URI as the list gives it is told as it stands there"):
        listed = await sdk.listed_uri(client.session, calls.SALON)
        async with client.listen(resource_subscriptions=[listed]) as subscription:
            same(subscription.honored.resource_subscriptions, [listed], "resourceSubscriptions")
            await visit.confirm(calls.SALON)
            await next_event(subscription, ResourceUpdated(uri=listed))
    with visit.check("after the stream is closed nothing is told any more"):
        count = len(visit.log.notifications)
        await visit.confirm(calls.SALON)
        async with client.listen(resource_subscriptions=[uri]) as subscription:
            await visit.confirm(calls.SALON)
            await next_event(subscription, ResourceUpdated(uri=uri))
            ids = {params["_meta"][SUBSCRIPTION] for _, params in visit.log.notifications[count:]}
            same(ids, {subscription.subscription_id}, "subscriptions told")
    with visit.check("two streams are told apart by their ids"):
        other = f"sasae://resource/{quote(OTHER, safe='')}"
        async with (
            client.listen(resource_subscriptions=[uri]) as one,
            client.listen(resource_subscriptions=[other]) as two,
        ):
            await visit.confirm(calls.SALON)
            await visit.confirm(OTHER)
            same(await next_event(two, ResourceUpdated(uri=other)), [ResourceUpdated(uri=other)])
            same(await next_event(one, ResourceUpdated(uri=uri)), [ResourceUpdated(uri=uri)])


async def cache_follows(visit, client):
    """The client's cache may keep what the server says it may, and forgets it when told."""
    uri = f"sasae://resource/{quote(calls.SALON, safe='')}"
    with visit.check("a cached resource is read anew after its event"):
        async with client.listen(resource_subscriptions=[uri]) as subscription:
            await client.read_resource(uri)
            await visit.command("confirm", calls.SALON, "--how", "seen there")
            await next_event(subscription, ResourceUpdated(uri=uri))
            text = (await client.read_resource(uri)).contents[0].text
            expect('"seen there"' in text, f"it is {short(text)}")


async def unknown_is_refused(visit, client):
    """Listening to what is not there is refused."""
    with visit.check("listen() to what is no resource is -32602"):

        async def listen():
            async with client.listen(resource_subscriptions=["sasae://salon"]):
                pass

        await sdk.refused(listen(), types.INVALID_PARAMS)


async def default_scope(checks, town):
    """What is outside the scope is neither listed nor done."""
    checks = checks.part("default scope")
    workspace, log = town.copy(), sdk.Log(MODERN)
    transport = sdk.tapped(town, town.command(workspace, scope=None), log)
    with checks.check("the session from start to end"):
        async with Client(transport, cache=None, read_timeout_seconds=LIMIT) as client:
            with checks.check("only what reads is listed"):
                tools = await sdk.pages(client.session.list_tools, "tools")
                same({tool.name for tool in tools}, calls.READ, "tools")
            with checks.check("a tool outside the scope is -32003"):
                given = {"id": calls.SALON, "how": "phone"}
                await sdk.refused(client.call_tool("confirm_resource", given), -32003)


async def handshake_is_served_too(checks, town):
    """The same program serves the SDK's older mode."""
    checks = checks.part("legacy")
    with checks.check("the SDK's mode='legacy' is served by the same program"):
        transport = sdk.tapped(town, town.command(town.copy()), sdk.Log("2025-11-25"))
        async with Client(transport, mode="legacy", read_timeout_seconds=LIMIT) as client:
            same(client.protocol_version, "2025-11-25", "the revision")
            expect((await client.list_tools()).tools, "no tools")


def modern_connection(checks, town):
    """Rules of a connection of 2026-07-28, line by line."""
    checks = checks.part("modern lines")
    server = town.serve(scope=None)
    with checks.check("ping and direct methods decide no era: enveloped requests still work"):
        same(server.result("ping"), {}, "ping")
        expect(server.result("list_needs", {})["needs"], "no needs")
        expect(server.result("rpc.discover")["openrpc"], "no document")
        expect(server.result("server/discover", enveloped())["supportedVersions"], "no versions")
    with checks.check("afterwards they work on, with and without an envelope"):
        same(server.result("ping"), {}, "ping")
        found = server.result("search_resources", {"text": "体操", "limit": 1})
        same(len(found["hits"]), 1, "hits")
        expect(server.result("list_needs", enveloped())["needs"], "no needs")
    with checks.check("initialize is -32022 and says what is supported"):
        client = {"name": "end-to-end", "version": "1"}
        given = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": client}
        data = server.refused("initialize", given, -32022)["data"]
        same(data["supported"], [MODERN], "data.supported")
        same(data["requested"], "2025-06-18", "data.requested")
    with checks.check("an unknown version is -32022 and names both"):
        data = server.refused("tools/list", enveloped(version="2027-01-01"), -32022)["data"]
        same(data["supported"], [MODERN], "data.supported")
        same(data["requested"], "2027-01-01", "data.requested")
    for name, meta in bad_envelopes().items():
        with checks.check(f"{name} is -32602"):
            server.refused("tools/list", {"_meta": meta} if meta is not None else None, -32602)
    with checks.check("methods of the handshake are -32601"):
        for method in ("resources/subscribe", "resources/unsubscribe"):
            server.refused(method, enveloped({"uri": "sasae://needs"}), -32601)
    results_are_stamped(checks, server)
    with checks.check("at the end of input the server ends with 0"):
        same(server.finish(), 0, "exit status")
    with checks.check("every message of the server is as the revision defines it"):
        same(sdk.faults_of_lines(server, MODERN), [], "faults")


def bad_envelopes():
    """Envelopes that lack what every request must carry."""
    whole = enveloped()["_meta"]

    def without(name):
        return {key: value for key, value in whole.items() if key != ENVELOPE + name}

    return {
        "an envelope without clientCapabilities": without("clientCapabilities"),
        "an envelope without protocolVersion": without("protocolVersion"),
        "a protocolVersion that is no text": {**whole, ENVELOPE + "protocolVersion": 2026},
        "a request without an envelope": None,
    }


def results_are_stamped(checks, server):
    """Every result has its type and the server's name; what may be cached says how long."""
    cacheable = {
        "server/discover": {},
        "tools/list": {},
        "prompts/list": {},
        "resources/list": {},
        "resources/templates/list": {},
        "resources/read": {"uri": "sasae://needs"},
    }
    others = {
        "tools/call": {"name": "list_needs", "arguments": {}},
        "prompts/get": {"name": "tier3_interview"},
    }
    for method, params in {**cacheable, **others}.items():
        with checks.check(f"the result of {method} is stamped"):
            result = server.result(method, enveloped(params))
            same(result["resultType"], "complete", "resultType")
            info = result["_meta"][ENVELOPE + "serverInfo"]
            expect(info["name"] == "sasae" and info["version"], f"serverInfo is {info}")
            if method in cacheable:
                ttl = result["ttlMs"]
                expect(isinstance(ttl, int) and ttl >= 0, f"ttlMs is {ttl!r}")
                expect(result["cacheScope"] in ("public", "private"), f"{result['cacheScope']}")


def era_is_decided_once(checks, town):
    """The first MCP request decides, and what another era sends is refused."""
    checks = checks.part("eras")
    server = town.serve(scope=None)
    with checks.check("ping and direct methods decide no era: initialize still works"):
        same(server.result("ping"), {}, "ping")
        expect(server.result("list_plugins")["plugins"], "no plugins")
        same(server.handshake()["protocolVersion"], "2025-11-25", "protocolVersion")
    with checks.check("then an enveloped request is -32600 wire.era"):
        server.refused("tools/list", enveloped(), -32600, "wire.era")
        server.refused("resources/read", enveloped({"uri": "sasae://needs"}), -32600, "wire.era")
    with checks.check("and server/discover is refused, so that an older client is not misled"):
        expect(server.refused("server/discover", {})["code"] == -32601, "another code")
        code = server.refused("server/discover", enveloped())["code"]
        expect(code in (-32600, -32601), f"{code}")
    other = town.serve(scope=None)
    with checks.check("a first request with an unknown version is -32022 and decides for 2026"):
        other.refused("server/discover", enveloped(version="2027-01-01"), -32022)
        same(other.result("server/discover", enveloped())["supportedVersions"], [MODERN])
        other.refused("initialize", {"protocolVersion": "2025-11-25"}, -32022)


def listen_ends(checks, town):
    """A listening stream: acknowledged first, silent when cancelled, answered at the end."""
    checks = checks.part("listen lines")
    asked = {"resourcesListChanged": True, "toolsListChanged": True, "promptsListChanged": True}
    for name, end in (("end of input", None), ("SIGTERM", signal.SIGTERM)):
        server = town.serve(scope=None)
        with checks.check(f"at {name} the stream is answered with its result, then exit 0"):
            server.begin("subscriptions/listen", enveloped({"notifications": asked}), "ä-1")
            first = server.wait("an acknowledgement", lambda m: True)[0]
            same(first["method"], "notifications/subscriptions/acknowledged", "the first message")
            same(first["params"]["_meta"][SUBSCRIPTION], "ä-1", "its subscription")
            honoured = first["params"]["notifications"]
            expect(honoured["resourcesListChanged"] is True, f"{honoured}")
            expect(set(honoured) <= set(asked), f"{honoured}")
            same(server.result("tools/list", enveloped())["resultType"], "complete")
            if end:
                server.process.send_signal(end)
                status = server.process.wait(LIMIT)
            else:
                status = server.finish()
            result = server.answer("ä-1")["result"]
            same(result["_meta"][SUBSCRIPTION], "ä-1", "its subscription")
            same(result["resultType"], "complete", "resultType")
            same(status, 0, "exit status")
            same(sdk.faults_of_lines(server, MODERN), [], "faults")
    server = town.serve(scope=None)
    with checks.check("a cancelled stream is not answered, not even at the end"):
        server.begin("subscriptions/listen", enveloped({"notifications": asked}), 41)
        server.notification("notifications/subscriptions/acknowledged")
        server.notify("notifications/cancelled", {"requestId": 41})
        server.result("tools/list", enveloped())
        same(server.finish(), 0, "exit status")
        same([m for m in server.messages if m.get("id") == 41], [], "answers")


def work(checks: Checks, town: Town, given):
    """The whole program."""
    warnings.simplefilter("ignore")

    async def sessions():
        await found_by_itself(checks, town)
        await pinned(checks, town)
        await default_scope(checks, town)
        await handshake_is_served_too(checks, town)

    anyio.run(sessions)
    modern_connection(checks, town)
    era_is_decided_once(checks, town)
    listen_ends(checks, town)


if __name__ == "__main__":
    main("MCP revision 2026-07-28", work)
