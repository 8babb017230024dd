"""The day of a finished set is the day where the person is."""

from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from skill.alexa.time_zone import device_zone, is_due, zone_of


def system(
    endpoint: str = "https://api.eu.amazonalexa.com", token: str = "t", device: str = "d/1"
) -> Any:
    return SimpleNamespace(
        api_endpoint=endpoint, api_access_token=token, device=SimpleNamespace(device_id=device)
    )


def refuse(_address: str, _token: str) -> str:
    raise AssertionError("nobody may be asked")


def test_the_device_is_asked_at_the_endpoint_of_the_envelope() -> None:
    asked: list[tuple[str, str]] = []

    def ask(address: str, token: str) -> str:
        asked.append((address, token))
        return '"Europe/Berlin"'

    assert device_zone(system(), ask) == "Europe/Berlin"
    assert asked == [
        ("https://api.eu.amazonalexa.com/v2/devices/d%2F1/settings/System.timeZone", "t")
    ]


@pytest.mark.parametrize("body", ['"Mars/Olympus"', "null", "<html>", '{"a": 1}', '"../etc"'])
def test_an_answer_that_is_no_time_zone_is_none(body: str) -> None:
    assert device_zone(system(), lambda _address, _token: body) == ""


def test_no_answer_is_no_time_zone() -> None:
    def fail(_address: str, _token: str) -> str:
        raise TimeoutError

    assert device_zone(system(), fail) == ""


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "http://api.amazonalexa.com",
        "https://api.amazonalexa.com.example.org",
        "https://example.org/.amazonalexa.com",
        "https://169.254.169.254",
    ],
)
def test_nobody_but_amazon_gets_the_token(endpoint: str) -> None:
    assert device_zone(system(endpoint), refuse) == ""


def test_without_a_token_nobody_is_asked() -> None:
    assert device_zone(system(token=""), refuse) == ""


def test_it_is_asked_once_and_then_seldom() -> None:
    assert is_due("", 3)
    assert not is_due("Europe/Berlin", 3)
    assert is_due("Europe/Berlin", 40)


@pytest.mark.parametrize("name", ["", "Mars/Olympus"])
def test_the_setting_stands_in_for_an_unknown_zone(name: str) -> None:
    assert zone_of(name, ZoneInfo("Asia/Tokyo")) == ZoneInfo("Asia/Tokyo")
