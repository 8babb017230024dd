"""The figures of steps and of muscles, as files that the page loads."""

import functools
from collections.abc import Collection
from hashlib import sha256

import msgspec
from flask import Blueprint, Response, abort, request

from skill import figures
from skill.coach.sides import SIDES, Side

FOLDER = "/browser/figures"
"""Below which they lie."""

KEPT_S = 365 * 24 * 60 * 60
"""Seconds a browser may keep a file: the longest that is asked for in practice. An address holds
the digest of what it shows, so what is kept is never out of date."""

_DIGITS = 12
"""Of a digest in an address: far more than tells a few hundred files apart."""
_BETWEEN = ","
"""Between the ids of muscles in an address."""


class Drawing(msgspec.Struct, frozen=True):
    """A picture for the page."""

    address: str
    alternative: str
    """What it shows, for who cannot see it."""


def of_step(move: str, step: str, side: Side, alternative: str) -> Drawing:
    """Return the figure of a step of a move, with `side` as the working side.

    Raises:
        KeyError: there is no such move or step.
    """
    return Drawing(_address(f"{move}/{step}/{side}", _step(move, step, side)), alternative)


def of_muscles(ids: Collection[str], alternative: str) -> Drawing:
    """Return the hip, with the muscles of these ids in colour."""
    joined = _BETWEEN.join(ids)
    return Drawing(_address(f"muscles/{joined}", _muscles(joined)), alternative)


def serve_drawings(pages: Blueprint, muscles: Collection[str]) -> None:
    """Add all figures to a blueprint; `muscles` are the ids there are."""

    def step(move: str, step: str, side: str) -> Response:
        if (move, step) not in figures.names():
            abort(404, "There is no figure of such a step.")
        for known in SIDES:
            if side == known:
                return _file(_step(move, step, known))
        return abort(404, "A side is right or left.")

    def hip(ids: str) -> Response:
        if not set(ids.split(_BETWEEN)) <= set(muscles):
            abort(404, "There is no such muscle.")
        return _file(_muscles(ids))

    pages.add_url_rule(f"{FOLDER}/<move>/<step>/<side>.svg", "step", step, methods=["GET"])
    pages.add_url_rule(f"{FOLDER}/muscles/<ids>.svg", "muscles", hip, methods=["GET"])


def _address(path: str, drawn: bytes) -> str:
    return f"{FOLDER}/{path}.svg?{_digest(drawn)}"


def _file(drawn: bytes) -> Response:
    answer = Response(drawn, mimetype="image/svg+xml")
    if request.query_string.decode("ascii", "replace") == _digest(drawn):
        answer.headers["Cache-Control"] = f"private, max-age={KEPT_S}, immutable"
    return answer


@functools.cache
def _step(move: str, step: str, side: Side) -> bytes:
    return figures.svg(move, step, side).encode()


@functools.lru_cache(maxsize=64)
def _muscles(ids: str) -> bytes:
    return figures.muscles_svg(ids.split(_BETWEEN)).encode()


@functools.lru_cache(maxsize=256)
def _digest(drawn: bytes) -> str:
    return sha256(drawn).hexdigest()[:_DIGITS]
