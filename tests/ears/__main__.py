"""How far what is heard is off what was promised, as a table.

python -m tests.ears
"""

import sys
from collections.abc import Callable
from itertools import pairwise

from tests.coach.places import CATALOG
from tests.ears.sessions import Work
from tests.ears.test_sets import WORKS, beats_of, heard_of, pace_of

Off = Callable[[Work], list[float]]


def _lasts(work: Work) -> list[float]:
    return [100 * (beats_of(work).ms / work.ms - 1)]


def _reps(work: Work) -> list[float]:
    beat = CATALOG.moves[work.move].tempo * 1000
    return [100 * (one / beat - 1) for one in beats_of(work).reps]


def _seconds(work: Work) -> list[float]:
    return [one - 1000 for one in beats_of(work).seconds]


def _quiet(work: Work) -> list[float]:
    found = heard_of(work)
    pairs = pairwise(found)
    return [after.begins_ms - one.ends_ms - one.meant_quiet_ms for one, after in pairs]


MEASURES: dict[str, Off] = {
    "work, in % of what was promised": _lasts,
    "from rep to rep, in %": _reps,
    "counted seconds, in ms": _seconds,
    "silences, in ms": _quiet,
}


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print it."""
    _write("| off by | language | words a minute | figures | lowest | highest | mean size |")
    _write("|---|---|---|---|---|---|---|")
    for name, off in MEASURES.items():
        for language in dict.fromkeys(work.language for work in WORKS):
            found = [one for work in WORKS if work.language == language for one in off(work)]
            mean = sum(map(abs, found)) / len(found)
            sizes = f"{min(found):+.1f} | {max(found):+.1f} | {mean:.1f}"
            _write(f"| {name} | {language} | {pace_of(language)} | {len(found)} | {sizes} |")


if __name__ == "__main__":
    main()
