"""From a reply to what a screen shows: which document, what it is filled with, which pictures."""

from typing import Any

import msgspec
from msgspec.structs import asdict

from skill.alexa.screen.captions import Captions
from skill.alexa.screen.stages import Picture, Stage, Stages, pictures
from skill.alexa.screen.touch import START
from skill.alexa.screen.words import ScreenWords
from skill.coach.catalog import Catalog
from skill.coach.cues import Say
from skill.coach.reply import Listing, Reply
from skill.coach.state import State
from skill.coach.words import Lexicon

OFFERING = ("which", "resume", "again")
"""Questions at the door: a screen shows the routines to choose from."""


BESIDE_A_STEP = ("coaching", "paused")
"""Modes in which an answer is seen beside the picture of the step."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One screen, not laid out yet."""

    document: str
    screen: dict[str, Any]
    """What the document is filled with."""
    pictures: dict[str, Picture] = {}
    """By name, the important ones first."""
    stages: tuple[Stage, ...] = ()
    muscles: tuple[str, ...] = ()


class Pages:
    """Makes pages in one language."""

    def __init__(self, catalog: Catalog, lexicon: Lexicon, words: ScreenWords) -> None:
        self._catalog = catalog
        self._lexicon = lexicon
        self._words = words
        self._captions = Captions(catalog, lexicon, words)
        self._stages = Stages(catalog, self._captions)

    def page(self, reply: Reply, state: State) -> Page:
        """Return the page for a reply, in the state that it leads to."""
        bookmark = state.progress.bookmark
        if reply.view is not None and bookmark is not None and bookmark.playing:
            return self._step(self._stages.of(bookmark))
        if reply.muscles:
            return self._muscles(reply, state)
        if reply.listing is not None:
            return self._moves(reply.listing, state)
        if state.session.mode == "idle" and state.session.asking in OFFERING:
            return self._door(state)
        return self._other(reply, state)

    # --- pages

    def _step(self, shown: list[Stage]) -> Page:
        both = self._catalog.moves[shown[0].move].sides == "alternating"
        names = ("next", "pause", "repeat") if both else ("next", "pause", "repeat", "switch")
        return Page(
            document="step",
            screen={"buttons": self._buttons(names)},
            pictures=pictures(shown),
            stages=tuple(shown),
        )

    def _muscles(self, reply: Reply, state: State) -> Page:
        words = [self._lexicon.muscles[id] for id in reply.muscles]
        lines = [self._words.muscle.format(name=word.name, where=word.where) for word in words]
        return Page(
            document="picture",
            screen={
                "title": self._words.titles.muscles,
                "text": "<br>".join(_plain(line) for line in lines),
                "alternative": self._captions.of_muscles(reply.muscles),
                "buttons": self._answers(state),
            },
            muscles=reply.muscles,
        )

    def _moves(self, listing: Listing, state: State) -> Page:
        titles = self._words.titles
        routine = self._lexicon.routines.get(listing.routine)
        title = titles.summary if listing.ends else routine.name if routine else titles.moves
        rows = [
            {
                "text": f"{number}. {_plain(self._lexicon.moves[id].name)}",
                "note": self._words.finished if id in listing.finished else "",
                "say": "",
            }
            for number, id in enumerate(listing.moves, start=1)
        ]
        return self._list(title, rows, self._answers(state))

    def _door(self, state: State) -> Page:
        names = {"resume": ("resume", "no"), "again": ("again",), "which": ()}
        rows = [
            {"text": _plain(words.name), "note": "", "say": START + id}
            for id, words in self._lexicon.routines.items()
        ]
        buttons = self._buttons(names[state.session.asking])
        return self._list(self._words.titles.welcome, rows, buttons)

    def _list(self, title: str, rows: list[dict[str, str]], buttons: list[dict[str, str]]) -> Page:
        return Page(
            document="list", screen={"title": _plain(title), "rows": rows, "buttons": buttons}
        )

    def _other(self, reply: Reply, state: State) -> Page:
        """Return what was said as words; in the middle of a run, beside the picture of the step."""
        said = [cue.text for cue in reply.cues if isinstance(cue, Say)]
        text = "<br>".join(_plain(part) for part in (" ".join(said), reply.prompt) if part)
        screen = {"text": text, "buttons": self._answers(state)}
        place = state.progress.bookmark
        if place is None or state.session.mode not in BESIDE_A_STEP:
            title = _plain(self._words.titles.other)
            return Page(document="words", screen={"title": title, **screen})
        move = place.moves[place.move]
        step = self._catalog.moves[move].steps[place.step].id
        caption = self._captions.of(move, place.side, place.step)
        shown = {"title": _plain(caption.title), "alternative": caption.alternative}
        return Page(
            document="picture",
            screen={**shown, **screen},
            pictures={f"{move}-{step}": (move, step, place.side)},
        )

    # --- buttons

    def _answers(self, state: State) -> list[dict[str, str]]:
        session = state.session
        if not session.asking or session.mode == "hurt":
            return []
        if session.mode == "paused":
            return self._buttons(("resume",))
        if session.mode == "coaching":
            return self._buttons(("resume", "repeat"))
        return self._buttons(("yes", "no"))

    def _buttons(self, names: tuple[str, ...]) -> list[dict[str, str]]:
        labels = asdict(self._words.buttons)
        return [{"label": labels[name], "say": name} for name in names]


def _plain(text: str) -> str:
    """Return a text as APL's markup shows it unchanged."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
