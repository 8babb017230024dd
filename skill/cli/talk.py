"""`talk`: the whole conversation in the terminal, through real envelopes."""

import argparse
import sys
import time
from typing import Any

from skill.application import build
from skill.coach.timing import SECOND
from skill.settings import Settings
from skill.simulator.device import Clock
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import device
from skill.simulator.terminal.piped import Piped
from skill.simulator.terminal.typed import RealClock, Typed


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    """Add the command."""
    parser = commands.add_parser("talk", help="talk with the coach in the terminal")
    parser.add_argument("--locale", default="en-US")
    parser.add_argument("--fast", action="store_true", help="don't wait for pauses")
    parser.add_argument("--json", action="store_true", help="print each response as JSON")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Talk at a terminal, or play what comes through a pipe."""
    application = build(settings)
    interactive = sys.stdin.isatty() and not given.json
    waits = interactive and not given.fast
    clock = RealClock() if waits else Clock(int(time.time() * SECOND))
    account = Account(locale=given.locale)
    echo = device(application.skill, application.content, clock, account)
    if interactive:
        Typed(echo, wait=waits).play()
    else:
        Piped(echo, lambda text: print(text, flush=True), as_json=given.json).play(sys.stdin)
    return 0
