"""How much the coach talks, for whoever writes its texts.

    python -m bench.listeners [LANGUAGE...]

The full routine is gone through twice in each language, by somebody who does not know it and then
by the same person again, who says "next" at every prompt. Times are the estimates that the coach
goes by. Reading ease is Flesch's, in German after Amstad: 60 to 70 is plain, 90 is easy.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from skill.coach import events as ev
from skill.coach.coach import Coach
from skill.coach.cues import Count, Cue, Say, Silence, length
from skill.coach.events import Event
from skill.coach.state import Moment, Outcome, State
from skill.coach.timing import SECOND
from skill.content import load
from skill.interaction import locales
from skill.speech.limits import ALEXA

STARTED_MS = 1_800_000_000_000
DAY_MS = 86_400 * SECOND
DECIDING_MS = 3 * SECOND
"""Between a prompt and its answer."""
HEARD_AS_QUIET_MS = 1 * SECOND
"""From so long a silence on, a stretch of talk is over."""
LONGEST, MOST_REPEATED = 8, 10
"""Lines of a list."""
MOST_TURNS = 120

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_VOWELS = re.compile(r"[aeiouyäöü]+", re.IGNORECASE)
_EASE = {"en": (206.835, 1.015, 84.6), "de": (180.0, 1.0, 58.5)}
"""Constant, factor of words a sentence, factor of syllables a word. Sources: Flesch 1948; Amstad
1978."""


class Stretch(msgspec.Struct, frozen=True):
    """Talk with no silence in it that is heard as one."""

    text: str
    ms: int


class Turn(msgspec.Struct, frozen=True):
    """One response."""

    place: str
    cues: tuple[Cue, ...]

    @property
    def sentences(self) -> list[str]:
        """All that is said of it, counting left out."""
        texts = [cue.text for cue in self.cues if isinstance(cue, Say)]
        return [one for text in texts for one in _SENTENCE_END.split(text) if one.strip()]

    @property
    def talk_ms(self) -> int:
        """How long that takes."""
        return sum(cue.ms for cue in self.cues if isinstance(cue, Say))

    def stretches(self) -> Iterator[Stretch]:
        """Yield the stretches of talk; counting is none."""
        said: list[Say] = []
        for cue in (*self.cues, Silence(DECIDING_MS)):
            if isinstance(cue, Say):
                said.append(cue)
            elif isinstance(cue, Count) or cue.ms >= HEARD_AS_QUIET_MS:
                if said:
                    yield Stretch(" ".join(one.text for one in said), sum(one.ms for one in said))
                said = []


def main(languages: Sequence[str]) -> None:
    """Print the report of languages; of all, if none is named."""
    content = load()
    for language in languages or list(content.lexicons):
        coach = Coach(content.catalog, content.lexicons[language], ALEXA)
        served = ", ".join(locale for locale in locales() if locale.startswith(language))
        first, state = _gone_through(coach, State(), STARTED_MS)
        again, _ = _gone_through(coach, State(progress=state.progress), STARTED_MS + DAY_MS)
        _print(f"\n# {language} ({served})")
        for title, turns in (("the first time", first), ("the second time", again)):
            _print(f"\n## {title}\n")
            _report(turns, language)


def _gone_through(coach: Coach, state: State, now_ms: int) -> tuple[list[Turn], State]:
    """Go through the full routine; return what is said, and the state at the end."""
    turns: list[Turn] = []
    wishes: Iterable[Event] = [ev.Launch(), ev.Start("full"), *[ev.Next()] * MOST_TURNS]
    for number, wish in enumerate(wishes):
        moment = Moment(now_ms, now_ms // DAY_MS + 719_163, f"turn-{now_ms}-{number}")
        outcome = coach.respond(state, wish, moment)
        state = outcome.state
        cues = (*outcome.reply.cues, coach.voiced(outcome.reply.prompt))
        turns.append(Turn(_place(outcome), cues))
        now_ms += length(cues) + DECIDING_MS
        if number > 1 and state.progress.bookmark is None:
            return turns, state
    raise AssertionError(f"the routine has not ended after {MOST_TURNS} turns")


def _place(outcome: Outcome) -> str:
    view = outcome.reply.view
    return f"{view.move}, {view.side}, {view.step}" if view else "between moves"


def _report(turns: list[Turn], language: str) -> None:
    stretches = sorted(
        ((turn.place, one) for turn in turns for one in turn.stretches()), key=lambda at: -at[1].ms
    )
    _figures(turns, stretches[0][1], language)
    _print("\nLongest stretches without a silence:\n")
    for place, one in stretches[:LONGEST]:
        _print(f"- {one.ms / SECOND:.0f} s, {_words(one.text)} words, {place}: {one.text}")
    _print("\nSentences said most often:\n")
    said = Counter(one for turn in turns for one in turn.sentences if one.endswith((".", "?")))
    for sentence, times in said.most_common(MOST_REPEATED):
        _print(f"- {times} times: {sentence}")


def _figures(turns: list[Turn], longest: Stretch, language: str) -> None:
    words = [sum(map(_words, turn.sentences)) for turn in turns]
    talk_ms, all_ms = sum(turn.talk_ms for turn in turns), sum(length(turn.cues) for turn in turns)
    said = [one for turn in turns for one in turn.sentences if one.endswith((".", "?"))]
    silent = max(cue.ms for turn in turns for cue in turn.cues if isinstance(cue, Silence))
    lengths = [_words(one) for one in said]
    _print("| | |\n|---|---|")
    _print(f"| steps and other responses | {len(turns)} |")
    _print(f"| minutes, of which talk | {all_ms / 60_000:.1f}, {talk_ms / 60_000:.1f} |")
    _print(f"| words a response, on average and at most | {_mean(words):.0f}, {max(words)} |")
    _print(f"| seconds of talk a response | {talk_ms / len(turns) / SECOND:.1f} |")
    _print(f"| longest talk without a silence | {longest.ms / SECOND:.0f} s |")
    _print(f"| longest silence | {silent / SECOND:.0f} s |")
    _print(f"| words a sentence, on average and at most | {_mean(lengths):.1f}, {max(lengths)} |")
    if language in _EASE:
        _print(f"| reading ease | {_ease(said, language):.0f} |")


def _ease(sentences: list[str], language: str) -> float:
    constant, of_sentence, of_word = _EASE[language]
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    syllables = sum(max(1, len(_VOWELS.findall(word))) for word in words)
    return constant - of_sentence * len(words) / len(sentences) - of_word * syllables / len(words)


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)


def _print(line: str) -> None:
    print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
