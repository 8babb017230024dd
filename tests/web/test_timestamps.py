"""Which timestamps are taken: a line is a case; seconds are the age of the request."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from bench.load.envelopes import encoded, timestamp
from tests.web.service import Service, expect

EVENT = "AlexaSkillEvent.SkillDisabled"
SUBSCRIPTION = "AlexaSkillEvent.ProactiveSubscriptionChanged"

AGES = [
    (200, "IntentRequest", 0),
    (200, "IntentRequest", 149),
    (200, "IntentRequest", 150),
    (200, "IntentRequest", -149),
    (400, "IntentRequest", 152),
    (400, "IntentRequest", -152),
    (400, "IntentRequest", 3000),
    (400, "IntentRequest", 86_400),
    (400, "LaunchRequest", 152),
    (400, "AudioPlayer.PlaybackStopped", 200),
    (200, EVENT, 0),
    (200, EVENT, 3000),
    (200, EVENT, 3599),
    (400, EVENT, 3602),
    (400, EVENT, -200),
    (200, SUBSCRIPTION, 3000),
    (400, SUBSCRIPTION, 3602),
]


@pytest.mark.parametrize(("status", "kind", "age"), AGES)
def test_age(service: Service, status: int, kind: str, age: int) -> None:
    service.now = int(service.now)
    whole = service.envelope(kind)
    whole["request"]["timestamp"] = timestamp(service.now - age)
    answer = service.send_envelope(whole)
    assert answer.status_code == status, answer.text
    assert len(service.saves) == int(status == 200 and kind == "IntentRequest")


def iso(now: float, zone: timezone = UTC) -> str:
    return datetime.fromtimestamp(int(now), zone).isoformat()


EAST = timezone(timedelta(hours=5, minutes=30))

FORMATS: list[tuple[int, Any]] = [
    (200, timestamp),
    (200, iso),
    (200, lambda now: iso(now, EAST)),
    (200, lambda now: timestamp(now).replace("Z", ".123Z")),
    (200, lambda now: timestamp(now).replace("Z", ".123456Z")),
    (400, lambda now: timestamp(now).removesuffix("Z")),
    (400, lambda now: timestamp(now).replace("T", " ")),
    (400, lambda now: timestamp(now).replace("-", "")),
    (400, lambda now: timestamp(now)[:10]),
    (400, lambda now: timestamp(now)[:4]),
    (400, lambda now: timestamp(now).replace("Z", " UTC")),
    (400, lambda now: datetime.fromtimestamp(now, UTC).strftime("%d %b %Y %I:%M:%S %p UTC")),
    (400, lambda now: timestamp(now) + "\n"),
    (400, lambda now: str(int(now))),
    (400, int),
    (400, lambda now: now),
    (400, ""),
    (400, "now"),
    (400, None),
    (400, True),
    (400, []),
    (400, {}),
    (400, "2026-02-30T10:00:00Z"),
    (400, "2026-01-01T25:00:00Z"),
    (400, "0001-01-01T00:00:00+23:59"),
    (400, "9999-12-31T23:59:59-23:59"),
    (400, "\uff12\uff10\uff12\uff16-01-01T10:00:00Z"),
]


@pytest.mark.parametrize(("status", "value"), FORMATS)
def test_format(service: Service, status: int, value: object) -> None:
    whole = service.envelope()
    whole["request"]["timestamp"] = value(service.now) if callable(value) else value
    expect(service, service.send_envelope(whole), status)


def test_missing_timestamp(service: Service) -> None:
    whole = service.envelope()
    del whole["request"]["timestamp"]
    expect(service, service.send_envelope(whole), 400)


def test_a_request_kept_and_sent_again_later(service: Service) -> None:
    body = encoded(service.envelope())
    headers = service.headers(body)
    assert service.send(body, headers).status_code == 200
    service.now += 300
    expect_saves = list(service.saves)
    assert service.send(body, headers).status_code == 400
    assert service.saves == expect_saves
