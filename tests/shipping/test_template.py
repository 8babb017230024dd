"""The template against the code: what Amazon's tools can't know."""

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.aws.metrics import FUNCTION, NAMESPACE, UNITS
from skill.doctor.rights import CALLS
from skill.doctor.settings import SKILL_ID as SKILL_ID_FORM
from skill.progress.dynamodb.table import EXPIRES, ITEM, USER
from skill.settings import from_environment
from tests.shipping.conftest import SKILL_ID

ROOT = Path(__file__).resolve().parents[2]
ALEXA_WAITS_S = 8


class Loader(yaml.SafeLoader):
    """Reads CloudFormation's tags as plain values."""


def _tagged(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return {tag: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {tag: loader.construct_sequence(node, deep=True)}
    raise TypeError(tag)


Loader.add_multi_constructor("!", _tagged)


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    text = (ROOT / "template.yaml").read_text()
    document: dict[str, Any] = yaml.load(text, Loader)  # a SafeLoader
    return document


@pytest.fixture(scope="module")
def resources(template: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = template["Resources"]
    return found


def test_the_table_is_the_one_the_store_uses(resources: dict[str, Any]) -> None:
    table = resources["Table"]
    assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Retain"
    properties = table["Properties"]
    assert properties["KeySchema"] == [
        {"AttributeName": USER, "KeyType": "HASH"},
        {"AttributeName": ITEM, "KeyType": "RANGE"},
    ]
    assert properties["TimeToLiveSpecification"] == {"Enabled": True, "AttributeName": EXPIRES}


def test_rights_are_those_of_the_calls_on_this_table_only(resources: dict[str, Any]) -> None:
    (statement,) = resources["TableRights"]["Properties"]["PolicyDocument"]["Statement"]
    assert set(statement["Action"]) == {f"dynamodb:{right}" for right in CALLS}
    assert statement["Resource"] == {"GetAtt": "Table.Arn"}
    for role in ("SkillRole", "EndpointRole"):
        assert resources[role]["Properties"]["ManagedPolicyArns"] == [{"Ref": "TableRights"}]
        (logs,) = resources[role]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
        assert logs["Action"] == ["logs:CreateLogStream", "logs:PutLogEvents"]


def test_only_alexa_for_this_skill_may_call(resources: dict[str, Any]) -> None:
    events = resources["SkillFunction"]["Properties"]["Events"]
    assert events == {
        "Alexa": {"Type": "AlexaSkill", "Properties": {"SkillId": {"Ref": "SkillId"}}}
    }


def test_the_settings_it_sets_are_settings(template: dict[str, Any]) -> None:
    given = template["Globals"]["Function"]["Environment"]["Variables"]
    parameters = {name: one.get("Default") for name, one in template["Parameters"].items()}
    values = {"SkillId": SKILL_ID, "Table": "t", "AWS::Region": "eu-west-1"}
    plain = {
        name: str({**parameters, **values}[value["Ref"]]) if isinstance(value, dict) else value
        for name, value in given.items()
    }
    settings = from_environment(plain)
    assert (settings.skill_id, settings.progress) == (SKILL_ID, "dynamodb")


def test_the_skill_ids_it_takes_are_those_the_doctor_takes(template: dict[str, Any]) -> None:
    pattern = template["Parameters"]["SkillId"]["AllowedPattern"]
    for text in (SKILL_ID, "amzn1.ask.skill.x", ""):
        assert bool(re.fullmatch(pattern, text)) == bool(SKILL_ID_FORM.fullmatch(text))


@pytest.mark.parametrize("function", ["SkillFunction", "EndpointFunction"])
def test_handlers_exist_and_are_built(resources: dict[str, Any], function: str) -> None:
    module, _, name = resources[function]["Properties"]["Handler"].rpartition(".")
    spec = importlib.util.find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    assert f"def {name}(" in Path(spec.origin).read_text()
    assert f"\nbuild-{function}:\n" in (ROOT / "Makefile").read_text()


def test_runtime_and_time_out_fit(template: dict[str, Any]) -> None:
    shared = template["Globals"]["Function"]
    assert f"LAMBDA_PYTHON ?= {shared['Runtime']}\n" in (ROOT / "Makefile").read_text()
    assert shared["Timeout"] < ALEXA_WAITS_S


def test_alarms_and_dashboard_look_at_metrics_there_are(resources: dict[str, Any]) -> None:
    ours = [
        one["Properties"]
        for one in resources.values()
        if one["Type"] == "AWS::CloudWatch::Alarm" and one["Properties"]["Namespace"] == NAMESPACE
    ]
    assert ours
    for alarm in ours:
        assert alarm["MetricName"] in UNITS
        assert [one["Name"] for one in alarm["Dimensions"]] == [FUNCTION]
    board = resources["Dashboard"]["Properties"]["DashboardBody"]["Sub"]
    for metric in re.findall(rf'"{NAMESPACE}", "(\w+)"', board):
        assert metric in UNITS


def test_a_lambdas_packages_are_the_tested_ones() -> None:
    tested = _pins(ROOT / "requirements.lock")
    for lock in (ROOT / "deploy").glob("*.lock"):
        pins = _pins(lock)
        assert pins
        assert pins.items() <= tested.items(), lock.name


def _pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock.read_text(), re.MULTILINE))
