"""`understand`: which intent and slots an utterance resolves to, from the model alone."""

import argparse
import json
import sys
from typing import Any

from skill.settings import Settings
from skill.simulator.setting_up import understanding
from skill.simulator.understanding import as_line


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    """Add the command."""
    parser = commands.add_parser("understand", help="utterances, one a line, to intents as JSON")
    parser.add_argument("--locale", default="en-US")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace, _settings: Settings) -> int:
    """Read utterances, one a line, and print what each means as one line of JSON."""
    resolver = understanding(given.locale)
    for line in sys.stdin:
        text = line.strip()
        print(json.dumps(as_line(text, resolver.understand(text)), ensure_ascii=False), flush=True)
    return 0
