"""Calls to DynamoDB that end in time, with few errors to tell apart.

botocore alone: the same client as boto3's, without the transfer manager it imports.
"""

import logging
import random
import time
from binascii import crc32
from typing import Any

import botocore.session
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    HTTPClientError,
    IncompleteReadError,
    NoRegionError,
)
from botocore.exceptions import ConnectionError as AwsConnectionError
from botocore.parsers import ResponseParserError

from skill.progress.store import ProgressUnavailable
from skill.settings import SettingsError

_LOG = logging.getLogger(__name__)

TIME_OUT_S = 1.0
"""For connecting, and for each read. botocore's default is 60 s; Alexa waits 8 s for the turn."""

RETRY_WITHIN_S = 0.6
"""A call that fails sooner is tried again: a closed connection, a throttled or a conflicting write.
With the time-outs it bounds a call to about 2.6 s."""

_PAUSE_S = 0.05
"""Before the first new try; doubles with each, times a random share to part those in conflict."""

_CONDITION = "ConditionalCheckFailed"
NO_ANSWER = (HTTPClientError, AwsConnectionError, ResponseParserError, IncompleteReadError)
_PASSING = {
    "InternalServerError",
    "ProvisionedThroughputExceeded",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "ServiceUnavailable",
    "ThrottlingError",
    "ThrottlingException",
    "TransactionConflict",
    "TransactionConflictException",
    "TransactionInProgressException",
}


class ConditionFailedError(Exception):
    """A conditional write was refused; `failed` says for each item whether because of it."""

    def __init__(self, failed: tuple[bool, ...]) -> None:
        super().__init__(f"condition failed: {failed}")
        self.failed = failed


def connect(region: str, endpoint: str) -> BaseClient:
    """Return a client. Empty strings take what AWS's own settings name.

    The settings halve what a call costs (`bench/progress.py`): parameters are not checked at run
    time, no second layer of retries, a user agent that isn't put together for each request.

    Raises:
        SettingsError: no region is known, or the endpoint is no URL.

    """
    config = Config(
        connect_timeout=TIME_OUT_S,
        read_timeout=TIME_OUT_S,
        retries={"mode": "standard", "total_max_attempts": 1},
        parameter_validation=False,
        user_agent="hip-coach",
        max_pool_connections=64,
        tcp_keepalive=True,
    )
    try:
        client = botocore.session.get_session().create_client(
            "dynamodb", region_name=region or None, endpoint_url=endpoint or None, config=config
        )
    except NoRegionError as error:
        raise SettingsError(
            "The region of the DynamoDB table is not known: "
            "set HIP_COACH_DYNAMODB_REGION, or AWS_DEFAULT_REGION."
        ) from error
    except ValueError as error:
        raise SettingsError(
            f"HIP_COACH_DYNAMODB_ENDPOINT is no URL ({error}): "
            "give one like http://127.0.0.1:8000, or leave it out for Amazon's own."
        ) from error
    except BotoCoreError as error:
        raise SettingsError(f"The settings for AWS are wrong: {error}") from error
    client.meta.events.register("before-parse.dynamodb", _refuse_damaged)
    return client


def call(client: BaseClient, operation: str, **parameters: object) -> dict[str, Any]:
    """Call an operation by its method's name, a few times if need be.

    Raises:
        ConditionFailedError: a condition did not hold.
        ProgressUnavailable: no answer in time, or one that says no.

    """
    give_up_at = time.monotonic() + RETRY_WITHIN_S
    pause = _PAUSE_S
    while True:
        try:
            answer: dict[str, Any] = getattr(client, operation)(**parameters)
            return answer
        except ClientError as error:
            _raise_failed_condition(error)
            reason, passing = code_of(error), _passes(error)
        except BotoCoreError as error:
            reason, passing = type(error).__name__, isinstance(error, NO_ANSWER)
        if not passing or time.monotonic() > give_up_at:
            _LOG.warning("DynamoDB: %s failed: %s", operation, reason)
            raise ProgressUnavailable(f"DynamoDB: {operation} failed: {reason}")
        time.sleep(pause * random.random())  # noqa: S311
        pause *= 2


def code_of(error: ClientError) -> str:
    """Return DynamoDB's name for an error."""
    return str(error.response.get("Error", {}).get("Code", "unknown"))


def _refuse_damaged(response_dict: dict[str, Any], **_: object) -> None:
    """Refuse an answer of which a part is missing.

    botocore reads one that broke off as an empty one, which means "nobody known": the person
    would start afresh, and the next write would make it true.
    """
    body, headers = response_dict["body"], response_dict["headers"]
    length = int(headers.get("content-length", len(body)))
    checksum = int(headers.get("x-amz-crc32", -1))
    if len(body) != length or checksum not in (-1, crc32(body)) or body[:1] != b"{":
        raise IncompleteReadError(actual_bytes=len(body), expected_bytes=length)


def _reasons(error: ClientError) -> list[str]:
    return [reason.get("Code", "") for reason in error.response.get("CancellationReasons", ())]


def _raise_failed_condition(error: ClientError) -> None:
    if code_of(error) == "ConditionalCheckFailedException":
        raise ConditionFailedError((True,)) from error
    failed = tuple(reason == _CONDITION for reason in _reasons(error))
    if any(failed):
        raise ConditionFailedError(failed) from error


def _passes(error: ClientError) -> bool:
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return status >= 500 or not _PASSING.isdisjoint((code_of(error), *_reasons(error)))
