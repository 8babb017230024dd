"""Whether what the store tells people to say works: certification tries each phrase."""

import re
from collections.abc import Iterator

from skill.content.errors import Problem
from skill.interaction import language_file
from skill.package.manifest import Listing
from skill.simulator.setting_up import understanding
from skill.simulator.understanding import LanguageData, Understanding

QUOTED = re.compile(r'["“„]([^"“”„]+)["“”]')
"""What is said stands in quotation marks in the description."""


def check_phrases(file: str, locale: str, listing: Listing) -> Iterator[Problem]:
    """Yield the phrases that Alexa would not take to this skill, or to no intent of it."""
    wake = tuple(f"{w}," for w in LanguageData.read(language_file(locale)).wake_words)
    resolver = understanding(locale)
    for number, phrase in enumerate(listing.example_phrases):
        key = f"phrases[{number}]"
        if not phrase.lower().startswith(wake):
            yield Problem(file, key, f"{phrase!r} must begin with the wake word and a comma")
        yield from _check_one_shot(file, key, phrase, resolver)
    if resolver.one_shot(listing.example_phrases[0]).kind != "launch":
        yield Problem(file, "phrases[0]", f"must open the skill ({locale})")
    for phrase in QUOTED.findall(listing.description):
        if phrase.lower().startswith(wake):
            yield from _check_one_shot(file, "description", phrase, resolver)
        elif resolver.understand(phrase).how != "sample":
            yield Problem(file, "description", f"{phrase!r} is no sample of the model ({locale})")


def _check_one_shot(file: str, key: str, phrase: str, resolver: Understanding) -> Iterator[Problem]:
    shot = resolver.one_shot(phrase)
    if shot.kind == "elsewhere":
        yield Problem(file, key, f"{phrase!r} does not name the skill")
    elif shot.understood is not None and shot.understood.how != "sample":
        yield Problem(file, key, f"{phrase!r} is no sample of the model")
