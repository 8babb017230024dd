"""Every phrase the coach invites a person to say is a sample of the model."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from skill.content import load
from skill.interaction import locales
from skill.simulator.setting_up import understanding


class Invited(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one language invites to say."""

    marker: str
    joints: tuple[str, ...]
    phrases: tuple[str, ...]


INVITED = msgspec.yaml.decode(
    Path(__file__).with_name("invited.yaml").read_bytes(), type=dict[str, Invited]
)


def spoken(language: str) -> Iterator[str]:
    """Yield every wording of every phrase."""
    for section in msgspec.to_builtins(load().lexicons[language].phrases).values():
        for phrase in section.values():
            if isinstance(phrase, list):
                yield from phrase


def invitations(text: str, invited: Invited) -> Iterator[str]:
    """Yield what a text invites to say, each from its first word on."""
    joint = "|".join(re.escape(joint) for joint in invited.joints)
    for found in re.finditer(rf"\b{invited.marker} ([^.?]+)", text, re.IGNORECASE):
        yield from re.split(joint, found[1])


@pytest.mark.parametrize("language", load().lexicons)
def test_whatever_is_invited_is_on_the_list(language: str) -> None:
    invited = INVITED[language]
    for text in spoken(language):
        for invitation in invitations(text, invited):
            assert invitation.lower().startswith(invited.phrases), f"{invitation!r} in: {text}"


@pytest.mark.parametrize(
    ("locale", "phrase"),
    [
        (locale, phrase)
        for locale in locales()
        if locale[:2] in load().lexicons
        for phrase in INVITED[locale[:2]].phrases
    ],
)
def test_whatever_is_invited_is_a_sample(locale: str, phrase: str) -> None:
    assert understanding(locale).understand(phrase).how == "sample"
