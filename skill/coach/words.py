"""The words of one language, as `content/<language>/` holds them, typed.

A text marked `Sided` is written for the right side with both words in brackets (`sides.py`).
A missing or an unknown key is an error at load that names file and key.
"""

from typing import Annotated

import msgspec

from skill.coach.phrases import Phrases

Sided = Annotated[str, msgspec.Meta(extra={"sided": True})]
"""A text that changes with the working side."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every table of words: strict about its keys."""


class StepWords(Words, frozen=True):
    """What is said for one step."""

    full: Sided
    """The instruction for somebody who hears it for the first time."""
    brief: Sided
    """The cue for somebody who knows the move."""
    go: str = ""
    """The word that starts the work, after "three, two, one". Not in setup steps."""
    beats: tuple[Sided, ...] = ()
    """What is said inside each of the first reps, spread evenly over the rep; the count is said
    before the first. An alternating move says its beats in every rep."""
    release: Sided = ""
    """A clear word of release, and what to do with the body, when the work is over."""


class MoveWords(Words, frozen=True):
    """What is said about one move."""

    name: str
    """Its full name, as a title: "Seated hip internal rotation"."""
    short: str
    """As it stands in the middle of a sentence: "the seated rotation"."""
    about: Sided
    """One or two sentences that introduce it the first time."""
    felt: Sided
    """Where it should be felt, as far as `facts.md` says; an answer on its own."""
    needs: str
    """What is needed for it, and what will do instead; an answer on its own."""
    steps: dict[str, StepWords]


class RoutineWords(Words, frozen=True):
    """What a routine is called."""

    name: str
    """As a title: "Full routine"."""
    short: str
    """As it stands in the middle of a sentence: "the full routine"."""
    about: str
    """One short sentence that says what it is."""


class MuscleWords(Words, frozen=True):
    """How a muscle is named, where it lies, and how a voice pronounces it."""

    name: str
    where: str
    """The plain place in the body, as it stands in a sentence: "in the upper buttock"."""
    role: str
    """What it does, as far as `facts.md` says; an answer on its own."""
    ipa: str
    """Pronunciation of `name`, for SSML `phoneme`."""


class EquipmentWords(Words, frozen=True):
    """A thing that a move needs."""

    name: str
    """With its article: "a band"."""
    instead: str
    """What will do instead, as a sentence."""


class Answers(Words, frozen=True):
    """Answers about the why and the how, each complete in itself. Source: `facts.md`."""

    why: tuple[str, ...]
    """What hip internal rotation is for."""
    benefit: tuple[str, ...]
    """What exercises and stretches do for it."""
    lack: tuple[str, ...]
    """What too little of it does."""
    sitting: tuple[str, ...]
    """What sitting has to do with it."""
    group: tuple[str, ...]
    """Which muscles work together, in plain words."""
    safety: tuple[str, ...]
    """What to mind."""
    pain: tuple[str, ...]
    """What is said when something about the hip hurts, before the choice. Never a diagnosis."""
    unwell: tuple[str, ...]
    """The same, for anything else: dizziness, another part of the body, or none named."""
    knee: tuple[str, ...]
    """The same, when it is the knee."""
    doctor: tuple[str, ...]
    """What pain can be a sign of, and when to see a doctor."""
    disclaimer: tuple[str, ...]
    """Said once, at the very first launch: not medical advice."""


class Voice(Words, frozen=True):
    """How long speech takes in this language; estimates, in milliseconds."""

    ms_per_word: int
    """What a text takes more that is no sentence: a word alone is spoken slower than in a row."""
    ms_per_letter: int
    ms_per_comma: int
    ms_per_sentence: int
    """The pause that goes with a full stop or a question mark."""


class Language(Words, frozen=True):
    """What counting, listing and timing need."""

    voice: Voice
    numbers: tuple[str, ...]
    """The numbers from zero, as they are counted aloud."""
    list_and: str
    """What stands between the last two of a list, with its blanks."""
    list_comma: str
    side_names: dict[str, str]
    """`right` and `left`, as they stand in a sentence: "the right side"."""
    side_words: tuple[str, ...]
    """Beginnings of words that name a side: bare ones are errors in a sided text."""


class Lexicon(Words, frozen=True):
    """All words of one language."""

    language: Language
    moves: dict[str, MoveWords]
    routines: dict[str, RoutineWords]
    muscles: dict[str, MuscleWords]
    equipment: dict[str, EquipmentWords]
    answers: Answers
    phrases: Phrases
