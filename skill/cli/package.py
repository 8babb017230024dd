"""`package`: the skill package that ask-cli deploys."""

import argparse
import sys
from pathlib import Path
from typing import Any

from skill.package.checks import check_package
from skill.package.manifest import Pages
from skill.package.writing import Deployment, write
from skill.settings import Settings


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    """Add the command."""
    parser = commands.add_parser("package", help="write the skill package that ask-cli deploys")
    parser.add_argument("folder", type=Path, help="where to put it, e.g. build")
    parser.add_argument("--endpoint", default="", help="the Lambda's ARN, or an https address")
    parser.add_argument("--privacy-policy", default="", help="address of your privacy policy")
    parser.add_argument("--terms", default="", help="address of your terms of use")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace, _settings: Settings) -> int:
    """Check the package and write it."""
    wrong = [*_wrong_addresses(given), *map(str, check_package())]
    if wrong:
        print(*wrong, sep="\n", file=sys.stderr)
        return 1
    pages = Pages(privacy_policy_url=given.privacy_policy, terms_of_use_url=given.terms)
    package = write(given.folder, Deployment(given.endpoint, pages))
    print(f"The skill package is in {package}.")
    if not given.endpoint:
        print("It names no endpoint: give --endpoint before you deploy it.")
    if not given.privacy_policy:
        print("It names no privacy policy, which the store asks for: give --privacy-policy.")
    return 0


def _wrong_addresses(given: argparse.Namespace) -> list[str]:
    wrong = []
    if given.endpoint and not given.endpoint.startswith(("arn:aws:lambda:", "https://")):
        wrong.append("--endpoint must be the ARN of a Lambda (arn:aws:lambda:…) or https://…")
    for option in ("privacy_policy", "terms"):
        address = getattr(given, option)
        if address and not address.startswith("https://"):
            wrong.append(f"--{option.replace('_', '-')} must be an https:// address")
    return wrong
