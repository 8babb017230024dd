"""`check`: content and interaction models, every problem with its file and key."""

import argparse
from typing import Any

from skill.content import ContentError, load
from skill.settings import Settings


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    """Add the command."""
    parser = commands.add_parser("check", help="check content and interaction models")
    parser.set_defaults(run=run)


def run(_given: argparse.Namespace, _settings: Settings) -> int:
    """Print what is wrong, or that nothing is."""
    try:
        content = load()
    except ContentError as error:
        for problem in error.problems:
            print(problem)
        return 1
    print(f"content: {len(content.catalog.moves)} moves, {len(content.lexicons)} languages: fine")
    return 0
