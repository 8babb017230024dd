"""A turn as Alexa sends it goes past Flask; whatever differs does not; the answers are the same."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from bench.load.envelopes import encoded
from skill.web.turn_view import MAX_BODY_BYTES
from tests.web.service import Service, expect

Environ = dict[str, object]


@contextmanager
def flask_asked(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note the requests that Flask looks at."""
    asked: list[str] = []
    dispatch = Flask.full_dispatch_request

    def noted(self: Flask, *given: object) -> object:
        asked.append(self.name)
        return dispatch(self, *given)

    with monkeypatch.context() as patch:
        patch.setattr(Flask, "full_dispatch_request", noted)
        yield asked


def as_it_is(_environ: Environ) -> None:
    """Change nothing."""


def with_(**changes: object) -> Callable[[Environ], None]:
    """Change what the server tells the application of a request."""
    return lambda environ: environ.update(changes)


CHANGES: dict[str, tuple[Callable[[Environ], None], int]] = {
    "of another type": (with_(CONTENT_TYPE="text/plain"), 400),
    "of a type in other words": (with_(CONTENT_TYPE="Application/JSON"), 200),
    "without a length": (with_(CONTENT_LENGTH=""), 400),
    "of a length in words": (with_(CONTENT_LENGTH="many"), 400),
    "of a length in other digits": (with_(CONTENT_LENGTH="١٢"), 400),
    "of a negative length": (with_(CONTENT_LENGTH="-1"), 400),
    "too large": (with_(CONTENT_LENGTH=str(MAX_BODY_BYTES + 1)), 400),
    "much too large": (with_(CONTENT_LENGTH="9" * 5000), 400),
    "to another page": (with_(PATH_INFO="/other"), 404),
    "by another method": (with_(REQUEST_METHOD="PUT"), 405),
}


def send(service: Service, change: Callable[[Environ], None]) -> TestResponse:
    body = encoded(service.envelope())
    environ: Environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    for name, value in service.headers(body).items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    change(environ)
    return service.app.test_client().open(environ_overrides=environ)


def test_a_turn_goes_past_flask(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    with flask_asked(service.app, monkeypatch) as asked:
        answer = send(service, as_it_is)
    expect(service, answer, 200)
    assert asked == []


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_differs_is_flasks(
    service: Service, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    differing, status = CHANGES[change]
    with flask_asked(service.app, monkeypatch) as asked:
        answer = send(service, differing)
    expect(service, answer, status)
    assert asked == ["skill.web"]


def test_both_ways_answer_alike(service: Service) -> None:
    direct, by_flask = (
        send(service, as_it_is),
        send(service, with_(CONTENT_TYPE="Application/JSON")),
    )
    assert direct.data == by_flask.data
    assert dict(direct.headers) == dict(by_flask.headers)
    assert direct.status == by_flask.status


def test_a_body_that_breaks_off_is_refused(service: Service) -> None:
    expect(service, send(service, with_(**{"wsgi.input": io.BytesIO(b'{"version"')})), 400)


def test_a_body_that_cannot_be_read_is_refused(service: Service) -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError("the line is cut")

    expect(service, send(service, with_(**{"wsgi.input": Broken()})), 400)
