"""How fast the coach is, side by side with Amazon's hello-world skills: `make bench`.

    python -m bench

takes three to four minutes, prints Markdown, and says on standard error what it is about. Every
server has one core for itself and the client has another; the rounds of all servers alternate, so
that a busy moment of the machine meets everybody, and ratios are within a round.

It needs two cores, Node.js and its packages (`npm ci --prefix bench/node`), and the packages of
`bench/speed/peers/requirements.txt` (`pip install --no-deps --requirement` that file).
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec

from bench.speed import report, servers
from bench.speed.chain import Chain, chain_on_this_machine
from bench.speed.database import Calls, calls_of_a_session, make_table
from bench.speed.in_process import Found
from bench.speed.rounds import stretches
from bench.speed.servers import CLIENT_CORE, SERVER_CORE, Missing, Server
from bench.speed.session import People, recorded
from skill.content import load
from tests.progress import ministack

NAMES = {"memory": "coach, memory", "sqlite": "coach, SQLite", "dynamodb": "coach, DynamoDB"}
COLD_STARTS = 9


def main() -> int:
    """Measure everything, print, and return the exit status."""
    os.sched_setaffinity(0, {CLIENT_CORE})
    os.environ.update(ministack.NO_ACCOUNT)
    content = load()
    session = recorded(content)
    with ExitStack() as stack:
        chain = stack.enter_context(chain_on_this_machine())
        url = stack.enter_context(ministack.running())
        make_table(url)
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        try:
            all_servers = _servers(chain, url, Path(folder))
        except Missing as error:
            print(error, file=sys.stderr)
            return 2
        calls = calls_of_a_session(url, content, session, time.time())
        with _saying("turns in process"):
            found = _in_process(chain)
        running = [stack.enter_context(servers.running(one)) for one in all_servers]
        with _saying("turns over HTTP"):
            over_http = list(stretches(running, People(session), chain.signing_key()))
        table = report.Table(running, over_http, running[0].server.name)
        print("\n".join(_all_lines(table, found, calls)), flush=True)
    with _saying("cold starts"):
        subprocess.run([sys.executable, "-m", "bench.cold_start", str(COLD_STARTS)], check=True)
    return 0


def _servers(chain: Chain, url: str, folder: Path) -> list[Server]:
    at_dynamodb = {"HIP_COACH_PROGRESS": "dynamodb", "HIP_COACH_DYNAMODB_ENDPOINT": url}
    file = str(folder / "progress.sqlite3")
    return [
        servers.node(chain),
        servers.python("sdk-on-flask", chain, is_checked=True),
        servers.python("sdk-on-flask", chain, is_checked=False),
        servers.python("flask-ask-sdk", chain, is_checked=True),
        servers.coach(NAMES["memory"], chain, HIP_COACH_PROGRESS="memory"),
        servers.coach(NAMES["sqlite"], chain, HIP_COACH_SQLITE_FILE=file),
        servers.coach(NAMES["dynamodb"], chain, **at_dynamodb),
    ]


def _in_process(chain: Chain) -> Found:
    command = ["taskset", "--cpu-list", str(SERVER_CORE), sys.executable]
    command += ["-W", "ignore", "-m", "bench.speed.in_process", msgspec.json.encode(chain).decode()]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return msgspec.json.decode(done.stdout, type=Found)


def _all_lines(table: report.Table, found: Found, calls: Calls) -> Iterator[str]:
    load_now = os.getloadavg()[0]
    yield f"Python {platform.python_version()}, Node {_node_version()}; medians of rounds"
    yield f"(lowest to highest); the machine's load was {load_now:.1f} at the end.\n"
    yield from table.lines()
    yield ""
    yield from report.in_process(found)
    yield ""
    yield from report.aims(table, found, calls, NAMES)
    yield ""


def _node_version() -> str:
    return subprocess.run(
        ["node", "--version"], check=True, capture_output=True, text=True
    ).stdout.strip()


@contextmanager
def _saying(what: str) -> Iterator[None]:
    start = time.monotonic()
    print(f"measuring {what}...", end=" ", file=sys.stderr, flush=True)
    yield
    print(f"{time.monotonic() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
