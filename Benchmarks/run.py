#!/usr/bin/env python3
"""Measures Sasae beside a bare C++ libxapian program and SQLite FTS5, and prints Markdown tables.

Everything is measured in this one run: compare rows of one run, not figures of two. Nothing but Python's standard
library is needed, and g++, libxapian, libmecab and the sqlite3 command line for the peers.
"""
import argparse
import collections
import hashlib
import json
import os
import platform
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
import unicodedata

import reading

SMALL = 2000
LIST_ROWS = 100000
PHRASE = "買い物代行"
LIMIT = 10
COUNT_QUERIES = 1000
WARM_UP = 3
TEXT_FIELDS = ("name", "kana", "category_label", "area", "address", "schedule", "cost", "venue", "description")
CJK = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUN = re.compile(f"[{CJK}]+|[0-9a-z]+")

Usage = collections.namedtuple("Usage", "wall cpu rss_mib")


# -- running programs ----------------------------------------------------------------------------------------------

def say(text):
    print(text, file=sys.stderr, flush=True)


def output_of(*command):
    """What a command prints, or "?" where there is no such command."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return (done.stdout.strip() or done.stderr.strip()).split("\n")[0]
    except (OSError, subprocess.CalledProcessError):
        return "?"


def run(command, **options):
    done = subprocess.run([str(c) for c in command], **options)
    if done.returncode:
        sys.exit(f"status {done.returncode}: {' '.join(str(c) for c in command)}")
    return done


GNU_TIME = "/usr/bin/time"


def measured(command, stdout, environment=None):
    """Runs a command with its output in a file; wall, CPU and peak memory.

    A child's peak counts what its parent held when it was started, so a small parent, time(1), is preferred to this
    program's own.
    """
    report = stdout + ".time"
    if sys.platform == "linux" and os.access(GNU_TIME, os.X_OK):
        command = [GNU_TIME, "-v", "-o", report] + command
    with open(stdout, "wb") as out:
        started = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, env=dict(os.environ, **(environment or {})))
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"status {child.returncode}: {' '.join(command)}")
    rss = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    if command[0] == GNU_TIME:
        with open(report) as f:
            rss = int(re.search(r"Maximum resident set size \(kbytes\): (\d+)", f.read())[1]) / 1024
    return Usage(wall, used.ru_utime + used.ru_stime, rss)


def spawn_us(command):
    """One process from start to end, its output thrown away: microseconds."""
    null = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
    null += [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    started = time.perf_counter_ns()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=null)
    _, status = os.waitpid(pid, 0)
    elapsed = (time.perf_counter_ns() - started) / 1000
    if status:
        sys.exit(f"status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return elapsed


def interleaved(commands, runs):
    """Every command `runs` times, in a fresh random order each round: name → microseconds."""
    order, shuffler = list(commands), random.Random(1)
    times = {name: [] for name in commands}
    for number in range(WARM_UP + runs):
        shuffler.shuffle(order)
        for name in order:
            elapsed = spawn_us(commands[name])
            if number >= WARM_UP:
                times[name].append(elapsed)
    return times


def allocated_mb(path):
    """Bytes on disk of a file or folder, in 10^6."""
    files = [path] if os.path.isfile(path) else [os.path.join(d, f) for d, _, fs in os.walk(path) for f in fs]
    return sum(os.stat(f).st_blocks * 512 for f in files) / 1e6


# -- text ----------------------------------------------------------------------------------------------------------

def normalised(text):
    return unicodedata.normalize("NFKC", text).lower()


def bigrams(text):
    """Pairs of neighbouring characters of Japanese runs; Latin words and single characters as they are."""
    terms = []
    for word in RUN.findall(normalised(text)):
        if word[0].isascii() or len(word) == 1:
            terms.append(word)
        else:
            terms.extend(word[i : i + 2] for i in range(len(word) - 1))
    return terms


def text_of(record):
    return "\n".join([record[field] for field in TEXT_FIELDS] + [" ".join(record["tags"])])


def lines_of(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


# -- inputs and peers ----------------------------------------------------------------------------------------------

class Scale:
    """The files of one number of records, all in the work folder."""

    def __init__(self, bench, n):
        self.n = n
        stem = f"{bench.work}/{bench.generator}-{n}"
        self.records, self.native, self.queries = stem + ".jsonl", stem + ".ndjson", stem + "-queries.jsonl"
        self.workspace, self.report = f"{bench.work}/workspace-{n}", f"{bench.work}/report-{n}.json"
        self.tsv, self.terms = f"{bench.work}/cpp-{n}.tsv", f"{bench.work}/cpp-{n}-terms.txt"
        self.xapian, self.sqlite = f"{bench.work}/cpp-{n}.xapian", f"{bench.work}/fts5-{n}.sqlite"


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = os.path.abspath(os.path.expanduser(os.environ.get("SASAE_BENCH_DIR") or "~/.cache/sasae-bench"))
        os.makedirs(self.work, exist_ok=True)
        self.generator = "records-" + digest(options.gen, "gen.py", "native.py")
        self.xq = f"{self.work}/xq-" + digest(options.gen, "cpp/xq.cc")
        self.scales = [Scale(self, n) for n in sorted({SMALL, options.n})]

    def prepare(self):
        """The generated files, kept from run to run (they depend on the generator and N alone), and the C++ program."""
        gen = self.options.gen
        for s in self.scales:
            if not os.path.exists(s.queries):
                say(f"generating {s.n} records")
                python, n = [sys.executable], str(s.n)
                run(python + [f"{gen}/gen.py", "records", "--n", n, "--out", s.records])
                run(python + [f"{gen}/native.py", s.records, s.native])
                run(python + [f"{gen}/gen.py", "queries", "--n", n, "--count", COUNT_QUERIES, "--out", s.queries + ".new"])
                os.replace(s.queries + ".new", s.queries)
        if not os.path.exists(self.xq):
            say("compiling the C++ peer")
            source = f"{gen}/cpp/xq.cc"
            run(["g++", "-O2", "-std=c++17", source, "-lxapian", "-lmecab", "-o", self.xq + ".new"])
            os.replace(self.xq + ".new", self.xq)

    def import_into_sasae(self, s):
        """A new workspace, then the whole import: reading, storing, indexing."""
        shutil.rmtree(s.workspace, ignore_errors=True)
        sasae = [self.options.sasae, "--workspace", s.workspace]
        run(sasae + ["init"], stdout=subprocess.DEVNULL)
        used = measured(sasae + ["--format", "json", "import", s.native], s.report)
        with open(s.report, encoding="utf-8") as f:
            added = sum(file["added"] for file in json.load(f)["files"])
        if added != s.n:
            sys.exit(f"sasae added {added} of {s.n} records")
        return used

    def index_with_cpp(self, s):
        """The floor: an index of bigrams from ready lines, nothing stored beside it."""
        with open(s.tsv, "w", encoding="utf-8") as f:
            for r in lines_of(s.records):
                text = normalised(text_of(r)).replace("\t", " ").replace("\n", " ")
                f.write(f"{r['id']}\t{r['category']}\t{r['area']}\t{text}\n")
        shutil.rmtree(s.xapian, ignore_errors=True)
        # A small flush threshold uses half the CPU and a tenth of the memory of Xapian's default.
        return measured([self.xq, "index", s.xapian, s.tsv, "bi"], s.tsv + ".report", {"XAPIAN_FLUSH_THRESHOLD": "1000"})

    def index_with_sqlite(self, s):
        """A contentless FTS5 table of bigrams; a phrase of bigrams finds a substring."""
        if os.path.exists(s.sqlite):
            os.remove(s.sqlite)
        db = sqlite3.connect(s.sqlite)
        db.execute("pragma journal_mode = off")
        db.execute("pragma synchronous = off")
        db.execute("create table record (rowid integer primary key, id text)")
        db.execute("create virtual table bi using fts5(grams, content='', tokenize='unicode61 remove_diacritics 0')")
        for number, r in enumerate(lines_of(s.records), 1):
            db.execute("insert into record values (?, ?)", (number, r["id"]))
            db.execute("insert into bi (rowid, grams) values (?, ?)", (number, " ".join(bigrams(text_of(r)))))
        db.execute("insert into bi (bi) values ('optimize')")
        db.commit()
        db.close()

    def one_shot_commands(self, s):
        grams = bigrams(PHRASE)
        sql = (
            "select record.id, bi.rank from bi join record on record.rowid = bi.rowid "
            f"""where bi match '"{' '.join(grams)}"' order by bi.rank limit {LIMIT}"""
        )
        return {
            "C++ libxapian, ready bigrams": [self.xq, "oneterm", s.xapian] + grams,
            "sasae search": [self.options.sasae, "--workspace", s.workspace, "search", PHRASE, "--limit", str(LIMIT)],
            "sqlite3 FTS5, bigram phrase": [shutil.which("sqlite3"), s.sqlite, sql],
            "a process that does nothing": [shutil.which("true")],
        }


def digest(folder, *names):
    content = hashlib.sha256()
    for name in names:
        with open(os.path.join(folder, name), "rb") as f:
            content.update(f.read())
    return content.hexdigest()[:8]


# -- tables --------------------------------------------------------------------------------------------------------

def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def heading(title, *columns):
    print(f"\n### {title}\n")
    row(*columns)
    row(*("---" for _ in columns))


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def median_usage(runs):
    return Usage(*(statistics.median(column) for column in zip(*runs)))


def print_versions(bench):
    system = platform.platform()
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"] + ", " + platform.machine()
    except (AttributeError, OSError, KeyError):
        pass
    print("## Sasae benchmark\n")
    print(f"- {output_of(bench.options.sasae, '--version')} (sasae), {output_of('swiftc', '--version')}")
    print(f"- Xapian {output_of('pkg-config', '--modversion', 'xapian-core')}, MeCab {output_of('mecab-config', '--version')}, "
          f"sqlite3 {output_of('sqlite3', '--version').split(' ')[0]}, g++ {output_of('g++', '-dumpfullversion')}, "
          f"Python {platform.python_version()}")
    print(f"- {system}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    print(f"- N = {', '.join(str(s.n) for s in bench.scales)} generated records, page cache warm")


def imports(bench):
    heading("Import, end to end", "N", "program", "runs", "wall s", "CPU s", "records/s", "peak RSS MiB", "on disk MB",
            "CPU / C++")
    for s in bench.scales:
        rounds = bench.options.imports if s.n <= SMALL else 1
        ours, floor = [], []
        for number in range(rounds):
            say(f"importing {s.n} records, run {number + 1} of {rounds}")
            ours.append(bench.import_into_sasae(s))
            floor.append(bench.index_with_cpp(s))
        ours, floor = median_usage(ours), median_usage(floor)
        for name, used, path in (("sasae import", ours, s.workspace), ("C++ libxapian, bigrams only", floor, s.xapian)):
            row(s.n, name, rounds, f"{used.wall:.2f}", f"{used.cpu:.2f}", f"{s.n / used.wall:.0f}",
                f"{used.rss_mib:.0f}", f"{allocated_mb(path):.1f}", f"{used.cpu / floor.cpu:.2f}")
    print("\nThe C++ row only indexes: no check, no store, no words, no position on the map, no sync to disk.")


def lists(bench):
    if not bench.options.sasae_bench:
        return
    path = os.path.join(bench.work, f"list-{LIST_ROWS}.csv")
    if not os.path.exists(path):
        reading.write(LIST_ROWS, path)
    heading(f"Reading a list: {LIST_ROWS:,} rows of 24 columns, CP932, {os.path.getsize(path) / 1e6:.0f} MB, one core",
            "program", "rows/s of CPU", "CPU s", "peak MiB", "ratio")
    ours, theirs = [], []
    for _ in range(3):
        done = run([bench.options.sasae_bench, "--read", path, "--rounds", "3"], capture_output=True, text=True)
        ours.append(json.loads(done.stdout))
        theirs.append(reading.read_with_python(path)[1])
    python = statistics.median(theirs)
    one = sorted(ours, key=lambda o: o["rows_per_s"])[1]
    both = one["keys_s"] + one["map_s"]
    row("sasae: parsed and mapped", f"{one['rows_per_s']:,.0f}", f"{one['map_s']:.2f}", f"{one['peak_mib']:.0f}",
        f"{one['map_s'] / python:.2f}")
    row("sasae: the same and the keys before it, as an import reads", f"{one['rows_per_s_both']:,.0f}", f"{both:.2f}", "",
        f"{both / python:.2f}")
    row("Python csv.DictReader, no meaning", f"{LIST_ROWS / python:,.0f}", f"{python:.2f}", "", "1.00")


def in_process(bench):
    heading(f"Search in one process, {COUNT_QUERIES} queries of 1 to 3 terms, some with filters", "N", "program",
            "p50 µs", "p95 µs", "p99 µs", "p50 / C++", "p95 / C++", "hits")
    for s in bench.scales:
        with open(s.terms, "w", encoding="utf-8") as f:
            for q in lines_of(s.queries):
                filters = [prefix + q[key] for prefix, key in (("XC", "category"), ("XA", "area")) if key in q]
                f.write(" ".join(bigrams(q["q"]) + filters) + "\n")
        programs = {"C++ libxapian, ready bigrams": [bench.xq, "bench", s.xapian, s.terms, "bm25", "0", "1"]}
        if bench.options.sasae_bench:
            programs["sasae-bench"] = [
                bench.options.sasae_bench, "--workspace", s.workspace, "--queries", s.queries, "--rounds", "3"]
        answers = {name: [] for name in programs}
        for _ in range(3):
            for name, command in programs.items():
                lines = run(command, stdout=subprocess.PIPE, text=True).stdout.strip().splitlines()
                answers[name].append(json.loads(lines[-1]))
        figures = {name: [statistics.median(a[key] for a in runs) for key in ("p50_us", "p95_us", "p99_us")]
                   for name, runs in answers.items()}
        floor = next(iter(figures.values()))
        for name, (p50, p95, p99) in figures.items():
            row(s.n, name, f"{p50:.0f}", f"{p95:.0f}", f"{p99:.0f}", f"{p50 / floor[0]:.2f}", f"{p95 / floor[1]:.2f}",
                answers[name][-1]["hits"])
    print("\nMedians of three runs, the programs in turn. The C++ program gets the terms ready-made and demands all of them; "
          "each counts hits its own way.")


def wire(bench):
    """`sasae serve` on its pipes, beside the same search in a process and beside a program that only echoes."""
    if not bench.options.sasae_bench:
        return
    s, requests = bench.scales[-1], bench.options.requests
    say(f"the wire, {requests} requests")
    answers = []
    for many in (0, 0, requests):
        done = run([bench.options.sasae_bench, "--wire", bench.options.sasae, "--workspace", s.workspace, "--queries",
                    s.queries, "--requests", str(many), "--full"], stdout=subprocess.PIPE, text=True)
        answers.append(json.loads(done.stdout))
    figure = {key: statistics.median(a[key] for a in answers) for key in answers[0]}
    heading(f"The wire: one request at a time, {s.n:,} records, {LIMIT} hits", "round trip", "p50 µs", "ratio")
    row("echo by cat, the floor of two pipes", f"{figure['echo_p50_us']:.1f}", "1.00")
    row("ping", f"{figure['ping_p50_us']:.1f}", f"{figure['ping_p50_us'] / figure['echo_p50_us']:.2f}")
    row("search in this process, to JSON", f"{figure['search_inside_p50_us']:.0f}", "1.00")
    row("the same over the wire", f"{figure['search_wire_p50_us']:.0f}",
        f"{figure['search_wire_p50_us'] / figure['search_inside_p50_us']:.2f}")
    last = answers[-1]
    print(f"\nMedians of three runs. Overhead of a search, p50 of its differences: {figure['overhead_p50_us']:.0f} µs. "
          f"Pipelined: {figure['pings_per_s']:,.0f} pings/s. Resident memory of the server before and after "
          f"{requests:,} requests, one in twenty a search: {last['rss_before_kib'] / 1024:.1f} and "
          f"{last['rss_after_kib'] / 1024:.1f} MiB.")


def one_shots(bench):
    runs = bench.options.runs
    heading(f"One search as one process: {PHRASE}, {LIMIT} hits, {runs} runs each in random order", "N", "program", "p50 ms",
            "p95 ms", "p50 / C++", "p50 / sqlite3")
    for s in bench.scales:
        say(f"one-shot searches, {s.n} records")
        bench.index_with_sqlite(s)
        commands = bench.one_shot_commands(s)
        for name, command in list(commands.items())[:3]:
            if run(command, stdout=subprocess.PIPE).stdout.strip() in (b"", b"0"):
                sys.exit(f"{name} found nothing: {' '.join(command)}")
        times = interleaved(commands, runs)
        p50 = {name: statistics.median(values) for name, values in times.items()}
        floor, *_ = p50.values()
        for name, values in times.items():
            row(s.n, name, f"{p50[name] / 1000:.2f}", f"{percentile(values, 0.95) / 1000:.2f}", f"{p50[name] / floor:.2f}",
                f"{p50[name] / p50['sqlite3 FTS5, bigram phrase']:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gen", required=True, metavar="PATH", help="folder with gen.py, native.py and cpp/xq.cc")
    parser.add_argument("--n", type=int, default=50000, help=f"records beside the small scale of {SMALL} (default 50000)")
    parser.add_argument("--sasae", required=True, metavar="PROGRAM", help="the sasae to measure")
    parser.add_argument("--sasae-bench", metavar="PROGRAM", help="the in-process benchmark; without it only C++ is shown")
    parser.add_argument("--imports", type=int, default=3, help=f"imports at {SMALL} records (default 3; one above)")
    parser.add_argument("--runs", type=int, default=60, help="one-shot runs of each program (default 60)")
    parser.add_argument("--requests", type=int, default=1000000, help="requests the server's memory is watched over (default 1,000,000)")
    options = parser.parse_args()
    for name in ("gen", "sasae", "sasae_bench"):
        if getattr(options, name):
            setattr(options, name, os.path.abspath(getattr(options, name)))
    bench = Bench(options)
    bench.prepare()
    print_versions(bench)
    imports(bench)  # first: a child's peak memory must not show what this program held
    lists(bench)
    in_process(bench)
    wire(bench)
    one_shots(bench)


if __name__ == "__main__":
    main()
