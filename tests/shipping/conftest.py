"""Packages as `sam build` lays them out, and a table for them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from botocore.client import BaseClient

from skill.progress.dynamodb.client import connect
from skill.progress.dynamodb.table import create_table
from tests.progress import ministack

ROOT = Path(__file__).resolve().parents[2]
SKILL_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
TABLE = "hip-coach-shipped"

Build = Callable[[str], Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Lays out a package by the command of the Makefile, for this machine."""
    # `make test` has put the packages beside its environment: no network is needed.
    wheels = Path(sys.prefix, "wheels")
    local = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)} if wheels.is_dir() else {}

    def lay_out(function: str) -> Path:
        folder = tmp_path_factory.mktemp("package") / function
        command = [sys.executable, str(ROOT / "deploy/build.py"), function, str(folder)]
        subprocess.run(command, check=True, env={**os.environ, **local}, cwd=folder.parent)
        return folder

    return lay_out


@pytest.fixture(scope="session")
def skill_package(build: Build) -> Path:
    return build("skill")


@pytest.fixture(scope="session")
def endpoint_package(build: Build) -> Path:
    return build("endpoint")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch, ministack.running() as url:
        for name, value in ministack.NO_ACCOUNT.items():
            patch.setenv(name, value)
        yield url


@pytest.fixture(scope="session")
def client(server: str) -> BaseClient:
    return connect("", server)


@pytest.fixture(scope="session")
def environment(client: BaseClient, server: str) -> dict[str, str]:
    """What the template gives the Lambda, with a table of these tests."""
    create_table(client, TABLE)
    return {
        **ministack.NO_ACCOUNT,
        "AWS_LAMBDA_FUNCTION_NAME": "hip-coach-test",
        "HIP_COACH_SKILL_ID": SKILL_ID,
        "HIP_COACH_PROGRESS": "dynamodb",
        "HIP_COACH_DYNAMODB_TABLE": TABLE,
        "HIP_COACH_DYNAMODB_REGION": "us-east-1",
        "HIP_COACH_DYNAMODB_ENDPOINT": server,
        "HIP_COACH_KEEP_DAYS": "540",
        "HIP_COACH_TIME_ZONE": "UTC",
    }
