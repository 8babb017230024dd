"""A conversation at a terminal: speech takes its time, and typing interrupts it."""

import select
import sys
import time

from skill.coach.timing import SECOND
from skill.simulator.device import Clock, Device, Heard
from skill.simulator.spoken import Part
from skill.simulator.terminal.piped import LAUNCH
from skill.simulator.terminal.screen import Screen
from skill.speech.limits import LISTENING_MS

COUNTED_MS = 3 * SECOND
"""Silences from this length on are counted down on the screen."""
ENDED = "The session has ended. Type on, and the coach picks up where you were."


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
        self._screen = Screen()

    def play(self) -> None:
        """Talk until the input ends."""
        line = self._speak(self._device.launch())
        while True:
            line = self._listen() if line is None else line
            if line is None:
                return
            line = self._answer(line.strip())

    def _answer(self, text: str) -> str | None:
        if text == LAUNCH:
            return self._speak(self._device.launch())
        return self._speak(self._device.tell(text)) if text else None

    # --- speaking

    def _speak(self, heard: Heard) -> str | None:
        """Say it; return the line that interrupted it, if one did."""
        line = self._play(heard.speech)
        if line is None and not heard.listens:
            self._screen.note(ENDED)
        return line

    def _play(self, speech: list[Part]) -> str | None:
        for part in speech:
            line = self._say(part) if part.text else self._keep_silent(part.ms)
            if line is not None:
                self._screen.typed()
                return line
        self._screen.new_line()
        return None

    def _say(self, part: Part) -> str | None:
        words = part.text.split()
        for word in words:
            self._screen.word(word)
            line = self._elapse(part.ms // len(words))
            if line is not None:
                return line
        return None

    def _keep_silent(self, ms: int) -> str | None:
        if not self._wait or ms < COUNTED_MS:
            if not self._wait and ms >= SECOND:
                self._screen.word(f"({ms / SECOND:.0f} s)")
            return self._elapse(ms)
        self._screen.new_line()
        for left in range(ms // SECOND, 0, -1):
            self._screen.count_down(left)
            line = self._elapse(SECOND)
            if line is not None:
                return line
        self._screen.erase()
        return self._elapse(ms % SECOND)

    def _elapse(self, ms: int) -> str | None:
        if self._wait:
            return _typed(ms / SECOND)
        self._device.clock.wait(ms)
        return None

    # --- listening

    def _listen(self) -> str | None:
        """Wait for a line as a device does: 8 s, the reprompt, 8 s, and the session ends."""
        self._screen.prompt()
        if self._wait and self._device.is_open:
            line = self._heard_in_time()
            if line is not None:
                return line
            self._device.end()
            self._screen.note(ENDED)
            self._screen.prompt()
        return sys.stdin.readline() or None

    def _heard_in_time(self) -> str | None:
        line = _typed(LISTENING_MS / SECOND)
        if line is None:
            self._screen.erase()
            line = self._play(self._device.reprompt)
        if line is None:
            self._screen.prompt()
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
