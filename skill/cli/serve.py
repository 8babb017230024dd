"""`serve`: the Alexa endpoint over HTTP, under a production server."""

import argparse
import functools
import secrets
import sys
from typing import Any

from skill.settings import Settings


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    """Add the command."""
    parser = commands.add_parser("serve", help="serve the Alexa endpoint over HTTP")
    parser.add_argument(
        "--dev",
        action="store_true",
        help="no signature check, but the browser coach; on this machine only",
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace, settings: Settings) -> int:
    """Serve until told to stop."""
    # Flask and the signature check are an extra; the other commands do without.
    from skill.web.dev import DevHostError, check_dev_host  # noqa: PLC0415
    from skill.web.hosting import make_app  # noqa: PLC0415
    from skill.web.server import ServeError, serve  # noqa: PLC0415

    salt = settings.salt or secrets.token_hex(16)
    try:
        if given.dev:
            check_dev_host(settings.host, settings.private_host)
        make = functools.partial(make_app, settings, salt=salt, dev=given.dev)
        serve(make, host=settings.host, port=settings.port, workers=settings.workers)
    except (ServeError, DevHostError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0
