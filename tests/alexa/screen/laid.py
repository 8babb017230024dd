"""What the tour showed, laid out for a size of screen, at every moment that matters."""

import functools

import msgspec

from tests.alexa.screen.apl.inflate import Placed, Screen, inflate, screen_of
from tests.alexa.screen.show import VIEWPORTS
from tests.alexa.screen.tour import Seen, tour

FORMS = {"hub_round_small": "hub_round_small", "hub_portrait": "hub_portrait"}
"""Viewports that get documents of their own; the others get those of `hub_small`."""


class Laid(msgspec.Struct, frozen=True):
    """A screen at a moment."""

    seen: Seen
    screen: Screen
    placed: list[Placed]

    def __str__(self) -> str:
        """Return where it was, for messages."""
        return f"{self.seen} at {self.screen.at_ms} on {self.screen.width}x{self.screen.height}"


@functools.cache
def laid(locale: str, viewport: str) -> tuple[Laid, ...]:
    """Return every different screen once."""
    found: dict[str, Laid] = {}
    for one in tour(locale, FORMS.get(viewport, "hub_small")):
        if one.shown.directive is None or repr(one.shown.data) in found:
            continue
        for moment in _moments(one):
            screen = screen_of(VIEWPORTS[viewport], moment)
            placed = inflate(one.shown.document, one.shown.data, screen)
            found[f"{one.shown.data!r} {moment}"] = Laid(one, screen, placed)
        found[repr(one.shown.data)] = found[f"{one.shown.data!r} 0"]
    return tuple({id(one): one for one in found.values()}.values())


def _moments(one: Seen) -> list[int]:
    """Return the beginning, and when counting begins and ends in each stage."""
    moments = [0]
    for stage in one.shown.data.get("stages", []):
        end = stage["at"] + stage["count"] * stage["unit"]
        moments += [stage["at"] + 1, end - 1, end + 1] if stage["count"] else [stage["from"] + 1]
    return moments
