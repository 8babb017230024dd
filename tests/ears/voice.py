"""The synthetic voice: text in, sound out, by espeak-ng, which takes SSML and keeps its breaks."""

import functools
import io
import os
import shutil
import subprocess
import wave
from typing import Any
from xml.sax.saxutils import escape

import numpy as np
import pytest
from numpy.typing import NDArray

VOICES = {"en": "en-us", "de": "de"}

Sound = NDArray[np.int16]

RATE = 22_050
"""Samples a second, of espeak-ng's own."""
AUDIBLE = 200
"""A sample as loud as this is sound; of 32,768. Between words espeak-ng gives zeros."""


def espeak() -> str:
    """Return the program; without it the test is skipped, but in CI it fails."""
    found = shutil.which("espeak-ng")
    if found is None:
        message = "espeak-ng is missing: apt-get install espeak-ng (or your system's way)"
        if os.environ.get("CI") == "true":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    return found


def spoken(ssml: str, language: str, words_a_minute: int) -> Sound:
    """Return an SSML document as sound.

    Without --stdin espeak-ng reads a thousand characters at a time, and loses a break between two.
    """
    command = [espeak(), "-m", "-v", VOICES[language], "-s", str(words_a_minute)]
    done = subprocess.run(
        [*command, "--stdin", "--stdout"], input=ssml.encode(), stdout=subprocess.PIPE, check=True
    )
    with wave.open(io.BytesIO(_with_its_length(done.stdout))) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (RATE, 1, 2)
        return np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2")


def _with_its_length(wav: bytes) -> bytes:
    """Put the length into the head: espeak-ng does not know it when it writes that."""
    size = len(wav) - 44
    return (
        wav[:4]
        + (size + 36).to_bytes(4, "little")
        + wav[8:40]
        + size.to_bytes(4, "little")
        + wav[44:]
    )


@functools.cache
def words_ms(text: str, language: str, words_a_minute: int) -> float:
    """Return how long the voice takes over words that a silence follows, from sound to sound."""
    alone = f'<speak>{escape(text)}<break time="500ms"/></speak>'
    loud = audible(spoken(alone, language, words_a_minute))
    return float(loud[-1] - loud[0]) * 1000 / RATE


def audible(sound: Sound) -> NDArray[Any]:
    """Return the numbers of the samples that are heard."""
    return np.flatnonzero(np.abs(sound.astype(np.int32)) > AUDIBLE)
