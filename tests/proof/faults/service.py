"""The whole coach as a process of its own, served and verified as ever, for faults to happen to.

    python -m tests.proof.faults.service PLAN

PLAN is a `Plan` as JSON; the settings are in the environment.
"""

import os
import sys
from pathlib import Path

import msgspec
from flask import Flask

from bench.load.envelopes import SKILL_ID
from bench.speed.coach import local_verifier
from skill.alexa.skill import build_skill
from skill.content import Content, load
from skill.progress.open import open_store
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressStore
from skill.settings import Settings, from_environment
from skill.web import workers
from skill.web.app import create_app
from skill.web.server import serve
from skill.web.verification import RequestVerifier
from tests.proof.faults.doomed import Doomed
from tests.proof.faults.plan import Board, Plan

RESTART_SECONDS = 0.1
"""A worker that ended is to be missed for as short as can be: so more of them can be killed."""


def main(text: str) -> None:
    """Serve until told to stop."""
    plan = msgspec.json.decode(text, type=Plan)
    workers.RESTART_SECONDS = RESTART_SECONDS
    settings, content, board = from_environment(os.environ), load(), Board(Path(plan.board))
    verifier = local_verifier(plan.chain, board.skewed)
    serve(
        lambda: _app(plan, settings, content, board, verifier),
        host=settings.host,
        port=settings.port,
        workers=plan.workers,
    )


def _app(
    plan: Plan, settings: Settings, content: Content, board: Board, verifier: RequestVerifier
) -> Flask:
    store: ProgressStore = _store(settings, board)
    if plan.doom:
        store = Doomed(store, plan.doom, Path(plan.deaths))
    return create_app(
        build_skill(content, store, settings),
        verifier=verifier,
        skill_id=SKILL_ID,
        is_ready=store.is_ready,
        salt="a salt",
    )


def _store(settings: Settings, board: Board) -> ProgressStore:
    store = open_store(settings)
    if isinstance(store, SqliteProgress):
        store._clock = board.skewed
    return store


if __name__ == "__main__":
    main(*sys.argv[1:])
