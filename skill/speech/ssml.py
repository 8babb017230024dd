"""Cues to SSML: well-formed, escaped, with breaks the platform accepts."""

import functools
from collections.abc import Sequence

from skill.coach.cues import Cue, Silence
from skill.speech.lexicon import Speller
from skill.speech.limits import MAX_BREAK_MS, MAX_SPEECH_CHARACTERS


class SpeechTooLong(Exception):
    """A reply does not fit into one response; the core should have cut it earlier."""


def ssml(cues: Sequence[Cue], spell: Speller) -> str:
    """Return cues as an SSML document.

    Raises:
        SpeechTooLong: it has more characters than the platform takes.
    """
    speech = "<speak>" + " ".join(_element(cue, spell) for cue in cues) + "</speak>"
    if len(speech) > MAX_SPEECH_CHARACTERS:
        raise SpeechTooLong(f"{len(speech)} characters, at most {MAX_SPEECH_CHARACTERS}")
    return speech


def _element(cue: Cue, spell: Speller) -> str:
    if isinstance(cue, Silence):
        return breaks(cue.ms)
    return spell(cue.text)


@functools.lru_cache(maxsize=1024)
def breaks(ms: int) -> str:
    """Return a silence as breaks in a row, none longer than the platform takes."""
    whole, rest = divmod(ms, MAX_BREAK_MS)
    times = [f"{MAX_BREAK_MS // 1000}s"] * whole + ([f"{rest}ms"] if rest else [])
    return "".join(f'<break time="{time}"/>' for time in times)
