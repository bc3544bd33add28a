"""What the end-to-end clients share: checks that go on after a failure, a workspace with the
sample town, and a client of lines whose every wait has a limit."""

import argparse
import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

MODERN = "2026-07-28"
"""The revision whose requests each carry their own envelope."""

ENVELOPE = "io.modelcontextprotocol/"
"""What the members of `_meta` that the protocol owns begin with."""

LIMIT = 10.0
"""Seconds a check waits for anything, far more than it takes."""


class Failure(Exception):
    """Why a check failed."""


def expect(condition, why):
    """Fails the check around it unless the condition holds."""
    if not condition:
        raise Failure(why)


def same(found, expected, what="value"):
    """Fails the check around it unless both are equal."""
    if found != expected:
        raise Failure(f"{what} is {short(found)} where {short(expected)} is due")


def short(value, length=300):
    """A value as text that fits a line."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= length else text[:length] + " …"


class Checks:
    """Counts checks and prints a line for each; a failed one does not end the program."""

    def __init__(self, name="", counts=None):
        self.name = name
        self.counts = counts if counts is not None else {"passed": 0, "failed": 0}

    def part(self, name):
        """The same checks; each line begins with this name."""
        return Checks(f"{self.name}{name}: ", self.counts)

    @contextmanager
    def check(self, what):
        """The body is the check: it fails when the body raises."""
        try:
            yield
        except Exception as error:
            self._note("failed", f"not ok {self.name}{what} : {reason(error)}")
        else:
            self._note("passed", f"ok {self.name}{what}")

    def _note(self, end, line):
        if "is over" not in self.counts:
            self.counts[end] += 1
            print(line, flush=True)

    def finish(self):
        """Prints the sums and returns the exit status."""
        passed, failed = self.counts["passed"], self.counts["failed"]
        print(f"{passed} passed, {failed} failed", flush=True)
        return 1 if failed or not passed else 0


def reason(error):
    """An error in one line, with what stands inside a group of them."""
    inner = getattr(error, "exceptions", None)
    if inner:
        return "; ".join(reason(one) for one in inner)
    name = "" if isinstance(error, Failure) else f"{type(error).__name__} "
    code = getattr(error, "code", None)
    text = " ".join(f"{code if isinstance(code, int) else ''} {error}".split())
    return short(f"{name}{text}", 900)


def arguments(purpose, *extra):
    """The command line every program takes."""
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("--sasae", required=True, help="the program")
    parser.add_argument("--data", required=True, help="its data folder")
    for name in extra:
        parser.add_argument(name)
    return parser.parse_args()


def end_after(seconds, checks, town):
    """Ends the program, and its servers, when it hangs in spite of all limits."""

    def end():
        with checks.check("the whole program"):
            raise Failure(f"no end after {seconds} s")
        checks.finish()
        checks.counts["is over"] = True
        for child in children():
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        town.close()
        os._exit(1)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()


def children():
    """Numbers of the processes this one started, the SDK's servers among them."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = path.read_text().rpartition(")")[2].split()[1]
            if int(parent) == os.getpid():
                yield int(path.parent.name)


class Town:
    """A temporary folder with the sample town, of which every server gets a copy of its own."""

    def __init__(self, sasae, data):
        self.sasae = str(Path(sasae).absolute())
        self.data = str(Path(data).absolute())
        self.folder = Path(tempfile.mkdtemp(prefix="sasae-e2e-"))
        self.servers = []
        atexit.register(self.close)
        self.environment = {
            "HOME": str(self.folder),
            "PATH": "/usr/bin:/bin",
            "LANG": "en_GB.UTF-8",
            "SASAE_DATA": self.data,
            "PYTHONUTF8": "1",
        }
        self.first = str(self.folder / "first")
        self.copies = 0
        self.run("init", "--sample", workspace=self.first)

    def close(self):
        """Kills what still runs and removes the folder."""
        for server in self.servers:
            server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def copy(self):
        """A new workspace with the sample town."""
        self.copies += 1
        path = str(self.folder / f"copy-{self.copies}")
        shutil.copytree(self.first, path)
        return path

    def write(self, name, text):
        """A file in the temporary folder; returns its path."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def csv(self, name, word, count):
        """A list of invented meetings whose names begin with `word`, written once."""
        if (self.folder / name).exists():
            return str(self.folder / name)
        rows = (
            f"{word}{n:05}〔架空〕,香川県高松市北浜町1-{n},087-000-0001,毎週水曜 10:00～11:30,100円\n"
            for n in range(count)
        )
        return self.write(name, "名称,住所,電話番号,日時,参加費\n" + "".join(rows))

    def run(self, *words, workspace, status=0):
        """Runs a command in another process and returns what it printed."""
        done = subprocess.run(
            [self.sasae, "--workspace", workspace, *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
        )
        if done.returncode != status:
            error = done.stderr.decode("utf-8", "replace")
            raise Failure(f"sasae {' '.join(words)} ended with {done.returncode}: {short(error)}")
        return done.stdout.decode("utf-8")

    def command(self, workspace, *options, scope="read,match,write"):
        """The words that start a server, without the program's own name."""
        scopes = ["--scope", scope] if scope else []
        return ["--workspace", workspace, *options, "serve", *scopes]

    def serve(self, *options, scope="read,match,write", workspace=None):
        """Starts a server to talk to in lines; relative paths begin in the temporary folder."""
        words = self.command(workspace or self.copy(), *options, scope=scope)
        server = Server([self.sasae, *words], self.environment, self.folder)
        self.servers.append(server)
        return server


class Server:
    """A server's process with a thread on each of its outputs. Every wait ends."""

    def __init__(self, words, environment, folder):
        self.process = subprocess.Popen(
            words,
            env=environment,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.lines = []
        self.messages = []
        self.errors = b""
        self.is_over = False
        self.last_id = 0
        self.asked = {}
        self.arrived = threading.Condition()
        for work in (self._read_answers, self._read_errors):
            threading.Thread(target=work, daemon=True).start()

    def _read_answers(self):
        for line in self.process.stdout:
            try:
                message = json.loads(line.decode("utf-8"))
            except ValueError as error:
                message = {"not JSON": f"{error}: {short(line)}"}
            with self.arrived:
                self.lines.append(line)
                self.messages.append(message)
                self.arrived.notify_all()
        with self.arrived:
            self.is_over = True
            self.arrived.notify_all()

    def _read_errors(self):
        for line in self.process.stderr:
            self.errors += line

    def send_line(self, line):
        """Sends bytes as they are, with the line's end."""
        try:
            self.process.stdin.write(line + b"\n")
            self.process.stdin.flush()
        except OSError as error:
            raise Failure(f"the server no longer reads: {error}; {self.said()}") from error

    def send(self, message):
        """Sends one message."""
        self.send_line(json.dumps(message, ensure_ascii=False).encode("utf-8"))

    def begin(self, method, params=None, id=None):
        """Sends a request and returns its id without waiting."""
        if id is None:
            self.last_id += 1
            id = self.last_id
        message = {"jsonrpc": "2.0", "id": id, "method": method}
        if params is not None:
            message["params"] = params
        self.asked[id] = method
        self.send(message)
        return id

    def notify(self, method, params=None):
        """Sends a notification."""
        message = {"jsonrpc": "2.0", "method": method}
        if params is not None:
            message["params"] = params
        self.send(message)

    def wait(self, what, test, limit=LIMIT, after=0):
        """The first message from number `after` on that passes the test, and its number."""
        end = time.monotonic() + limit
        seen = after
        with self.arrived:
            while True:
                while seen < len(self.messages):
                    if test(self.messages[seen]):
                        return self.messages[seen], seen
                    seen += 1
                left = end - time.monotonic()
                if left <= 0 or self.is_over:
                    raise Failure(f"{what}: nothing came; {self.said()}")
                self.arrived.wait(left)

    def answer(self, id, limit=LIMIT):
        """The whole answer to a request."""
        return self.wait(
            f"answer to {id!r}",
            lambda m: isinstance(m, dict) and "method" not in m and m.get("id") == id,
            limit,
        )[0]

    def ask(self, method, params=None, limit=LIMIT):
        """A request and its whole answer."""
        return self.answer(self.begin(method, params), limit)

    def result(self, method, params=None, limit=LIMIT):
        """What a request results in; an error fails the check."""
        answer = self.ask(method, params, limit)
        expect("result" in answer, f"{method} answered {short(answer)}")
        return answer["result"]

    def refused(self, method, params=None, code=None, name=None):
        """The error a request ends in, with this number and stable code where given."""
        answer = self.ask(method, params)
        expect("error" in answer, f"{method} answered {short(answer)}")
        error = answer["error"]
        if code is not None:
            expect(error.get("code") == code, f"{method}: {short(error)} where {code} is due")
        if name is not None:
            found = (error.get("data") or {}).get("code")
            expect(found == name, f"{method}: {short(error)} where {name} is due")
        return error

    def notification(self, method, limit=LIMIT, after=0, **params):
        """The first notification of this method whose params hold these members."""

        def fits(message):
            given = message.get("params") or {}
            return message.get("method") == method and all(
                given.get(key) == value for key, value in params.items()
            )

        return self.wait(method, fits, limit, after)[0]

    def handshake(self, version="2025-11-25"):
        """Opens a handshake session and returns what `initialize` said."""
        client = {"name": "end-to-end", "version": "1"}
        params = {"protocolVersion": version, "capabilities": {}, "clientInfo": client}
        said = self.result("initialize", params)
        self.notify("notifications/initialized")
        return said

    def finish(self, limit=LIMIT):
        """Ends the input and returns the exit status."""
        try:
            self.process.stdin.close()
        except OSError:
            pass
        try:
            return self.process.wait(limit)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure("the server did not end at the end of its input") from None

    def kill(self):
        """Ends the process whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def said(self):
        """The end of what the server wrote for people."""
        return f"standard error: {short(self.errors[-300:].decode('utf-8', 'replace'))!r}"


def enveloped(params=None, version=MODERN, capabilities=None, **meta):
    """Params with the envelope a request of 2026-07-28 carries."""
    envelope = {
        ENVELOPE + "protocolVersion": version,
        ENVELOPE + "clientInfo": {"name": "end-to-end", "version": "1"},
        ENVELOPE + "clientCapabilities": capabilities if capabilities is not None else {},
        **meta,
    }
    return {**(params or {}), "_meta": envelope}


def main(purpose, work, *extra, limit=150):
    """Runs a program's work with its checks and ends with its status."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = arguments(purpose, *extra)
    checks = Checks()
    with checks.check("the program runs to its end"):
        town = Town(given.sasae, given.data)
        end_after(limit, checks, town)
        work(checks, town, given)
    sys.exit(checks.finish())
