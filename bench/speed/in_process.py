"""What a turn, and the check of a request, cost without a network: in a process of its own.

    python -m bench.speed.in_process CHAIN

CHAIN is a `Chain` as JSON. Prints, as JSON, microseconds by name, a figure for each round; the
rounds of everybody alternate.
"""

import base64
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import msgspec
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import RequestEnvelope
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from bench.load.envelopes import signed_headers
from bench.speed.chain import Chain
from bench.speed.coach import local_verifier
from bench.speed.peers.hello import build_skill as build_hello
from bench.speed.peers.sdk_verifier import sdk_verifier_module
from bench.speed.session import Kind, People, recorded
from skill.alexa.skill import build_skill
from skill.content import Content, load
from skill.progress.open import open_store
from skill.settings import Settings

ROUNDS = 30
CHECKS = 50
HELLO, MEMORY, SQLITE = "hello-world", "coach, memory", "coach, SQLite"
RSA, OURS, SDKS = "one RSA check", "our check", "the SDK's check"

Turn = Callable[[bytes], object]
Microseconds = dict[str, list[float]]


class Found(msgspec.Struct):
    """Microseconds, a figure for each round."""

    turns: dict[str, Microseconds]
    """By device, and by who answers."""
    checks: Microseconds


def main(chain: str) -> None:
    """Measure, and print."""
    content = load()
    found = Found({}, defaultdict(list))
    for kind in get_args(Kind):
        people = People(recorded(content, kind))
        with TemporaryDirectory() as folder:
            found.turns[kind] = _measured_turns(_turns(content, Path(folder)), people)
    body = people.bodies(time.time())[-1]
    _measure_checks(_checks(msgspec.json.decode(chain, type=Chain), body), found.checks)
    sys.stdout.buffer.write(msgspec.json.encode(found))


def _turns(content: Content, folder: Path) -> dict[str, Turn]:
    """Return by name what answers a body with a body: read, think, write."""
    memory = Settings(progress="memory")
    sqlite = Settings(sqlite_file=str(folder / "progress.sqlite3"))
    return {
        HELLO: _sdk_turn(build_hello()),
        MEMORY: _coach_turn(build_skill(content, open_store(memory), memory)),
        SQLITE: _coach_turn(build_skill(content, open_store(sqlite), sqlite)),
    }


def _sdk_turn(skill: CustomSkill) -> Turn:
    serializer = DefaultSerializer()

    def turn(body: bytes) -> object:
        envelope = serializer.deserialize(body.decode(), RequestEnvelope)
        return json.dumps(serializer.serialize(skill.invoke(envelope, None)))

    return turn


def _coach_turn(skill: CustomSkill) -> Turn:
    """Return what `skill.web` does with a body once it is checked."""
    serializer = skill.serializer

    def turn(body: bytes) -> object:
        envelope = serializer.deserialize(body.decode(), RequestEnvelope)
        return msgspec.json.encode(serializer.serialize(skill.invoke(envelope, None)))

    return turn


def _checks(chain: Chain, body: bytes) -> dict[str, Callable[[], object]]:
    """Return by name what checks the signature of one body, with everything fetched."""
    key = chain.signing_key()
    headers = signed_headers(key, body)
    public, signature = key.public_key(), base64.b64decode(headers["Signature-256"])
    ours, sdks = local_verifier(chain), sdk_verifier_module(chain).RequestVerifier()
    text = body.decode()
    return {
        RSA: lambda: public.verify(signature, body, PKCS1v15(), SHA256()),
        OURS: lambda: ours.verify(headers, body),
        SDKS: lambda: sdks.verify(headers, text, None),
    }


def _measured_turns(turns: dict[str, Turn], people: People) -> Microseconds:
    found: Microseconds = defaultdict(list)
    for number in range(ROUNDS + 3):
        bodies = people.bodies(time.time())
        for name, turn in turns.items():
            start = time.perf_counter()
            for body in bodies:
                turn(body)
            if number >= 3:  # The first ones warm up.
                found[name].append((time.perf_counter() - start) / len(bodies) * 1e6)
    return found


def _measure_checks(checks: dict[str, Callable[[], object]], found: Microseconds) -> None:
    for number in range(ROUNDS // 2 + 1):
        for name, check in checks.items():
            start = time.perf_counter()
            for _ in range(CHECKS):
                check()
            if number:
                found[name].append((time.perf_counter() - start) / CHECKS * 1e6)


if __name__ == "__main__":
    main(*sys.argv[1:])
