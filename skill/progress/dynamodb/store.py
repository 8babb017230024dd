"""The DynamoDB store: one read when a session starts, one write a turn."""

import time
from collections.abc import Iterator

from botocore.client import BaseClient
from msgspec.structs import replace

from skill.coach.progress import FinishedSet, Progress
from skill.progress.dynamodb.client import ConditionFailedError, call
from skill.progress.dynamodb.items import (
    Item,
    Write,
    days_of,
    folded_of,
    integer,
    key,
    new_set,
    opened_with,
    progress_change,
    progress_of,
)
from skill.progress.dynamodb.table import (
    EXPIRES,
    ITEM,
    MOVED_MS,
    OPENED_BY,
    PROGRESS,
    SET_PREFIX,
    USER,
)
from skill.progress.export import Export, Session, plain
from skill.progress.history import Fold, fold_of, unique
from skill.progress.store import ProgressUnavailable, Request, Update

SETS_AT_ONCE = 99
"""DynamoDB's limit of 100 actions a transaction, less the one for the item `progress`
(TransactWriteItems in its API reference)."""

_DELETES_AT_ONCE = 25
"""DynamoDB's limit of requests in a batch (BatchWriteItem in its API reference)."""

_FORGET_ROUNDS = 8
_FORGET_PAUSE_S = 0.05
_FOLDS_HELD = 1000


class DynamoProgress:
    """Keeps progress in a table. Threads may share it."""

    def __init__(self, client: BaseClient, table: str, keep_days: int) -> None:
        self._client = client
        self._table = table
        self._keep_days = keep_days
        self._folds: dict[str, Fold] = {}
        """By request: folds that its read found due, and its write carries along."""

    def load(self, request: Request) -> Progress:
        """Read a person's progress, as `ProgressStore.load` says."""
        item = self._item(request.user)
        then = opened_with(item, request.id)
        if then is not None:
            return then
        self._note_fold(request, item)
        return progress_of(item)

    def save(self, request: Request, update: Update) -> None:
        """Write a turn, as `ProgressStore.save` says."""
        fold = self._folds.pop(request.id, None)
        for sets in _batches(unique(update.finished)):
            self._settle(Write(request, update, sets, None if sets else fold))

    def forget(self, user: str) -> None:
        """Delete everything of a person, as `ProgressStore.forget` says.

        A turn that is written meanwhile goes as well, unless it comes after the last look.
        """
        for attempt in range(_FORGET_ROUNDS):
            left = list(self._items(user, keys=True))
            if not left:
                return
            time.sleep(_FORGET_PAUSE_S * attempt)
            self._delete(left)
        raise ProgressUnavailable("DynamoDB: items of a person are left after deleting them")

    def export(self, user: str) -> dict[str, object]:
        """Return everything kept of a person, as `ProgressStore.export` says."""
        items = {item[ITEM]["S"]: item for item in self._items(user)}
        item = items.pop(PROGRESS, None)
        if item is None:
            return {}
        opened_by = item.get(OPENED_BY, {}).get("S", "")
        return plain(
            Export(
                progress=progress_of(item),
                days=sorted(days_of(item)),
                finished_sets=sorted(name.removeprefix(SET_PREFIX) for name in items),
                last_session=Session(opened_by, opened_with(item, opened_by)),
                last_moved_ms=integer(item, MOVED_MS),
                expires=integer(item, EXPIRES),
            )
        )

    def is_ready(self) -> bool:
        """Return whether the table can be read now."""
        try:
            self._item("-")
        except ProgressUnavailable:
            return False
        return True

    def _item(self, user: str) -> Item:
        answer = call(
            self._client, "get_item", TableName=self._table, Key=key(user), ConsistentRead=True
        )
        item: Item = answer.get("Item", {})
        return item

    def _note_fold(self, request: Request, item: Item) -> None:
        fold = fold_of(days_of(item), folded_of(item))
        if fold is None:
            return
        if len(self._folds) >= _FOLDS_HELD:
            self._folds.clear()
        self._folds[request.id] = fold

    def _settle(self, write: Write) -> None:
        """Write until nothing of it is left to be written: each refusal tells what isn't."""
        while write.is_newest or write.sets:
            try:
                self._attempt(write)
            except ConditionFailedError as error:
                if not write.is_newest and error.failed[0]:
                    return  # forgotten meanwhile
                write = _rest(write, error.failed)
            else:
                return

    def _attempt(self, write: Write) -> None:
        change = {"TableName": self._table, **progress_change(write, self._keep_days)}
        if not write.sets:
            call(self._client, "update_item", **change)
            return
        puts = [
            {"Put": {"TableName": self._table, **new_set(write, one, self._keep_days)}}
            for one in write.sets
        ]
        call(self._client, "transact_write_items", TransactItems=[{"Update": change}, *puts])

    def _items(self, user: str, *, keys: bool = False) -> Iterator[Item]:
        query = {
            "TableName": self._table,
            "KeyConditionExpression": f"{USER} = :user",
            "ExpressionAttributeValues": {":user": {"S": user}},
            "ConsistentRead": True,
        }
        if keys:
            query["ProjectionExpression"] = f"{USER}, {ITEM}"
        while True:
            page = call(self._client, "query", **query)
            yield from page["Items"]
            if "LastEvaluatedKey" not in page:
                return
            query["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def _delete(self, items: list[Item]) -> None:
        """Delete items; those that DynamoDB leaves unprocessed are found by the next round."""
        deletes = [{"DeleteRequest": {"Key": {USER: one[USER], ITEM: one[ITEM]}}} for one in items]
        for start in range(0, len(deletes), _DELETES_AT_ONCE):
            batch = deletes[start : start + _DELETES_AT_ONCE]
            call(self._client, "batch_write_item", RequestItems={self._table: batch})


def _batches(sets: list[FinishedSet]) -> Iterator[tuple[FinishedSet, ...]]:
    for start in range(0, max(len(sets), 1), SETS_AT_ONCE):
        yield tuple(sets[start : start + SETS_AT_ONCE])


def _rest(write: Write, failed: tuple[bool, ...]) -> Write:
    if write.fold is not None:
        # What was to be folded may have changed; the next session looks again.
        return replace(write, fold=None)
    unknown = tuple(one for one, known in zip(write.sets, failed[1:], strict=True) if not known)
    return replace(write, is_newest=write.is_newest and not failed[0], sets=unknown)
