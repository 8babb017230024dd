"""How long a turn's reading and writing takes, here and with the SDK's own serializer.

    python -m bench.serializer

prints medians in microseconds, and what a process pays once, in milliseconds. Figures of one
machine compare with each other, not with another machine's.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from skill.alexa.serializer import EnvelopeSerializer, warm
from tests.alexa.serializer.responses import RESPONSES

ENVELOPES = Path(__file__).parents[1] / "tests" / "data" / "envelopes"
ROUNDS = 15
CALLS = 200
PROCESSES = 7

OURS = EnvelopeSerializer()
SDK = DefaultSerializer()

ONCE = """
from time import perf_counter as now
import ask_sdk_core.skill, msgspec
start = now()
from skill.alexa.serializer import EnvelopeSerializer, warm
imported = now()
if {warm}:
    warm()
warmed = now()
EnvelopeSerializer().from_json(open({path!r}, "rb").read())
print(imported - start, warmed - imported, now() - warmed)
"""


def microseconds(work: Callable[[], object]) -> float:
    """Take the median over rounds of the mean of a round's calls."""
    rounds = []
    for _ in range(ROUNDS):
        start = perf_counter()
        for _ in range(CALLS):
            work()
        rounds.append((perf_counter() - start) / CALLS * 1e6)
    return statistics.median(rounds)


def say(label: str, *figures: float) -> None:
    """Write a line of the table."""
    sys.stdout.write(f"{label:<46}" + "".join(f"{figure:>9.1f}" for figure in figures) + "\n")


def reading(name: str) -> None:
    """Compare the ways to read one envelope, in the compact form that Alexa sends."""
    text = json.dumps(json.loads((ENVELOPES / f"{name}.json").read_text()), separators=(",", ":"))
    body, event = text.encode(), json.loads(text)
    size = f"{name}, {len(body)} bytes"
    say(f"{size}: SDK", microseconds(lambda: SDK.deserialize(text, RequestEnvelope)))
    say(f"{size}: deserialize", microseconds(lambda: OURS.deserialize(text, RequestEnvelope)))
    say(f"{size}: from_json", microseconds(lambda: OURS.from_json(body)))
    say(f"{size}: from_dict", microseconds(lambda: OURS.from_dict(event)))


def writing(name: str) -> None:
    """Compare the ways to write one response."""
    response = RESPONSES[name]
    say(f"{name}: SDK, to a dict", microseconds(lambda: SDK.serialize(response)))
    say(f"{name}: to_dict", microseconds(lambda: OURS.to_dict(response)))
    say(f"{name}: SDK, to JSON", microseconds(lambda: json.dumps(SDK.serialize(response))))
    say(f"{name}: to_json", microseconds(lambda: OURS.to_json(response)))


def once(*, warmed: bool) -> list[float]:
    """Take a fresh process's medians in milliseconds: import, warm, first request."""
    program = ONCE.format(warm=warmed, path=str(ENVELOPES / "intent_slots.json"))
    runs = [
        subprocess.run(  # the program stands above
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(PROCESSES)
    ]
    return [statistics.median(map(float, column)) * 1e3 for column in zip(*runs, strict=True)]


def main() -> None:
    """Print both tables."""
    warm()
    sys.stdout.write("microseconds, median\n")
    for name in ("launch_screen", "intent_slots"):
        reading(name)
    for name in ("typical", "screen"):
        writing(name)
    sys.stdout.write("milliseconds in a fresh process: import, warm, first request\n")
    say("without warm", *once(warmed=False))
    say("with warm", *once(warmed=True))


if __name__ == "__main__":
    main()
