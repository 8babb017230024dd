"""What the README claims is true: the transcript, the phrases, the settings, the commands."""

import re

import msgspec
import pytest

from skill.alexa.intents import INTENTS
from skill.cli import COMMANDS
from skill.settings import PREFIX, Settings
from skill.simulator.setting_up import understanding
from tests.readme.transcript import README, printed, written

TEXT = README.read_text(encoding="utf-8")
NOT_SAID = {"AMAZON.FallbackIntent"}
"""Intents nobody says a phrase for."""

PHRASES = re.findall(r"^\| ([^|]+) \| [^|]+ \| `(\S+Intent)` \|$", TEXT, re.MULTILINE)


def test_the_transcript_is_what_the_program_prints() -> None:
    assert printed() == written()


@pytest.mark.parametrize(("phrase", "intent"), PHRASES)
def test_a_phrase_is_understood_word_for_word(phrase: str, intent: str) -> None:
    understood = understanding("en-US").understand(phrase)
    assert (understood.intent, understood.how) == (intent, "sample")


def test_every_intent_has_a_phrase() -> None:
    assert {intent for _, intent in PHRASES} == INTENTS - NOT_SAID


def test_every_setting_is_listed_with_its_default() -> None:
    rows = re.findall(rf"^\| `{PREFIX}(\w+)` \| (?:`([^`]*)`)? ?\|", TEXT, re.MULTILINE)
    defaults = {
        field.name.upper(): str(field.default) for field in msgspec.structs.fields(Settings)
    }
    assert dict(rows) == defaults


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told(command: str) -> None:
    assert f"python -m skill {command}" in TEXT
