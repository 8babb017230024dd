"""A conversation at a terminal: speech takes its time, and typing interrupts it."""

import select
import sys
import time

from skill.coach.timing import SECOND
from skill.simulator.device import LISTENING_MS, Clock, Device, Heard
from skill.simulator.spoken import Part

TICK_MS = 200
COUNTED_MS = 3 * SECOND
"""Silences from this length on are counted down on the screen."""

_ERASE = "\r\033[K"


class RealClock(Clock):
    """The time it is."""

    def __init__(self) -> None:
        super().__init__(0)

    @property
    def now_ms(self) -> int:
        """Milliseconds since the epoch."""
        return int(time.time() * SECOND)

    @now_ms.setter
    def now_ms(self, _value: int) -> None:
        """Nobody sets the real time."""


class Typed:
    """Plays a device at a terminal.

    `wait` tells whether pauses elapse; without, everything is shown at once.
    """

    def __init__(self, device: Device, *, wait: bool) -> None:
        self._device = device
        self._wait = wait

    def play(self) -> None:
        """Talk until the input ends."""
        line: str | None = self._speak(self._device.launch())
        while True:
            if line is None:
                line = self._listen()
            if line is None:
                return
            line = self._answer(line.strip())

    def _answer(self, text: str) -> str | None:
        if text == "!launch":
            return self._speak(self._device.launch())
        if not text:
            return None
        return self._speak(self._device.tell(text))

    # --- speaking

    def _speak(self, heard: Heard) -> str | None:
        """Say it; return the line that interrupted it, if one did."""
        line = self._play(heard.speech)
        if line is None and not heard.listens:
            print("\n(The session has ended. Type on, and the coach picks up where you were.)")
        return line

    def _play(self, speech: list[Part]) -> str | None:
        for part in speech:
            if part.text:
                print(part.text, end=" ", flush=True)
            line = self._elapse(part.ms, shown=not part.text and part.ms >= COUNTED_MS)
            if line is not None:
                return line
        print()
        return None

    def _elapse(self, ms: int, *, shown: bool) -> str | None:
        if not self._wait:
            self._device.clock.wait(ms)
            if shown:
                print(f"({ms / SECOND:.0f} s)", end=" ", flush=True)
            return None
        if shown:
            print()
        end = time.monotonic() + ms / SECOND
        while (left := end - time.monotonic()) > 0:
            if shown:
                print(f"{_ERASE}  … {left:.0f} s", end="", flush=True)
            line = _typed(min(left, TICK_MS / SECOND))
            if line is not None:
                return line
        if shown:
            print(_ERASE, end="", flush=True)
        return None

    # --- listening

    def _listen(self) -> str | None:
        """Wait for a line as a device does: 8 s, the reprompt, 8 s, and the session ends."""
        print("> ", end="", flush=True)
        if self._wait and self._device.is_open:
            line = self._heard_in_time()
            if line is not None:
                return line
            self._device.end()
            print("\n(The session has ended. Type on, and the coach picks up where you were.)")
            print("> ", end="", flush=True)
        line = sys.stdin.readline()
        return line or None

    def _heard_in_time(self) -> str | None:
        line = _typed(LISTENING_MS / SECOND)
        if line is None:
            print(_ERASE, end="", flush=True)
            line = self._play(self._device.reprompt)
        if line is None:
            print("> ", end="", flush=True)
            line = _typed(LISTENING_MS / SECOND)
        return line


def _typed(seconds: float) -> str | None:
    """Return a line typed within so many seconds, or `None`."""
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    if not ready:
        return None
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line
