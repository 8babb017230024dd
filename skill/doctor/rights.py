"""Whether the credentials of this process may do with the table what the skill does.

Each call is made in a way that changes nothing: its condition can't hold, or what it deletes is
not there.
"""

from collections.abc import Callable, Iterator
from typing import Any

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from skill.doctor.finding import Finding, fine, wrong
from skill.progress.dynamodb.client import code_of
from skill.progress.dynamodb.items import key
from skill.progress.dynamodb.table import USER

NOBODY = "doctor"
"""Key of an item that is never there."""

_REFUSED = {"ConditionalCheckFailedException", "TransactionCanceledException"}
"""Answers that only somebody with the right gets."""

Call = Callable[[BaseClient, str], Any]


def check_rights(client: BaseClient, table: str) -> Iterator[Finding]:
    """Yield a finding for each right the skill needs on its table."""
    for right, call in CALLS.items():
        yield _try(client, table, right, call)


def _try(client: BaseClient, table: str, right: str, call: Call) -> Finding:
    try:
        call(client, table)
    except ClientError as error:
        code = code_of(error)
        if code in _REFUSED:
            return fine(f"dynamodb:{right} is allowed")
        return wrong(
            f"dynamodb:{right} failed: {code}",
            f"Allow dynamodb:{right} on the table {table}, as template.yaml does."
            if code == "AccessDeniedException"
            else f"See what DynamoDB says of the table {table} in the AWS console.",
        )
    except BotoCoreError as error:
        return wrong(
            f"dynamodb:{right} failed: {type(error).__name__}",
            "Check the network, HIP_COACH_DYNAMODB_ENDPOINT and the AWS credentials.",
        )
    return fine(f"dynamodb:{right} is allowed")


def _read(client: BaseClient, table: str) -> None:
    client.get_item(TableName=table, Key=key(NOBODY))


def _query(client: BaseClient, table: str) -> None:
    client.query(
        TableName=table,
        KeyConditionExpression=f"{USER} = :user",
        ExpressionAttributeValues={":user": {"S": NOBODY}},
        Limit=1,
    )


def _update(client: BaseClient, table: str) -> None:
    client.update_item(
        TableName=table,
        Key=key(NOBODY),
        UpdateExpression="SET expires = :never",
        ExpressionAttributeValues={":never": {"N": "1"}},
        ConditionExpression=f"attribute_exists({USER})",
    )


def _put(client: BaseClient, table: str) -> None:
    put = {
        "TableName": table,
        "Item": key(NOBODY),
        "ConditionExpression": f"attribute_exists({USER})",
    }
    client.transact_write_items(TransactItems=[{"Put": put}])


def _delete(client: BaseClient, table: str) -> None:
    client.batch_write_item(RequestItems={table: [{"DeleteRequest": {"Key": key(NOBODY)}}]})


CALLS: dict[str, Call] = {
    "GetItem": _read,
    "Query": _query,
    "UpdateItem": _update,
    "PutItem": _put,
    "BatchWriteItem": _delete,
}
"""By right, a call that needs it."""
