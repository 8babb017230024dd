"""What can be wrong with the table's settings, told at start."""

import logging

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from skill.progress.dynamodb.client import NO_ANSWER, code_of
from skill.progress.dynamodb.items import key
from skill.progress.dynamodb.table import ITEM, USER
from skill.settings import SettingsError

_LOG = logging.getLogger(__name__)

_CREDENTIALS_REFUSED = {
    "ExpiredTokenException",
    "IncompleteSignatureException",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "UnrecognizedClientException",
}


def check_table(client: BaseClient, table: str) -> None:
    """Read an item that isn't there: the one right every turn needs, and the connection is warm.

    A database that is slow or down is only logged: the coaching works without.

    Raises:
        SettingsError: the table, its keys, the credentials or their rights are wrong.

    """
    try:
        client.get_item(TableName=table, Key=key("-"))
    except ClientError as error:
        problem = _problem(code_of(error), table, client.meta.region_name)
        if problem:
            raise SettingsError(problem) from error
        _LOG.warning("DynamoDB refuses for now, starting without: %s", code_of(error))
    except NO_ANSWER as error:
        _LOG.warning("DynamoDB does not answer, starting without: %s", type(error).__name__)
    except BotoCoreError as error:
        raise SettingsError(
            f"The AWS credentials for DynamoDB can't be used ({error}): give the process a role, "
            "or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
        ) from error


def _problem(code: str, table: str, region: str) -> str:
    if code == "ResourceNotFoundException":
        return (
            f"HIP_COACH_DYNAMODB_TABLE: there is no table {table} in {region}. "
            "Make it with `python -m skill progress create-table`, or name the right table, "
            "HIP_COACH_DYNAMODB_REGION or HIP_COACH_DYNAMODB_ENDPOINT."
        )
    if code == "ValidationException":
        return (
            f"HIP_COACH_DYNAMODB_TABLE: {table} is no table of the coach. "
            f"It needs the string {USER} as partition key and the string {ITEM} as sort key."
        )
    if code == "AccessDeniedException":
        return (
            f"The AWS credentials may not read the table {table} in {region}: "
            "allow dynamodb:GetItem on it."
        )
    if code in _CREDENTIALS_REFUSED:
        return (
            f"AWS refuses the credentials ({code}): check AWS_ACCESS_KEY_ID, "
            "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or the role of the process."
        )
    return ""
