"""What the endpoint answers to requests that it takes, and where else it answers at all."""

import json

import pytest
from werkzeug.test import TestResponse

from bench.load.envelopes import SKILL_ID, Json, without_session
from skill.settings import SettingsError
from skill.web.app import create_app
from skill.web.endpoint import AlexaEndpoint
from skill.web.outline import EnvelopeRefusedError
from skill.web.verification import RequestRefusedError
from skill.web.webservice_support import WebserviceSkillHandler
from tests.web.service import Service

SESSIONLESS = [
    "AudioPlayer.PlaybackStarted",
    "AudioPlayer.PlaybackNearlyFinished",
    "AudioPlayer.PlaybackFinished",
    "AudioPlayer.PlaybackStopped",
    "PlaybackController.NextCommandIssued",
    "PlaybackController.PauseCommandIssued",
    "AlexaSkillEvent.SkillEnabled",
    "AlexaSkillEvent.SkillDisabled",
    "AlexaSkillEvent.SkillPermissionAccepted",
    "System.ExceptionEncountered",
]


def content(answer: TestResponse) -> Json:
    whole: Json = json.loads(answer.data)
    return whole


@pytest.mark.parametrize("kind", SESSIONLESS)
def test_request_without_session(service: Service, kind: str) -> None:
    answer = service.send_envelope(without_session(service.now, kind))
    assert answer.status_code == 200
    assert content(answer)["version"] == "1.0"
    assert "shouldEndSession" not in content(answer)["response"]
    assert "sessionAttributes" not in content(answer)


def test_launch(service: Service) -> None:
    answer = service.send_envelope(service.envelope("LaunchRequest"))
    assert content(answer)["response"]["outputSpeech"]["ssml"] == "<speak>Hello.</speak>"
    assert content(answer)["response"]["shouldEndSession"] is False
    assert content(answer)["sessionAttributes"]["said"] == "Hello."
    assert answer.content_type == "application/json;charset=UTF-8"


def test_unknown_intent_is_the_skills_to_answer(service: Service) -> None:
    answer = service.send_envelope(service.envelope(name="NeverHeardOfIntent"))
    assert answer.status_code == 200
    assert service.saves == []


def test_session_end(service: Service) -> None:
    whole = service.envelope("SessionEndedRequest")
    whole["request"]["reason"] = "USER_INITIATED"
    answer = service.send_envelope(whole)
    assert (answer.status_code, content(answer)["response"]) == (200, {})


def test_an_error_of_the_skills_is_a_valid_answer(service: Service) -> None:
    answer = service.send_envelope(service.envelope(name="BreakIntent"))
    assert answer.status_code == 200
    assert content(answer) == {"version": "1.0", "response": {"shouldEndSession": True}}


def test_what_the_serializer_cannot_read_is_refused(service: Service) -> None:
    whole = service.envelope()
    whole["request"]["dialogState"] = "NEVER_HEARD_OF"
    answer = service.send_envelope(whole)
    assert answer.status_code == 400
    assert service.saves == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 405),
        ("HEAD", "/", 405),
        ("PUT", "/", 405),
        ("OPTIONS", "/", 405),
        ("TRACE", "/", 405),
        ("POST", "/healthz", 405),
        ("OPTIONS", "/healthz", 405),
        ("POST", "/x", 404),
        ("GET", "/static/x", 404),
        ("GET", "/../etc/passwd", 404),
        ("GET", "/favicon.ico", 404),
    ],
)
def test_nothing_else_answers(service: Service, method: str, path: str, status: int) -> None:
    answer = service.app.test_client().open(path, method=method)
    assert answer.status_code == status
    assert answer.mimetype == "text/plain"


@pytest.mark.parametrize("skill_id", ["", "my skill", "amzn1.ask.account.X"])
def test_the_skill_id_is_needed(service: Service, skill_id: str) -> None:
    verifier = service.verifier
    with pytest.raises(SettingsError, match="HIP_COACH_SKILL_ID"):
        create_app(service.skill, verifier=verifier, skill_id=skill_id, is_ready=lambda: True)


def test_the_sdk_s_own_entry_point_checks_too(service: Service) -> None:
    endpoint = AlexaEndpoint(service.skill, skill_id=SKILL_ID, verifier=service.verifier)
    assert isinstance(endpoint, WebserviceSkillHandler)
    body = json.dumps(service.envelope()).encode()
    with pytest.raises(RequestRefusedError):
        endpoint.verify_request_and_dispatch({}, body)
    answer = endpoint.verify_request_and_dispatch(service.headers(body), body)
    assert answer["response"]["shouldEndSession"] is False


def test_without_a_verifier_the_application_id_still_counts(service: Service) -> None:
    endpoint = AlexaEndpoint(service.skill, skill_id=SKILL_ID, verifier=None)
    whole = service.envelope()
    whole["context"]["System"]["application"]["applicationId"] = "amzn1.ask.skill.other"
    with pytest.raises(EnvelopeRefusedError):
        endpoint.admit({}, json.dumps(whole).encode())
