"""The Lambda's package, in a process that has nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from botocore.client import BaseClient

from skill.content import load
from skill.progress.dynamodb.store import DynamoProgress
from skill.simulator.device import Clock, Device
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import understanding
from tests.shipping.conftest import SKILL_ID, TABLE
from tests.shipping.lambda_process import LambdaProcess, started

NOON = 1_795_521_600_000
"""2026-11-24, 12:00 UTC."""
MOST_TURNS = 60


@pytest.fixture
def function(skill_package: Path, environment: dict[str, str]) -> Iterator[LambdaProcess]:
    with started(skill_package, "skill.aws.function", environment) as running:
        yield running


def _echo(function: LambdaProcess, user: str) -> Device:
    account = Account(user=user, skill=SKILL_ID)
    voice = load().lexicons["en"].language.voice
    return Device(function, understanding("en-US"), voice, Clock(NOON), account)


def _play(echo: Device, words: str) -> None:
    """Say that, and from then on do what is asked to the end of the routine."""
    for _ in range(MOST_TURNS):
        heard = echo.say(words)
        if not heard.listens:
            return
        echo.clock.wait(heard.ms + 1_000)
        words = "next"
    pytest.fail(f"the routine was not over after {MOST_TURNS} turns")


def test_a_whole_routine_is_coached_counted_and_kept(
    function: LambdaProcess, client: BaseClient
) -> None:
    echo = _echo(function, "amzn1.ask.account.DESK")
    echo.launch()
    _play(echo, "start the desk break")
    kept = DynamoProgress(client, TABLE, keep_days=540).export("amzn1.ask.account.DESK")
    assert kept["progress"]["history"]["sets"] == 4  # type: ignore[index]
    assert kept["progress"].get("bookmark") is None  # type: ignore[attr-defined]
    lines = function.metrics()
    assert sum(line["FinishedSets"] for line in lines) == 4
    assert sum(line["Turns"] for line in lines) == len(lines)
    assert sum(line["Faults"] + line["StorageFailures"] + line["LeftSets"] for line in lines) == 0
    assert {line["Function"] for line in lines} == {"hip-coach-test"}


def test_leaving_in_the_middle_is_counted_with_its_place(function: LambdaProcess) -> None:
    echo = _echo(function, "amzn1.ask.account.LEAVES")
    for words in ("open hip coach", "start the desk break", "next", "stop"):
        echo.clock.wait(60_000)
        echo.say(words)
    left = [line for line in function.metrics() if line["LeftSets"]]
    assert [(line["intent"], line["move"]) for line in left] == [
        ("AMAZON.StopIntent", "chair_rotation")
    ]


def test_metrics_name_nobody_and_no_pain(function: LambdaProcess) -> None:
    echo = _echo(function, "amzn1.ask.account.HURT")
    for words in ("open hip coach", "start the desk break", "my knee hurts", "stop"):
        echo.say(words)
    written = json.dumps(function.metrics())
    assert "Other" in written
    for secret in ("HURT", "Pain", "pain", "knee", "hurt", "amzn1"):
        assert secret not in written


def test_what_is_not_understood_is_counted(function: LambdaProcess) -> None:
    echo = _echo(function, "amzn1.ask.account.ODD")
    echo.launch()
    echo.say("purple monkey dishwasher")
    assert [line["NotUnderstood"] for line in function.metrics()] == [0, 1]


def test_starting_writes_nothing(function: LambdaProcess, client: BaseClient) -> None:
    assert function.metrics() == []
    people = {item["pk"]["S"] for item in client.scan(TableName=TABLE)["Items"]}
    assert all(user.startswith("amzn1.ask.account.") for user in people)


def test_the_package_has_what_a_turn_needs_and_no_more(skill_package: Path) -> None:
    assert (skill_package / "skill/_data/content.json").is_file()
    for absent in (
        "flask",
        "waitress",
        "rapidfuzz",
        "cryptography",
        "boto3",
        "yaml",
        "skill/simulator",
        "skill/_data/content",
        "botocore/data/ec2",
    ):
        assert not (skill_package / absent).exists(), absent
    sources = set(skill_package.rglob("*.py"))
    compiled = {path.name.partition(".")[0] for path in skill_package.rglob("*.pyc")}
    assert {path.stem for path in sources} <= compiled
