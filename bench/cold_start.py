"""How long a Lambda takes to start and to answer first, next to the least an SDK skill can.

    python -m bench.cold_start [RUNS]

Each start is a process of its own. The floor is Amazon's hello-world and a boto3 client, from
this environment's packages; the skill is started from its package as `sam build` lays it out,
against a DynamoDB on this machine, which its start connects to. The difference between the two
without a first turn is what is paid before anybody waits.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from skill.progress.dynamodb.client import connect
from skill.progress.dynamodb.table import create_table
from tests.progress import ministack

ROOT = Path(__file__).resolve().parents[1]
ENVELOPE = ROOT / "tests" / "data" / "envelopes" / "launch.json"
RUNS = 15

_COMMON = """
import json, sys, time
event = json.loads(sys.stdin.read())
begun = time.perf_counter()
{load}
loaded = time.perf_counter()
handler(event, None)
first = time.perf_counter()
handler(event, None)
second = time.perf_counter()
times = [loaded - begun, first - loaded, second - first]
sys.stderr.write(json.dumps([round(one * 1000, 2) for one in times]))
"""

FLOOR = _COMMON.format(
    load="""
import boto3
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_request_type

builder = SkillBuilder()
client = boto3.client("dynamodb", region_name="us-east-1")

@builder.request_handler(can_handle_func=is_request_type("LaunchRequest"))
def launch(handler_input):
    return handler_input.response_builder.speak("Hello.").ask("Hello?").response

handler = builder.lambda_handler()
"""
)

SHIPPED = _COMMON.format(
    load="""
sys.path[:] = [PACKAGE, *(path for path in sys.path if "site-packages" not in path)]
from skill.aws.function import handler
"""
)


class Start(msgspec.Struct, frozen=True):
    """Times of one start, in milliseconds."""

    imports: float
    first: float
    second: float


def main(runs: int) -> None:
    """Measure both in turn, and print the medians."""
    with tempfile.TemporaryDirectory() as folder, ministack.running() as server:
        package = Path(folder, "skill")
        build = [sys.executable, str(ROOT / "deploy" / "build.py"), "skill", str(package)]
        subprocess.run(build, check=True)
        os.environ.update(ministack.NO_ACCOUNT)
        create_table(connect("", server), "hip-coach")
        scripts = {
            "ask-sdk hello-world, boto3 client": ([], FLOOR),
            "hip coach": (["-I", "-S"], SHIPPED.replace("PACKAGE", repr(str(package)))),
        }
        starts: dict[str, list[Start]] = {name: [] for name in scripts}
        for _ in range(runs):  # in turn, so that a busy moment of the machine meets both
            for name, (flags, script) in scripts.items():
                starts[name].append(_start(flags, script, server))
    _print(starts, runs)


def _start(flags: list[str], script: str, server: str) -> Start:
    environment = {
        **ministack.NO_ACCOUNT,
        "HIP_COACH_PROGRESS": "dynamodb",
        "HIP_COACH_DYNAMODB_ENDPOINT": server,
    }
    outcome = subprocess.run(
        [sys.executable, *flags, "-c", script],
        input=json.dumps(_event()),
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return Start(*json.loads(outcome.stderr))


def _event() -> dict[str, object]:
    """Return a launch; without the token there is no question to Amazon about the time zone."""
    event: dict[str, object] = json.loads(ENVELOPE.read_text())
    context: dict[str, dict[str, object]] = event["context"]  # type: ignore[assignment]
    context["System"].pop("apiAccessToken", None)
    return event


def _print(starts: dict[str, list[Start]], runs: int) -> None:
    print(f"Medians of {runs} fresh processes, in ms; Python {sys.version.split()[0]}\n")
    print("| | start | first turn | start + first turn | second turn |")
    print("|---|---|---|---|---|")
    totals = []
    for name, found in starts.items():
        start = statistics.median(one.imports for one in found)
        first = statistics.median(one.first for one in found)
        second = statistics.median(one.second for one in found)
        total = statistics.median(one.imports + one.first for one in found)
        totals.append(total)
        print(f"| {name} | {start:.0f} | {first:.1f} | {total:.0f} | {second:.2f} |")
    print(f"\nThe skill takes {totals[1] / totals[0]:.2f} times the floor; at most 1.2 is the aim.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
