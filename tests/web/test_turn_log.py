"""The line of a turn: complete, and without anything a person said or is."""

import json
import logging
from typing import Any

import pytest

from bench.load.envelopes import USER_ID, encoded
from skill.web.turn_log import LOGGER, MAX_TEXT, TurnLog
from tests.web.service import Service


@pytest.fixture(autouse=True)
def _listening(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER.name)


def only_line(caplog: pytest.LogCaptureFixture) -> dict[str, Any]:
    [record] = [record for record in caplog.records if record.name == LOGGER.name]
    assert record.exc_info is None
    line: dict[str, Any] = json.loads(record.getMessage())
    return line


def test_answered(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    service.send_envelope(service.envelope())
    line = only_line(caplog)
    assert line.pop("ms") > 0
    assert line == {
        "outcome": "answered",
        "status": 200,
        "request_id": service.saves[0],
        "type": "IntentRequest",
        "intent": "AMAZON.NextIntent",
        "locale": "en-US",
        "user": TurnLog("a salt").hashed(USER_ID),
    }


def test_pain_has_no_name(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    service.send_envelope(service.envelope(name="PainIntent"))
    assert only_line(caplog)["intent"] == "Other"


def test_refused_before_it_was_read(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    body = encoded(service.envelope())
    service.send(body + b" ", service.headers(body))
    line = only_line(caplog)
    assert line.pop("ms") > 0
    reason = "The signature is not of this body."
    assert line == {"outcome": "refused", "status": 400, "reason": reason}


def test_an_error_of_the_skills(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    service.send_envelope(service.envelope(name="BreakIntent"))
    line = only_line(caplog)
    assert line["outcome"] == "failed"
    assert line["reason"].startswith("SkillBrokenError at small_skill.py:")


@pytest.mark.parametrize("name", ["AMAZON.NextIntent", "BreakIntent", "UnknownIntent"])
def test_nothing_of_a_person(service: Service, caplog: pytest.LogCaptureFixture, name: str) -> None:
    service.send_envelope(service.envelope(name=name))
    for private in (USER_ID, "band stretch", "secret", "bookmark", "eyJ0", "amzn1.ask.device"):
        assert private not in caplog.text


def test_a_line_stays_one_line_and_short(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    service.send_envelope(service.envelope(name='X"\n{"outcome":"answered"}' + "y" * 1000))
    assert len(only_line(caplog)["intent"]) == MAX_TEXT
    assert "\n" not in caplog.messages[0]


def test_hashes() -> None:
    log = TurnLog("a salt")
    assert log.hashed(USER_ID) == TurnLog("a salt").hashed(USER_ID)
    assert log.hashed(USER_ID) != log.hashed(USER_ID + "x")
    assert log.hashed(USER_ID) != TurnLog("another").hashed(USER_ID)
    assert TurnLog().hashed(USER_ID) != TurnLog().hashed(USER_ID)
    assert len(log.hashed(USER_ID)) == 10
    assert log.hashed("") == ""
