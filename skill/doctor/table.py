"""Whether the table is as `template.yaml` makes it."""

from collections.abc import Iterator
from typing import Any

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from skill.doctor.finding import Finding, fine, unknown, wrong
from skill.progress.dynamodb.client import code_of
from skill.progress.dynamodb.table import EXPIRES, ITEM, USER

KEYS = {(USER, "HASH", "S"), (ITEM, "RANGE", "S")}
"""Name, role and type of the keys."""


def check_table(client: BaseClient, name: str) -> Iterator[Finding]:
    """Yield what is to be said about the table; nothing follows one that is not there."""
    try:
        table = client.describe_table(TableName=name)["Table"]
    except ClientError as error:
        yield _undescribed(code_of(error), name, client.meta.region_name)
        return
    except BotoCoreError as error:
        yield wrong(
            f"DynamoDB does not answer: {type(error).__name__}",
            "Check the network, HIP_COACH_DYNAMODB_REGION, HIP_COACH_DYNAMODB_ENDPOINT and the "
            "AWS credentials.",
        )
        return
    yield fine(f"the table {name} is there")
    yield _keys(table)
    yield _protection(table)
    yield from _described(client, name)


def _undescribed(code: str, name: str, region: str) -> Finding:
    if code == "ResourceNotFoundException":
        return wrong(
            f"there is no table {name} in {region}",
            "Set HIP_COACH_DYNAMODB_TABLE to the stack's output TableName, and "
            "HIP_COACH_DYNAMODB_REGION to its region; or make one with "
            "`python -m skill progress create-table`.",
        )
    return unknown(
        f"the table {name} can't be looked at: {code}",
        "Its keys are not checked. Run this with credentials that may DescribeTable.",
    )


def _keys(table: dict[str, Any]) -> Finding:
    types = {one["AttributeName"]: one["AttributeType"] for one in table["AttributeDefinitions"]}
    found = {
        (one["AttributeName"], one["KeyType"], types[one["AttributeName"]])
        for one in table["KeySchema"]
    }
    if found == KEYS:
        return fine(f"its keys are {USER} and {ITEM}")
    return wrong(
        "its keys are other ones",
        f"The table needs the string {USER} as partition key and the string {ITEM} as sort key. "
        "Keys can't be changed: make a new table.",
    )


def _protection(table: dict[str, Any]) -> Finding:
    if table.get("DeletionProtectionEnabled"):
        return fine("it is protected against deletion")
    return unknown("it can be deleted by mistake", "Turn deletion protection on.")


def _described(client: BaseClient, name: str) -> Iterator[Finding]:
    for look, what in ((_expiry, "expiry (TTL)"), (_recovery, "recovery to a point in time")):
        try:
            yield look(client, name)
        except (ClientError, BotoCoreError) as error:
            reason = code_of(error) if isinstance(error, ClientError) else type(error).__name__
            yield unknown(
                f"its {what} can't be looked at: {reason}",
                "Run this with credentials that may describe it.",
            )


def _expiry(client: BaseClient, name: str) -> Finding:
    answer = client.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    is_on = answer.get("TimeToLiveStatus") in {"ENABLED", "ENABLING"}
    if is_on and answer.get("AttributeName") == EXPIRES:
        return fine(f"what is old expires by {EXPIRES}")
    return wrong(
        "nothing in it ever expires",
        f"Turn TTL on for the attribute {EXPIRES}; the privacy policy promises it.",
    )


def _recovery(client: BaseClient, name: str) -> Finding:
    answer = client.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    state = answer.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus")
    if state == "ENABLED":
        return fine("it can be recovered to a point in time")
    return unknown("it has no backups", "Turn point-in-time recovery on.")
