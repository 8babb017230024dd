"""The endpoint's package: the Flask application behind a function URL."""

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from tests.shipping.lambda_process import LambdaProcess, started


@pytest.fixture
def endpoint(endpoint_package: Path, environment: dict[str, str]) -> Iterator[LambdaProcess]:
    with started(endpoint_package, "skill.aws.endpoint", environment) as running:
        yield running


_HTTP = {"protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "Apache-HttpClient"}


def _request(method: str, path: str, body: str = "") -> dict[str, Any]:
    """Return the event of a function URL, in its payload format 2.0."""
    return {
        "version": "2.0",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"content-type": "application/json", "host": "x.lambda-url.us-east-1.on.aws"},
        "requestContext": {"http": {**_HTTP, "method": method, "path": path}},
        "body": body,
        "isBase64Encoded": False,
    }


def test_it_is_alive_and_reaches_the_table(endpoint: LambdaProcess) -> None:
    answer = endpoint(_request("GET", "/healthz"))
    assert answer["statusCode"] == HTTPStatus.OK
    assert answer["body"] == '{"alive":true,"database":true}'


def test_it_refuses_what_alexa_has_not_signed(endpoint: LambdaProcess) -> None:
    answer = endpoint(_request("POST", "/", '{"request": {"type": "LaunchRequest"}}'))
    assert answer["statusCode"] == HTTPStatus.BAD_REQUEST
    assert endpoint.metrics() == []
