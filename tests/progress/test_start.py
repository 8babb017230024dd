"""From settings to a store: what is wrong is said by name, before anybody is coached."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from botocore.client import BaseClient

from skill.progress import open as opening
from skill.progress.open import create_table, export_person, forget_person, open_store
from skill.progress.sqlite import file as file_module
from skill.progress.store import ProgressStore, Update
from skill.settings import Settings, SettingsError
from tests.progress.ministack import free_port
from tests.progress.people import at_step, finished, place, request
from tests.progress.proxy import Mode, Proxy


def dynamodb(endpoint: str, **others: str) -> Settings:
    return Settings(progress="dynamodb", dynamodb_endpoint=endpoint, **others)  # type: ignore[arg-type]


def test_the_default_is_a_file(tmp_path: Path, user: str) -> None:
    settings = Settings(sqlite_file=str(tmp_path / "progress.sqlite3"))
    open_store(settings).save(request(user), Update(at_step(3)))
    assert place(open_store(settings).load(request(user, 1)))[0] == 3


def test_memory_is_forgotten_with_the_process(user: str) -> None:
    open_store(Settings(progress="memory")).save(request(user), Update(at_step(3)))
    assert open_store(Settings(progress="memory")).export(user) == {}


def test_dynamodb_by_settings(server: str, table: str, user: str) -> None:
    store = open_store(dynamodb(server, dynamodb_table=table))
    store.save(request(user), Update(at_step(3)))
    assert place(store.load(request(user, 1)))[0] == 3


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_days_to_keep_out_of_range_are_refused(days: int) -> None:
    with pytest.raises(SettingsError, match=f"HIP_COACH_KEEP_DAYS is {days}: give 1 to 3650"):
        open_store(Settings(progress="memory", keep_days=days))


def test_a_missing_table_is_told(own_server: str) -> None:
    with pytest.raises(SettingsError, match=r"HIP_COACH_DYNAMODB_TABLE: .*no table nowhere in"):
        open_store(dynamodb(own_server, dynamodb_table="nowhere"))


def test_a_table_with_other_keys_is_told(own_server: str, own_client: BaseClient) -> None:
    own_client.create_table(
        TableName="foreign",
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )
    with pytest.raises(SettingsError, match=r"foreign is no table of the coach. It needs .* pk"):
        open_store(dynamodb(own_server, dynamodb_table="foreign"))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("AccessDeniedException", "may not read the table .*allow dynamodb:GetItem"),
        ("UnrecognizedClientException", "refuses the credentials .*check AWS_ACCESS_KEY_ID"),
        ("InvalidSignatureException", "refuses the credentials .*check AWS_ACCESS_KEY_ID"),
        ("ExpiredTokenException", "refuses the credentials .*AWS_SESSION_TOKEN"),
    ],
)
def test_credentials_that_are_refused_are_told(proxy: Proxy, code: str, told: str) -> None:
    proxy.fail("error", error=(400, code))
    with pytest.raises(SettingsError, match=told):
        open_store(dynamodb(proxy.url))


def test_missing_credentials_are_told(
    monkeypatch: pytest.MonkeyPatch, own_server: str, tmp_path: Path
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    with pytest.raises(SettingsError, match=r"credentials .* AWS_ACCESS_KEY_ID"):
        open_store(dynamodb(own_server))


def test_a_missing_region_is_told(
    monkeypatch: pytest.MonkeyPatch, own_server: str, tmp_path: Path
) -> None:
    monkeypatch.delenv("AWS_DEFAULT_REGION")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    with pytest.raises(SettingsError, match="set HIP_COACH_DYNAMODB_REGION"):
        open_store(dynamodb(own_server))


@pytest.mark.usefixtures("_no_account")
def test_an_endpoint_that_is_no_url_is_told() -> None:
    with pytest.raises(SettingsError, match="HIP_COACH_DYNAMODB_ENDPOINT is no URL"):
        open_store(dynamodb("localhost"))


@pytest.mark.usefixtures("_no_account")
def test_a_profile_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "nobody")
    with pytest.raises(SettingsError, match="nobody"):
        open_store(dynamodb("http://127.0.0.1:1"))


@pytest.mark.parametrize("mode", ["silent", "reset", "cut", "error"])
def test_a_database_that_is_down_does_not_stop_the_start(
    proxy: Proxy, own_table: str, mode: Mode, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    proxy.fail(mode)
    store = open_store(dynamodb(proxy.url))
    assert "starting without" in caplog.text
    proxy.fail("pass")
    store.save(request(user), Update(at_step(3)))
    assert place(store.load(request(user, 1)))[0] == 3


@pytest.mark.usefixtures("_no_account")
def test_no_server_does_not_stop_the_start(caplog: pytest.LogCaptureFixture) -> None:
    store = open_store(dynamodb(f"http://127.0.0.1:{free_port()}"))
    assert "starting without" in caplog.text
    assert not store.is_ready()


def test_a_file_locked_at_start_does_not_stop_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(file_module, "BUSY_S", 0.01)
    path = str(tmp_path / "progress.sqlite3")
    other = file_module.connect(path)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    store = open_store(Settings(sqlite_file=path))
    assert "starting without" in caplog.text
    assert not store.is_ready()
    other.execute("COMMIT")
    other.close()
    assert store.is_ready()


def test_an_operator_makes_the_table(own_server: str) -> None:
    settings = dynamodb(own_server, dynamodb_table="made-by-hand")
    create_table(settings)
    assert open_store(settings).is_ready()
    with pytest.raises(SettingsError, match="made-by-hand can't be made"):
        create_table(settings)


def test_an_operator_exports_and_forgets(store: ProgressStore, user: str) -> None:
    store.save(request(user), Update(at_step(3), (finished(0),)))
    assert '"finished_sets": [' in export_person(store, user)
    assert forget_person(store, user)
    assert not forget_person(store, user)
    assert export_person(store, user) == "{}"


def test_the_embedded_store_does_without_botocore() -> None:
    code = (
        f"import sys, {opening.__name__} as o; from skill.settings import Settings;"
        "o.open_store(Settings(progress='memory')); sys.exit('botocore' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_a_warning_at_start_names_no_secret(
    proxy: Proxy, own_table: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    proxy.fail("error", error=(503, "ServiceUnavailable"))
    open_store(dynamodb(proxy.url))
    assert "ServiceUnavailable" in caplog.text
    assert "test" not in caplog.text.replace("tests", "")
