"""The words of the page, as `content/<language>/page.yaml` holds them."""

import functools

import msgspec

from skill import resources
from skill.content import ContentError, Problem


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every table of words: strict about its keys."""


class Command(_Words, frozen=True):
    """A button, and the letter that does the same."""

    label: str
    says: str
    """What is said to the coach, word for word."""
    key: str


class Commands(_Words, frozen=True):
    """The buttons. The one for pausing becomes the one for resuming."""

    next: Command
    repeat: Command
    switch: Command
    pause: Command
    resume: Command
    stop: Command


class Say(_Words, frozen=True):
    """Typing and talking."""

    label: str
    hint: str
    send: str
    talk: str
    key: str


class State(_Words, frozen=True):
    """What the device is doing; `{open}` is how the skill is opened."""

    idle: str
    sending: str
    speaking: str
    listening: str
    waiting: str
    ended: str


class Notice(_Words, frozen=True):
    """What is out of order, and what to do; `{ask}` is how the skill is asked from outside."""

    not_ours: str
    no_server: str
    broken: str
    no_voice: str
    voice_lost: str
    fast: str
    not_heard: str
    talk_privacy: str


class Dial(_Words, frozen=True):
    """What stands in the ring."""

    listening: str


class Panel(_Words, frozen=True):
    """The place for routine and progress."""

    label: str
    routine: str
    no_routine: str
    done: str
    not_done: str
    now: str
    skipped: str
    progress: str
    days: str
    best: str
    sets: str
    minutes: str
    settings: str
    by_voice: str
    guidance: str
    guidance_names: dict[str, str]
    pace: str
    first_side: str
    dose: str
    lacks: str
    talk: str
    you: str
    coach: str
    nothing_said: str


class Options(_Words, frozen=True):
    """What testers and readers can set."""

    label: str
    locale: str
    speed: str
    voice: str
    keys: str
    listen: str
    envelopes: str


class Envelopes(_Words, frozen=True):
    """The panel with request and response."""

    title: str
    request: str
    response: str
    older: str
    newer: str
    turn: str
    none: str


class PageWords(_Words, frozen=True):
    """All words of the page."""

    title: str
    tagline: str
    open: str
    """How the skill is opened by its name."""
    ask: str
    """How the skill is asked from outside a session."""
    skip_link: str
    start: str
    again: str
    ready: str
    commands: Commands
    commands_label: str
    say: Say
    state: State
    notice: Notice
    dial: Dial
    ahead: str
    at_end: str
    left: str
    panel: Panel
    options: Options
    envelopes: Envelopes


@functools.cache
def page_words(language: str) -> PageWords:
    """Read the page's words of a language.

    Raises:
        ContentError: there are none in this language, or a key is missing or unknown.
    """
    name = f"{language}/page.yaml"
    try:
        file = (resources.folder("content") / name).read_bytes()
        return msgspec.yaml.decode(file, type=PageWords)
    except FileNotFoundError as error:
        raise ContentError([Problem(name, "(file)", "is missing")]) from error
    except msgspec.DecodeError as error:
        raise ContentError([Problem(name, "(file)", str(error))]) from error
