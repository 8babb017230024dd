"""A conversation read from a pipe: one utterance a line, no waiting."""

import json
from collections.abc import Callable, Iterable

from skill.simulator.device import Device, Heard, NotForUs
from skill.simulator.spoken import as_text, length_ms
from skill.speech.limits import LISTENING_MS

LAUNCH = "!launch"
"""A line that opens a new session."""

Show = Callable[[str], None]


class Piped:
    """Plays lines to a device, and shows what it says.

    Time goes by as the speech would take it, so that a hold that was listened to is a hold done.
    An empty line is silence: the reprompt and then the end of the session follow.
    """

    def __init__(self, device: Device, show: Show, *, as_json: bool) -> None:
        self._device = device
        self._show = show
        self._as_json = as_json

    def play(self, lines: Iterable[str]) -> None:
        """Launch, and play the lines one after another."""
        self._hear(self._device.launch())
        for line in lines:
            self.line(line.strip())

    def line(self, text: str) -> None:
        """Play one line."""
        if text == LAUNCH:
            self._hear(self._device.launch())
        elif not text:
            self._silence()
        else:
            self._say(text)

    def _say(self, text: str) -> None:
        if not self._as_json:
            self._show(f"> {text}")
        try:
            self._hear(self._device.say(text))
        except NotForUs:
            self._note('The session is over. "open hip coach" starts a new one.')

    def _silence(self) -> None:
        if not self._device.is_open:
            self._note("Silence. No session is open.")
            return
        reprompt = self._device.reprompt
        if not self._as_json:
            self._show(f"(silence)\n{as_text(reprompt)}\n(silence)")
        self._device.clock.wait(2 * LISTENING_MS + length_ms(reprompt))
        self._hear(self._device.end())
        self._note("The session has ended.")

    def _hear(self, heard: Heard) -> None:
        self._device.clock.wait(heard.ms)
        if self._as_json:
            self._show(json.dumps(heard.response, ensure_ascii=False))
            return
        if heard.speech:
            self._show(as_text(heard.speech))
        if heard.speech and not heard.listens:
            self._note("The session has ended.")

    def _note(self, text: str) -> None:
        if not self._as_json:
            self._show(f"({text})")
