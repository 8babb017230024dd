"""What keeping progress costs: bytes, processor time, latency, calls; and many devices at once.

    python -m bench.progress

Processor times are of this process, with an answer made here and no socket, so that they show
botocore's work and ours. Latencies are against the test server on this machine. Figures of one
machine compare with each other, not with another machine's.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path

import boto3
import msgspec
from botocore.awsrequest import AWSResponse
from botocore.client import BaseClient
from botocore.config import Config

from skill.progress import codec
from skill.progress.dynamodb.client import connect
from skill.progress.dynamodb.items import key
from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.dynamodb.table import create_table
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressStore, ProgressUnavailable, Request, Update
from tests.progress import ministack
from tests.progress.people import EIGHT_O_CLOCK, MINUTE, at_step, finished, request
from tests.progress.test_dynamodb import LONG_DAY, size

ROUNDS = 9
CALLS = 150
KEEP_DAYS = 540
USER = "amzn1.ask.account." + "A" * 192
TURNS = range(40)
"""The full routine for the first time, without questions; who knows its moves takes 28."""
SETS = 11
"""Of the full routine: five moves with two sides each, one with both at once."""
PROCESSES, THREADS, TURNS_EACH = 4, 4, 40

Work = Callable[[], object]


class _Answer:
    """What a socket would have given."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def stream(self, **_: object) -> Iterator[bytes]:
        yield self._body


def answered(client: BaseClient, body: bytes = b"{}") -> BaseClient:
    """Answer each request of a client without sending it."""
    headers = {"content-length": str(len(body))}
    client.meta.events.register(
        "before-send.dynamodb.*",
        lambda request, **_: AWSResponse(request.url, 200, headers, _Answer(body)),
    )
    return client


def processor_us(work: Work) -> float:
    """Take the median over rounds of the processor time of a call, in microseconds."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(CALLS):
            work()
        rounds.append((time.process_time() - start) / CALLS * 1e6)
    return statistics.median(rounds)


def latency_ms(work: Work, calls: int = 300) -> tuple[float, float]:
    """Take the median and the 99th percentile of a call, in milliseconds."""
    taken = []
    for _ in range(calls):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return statistics.median(taken), taken[calls * 99 // 100]


def say(label: str, *figures: object) -> None:
    """Write a line of the table."""
    shown = "".join(f"{one:>10.2f}" if isinstance(one, float) else f"{one:>10}" for one in figures)
    print(f"{label:<58}{shown}")


def turn(store: ProgressStore, sets: int = 0, update: Update | None = None) -> Work:
    """Return a turn of its own time, with so many new sets."""
    minutes, keys = count(), count()

    def speak() -> None:
        new = tuple(finished(next(keys), run=uuid.uuid4().hex[:8]) for _ in range(sets))
        store.save(request(USER, next(minutes)), update or Update(LONG_DAY, new))

    return speak


def plain_update(client: BaseClient, state: Mapping[str, object]) -> Work:
    """Return the same conditional write, as a client is used without further thought."""
    values: dict[str, object] = {
        ":kept": state,
        ":at": {"N": str(EIGHT_O_CLOCK)},
        ":expires": {"N": "1842076860"},
    }
    return lambda: client.update_item(
        TableName="hip-coach",
        Key=key(USER),
        UpdateExpression="SET kept = :kept, moved_ms = :at, expires = :expires",
        ConditionExpression="attribute_not_exists(moved_ms) OR moved_ms <= :at",
        ExpressionAttributeValues=values,
    )


def as_map(value: object) -> dict[str, object]:
    """Return a value as DynamoDB's own types, each under its letter."""
    if isinstance(value, dict):
        return {"M": {name: as_map(one) for name, one in value.items()}}
    if isinstance(value, list | tuple):
        return {"L": [as_map(one) for one in value]}
    return {"N": str(value)} if isinstance(value, int) else {"S": str(value)}


def show_processor_times() -> None:
    """Show what each setting of the client, and the form of the state, are worth."""
    text = codec.encode_state(LONG_DAY)
    fields, blob = as_map(msgspec.to_builtins(LONG_DAY)), {"B": codec.pack(text)}
    plain = answered(boto3.client("dynamodb"))
    checked = {"parameter_validation": False}
    once = {**checked, "retries": {"mode": "standard", "total_max_attempts": 1}}
    print("\nProcessor time of a conditional write (µs)")
    say("boto3 client as it comes, state as a deep map", processor_us(plain_update(plain, fields)))
    string = {"S": text.decode()}
    say("  state as one JSON string", processor_us(plain_update(plain, string)))
    say("  state as packed bytes", processor_us(plain_update(plain, blob)))
    for label, settings in (("parameters not checked", checked), ("one layer of retries", once)):
        client = answered(boto3.client("dynamodb", config=Config(**settings)))
        say(f"  ... and {label}", processor_us(plain_update(client, blob)))
    ours = DynamoProgress(answered(connect("", "")), "hip-coach", KEEP_DAYS)
    say("  ... and a fixed user agent: save()", processor_us(turn(ours)))
    say("save() with a finished set (transaction)", processor_us(turn(ours, sets=1)))
    item = b'{"Item":{"kept":{"B":"%s"}}}' % b64encode(blob["B"])
    reader = DynamoProgress(answered(connect("", ""), item), "hip-coach", KEEP_DAYS)
    say("load()", processor_us(lambda: reader.load(request(USER))))
    print("of which")
    say("  encode and pack the state", processor_us(lambda: codec.pack(codec.encode(LONG_DAY))))
    say("  unpack and decode it", processor_us(lambda: codec.read(blob["B"], packed=True)))


def show_sizes(store: DynamoProgress) -> None:
    """Show what items are billed for."""
    print("\nBytes")
    text = codec.encode_state(LONG_DAY)
    say("a long state as JSON / packed", len(text), len(codec.pack(text)))
    for label, progress in (("a short one", at_step(3)), ("a long one", LONG_DAY)):
        store.forget(USER)
        store.save(request(USER), Update(progress, (finished(0),), before=progress))
        items = list(store._items(USER))
        say(f"item `progress` of {label}, with its session's beginning", size(items[0]))
    say("item of a finished set", size(items[1]))


def show_latencies(dynamodb: DynamoProgress, folder: Path) -> None:
    """Show how long reads and writes of each store take."""
    print("\nLatency (ms): median, 99th percentile")
    sqlite = SqliteProgress(str(folder / "progress.sqlite3"), KEEP_DAYS)
    for name, store in (("ministack", dynamodb), ("SQLite", sqlite)):
        say(f"{name}: save()", *latency_ms(turn(store)))
        say(f"{name}: save() with a finished set", *latency_ms(turn(store, sets=1)))
        say(f"{name}: load()", *latency_ms(partial(store.load, request(USER))))
    sqlite.close()


def show_calls(dynamodb: DynamoProgress) -> None:
    """Show what a session asks of DynamoDB."""
    calls: Counter[str] = Counter()
    client = dynamodb._client
    client.meta.events.register(
        "before-send.dynamodb.*",
        lambda request, **_: calls.update([request.headers["X-Amz-Target"].decode().split(".")[1]]),
    )
    user = uuid.uuid4().hex
    last_turns = range(3, 3 + 3 * SETS, 3)
    before = dynamodb.load(request(user))
    for number in TURNS:
        new = (finished(number),) if number in last_turns else ()
        opening = before if number == 0 else None
        dynamodb.save(request(user, number), Update(at_step(number), new, opening))
    print(f"\nCalls of a session of {len(TURNS)} turns, {SETS} sets")
    for name, number in calls.items():
        say(name, number)


def device(url: str, table: str, user: str, number: int) -> int:
    """Let threads of this process speak as a device each; return the turns told to be lost."""
    store = DynamoProgress(connect("", url), table, KEEP_DAYS)

    def speak(thread: int) -> int:
        name, failed = f"{number}.{thread}", 0
        for turn_number in range(TURNS_EACH):
            sets = finished(turn_number, run=name), finished(turn_number, run="shared")
            at_ms = EIGHT_O_CLOCK + turn_number * MINUTE + number * THREADS + thread
            saying = Request(user, f"{name}/{turn_number}", at_ms)
            failed += _until_acknowledged(store, saying, Update(at_step(turn_number), sets))
        return failed

    with ThreadPoolExecutor(THREADS) as threads:
        return sum(threads.map(speak, range(THREADS)))


def _until_acknowledged(store: ProgressStore, saying: Request, update: Update) -> int:
    for failed in count():
        try:
            store.save(saying, update)
        except ProgressUnavailable:
            continue
        return failed
    return 0


def show_many_devices(url: str, table: str) -> None:
    """Show that sets of many devices are counted once each."""
    user = uuid.uuid4().hex
    devices = PROCESSES * THREADS
    start = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as processes:
        running = [processes.submit(device, url, table, user, n) for n in range(PROCESSES)]
        failed = sum(one.result() for one in running)
    seconds = time.perf_counter() - start
    history = DynamoProgress(connect("", url), table, KEEP_DAYS).load(request(user, 999)).history
    print(f"\n{PROCESSES} processes of {THREADS} threads on one person")
    say("turns, saved twice over in part", devices * TURNS_EACH)
    say("sets finished / counted", (devices + 1) * TURNS_EACH, history.sets)
    say("turns not acknowledged at first", failed)
    say("turns a second", devices * TURNS_EACH / seconds)


def show_imports() -> None:
    """Show what a process pays before its first turn."""
    print("\nImport and client, fresh process (ms, median of 5)")
    codes = {
        "boto3": "import boto3; boto3.client('dynamodb')",
        "ours": "from skill.progress.dynamodb.client import connect; connect('', '')",
        "SQLite store": "import skill.progress.open",
    }
    for name, code in codes.items():
        timed = (
            f"import time; s = time.perf_counter(); {code}; print((time.perf_counter() - s) * 1000)"
        )
        taken = [float(subprocess.check_output([sys.executable, "-c", timed])) for _ in range(5)]
        say(name, statistics.median(taken))


def main() -> None:
    """Print all of it."""
    os.environ.update(ministack.NO_ACCOUNT)
    show_processor_times()
    show_imports()
    with ministack.running() as url, tempfile.TemporaryDirectory() as folder:
        client = connect("", url)
        create_table(client, "bench")
        store = DynamoProgress(client, "bench", KEEP_DAYS)
        show_sizes(store)
        show_latencies(store, Path(folder))
        show_calls(store)
        show_many_devices(url, "bench")


if __name__ == "__main__":
    main()
