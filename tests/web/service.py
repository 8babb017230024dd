"""The endpoint as Alexa meets it, around the small skill, with the network replaced by a shelf."""

from collections.abc import Sequence

from werkzeug.test import TestResponse

from bench.load.chains import Identity
from bench.load.envelopes import SKILL_ID, Json, encoded, envelope, signed_headers
from bench.load.small_skill import build_skill
from skill.web.app import create_app
from skill.web.verification import ChainVerifier, KeyCache, RequestVerifier
from skill.web.verification.errors import RequestRefusedError
from tests.web.pki import Pki


class Shelf:
    """Chains by URL; any URL without one of its own has the standard chain."""

    def __init__(self, standard: bytes) -> None:
        self.standard = standard
        self.special: dict[str, bytes | RequestRefusedError] = {}
        self.asked: list[str] = []

    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        found = self.special.get(url, self.standard)
        if isinstance(found, RequestRefusedError):
            raise found
        return found


class Service:
    """An application of its own for a test; `saves` are the turns that changed something."""

    def __init__(self, pki: Pki, roots: Sequence[Identity] | None = None) -> None:
        self.pki = pki
        self.now = pki.now
        self.saves: list[str] = []
        self.shelf = Shelf(pki.chain)
        trusted = [root.certificate for root in roots or [pki.root]]
        self.keys = KeyCache(self.shelf, ChainVerifier(lambda: trusted), self.clock)
        self.verifier = RequestVerifier(self.keys, self.clock)
        self.skill = build_skill(self.saves.append)
        self.app = create_app(
            self.skill,
            verifier=self.verifier,
            skill_id=SKILL_ID,
            is_ready=lambda: True,
            salt="a salt",
        )

    def clock(self) -> float:
        return self.now

    def envelope(self, kind: str = "IntentRequest", name: str = "AMAZON.NextIntent") -> Json:
        return envelope(self.now, kind, name)

    def headers(self, body: bytes) -> dict[str, str]:
        return signed_headers(self.pki.alexa_key, body)

    def send(self, body: bytes, headers: dict[str, str] | None = None) -> TestResponse:
        """Send a body; without headers it is signed rightly. A test may send any characters."""
        given = self.headers(body) if headers is None else headers
        environ = {_environ_name(name): value for name, value in given.items()}
        return self.app.test_client().post("/", data=body, environ_overrides=environ)

    def send_envelope(self, whole: Json) -> TestResponse:
        return self.send(encoded(whole))


def _environ_name(header: str) -> str:
    name = header.upper().replace("-", "_")
    return name if name == "CONTENT_TYPE" else f"HTTP_{name}"


def expect(service: Service, answer: TestResponse, status: int) -> None:
    """Check the status, and that exactly an accepted request was saved."""
    assert answer.status_code == status, answer.text
    assert len(service.saves) == (1 if status == 200 else 0)
