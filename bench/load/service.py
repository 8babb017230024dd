"""The service under load: the real endpoint, server and fetcher, around the small skill.

    python -m bench.load.service --port 8181 --workers 2 --host-port 9191 \
        --host-root host-root.pem --root root.pem

The load scripts start it themselves; `--root` is the root that the requests' chain must end in, the
two `--host` options say where chains are fetched from and who vouches for that host.
"""

import argparse
import logging
from pathlib import Path

from flask import Flask

from bench.load.envelopes import SKILL_ID
from bench.load.small_skill import build_skill
from skill.web.app import create_app
from skill.web.server import serve
from skill.web.verification import ChainFetcher, ChainVerifier, KeyCache, RequestVerifier
from skill.web.verification.roots import read_roots


def main() -> None:
    """Serve until told to stop."""
    options = _options()
    # The lines of turns cost the reader of standard error, which here is nobody.
    logging.basicConfig(level=logging.ERROR)
    serve(lambda: _app(options), host="127.0.0.1", port=options.port, workers=options.workers)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--host-port", type=int, required=True)
    parser.add_argument("--host-root", required=True)
    parser.add_argument("--root", type=Path, required=True)
    return parser.parse_args()


def _app(options: argparse.Namespace) -> Flask:
    fetcher = ChainFetcher(address=("127.0.0.1", options.host_port), ca_file=options.host_root)
    roots = read_roots(options.root.read_bytes())
    verifier = RequestVerifier(KeyCache(fetcher, ChainVerifier(lambda: roots)))
    return create_app(
        build_skill(lambda _request_id: None),
        verifier=verifier,
        skill_id=SKILL_ID,
        is_ready=lambda: True,
    )


if __name__ == "__main__":
    main()
