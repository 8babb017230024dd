"""The devices of random people: one that only speaks, and one with a screen to be touched."""

import copy
from typing import Any

from ask_sdk_core.skill import CustomSkill

from skill.alexa.answer import answer
from skill.alexa.locales import by_locale
from skill.alexa.screen.touch import START, TOUCHES
from skill.simulator.device import Clock, Device, Heard
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import understanding
from tests.alexa.screen.show import VIEWPORTS
from tests.coach.places import CATALOG, CONTENT

ARGUMENTS = (*TOUCHES, *(START + routine for routine in CATALOG.routines))
"""What a screen can send."""


class Echo(Device):
    """An Echo; `viewport` names its screen, if it has one."""

    def __init__(self, skill: CustomSkill, clock: Clock, account: Account, viewport: str) -> None:
        voice = by_locale(CONTENT.lexicons, account.locale).language.voice
        resolver = understanding(account.locale)
        super().__init__(lambda sent: answer(skill, sent), resolver, voice, clock, account)
        self._viewport = viewport
        self._ask = self._endpoint
        self._endpoint = self._seen

    @property
    def has_screen(self) -> bool:
        """Whether there is something to touch."""
        return bool(self._viewport)

    def touch(self, argument: str) -> Heard:
        """Touch what sends an argument."""
        return self._send(
            {
                "type": "Alexa.Presentation.APL.UserEvent",
                "token": "hip-coach",
                "arguments": [argument],
                "source": {"type": "TouchWrapper", "handler": "Press"},
                "components": {},
            }
        )

    def _seen(self, sent: dict[str, Any]) -> dict[str, Any]:
        """Send an envelope as a device with this screen sends it."""
        if self._viewport:
            device = sent["context"]["System"]["device"]
            apl = {"runtime": {"maxVersion": "2024.3"}}
            device["supportedInterfaces"] = {"Alexa.Presentation.APL": apl}
            sent["context"]["Viewport"] = copy.deepcopy(VIEWPORTS[self._viewport])
        return self._ask(sent)
