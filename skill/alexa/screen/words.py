"""The words of screens, as `content/<language>/screen.yaml` holds them."""

import functools

import msgspec

from skill.coach.sides import Side
from skill.figures.poses import source


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every table of words: strict about its keys."""


class Buttons(_Words, frozen=True):
    """Labels of what can be touched."""

    next: str
    repeat: str
    switch: str
    pause: str
    resume: str
    again: str
    yes: str
    no: str


class Titles(_Words, frozen=True):
    """Headings of screens that show no move."""

    welcome: str
    other: str
    summary: str
    moves: str
    muscles: str


class ScreenWords(_Words, frozen=True):
    """All of them, in one language."""

    buttons: Buttons
    titles: Titles
    side: dict[Side, str]
    both_sides: str
    step: str
    """`{number}` of `{of}`."""
    reps: str
    """Under the number of a rep: of `{amount}`."""
    time: str
    """Under the time that is left."""
    finished: str
    """Beside a move that was done."""
    muscle: str
    """A line: `{name}`, and `{where}` it lies."""
    muscles: str
    """What the picture of `{muscles}` shows, for who cannot see it."""
    figures: dict[str, dict[str, str]]
    """The same for every picture, by move and step; sided texts."""


@functools.cache
def screen_words(language: str) -> ScreenWords:
    """Return the words of a language.

    Raises:
        FileNotFoundError: the language has no `screen.yaml`.
        msgspec.ValidationError: a word is missing or unknown; the message names it.
    """
    words: ScreenWords = source().decode(f"{language}/screen.yaml", ScreenWords)
    return words
