"""`doctor`: what is wrong with a deployment, in plain words."""

import argparse
from pathlib import Path
from typing import Any

from skill.doctor.examination import examine
from skill.settings import Settings


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    """Add the command."""
    parser = commands.add_parser("doctor", help="check a deployment, and say what to fix")
    parser.add_argument(
        "--deployed", type=Path, help="a skill package exported from Alexa, to compare models with"
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Print the findings; 1 if something must be fixed."""
    findings = []
    for finding in examine(settings, given.deployed):
        print(finding, flush=True)
        findings.append(finding)
    to_fix = sum(finding.verdict == "wrong" for finding in findings)
    print(f"\n{to_fix} to fix." if to_fix else "\nNothing to fix.")
    return 1 if to_fix else 0
