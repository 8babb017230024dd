"""From settings to a store, and what an operator does with one."""

import logging

import msgspec

from skill.progress.store import ProgressStore, ProgressUnavailable
from skill.settings import Settings, SettingsError

_LOG = logging.getLogger(__name__)


def open_store(settings: Settings) -> ProgressStore:
    """Return the store that the settings name; one that is down is returned all the same.

    Raises:
        SettingsError: a setting is wrong; the message names it and says what to do.

    """
    if not 1 <= settings.keep_days <= 3650:
        raise SettingsError(f"HIP_COACH_KEEP_DAYS is {settings.keep_days}: give 1 to 3650 days.")
    if settings.progress == "dynamodb":
        return _open_dynamodb(settings)
    return _open_sqlite(settings)


def export_person(store: ProgressStore, user: str) -> str:
    """Return everything kept of a person as indented JSON, for an operator.

    Raises:
        ProgressUnavailable: the store cannot be reached in time.

    """
    return msgspec.json.format(msgspec.json.encode(store.export(user)), indent=2).decode()


def forget_person(store: ProgressStore, user: str) -> bool:
    """Delete everything of a person, for an operator; return whether there was anything.

    Raises:
        ProgressUnavailable: it is not known to be deleted.

    """
    was_known = bool(store.export(user))
    store.forget(user)
    return was_known


def create_table(settings: Settings) -> None:
    """Make the DynamoDB table that the settings name, for an operator.

    Raises:
        SettingsError: it can't be made; the message says why.

    """
    # botocore takes a tenth of a second to import, which the embedded store needn't pay.
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    from skill.progress.dynamodb import client, table  # noqa: PLC0415

    connection = client.connect(settings.dynamodb_region, settings.dynamodb_endpoint)
    try:
        table.create_table(connection, settings.dynamodb_table)
    except (BotoCoreError, ClientError) as error:
        raise SettingsError(
            f"The table {settings.dynamodb_table} can't be made: {error}"
        ) from error


def _open_sqlite(settings: Settings) -> ProgressStore:
    # A Lambda, which has a table, need not wait for this import either.
    from skill.progress.sqlite.file import IN_MEMORY  # noqa: PLC0415
    from skill.progress.sqlite.store import SqliteProgress  # noqa: PLC0415

    file = IN_MEMORY if settings.progress == "memory" else settings.sqlite_file
    store = SqliteProgress(file, settings.keep_days)
    try:
        store.open()
    except ProgressUnavailable as error:
        _LOG.warning("The progress file can't be opened for now, starting without: %s", error)
    return store


def _open_dynamodb(settings: Settings) -> ProgressStore:
    from skill.progress.dynamodb.check import check_table  # noqa: PLC0415
    from skill.progress.dynamodb.client import connect  # noqa: PLC0415
    from skill.progress.dynamodb.store import DynamoProgress  # noqa: PLC0415

    client = connect(settings.dynamodb_region, settings.dynamodb_endpoint)
    check_table(client, settings.dynamodb_table)
    return DynamoProgress(client, settings.dynamodb_table, settings.keep_days)
