#!/usr/bin/env python3
"""A plugin that does next to nothing, so that what a request of 500 candidates costs is Sasae's part.

It declares every field that needs no grant, does not parse what it is sent, and abstains.
"""

import sys

READS = [
    "needs", "person.age", "person.careLevel", "person.home", "person.area", "person.mobility",
    "person.availability", "person.busy", "resource.categories", "resource.modes",
    "resource.areas", "resource.place", "resource.schedule", "resource.cost",
    "resource.eligibility", "resource.capacity", "resource.access", "resource.tags",
]
if sys.argv[1:]:
    READS = sys.argv[1:]
MANIFEST = (
    '{"id":"idle","version":"1","protocolVersion":"1","summary":"-","reads":['
    + ",".join(f'"{name}"' for name in READS)
    + "]}"
).encode()
VERDICTS = b'{"verdicts":[' + b",".join([b'{"abstain":true}'] * 500) + b"]}"

for line in sys.stdin.buffer:
    head = line[:100]
    number = head.split(b'"id":')[1].split(b",")[0]
    result = VERDICTS
    if b"plugin/initialize" in head:
        result = MANIFEST
    elif b"plugin/shutdown" in head:
        result = b"{}"
    sys.stdout.buffer.write(b'{"jsonrpc":"2.0","id":' + number + b',"result":' + result + b"}\n")
    sys.stdout.buffer.flush()
    if b"plugin/shutdown" in head:
        break
