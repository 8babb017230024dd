"""`check`: content and interaction models, every problem with its file and key."""

import argparse
from typing import Any

from skill.alexa.intents import INTENTS
from skill.content import Content, ContentError, Problem, load
from skill.interaction import locales
from skill.interaction.checks import check_models
from skill.interaction.ids import content_ids
from skill.package.checks import check_package
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
        return _tell(error.problems)
    problems = [*check_models(content_ids(content.catalog), INTENTS), *check_package()]
    return _tell(problems) if problems else _tell_fine(content)


def _tell(problems: list[Problem]) -> int:
    for problem in problems:
        print(problem)
    return 1


def _tell_fine(content: Content) -> int:
    moves, languages = len(content.catalog.moves), ", ".join(sorted(content.lexicons))
    print(f"content: {moves} moves in {languages}: nothing wrong")
    print(f"interaction models: {', '.join(locales())}: nothing wrong")
    print("skill package: nothing wrong")
    return 0
