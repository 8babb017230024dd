"""The doctor: each thing that can be wrong with a deployment is found and said."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from botocore.client import BaseClient
from botocore.exceptions import ClientError
from msgspec.structs import replace

from skill.cli import main
from skill.doctor.examination import examine
from skill.doctor.models import PLACE, check_deployed_models
from skill.doctor.rights import CALLS, check_rights
from skill.doctor.table import check_table
from skill.interaction import interaction_model, locales
from skill.settings import Settings
from tests.shipping.conftest import SKILL_ID, TABLE


@pytest.fixture
def deployed(environment: dict[str, str], server: str) -> Settings:
    """The settings of a deployment in which nothing is wrong."""
    assert environment["HIP_COACH_DYNAMODB_TABLE"] == TABLE
    return Settings(
        skill_id=SKILL_ID,
        progress="dynamodb",
        dynamodb_table=TABLE,
        dynamodb_endpoint=server,
        dynamodb_region="us-east-1",
    )


def _to_fix(settings: Settings) -> str:
    return "\n".join(str(one) for one in examine(settings, None) if one.verdict == "wrong")


def test_a_good_deployment_has_nothing_to_fix(deployed: Settings) -> None:
    assert _to_fix(deployed) == ""


def test_looking_changes_nothing(deployed: Settings, client: BaseClient) -> None:
    before = client.scan(TableName=TABLE)["Items"]
    list(examine(deployed, None))
    assert client.scan(TableName=TABLE)["Items"] == before


@pytest.mark.parametrize(
    ("setting", "value", "message"),
    [
        ("skill_id", "", "Set HIP_COACH_SKILL_ID"),
        ("skill_id", "hip-coach", "the skill id is none"),
        ("progress", "memory", "lost when the process ends"),
        ("dynamodb_table", "elsewhere", "there is no table elsewhere in us-east-1"),
        ("dynamodb_endpoint", "http://127.0.0.1:9", "Check the network"),
        ("dynamodb_endpoint", "nowhere", "HIP_COACH_DYNAMODB_ENDPOINT is no URL"),
    ],
)
def test_wrong_settings_are_found(
    deployed: Settings, setting: str, value: str, message: str
) -> None:
    assert message in _to_fix(replace(deployed, **{setting: value}))


@pytest.fixture
def foreign_table(client: BaseClient) -> Iterator[str]:
    """A table of somebody else, without expiry."""
    client.create_table(
        TableName="foreign",
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )
    yield "foreign"
    client.delete_table(TableName="foreign")


def test_a_foreign_table_is_found(client: BaseClient, foreign_table: str) -> None:
    found = {one.what: one.verdict for one in check_table(client, foreign_table)}
    assert found["its keys are other ones"] == "wrong"
    assert found["nothing in it ever expires"] == "wrong"
    assert found["it has no backups"] == "unknown"
    assert found["it can be deleted by mistake"] == "unknown"


class Forbidding:
    """A client whose one operation is refused; a test database refuses nobody."""

    def __init__(self, client: BaseClient, operation: str) -> None:
        self._client = client
        self._operation = operation

    def __getattr__(self, name: str) -> object:
        if name == self._operation:
            return self._refuse
        return getattr(self._client, name)

    def _refuse(self, **_parameters: object) -> None:
        raise ClientError({"Error": {"Code": "AccessDeniedException"}}, self._operation)


@pytest.mark.parametrize(
    ("operation", "right"),
    [
        ("get_item", "GetItem"),
        ("query", "Query"),
        ("update_item", "UpdateItem"),
        ("transact_write_items", "PutItem"),
        ("batch_write_item", "BatchWriteItem"),
    ],
)
def test_a_missing_right_is_named(
    client: BaseClient, deployed: Settings, operation: str, right: str
) -> None:
    findings = list(check_rights(Forbidding(client, operation), deployed.dynamodb_table))
    assert len(findings) == len(CALLS)
    assert [one.advice for one in findings if one.verdict == "wrong"] == [
        f"Allow dynamodb:{right} on the table {TABLE}, as template.yaml does."
    ]


@pytest.mark.parametrize(
    "operation", ["describe_table", "describe_time_to_live", "describe_continuous_backups"]
)
def test_what_may_not_be_looked_at_is_not_called_wrong(
    client: BaseClient, deployed: Settings, operation: str
) -> None:
    findings = list(check_table(Forbidding(client, operation), deployed.dynamodb_table))
    refused = [one for one in findings if "AccessDenied" in one.what]
    assert [one.verdict for one in refused] == ["unknown"]
    assert all(one.verdict != "wrong" for one in findings)


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A skill package as Alexa exports it, of this version."""
    folder = tmp_path / "exported"
    (folder / PLACE).mkdir(parents=True)
    for locale in locales():
        text = json.dumps(interaction_model(locale))
        (folder / PLACE / f"{locale}.json").write_text(text)
    return folder


def test_deployed_models_of_this_version_are_fine(exported: Path) -> None:
    assert {one.verdict for one in check_deployed_models(exported)} == {"fine"}


def test_an_older_deployed_model_is_found_with_its_intent(exported: Path) -> None:
    file = exported / PLACE / "en-GB.json"
    model = json.loads(file.read_text())
    for intent in model["interactionModel"]["languageModel"]["intents"]:
        if intent["name"] == "PainIntent":
            intent["samples"].pop()
    file.write_text(json.dumps(model))
    found = [one for one in check_deployed_models(exported) if one.verdict != "fine"]
    assert [one.what for one in found] == ["en-GB: the deployed model differs in PainIntent"]


def test_a_locale_that_is_not_deployed_or_broken_is_told(exported: Path) -> None:
    (exported / PLACE / "en-IN.json").unlink()
    (exported / PLACE / "en-US.json").write_text("{}")
    told = "\n".join(str(one) for one in check_deployed_models(exported))
    assert "en-IN is not deployed" in told
    assert "en-US: the deployed model can't be read" in told


def test_no_package_is_told(tmp_path: Path) -> None:
    (found,) = check_deployed_models(tmp_path)
    assert found.verdict == "wrong"


def test_the_command_says_what_to_fix_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("HIP_COACH_SQLITE_FILE", str(tmp_path / "progress.sqlite3"))
    monkeypatch.delenv("HIP_COACH_PROGRESS", raising=False)
    assert main(["doctor"]) == 1
    assert "1 to fix." in capsys.readouterr().out
    monkeypatch.setenv("HIP_COACH_SKILL_ID", SKILL_ID)
    assert main(["doctor", "--deployed", str(tmp_path)]) == 1
    shutil.rmtree(tmp_path)
    assert "Export the deployed one" in capsys.readouterr().out
