"""What of a response is to be heard when: the lead-in, the start, the counts, the release."""

from itertools import pairwise

import msgspec

from skill.coach.words import Lexicon
from tests.ears.listening import Heard
from tests.ears.sessions import Work

LEAD_IN = 3
"""Numbers that are counted down before the start, one a second."""
COUNT_DOWN = (5, 4, 3, 2, 1)


class Beats(msgspec.Struct, frozen=True):
    """Times in milliseconds, and intervals between them."""

    ms: float
    """From the word that starts the work to the word that ends it."""
    reps: list[float]
    """From each count of a rep to the next, and from the last to the release."""
    seconds: list[float]
    """Of the lead-in, and of the count-down at the end."""
    counts_down: float | None
    """From the first number of the count-down to the release, where there is one."""


def start_of(texts: list[str], lexicon: Lexicon) -> int:
    """Return the number of the words that start the work: they follow the lead-in.

    Raises:
        AssertionError: there is no lead-in.
    """
    lead_in = [lexicon.language.numbers[number] for number in range(LEAD_IN, 0, -1)]
    for start in range(LEAD_IN, len(texts)):
        if texts[start - LEAD_IN : start] == lead_in:
            return start
    raise AssertionError(f"no lead-in in {texts}")


def beats(heard: list[Heard], work: Work, lexicon: Lexicon) -> Beats:
    """Return the beats of a response; the last words of it begin with the release."""
    start = start_of([one.text for one in heard], lexicon)
    begins = [one.begins_ms for one in heard]
    release = begins[-1]
    down = [lexicon.language.numbers[number] for number in COUNT_DOWN]
    ends_counted = [one.text for one in heard[-1 - len(down) : -1]] == down
    last = begins[-1 - len(down) :] if ends_counted else []
    reps = [begins[start], *_counted(heard[start + 1 :], work, lexicon), release]
    return Beats(
        ms=release - begins[start],
        reps=_intervals(reps) if work.counts else [],
        seconds=_intervals(begins[start - LEAD_IN : start + 1]) + _intervals(last),
        counts_down=release - last[0] if ends_counted else None,
    )


def _counted(heard: list[Heard], work: Work, lexicon: Lexicon) -> list[float]:
    """Return when the second rep and those after it are counted; the first is the start."""
    found: list[float] = []
    following = iter(heard)
    for rep in work.counts[1:]:
        number = lexicon.language.numbers[rep]
        found.append(next(one.begins_ms for one in following if _first_word(one.text) == number))
    return found


def _first_word(text: str) -> str:
    return text.replace(",", " ").split()[0]


def _intervals(times: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(times)]
