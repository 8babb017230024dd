"""Running without the signature check: on this machine, for this machine."""

import logging

import pytest
from flask import Flask

from bench.load.envelopes import encoded, envelope
from bench.load.small_skill import build_skill
from skill.web.app import create_app
from skill.web.dev import DevHostError, check_dev_host


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.53", "::1"])
def test_loopback(host: str) -> None:
    check_dev_host(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "10.0.0.1", "192.168.1.4", "8.8.8.8"])
def test_reachable_from_elsewhere(host: str) -> None:
    with pytest.raises(DevHostError, match="--dev"):
        check_dev_host(host)


@pytest.fixture
def app(caplog: pytest.LogCaptureFixture) -> Flask:
    with caplog.at_level(logging.WARNING):
        made = create_app(
            build_skill(lambda _: None), verifier=None, skill_id="", is_ready=lambda: True
        )
    assert "NOT checked" in caplog.text
    return made


@pytest.mark.parametrize(
    ("status", "host"),
    [
        (200, "localhost"),
        (200, "localhost:8080"),
        (200, "127.0.0.1:8080"),
        (200, "[::1]:8080"),
        (400, "evil.example"),
        (400, "evil.example:8080"),
        (400, "127.0.0.1.evil.example"),
        (400, "192.168.1.4"),
    ],
)
def test_host_header(app: Flask, status: int, host: str) -> None:
    body = encoded(envelope(0.0))
    headers = {"Content-Type": "application/json", "Host": host}
    answer = app.test_client().post("/", data=body, headers=headers)
    assert answer.status_code == status


def test_a_web_page_cannot_post_without_asking(app: Flask) -> None:
    body = encoded(envelope(0.0))
    answer = app.test_client().post("/", data=body, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 400
    assert app.test_client().options("/").status_code == 405
