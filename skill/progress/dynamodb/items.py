"""Progress to DynamoDB's items and back; expressions name no word that DynamoDB reserves."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec.structs import replace

from skill.coach.progress import FinishedSet, History, Progress
from skill.progress import codec
from skill.progress.dynamodb.table import (
    DAYS,
    EXPIRES,
    FOLDED,
    ITEM,
    KEPT,
    MOVED_MS,
    OPENED_BY,
    OPENED_WITH,
    PROGRESS,
    SET_COUNT,
    SET_MS,
    SET_PREFIX,
    USER,
)
from skill.progress.history import Fold, history_of
from skill.progress.lifetime import person_expires, set_expires
from skill.progress.store import Request, Update

Item = dict[str, dict[str, Any]]
"""An item as the client API has it: each value under the letter of its type."""

_IS_NEWEST = f"attribute_not_exists({MOVED_MS}) OR {MOVED_MS} <= :at"
_IS_KNOWN = f"attribute_exists({MOVED_MS})"
_IS_NEW_SET = f"attribute_not_exists({USER})"
_MOVE = f"SET {KEPT} = :kept, {MOVED_MS} = :at, {EXPIRES} = :expires"
_OPEN = f", {OPENED_BY} = :opened_by, {OPENED_WITH} = :opened_with"
_COUNT = f" ADD {SET_COUNT} :count, {SET_MS} :ms, {DAYS} :days"
_FOLD = f", {FOLDED} = :folded DELETE {DAYS} :days"


class Write(msgspec.Struct, frozen=True):
    """One attempt to write a turn, as far as it is known what it may change."""

    request: Request
    update: Update
    sets: tuple[FinishedSet, ...]
    """Those not known to be counted already."""
    fold: Fold | None = None
    is_newest: bool = True
    """Whether it may move the bookmark."""


def key(user: str, item: str = PROGRESS) -> Item:
    """Return the key of an item."""
    return {USER: {"S": user}, ITEM: {"S": item}}


def progress_change(write: Write, keep_days: int) -> dict[str, Any]:
    """Return key, condition and expressions of the change to the item `progress`."""
    changes = ""
    values: Item = {}
    condition = _IS_NEWEST if write.is_newest else _IS_KNOWN
    if write.is_newest:
        changes, values = _moved(write, keep_days)
    if write.sets:
        changes += _COUNT
        values |= _counted(write.sets)
    elif write.fold is not None and write.is_newest:
        changes += _FOLD
        condition = f"({condition}) AND {_unfolded(write.fold.was)}"
        values |= _folding(write.fold)
    return {
        "Key": key(write.request.user),
        "UpdateExpression": changes.lstrip(),
        "ConditionExpression": condition,
        "ExpressionAttributeValues": values,
    }


def new_set(write: Write, finished: FinishedSet, keep_days: int) -> dict[str, Any]:
    """Return the condition and the item that count a finished set once."""
    item = key(write.request.user, SET_PREFIX + finished.key)
    item[EXPIRES] = _number(set_expires(write.request, keep_days))
    return {"Item": item, "ConditionExpression": _IS_NEW_SET}


def progress_of(item: Item) -> Progress:
    """Return the progress in an item; what is missing or unreadable is as for a new person."""
    return replace(_unpacked(item, KEPT), history=_history_of(item))


def opened_with(item: Item, request_id: str) -> Progress | None:
    """Return what the request read that opened the last session, if it was this one."""
    if item.get(OPENED_BY, {}).get("S") != request_id or OPENED_WITH not in item:
        return None
    return _unpacked(item, OPENED_WITH)


def days_of(item: Item) -> list[int]:
    """Return the ordinals of the single days."""
    return [int(day) for day in item.get(DAYS, {}).get("NS", ()) if day.isdigit()]


def folded_of(item: Item) -> History:
    """Return the streaks of the days that are not kept any more."""
    numbers = item.get(FOLDED, {}).get("S", "").split(",")[:3]
    if len(numbers) < 3 or not all(number.isdigit() for number in numbers):
        return History()
    streak, best, last_day = map(int, numbers)
    return History(streak=streak, best=best, last_day=last_day)


def integer(item: Item, name: str) -> int:
    """Return a whole number of an item, 0 for anything else."""
    text = item.get(name, {}).get("N", "")
    return int(text) if text.isdigit() else 0


def _moved(write: Write, keep_days: int) -> tuple[str, Item]:
    request, before = write.request, write.update.before
    values: Item = {
        ":kept": {"B": codec.pack(codec.encode_state(write.update.progress))},
        ":at": _number(request.at_ms),
        ":expires": _number(person_expires(request, keep_days)),
    }
    if before is None:
        return _MOVE, values
    values[":opened_by"] = {"S": request.id}
    values[":opened_with"] = {"B": codec.pack(codec.encode(before))}
    return _MOVE + _OPEN, values


def _counted(sets: tuple[FinishedSet, ...]) -> Item:
    return {
        ":count": _number(len(sets)),
        ":ms": _number(sum(one.ms for one in sets)),
        ":days": _numbers({one.day for one in sets}),
    }


def _folding(fold: Fold) -> Item:
    values: Item = {
        ":folded": {"S": _folded_text(fold.becomes)},
        ":days": _numbers(fold.days),
    }
    if fold.was != History():
        values[":was"] = {"S": _folded_text(fold.was)}
    return values


def _unfolded(was: History) -> str:
    return f"attribute_not_exists({FOLDED})" if was == History() else f"{FOLDED} = :was"


def _folded_text(history: History) -> str:
    return f"{history.streak},{history.best},{history.last_day}"


def _history_of(item: Item) -> History:
    sums = integer(item, SET_COUNT), integer(item, SET_MS)
    return history_of(*sums, days_of(item), folded_of(item))


def _unpacked(item: Item, name: str) -> Progress:
    packed = item.get(name, {}).get("B")
    return Progress() if packed is None else codec.read(packed, packed=True)


def _number(value: int) -> dict[str, str]:
    return {"N": str(value)}


def _numbers(values: Iterable[int]) -> dict[str, list[str]]:
    return {"NS": [str(value) for value in values]}
