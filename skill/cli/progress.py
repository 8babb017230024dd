"""`progress`: what is kept of one person, for the operator who is asked for it."""

import argparse
from typing import Any

from skill.progress.open import create_table, export_person, forget_person, open_store
from skill.settings import Settings


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    """Add the command."""
    parser = commands.add_parser("progress", help="export or forget what is kept of a person")
    actions = parser.add_subparsers(required=True, metavar="action")
    for name, act, text in (
        ("export", _export, "print everything kept of a person as JSON"),
        ("forget", _forget, "delete everything kept of a person"),
    ):
        action = actions.add_parser(name, help=text)
        action.add_argument("user", help="the person's id in this skill")
        action.set_defaults(run=act)
    table = actions.add_parser("create-table", help="make the DynamoDB table of the settings")
    table.set_defaults(run=_create_table)


def _export(given: argparse.Namespace, settings: Settings) -> int:
    print(export_person(open_store(settings), given.user))
    return 0


def _forget(given: argparse.Namespace, settings: Settings) -> int:
    known = forget_person(open_store(settings), given.user)
    print("Deleted." if known else "There was nothing to delete.")
    return 0


def _create_table(_given: argparse.Namespace, settings: Settings) -> int:
    create_table(settings)
    print(f"The table {settings.dynamodb_table} is there.")
    return 0
