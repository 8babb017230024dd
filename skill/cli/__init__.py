"""The commands of `python -m skill`, a file each."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from skill.content import ContentError
from skill.interaction import SourceError
from skill.progress.store import ProgressUnavailable
from skill.settings import Settings, SettingsError, from_environment

COMMANDS = ("talk", "understand", "check", "serve", "progress", "package", "doctor")
"""Each is a module of this folder."""

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 0 well, 1 it found something wrong, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="hip-coach", description="The hip coach.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name in COMMANDS:
        import_module(f"skill.cli.{name}").add_to(commands)
    given = parser.parse_args(arguments)
    run: Command = given.run
    try:
        return run(given, from_environment(os.environ))
    except (SettingsError, ContentError, SourceError, ProgressUnavailable) as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
