"""The page's server: what it serves, to whom, and what its helpers answer."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.content import load
from skill.interaction import locales
from skill.settings import Settings
from skill.simulator.envelopes import Account, envelope, launch
from skill.simulator.setting_up import understanding
from skill.web.browser.headers import POLICY
from skill.web.browser.words import page_words
from skill.web.dev import DevHostError, check_dev_host
from skill.web.hosting import make_app
from tests.browser.person import Person

SKILL = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555"


@pytest.fixture
def client() -> FlaskClient:
    return make_app(Settings(progress="memory"), salt="", dev=True).test_client()


def test_the_page_loads_nothing_from_elsewhere(client: FlaskClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert b"http://" not in answer.data
    assert b"https://" not in answer.data


def test_no_page_beside_an_endpoint_that_checks_signatures() -> None:
    app = make_app(Settings(progress="memory", skill_id=SKILL), salt="", dev=False)
    client = app.test_client()
    assert client.get("/").status_code == 405
    figures = (
        "/browser/figures/twisted_legs/hold/left.svg",
        "/browser/figures/muscles/pectineus.svg",
    )
    for path in ("/browser/said", "/browser/glimpse", "/browser/main.js", *figures):
        assert client.post(path, json={}).status_code == 404
        assert client.get(path).status_code == 404


def test_no_page_under_a_name_of_the_internet(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "coach.example"}).status_code == 400


def test_a_private_name_where_it_is_set() -> None:
    settings = Settings(progress="memory", private_host="coach.lan")
    client = make_app(settings, salt="", dev=True).test_client()
    assert client.get("/", headers={"Host": "coach.lan:8080"}).status_code == 200
    assert client.get("/", headers={"Host": "other.lan:8080"}).status_code == 400


@pytest.mark.parametrize("body", [b"", b"[]", b'{"locale": "en-US"}', b"\xff"])
@pytest.mark.parametrize("path", ["/browser/said", "/browser/glimpse"])
def test_bodies_that_do_not_fit(client: FlaskClient, path: str, body: bytes) -> None:
    answer = client.post(path, data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert client.post(path, data=body).status_code == 400


def said(client: FlaskClient, text: str, directive: dict[str, Any] | None = None) -> Any:
    body = {"locale": "en-GB", "text": text, "directive": directive}
    return client.post("/browser/said", json=body).json


def test_what_was_said(client: FlaskClient) -> None:
    assert said(client, "open hip coach")["named"] == launch()
    assert said(client, "next")["named"] is None
    assert said(client, "next")["plain"]["intent"]["name"] == "AMAZON.NextIntent"


def test_an_answer_that_confirms(client: FlaskClient) -> None:
    directive = {"type": "Dialog.ConfirmIntent", "updatedIntent": {"name": "ForgetMeIntent"}}
    intent = said(client, "yes", directive)["plain"]["intent"]
    assert (intent["name"], intent["confirmationStatus"]) == ("ForgetMeIntent", "CONFIRMED")


@pytest.mark.parametrize("attributes", [{}, {"coach": "{"}, {"coach": 3}, {"other": "x"}])
def test_attributes_that_say_nothing(client: FlaskClient, attributes: dict[str, Any]) -> None:
    body = {"locale": "en-US", "attributes": attributes, "now_ms": 0}
    seen: Any = client.post("/browser/glimpse", json=body).json
    assert (seen["mode"], seen["routine"], seen["place"]) == ("idle", "", None)


BUTTONS = {
    "next": "AMAZON.NextIntent",
    "repeat": "AMAZON.RepeatIntent",
    "switch": "SwitchSidesIntent",
    "pause": "AMAZON.PauseIntent",
    "stop": "AMAZON.StopIntent",
}


@pytest.mark.parametrize("language", load().lexicons)
def test_buttons_say_what_the_model_knows(language: str) -> None:
    commands = page_words(language).commands
    resolver = understanding(next(code for code in locales() if code.startswith(language)))
    for name, intent in BUTTONS.items():
        understood = resolver.understand(getattr(commands, name).says)
        assert (understood.intent, understood.how) == (intent, "sample"), name
    going_on = resolver.understand(commands.resume.says)
    assert going_on.how == "sample"
    assert going_on.intent in {"AMAZON.ResumeIntent", "ContinueIntent"}


@pytest.mark.parametrize("language", load().lexicons)
def test_letters_are_each_for_one_thing(language: str) -> None:
    words = page_words(language)
    commands = words.commands
    keys = [commands.next, commands.repeat, commands.switch, commands.pause, commands.stop]
    letters = [command.key for command in keys] + [words.say.key]
    assert len(set(letters)) == len(letters)
    assert commands.resume.key == commands.pause.key


def test_the_page_sends_what_the_simulated_echo_sends(person: Person) -> None:
    person.open()
    account = {"user": "u", "device": "d", "skill": SKILL, "locale": "en-US"}
    session = {"new": True, "sessionId": "s", "attributes": {}}
    sent = person.page.evaluate(
        """async ([account, session, now]) => {
          const { envelope, launch } = await import("/browser/envelopes.js");
          return envelope(account, launch(), session, "r", now);
        }""",
        [account, session, 1_800_000_000_123],
    )
    assert sent == envelope(Account(**account), launch(), session, "r", 1_800_000_000_123)


@pytest.mark.parametrize(
    ("host", "private_host"),
    [("127.0.0.1", "coach.lan"), ("10.1.2.3", "10.1.2.3"), ("192.168.1.20", "coach.local")],
)
def test_private_addresses(host: str, private_host: str) -> None:
    check_dev_host(host, private_host)


@pytest.mark.parametrize(
    ("host", "private_host", "setting"),
    [
        ("0.0.0.0", "coach.lan", "HIP_COACH_HOST"),
        ("8.8.8.8", "coach.lan", "HIP_COACH_HOST"),
        ("127.0.0.1", "coach.example.com", "HIP_COACH_PRIVATE_HOST"),
        ("127.0.0.1", "8.8.8.8", "HIP_COACH_PRIVATE_HOST"),
        ("127.0.0.1", "0.0.0.0", "HIP_COACH_PRIVATE_HOST"),
    ],
)
def test_addresses_that_others_reach(host: str, private_host: str, setting: str) -> None:
    with pytest.raises(DevHostError, match=setting):
        check_dev_host(host, private_host)
