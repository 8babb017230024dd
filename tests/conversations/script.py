"""The form of a conversation in YAML; README.md in this folder explains it to its writers."""

from pathlib import Path
from typing import Any

import msgspec

FOLDER = Path(__file__).parent


class At(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the bookmark is."""

    move: str | None = None
    side: str | None = None
    step: str | None = None
    done: int | None = None


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One turn: what happens, and what must follow."""

    say: str | None = None
    """To the open session, or with "open hip coach", "ask hip coach to ..."."""
    silence: bool = False
    """Nothing is said until the session ends."""
    after: float | None = None
    """Interrupts so many seconds after the coach began; without it the coach is heard out."""
    since: str = ""
    """With `after`: counts from when these words of the last response began, as in "hold"."""
    unanswered: bool = False
    """The prompt before is not answered: the reprompt plays, and `after` counts within it."""
    later: str = ""
    """So much time goes by first: "3 days", "2 hours", "10 minutes"."""
    store: str = ""
    """`down` or `up`: the database, from here on."""

    intent: str | None = None
    hears: tuple[str, ...] = ()
    """Each is in what the coach says, case apart."""
    not_hears: tuple[str, ...] = ()
    reprompt: tuple[str, ...] = ()
    """Each is in what the coach says when nobody answers the prompt."""
    asks: bool | None = None
    """Whether the microphone is open afterwards."""
    at: At | None = None
    no_bookmark: bool = False
    card: tuple[str, ...] = ()
    seconds: tuple[float, float] | None = None
    """How long the response lasts, at least and at most."""


class Conversation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A conversation from its first word on, with nobody known."""

    title: str
    locale: str = "en-US"
    given: dict[str, Any] = {}
    """What is remembered at the beginning: fields of `Progress`, without a bookmark."""
    turns: tuple[Said, ...]


def conversations(language: str) -> list[tuple[str, Conversation]]:
    """Return all conversations of a language, each with the name of its file."""
    return [
        (path.stem, conversation)
        for path in sorted((FOLDER / language).glob("*.yaml"))
        for conversation in msgspec.yaml.decode(path.read_bytes(), type=list[Conversation])
    ]
