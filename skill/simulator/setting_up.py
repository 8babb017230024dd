"""Devices and resolvers, made from a locale."""

import functools

from ask_sdk_core.skill import CustomSkill

from skill.alexa.answer import answer
from skill.alexa.locales import by_locale
from skill.content import Content
from skill.interaction import interaction_model, language_file
from skill.simulator.device import Clock, Device
from skill.simulator.envelopes import Account
from skill.simulator.understanding import LanguageData, Understanding


@functools.cache
def understanding(locale: str) -> Understanding:
    """Return the resolver of a locale.

    Raises:
        SourceError: there is no interaction model of this locale.
    """
    return Understanding(interaction_model(locale), LanguageData.read(language_file(locale)))


def device(
    skill: CustomSkill, content: Content, clock: Clock, account: Account | None = None
) -> Device:
    """Return a simulated Echo in front of a skill object of this process."""
    account = account or Account()
    voice = by_locale(content.lexicons, account.locale).language.voice
    return Device(
        lambda event: answer(skill, event), understanding(account.locale), voice, clock, account
    )
