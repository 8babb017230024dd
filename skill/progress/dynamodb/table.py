"""The table: its keys, the attributes of its items, and how it is made.

A person has one item `progress`, and one item for each set finished lately:

======== ===================== ========================================================
`pk`     the person's id       partition key
`sk`     `progress`, `set#KEY` sort key
======== ===================== ========================================================
"""

from typing import Final

from botocore.client import BaseClient

USER: Final = "pk"
ITEM: Final = "sk"
PROGRESS: Final = "progress"
SET_PREFIX: Final = "set#"

EXPIRES: Final = "expires"
"""Seconds since the epoch; DynamoDB deletes the item some time after (its TTL attribute)."""
KEPT: Final = "kept"
"""Everything but the history, packed."""
MOVED_MS: Final = "moved_ms"
"""When the turn that wrote `kept` was spoken, in milliseconds since the epoch."""
OPENED_BY: Final = "opened_by"
"""Id of the request that opened the last session."""
OPENED_WITH: Final = "opened_with"
"""What that request read, packed."""
SET_COUNT: Final = "set_count"
SET_MS: Final = "set_ms"
DAYS: Final = "trained_on"
"""Ordinals of the days with a finished set, apart from those in `folded`."""
FOLDED: Final = "folded"
"""The streaks of the days before: `streak,best,last_day`."""


def create_table(client: BaseClient, name: str) -> None:
    """Make the table as `template.yaml` has it, and wait until it can be used.

    `client` is a botocore client of DynamoDB. Its errors are passed on.
    """
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[
            {"AttributeName": USER, "KeyType": "HASH"},
            {"AttributeName": ITEM, "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": USER, "AttributeType": "S"},
            {"AttributeName": ITEM, "AttributeType": "S"},
        ],
    )
    client.get_waiter("table_exists").wait(TableName=name)
    client.update_time_to_live(
        TableName=name,
        TimeToLiveSpecification={"Enabled": True, "AttributeName": EXPIRES},
    )
    client.update_continuous_backups(
        TableName=name,
        PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
    )
