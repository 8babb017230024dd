"""Table of how well people are understood: `python -m tests.understanding.report [--wrong]`.

Fails below what the labelled sets must reach.
"""

import sys
from collections.abc import Iterable
from statistics import median
from time import perf_counter
from typing import NamedTuple

from skill.interaction.model import FALLBACK
from skill.simulator.understanding import Understanding, Understood
from tests.understanding.labelled import LOCALES, Labelled, heard_slots, labelled, resolver

LEAST_INTENTS = 0.95
LEAST_SLOTS = 0.95
MOST_FALSE_ACCEPTS = 0.05


class Answer(NamedTuple):
    """What was made of a labelled utterance."""

    label: Labelled
    understood: Understood
    milliseconds: float

    @property
    def is_right(self) -> bool:
        """Whether the intent is the one that was meant."""
        return self.understood.intent == self.label.intent

    @property
    def has_right_slots(self) -> bool:
        """Whether all slots are as meant, and no other is filled."""
        return heard_slots(self.understood) == self.label.slots


class Figures(NamedTuple):
    """A row of the table."""

    ours: int
    others: int
    intents: float
    """Share of utterances for us with the right intent."""
    slots: float
    """Share of utterances with slots, or for which some were found, whose slots are right."""
    false_accepts: float
    """Share of what is not for us that was taken for a wish."""
    median: float
    """Milliseconds a match."""

    @property
    def is_enough(self) -> bool:
        """Whether they hold the bounds."""
        return (
            self.intents >= LEAST_INTENTS
            and self.slots >= LEAST_SLOTS
            and self.false_accepts < MOST_FALSE_ACCEPTS
        )


def answers(understanding: Understanding, labels: Iterable[Labelled]) -> list[Answer]:
    """Return what is made of each utterance."""
    return [_answer(understanding, label) for label in labels]


def figures(found: list[Answer]) -> Figures:
    """Return the figures of a set."""
    ours = [answer for answer in found if answer.label.intent != FALLBACK]
    others = [answer for answer in found if answer.label.intent == FALLBACK]
    slotted = [a for a in ours if a.is_right and (a.label.slots or a.understood.slots)]
    return Figures(
        len(ours),
        len(others),
        _share(answer.is_right for answer in ours),
        _share(answer.has_right_slots for answer in slotted),
        _share(not answer.is_right for answer in others),
        median(answer.milliseconds for answer in found),
    )


def _answer(understanding: Understanding, label: Labelled) -> Answer:
    before = perf_counter()
    understood = understanding.understand(label.said)
    return Answer(label, understood, (perf_counter() - before) * 1000)


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 0.0


def _row(language: str, row: Figures) -> str:
    return (
        f"{language:9}{row.ours:6}{row.others:9}{row.intents:9.1%}{row.slots:9.1%}"
        f"{row.false_accepts:15.1%}{row.median:11.2f}"
    )


def _wrong(answer: Answer) -> str:
    got = answer.understood
    return (
        f"  {answer.label.said!r}: meant {answer.label.intent} {answer.label.slots}, "
        f"got {got.intent} {heard_slots(got)} ({got.how}, {got.confidence:.2f})"
    )


def main(arguments: list[str]) -> int:
    """Print the table; return 1 if a language does not hold the bounds."""
    out = sys.stdout
    out.write("language  ours  not ours  intents    slots  false accepts  median ms\n")
    enough = True
    for language in LOCALES:
        found = answers(resolver(language), labelled(language))
        row = figures(found)
        enough = enough and row.is_enough
        out.write(_row(language, row) + "\n")
        if "--wrong" in arguments:
            wrong = [a for a in found if not (a.is_right and a.has_right_slots)]
            out.write("\n".join(map(_wrong, wrong)) + "\n")
    if not enough:
        out.write(
            f"Too little: intents and slots must reach {LEAST_INTENTS:.0%} and {LEAST_SLOTS:.0%}, "
            f"false accepts stay under {MOST_FALSE_ACCEPTS:.0%}. See --wrong.\n"
        )
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
