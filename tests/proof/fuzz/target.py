"""What is fuzzed: the Flask application without signatures, over the whole skill and a store."""

import json
from http import HTTPStatus
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.speech.limits import MAX_RESPONSE_BYTES
from skill.web.app import create_app
from tests.coach.places import CONTENT
from tests.proof.random_people.flaky import Flaky
from tests.stores import memory_store

TRACES = ("Traceback", 'File "', "Error(", "site-packages", "/skill/")
"""What a response would have of our insides."""
OWN_REFUSALS = range(400, 500)


class Target:
    """The application, and what its store was asked."""

    def __init__(self) -> None:
        self.store = Flaky(memory_store())
        self.skill = build_skill(CONTENT, self.store, Settings(progress="memory"))
        app = create_app(
            self.skill, verifier=None, skill_id="", is_ready=lambda: True, salt="a salt"
        )
        self.client: FlaskClient = app.test_client()
        self.seen: dict[str, int] = {}

    def send(self, body: bytes) -> TestResponse:
        """Send a body, and assert what must hold of any answer."""
        self.store.begin_turn()
        self.store.written.clear()
        forgotten = self.store.forgotten
        answer = self.client.post(
            "/", data=body, headers={"Content-Type": "application/json", "Host": "localhost"}
        )
        changes = self.store.saves + self.store.forgotten - forgotten
        assert not any(trace in answer.text for trace in TRACES), answer.text
        if answer.status_code == HTTPStatus.OK:
            self._check_answered(body, answer)
        else:
            assert answer.status_code in OWN_REFUSALS, (answer.status_code, answer.text)
            assert changes == 0, "a refused request was written"
            assert self.store.loads == 0, "a refused request was looked up"
        assert changes <= 1
        self._count(answer)
        return answer

    def _check_answered(self, body: bytes, answer: TestResponse) -> None:
        given: dict[str, Any] = json.loads(answer.data)
        assert given["version"] == "1.0"
        assert isinstance(given["response"], dict)
        assert len(answer.data) <= MAX_RESPONSE_BYTES + len(body)
        whole = json.loads(body)
        for request, _ in self.store.written:
            assert request.user in _users(whole), "written under another's name"

    def _count(self, answer: TestResponse) -> None:
        kind = str(answer.status_code)
        if answer.status_code == HTTPStatus.OK:
            spoken = answer.json["response"].get("outputSpeech", {}) if answer.json else {}
            faults = CONTENT.lexicons["en"].phrases.lost.fault
            is_fault = any(fault in spoken.get("ssml", "") for fault in faults)
            kind = "200, a fault of ours" if is_fault else "200"
        self.seen[kind] = self.seen.get(kind, 0) + 1


def _users(whole: dict[str, Any]) -> set[str]:
    system = (whole.get("context") or {}).get("System") or {}
    holders = (system, whole.get("session") or {})
    return {str((holder.get("user") or {}).get("userId")) for holder in holders}
