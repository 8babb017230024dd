"""Serves the whole coach as `hip-coach serve` does, with a chain of this machine.

    python -m bench.speed.coach PORT CHAIN

CHAIN is a `Chain` as JSON; the settings are in the environment, as ever. Its log is written as it
ships: a line a turn.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from flask import Flask

from bench.load.envelopes import SKILL_ID
from bench.speed.chain import Chain
from skill.application import build
from skill.settings import from_environment
from skill.web.app import create_app
from skill.web.server import serve
from skill.web.verification import ChainFetcher, ChainVerifier, KeyCache, RequestVerifier
from skill.web.verification.roots import read_roots


def main(port: str, chain: str) -> None:
    """Serve until told to stop."""
    verifier = local_verifier(msgspec.json.decode(chain, type=Chain))
    serve(lambda: _app(verifier), host="127.0.0.1", port=int(port))


def local_verifier(chain: Chain, clock: Callable[[], float] = time.time) -> RequestVerifier:
    """Return the check of requests, which trusts the chain of this machine and no other."""
    roots = read_roots(Path(chain.root).read_bytes())
    fetcher = ChainFetcher(address=chain.host, ca_file=chain.host_root)
    return RequestVerifier(KeyCache(fetcher, ChainVerifier(lambda: roots), clock), clock)


def _app(verifier: RequestVerifier) -> Flask:
    application = build(from_environment(os.environ))
    return create_app(
        application.skill,
        verifier=verifier,
        skill_id=SKILL_ID,
        is_ready=application.store.is_ready,
        salt="a salt",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
