"""The stores that the tests of progress run against."""

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from botocore.client import BaseClient

from skill.progress.dynamodb import client as client_module
from skill.progress.dynamodb.client import connect
from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.dynamodb.table import create_table
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressStore
from tests.progress import ministack
from tests.progress.proxy import Proxy

OTHER_SERVER = "HIP_COACH_TEST_DYNAMODB_ENDPOINT"
KEEP_DAYS = 540

_SERVER = pytest.StashKey[str]()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if _SERVER in config.stash:
        terminalreporter.write_line(f"DynamoDB tests ran against {config.stash[_SERVER]}")


@pytest.fixture(scope="session")
def _no_account() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ministack.NO_ACCOUNT.items():
            # Credentials that are there are for the server that was named.
            patch.setenv(name, os.environ.get(name, value))
        yield


@pytest.fixture(scope="session")
def own_server(_no_account: None) -> Iterator[str]:
    """The URL of a server that only these tests use."""
    with ministack.running() as url:
        yield url


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> str:
    """The URL of the server the contract is tested against, which may be Amazon's."""
    url = os.environ.get(OTHER_SERVER, "")
    request.config.stash[_SERVER] = url or ministack.name()
    return url or str(request.getfixturevalue("own_server"))


@pytest.fixture(scope="session")
def client(server: str) -> BaseClient:
    return connect("", server)


@pytest.fixture(scope="session")
def table(client: BaseClient) -> Iterator[str]:
    """A table of this run's own."""
    name = f"hip-coach-test-{uuid.uuid4().hex[:12]}"
    create_table(client, name)
    yield name
    client.delete_table(TableName=name)


@pytest.fixture
def dynamodb(client: BaseClient, table: str) -> DynamoProgress:
    return DynamoProgress(client, table, KEEP_DAYS)


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[SqliteProgress]:
    store = SqliteProgress(str(tmp_path / "progress.sqlite3"), KEEP_DAYS)
    yield store
    store.close()


@pytest.fixture
def memory() -> Iterator[SqliteProgress]:
    store = SqliteProgress(":memory:", KEEP_DAYS)
    yield store
    store.close()


@pytest.fixture(params=["sqlite", "memory", "dynamodb"])
def store(request: pytest.FixtureRequest) -> ProgressStore:
    """Each of the stores: what a test says of it holds for all."""
    chosen: ProgressStore = request.getfixturevalue(request.param)
    return chosen


@pytest.fixture(params=["sqlite", "dynamodb"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], ProgressStore]]:
    """Opens a store that outlives its process once more, as another process would."""
    opened: list[SqliteProgress] = []

    def again() -> ProgressStore:
        if request.param == "dynamodb":
            address = request.getfixturevalue("server"), request.getfixturevalue("table")
            return DynamoProgress(connect("", address[0]), address[1], KEEP_DAYS)
        opened.append(SqliteProgress(str(tmp_path / "shared.sqlite3"), KEEP_DAYS))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def user() -> str:
    """A person nobody has heard of, with an id as long as Alexa's."""
    return f"amzn1.ask.account.{uuid.uuid4().hex.upper() * 6}"


@pytest.fixture(scope="session")
def _proxy(own_server: str) -> Iterator[Proxy]:
    with Proxy(own_server) as between:
        yield between


@pytest.fixture
def proxy(_proxy: Proxy) -> Proxy:
    """A way to the server that can be made to fail."""
    _proxy.fail("pass")
    _proxy.calls.clear()
    return _proxy


@pytest.fixture(scope="session")
def own_client(own_server: str) -> BaseClient:
    return connect("", own_server)


@pytest.fixture(scope="session")
def own_table(own_client: BaseClient) -> str:
    create_table(own_client, "hip-coach")
    return "hip-coach"


@pytest.fixture(scope="session")
def _impatient_client(_proxy: Proxy) -> BaseClient:
    """The real time-outs are tested once; elsewhere they'd only make the tests slow."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client_module, "TIME_OUT_S", 0.1)
        return connect("", _proxy.url)


@pytest.fixture
def through_proxy(proxy: Proxy, own_table: str, _impatient_client: BaseClient) -> DynamoProgress:
    return DynamoProgress(_impatient_client, own_table, KEEP_DAYS)
