"""The table: what a turn reads and writes, how small it stays, what other versions left in it."""

from collections.abc import Iterable

import msgspec
import pytest
from botocore.client import BaseClient
from botocore.exceptions import ClientError
from msgspec.structs import replace

from skill.coach.progress import Bookmark, Mark, Preferences, Progress
from skill.progress.codec import pack
from skill.progress.dynamodb.client import code_of
from skill.progress.dynamodb.items import Item, key
from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.dynamodb.table import EXPIRES, create_table
from skill.progress.history import FOLD_AT
from skill.progress.store import Update
from tests.progress.people import (
    EIGHT_O_CLOCK,
    FULL,
    MONDAY,
    at_step,
    finish,
    finished,
    place,
    request,
)
from tests.progress.proxy import Proxy

BILLED_UNIT = 1024
"""Bytes of an item that DynamoDB bills as one write unit."""

LONG_DAY = Progress(
    preferences=Preferences(
        guidance="continuous",
        first_side="left",
        pace=120,
        doses={"seated_rotation": 25, "lying_band_stretch": 45},
        lacks=("ball",),
    ),
    bookmark=Bookmark(
        run="5e8b7a0c",
        routine="full_routine",
        moves=FULL,
        side="left",
        move=4,
        step=3,
        done=12_000,
        closed=("right",),
        skipped=(FULL[1],),
        counted=("0r", "0l", "2r", "2l", "3r", "3l", "4r"),
        spent_ms=754_321,
        credited_ms=700_000,
        sent_ms=EIGHT_O_CLOCK,
        playing=tuple(
            Mark(at_ms=4321 * n, ms=4321, move=4, side="left", step=n, done=0, amount=1)
            for n in range(8)
        ),
    ),
    known=FULL,
    sessions=117,
    last_routine="full_routine",
    last_moves=FULL,
)


def item_of(store: DynamoProgress, user: str) -> Item:
    item: Item = store._client.get_item(TableName=store._table, Key=key(user))["Item"]
    return item


def put(store: DynamoProgress, item: Item) -> None:
    store._client.put_item(TableName=store._table, Item=item)


def size(item: Item) -> int:
    """Return the bytes an item is billed for, by DynamoDB's rules for each type."""
    return sum(len(name) + _size(*value.popitem()) for name, value in item.items())


def _size(kind: str, value: object) -> int:
    if kind == "NS":
        assert isinstance(value, Iterable)
        return 3 + sum(1 + _size("N", one) for one in value)
    if kind == "N":
        return len(str(value)) // 2 + 2
    assert isinstance(value, str | bytes)
    return len(value)


def test_a_session_reads_once_and_writes_once_a_turn(
    through_proxy: DynamoProgress, proxy: Proxy, user: str
) -> None:
    before = through_proxy.load(request(user, 0, "opening"))
    through_proxy.save(request(user, 0, "opening"), Update(at_step(0), before=before))
    through_proxy.save(request(user, 1), Update(at_step(1)))
    through_proxy.save(request(user, 2), Update(at_step(2), (finished(0),)))
    through_proxy.save(request(user, 3), Update(at_step(3)))
    assert proxy.calls == [
        "GetItem",
        "UpdateItem",
        "UpdateItem",
        "TransactWriteItems",
        "UpdateItem",
    ]


@pytest.mark.parametrize(
    ("update", "calls"),
    [
        (Update(at_step(0)), ["UpdateItem"]),
        (Update(at_step(0), (finished(5),)), ["TransactWriteItems"] * 2),
        (Update(at_step(0), (finished(0),)), ["TransactWriteItems"]),
        (Update(at_step(0), (finished(0), finished(5))), ["TransactWriteItems"] * 2),
    ],
    ids=["nothing", "a new set", "a known set", "one of each"],
)
def test_only_a_late_update_with_sets_costs_more(
    through_proxy: DynamoProgress, proxy: Proxy, user: str, update: Update, calls: list[str]
) -> None:
    through_proxy.save(request(user, 9), Update(at_step(9), (finished(0),)))
    proxy.calls.clear()
    through_proxy.save(request(user, 1), update)
    assert proxy.calls == calls


def test_an_item_stays_within_one_billed_unit(dynamodb: DynamoProgress, user: str) -> None:
    finish(dynamodb, user, *range(MONDAY, MONDAY + FOLD_AT))
    opening = request(user, 60 * 24 * FOLD_AT)
    before = replace(LONG_DAY, history=dynamodb.load(opening).history)
    dynamodb.save(opening, Update(LONG_DAY, before=before))
    assert size(item_of(dynamodb, user)) <= BILLED_UNIT


def train_for(store: DynamoProgress, user: str, days: range) -> None:
    for day in days:
        minute = (day - MONDAY) * 24 * 60
        opening = request(user, minute)
        before = store.load(opening)
        store.save(opening, Update(at_step(0), before=before))
        store.save(request(user, minute + 9), Update(at_step(1), (finished(0, day, f"{day}"),)))


def test_days_in_a_row_survive_their_folding(dynamodb: DynamoProgress, user: str) -> None:
    train_for(dynamodb, user, range(MONDAY, MONDAY + 40))
    train_for(dynamodb, user, range(MONDAY + 50, MONDAY + 80))
    history = dynamodb.load(request(user, 999_999)).history
    assert (history.sets, history.best, history.streak) == (70, 40, 30)
    assert len(item_of(dynamodb, user)["trained_on"]["NS"]) <= FOLD_AT + 1


def test_folding_costs_no_call(through_proxy: DynamoProgress, proxy: Proxy, user: str) -> None:
    train_for(through_proxy, user, range(MONDAY, MONDAY + 40))
    assert "folded" in item_of(through_proxy, user)
    assert proxy.calls.count("UpdateItem") == 40


def test_two_devices_that_fold_at_once_fold_once(dynamodb: DynamoProgress, user: str) -> None:
    finish(dynamodb, user, *range(MONDAY, MONDAY + 20))
    one, other = request(user, 50_000), request(user, 50_001)
    before = dynamodb.load(one)
    dynamodb.load(other)
    dynamodb.save(one, Update(at_step(1), before=before))
    dynamodb.save(other, Update(at_step(2), before=before))
    progress = dynamodb.load(request(user, 60_000))
    assert (progress.history.best, progress.history.streak) == (20, 20)
    assert place(progress)[0] == 2


def newer(**changes: object) -> bytes:
    """Return a state that a newer version may have written."""
    return msgspec.json.encode({**msgspec.to_builtins(at_step(4)), **changes})


OTHERS_STATES = [
    (newer(mood="fine"), at_step(4)),
    (newer(last_routine=7), at_step(4)),
    (newer(preferences={"guidance": "by_camera", "pace": 80}),
     replace(at_step(4), preferences=Preferences(pace=80))),
    (newer(bookmark={"planet": "Mars"}), replace(at_step(4), bookmark=None)),
    (newer(bookmark=[1, 2]), replace(at_step(4), bookmark=None)),
    (newer(known="all"), replace(at_step(4), known=())),
    (b"[]", Progress()),
    (b"{", Progress()),
    (b"\xff", Progress()),
    (b"", Progress()),
]  # fmt: skip


@pytest.fixture
def in_table(dynamodb: DynamoProgress, user: str) -> Item:
    """The item of a person with a finished set, to be changed and put back."""
    dynamodb.save(request(user), Update(at_step(4), (finished(0),)))
    return item_of(dynamodb, user)


@pytest.mark.parametrize(("state", "understood"), OTHERS_STATES)
def test_what_another_version_wrote_is_read_as_far_as_it_goes(
    dynamodb: DynamoProgress, in_table: Item, user: str, state: bytes, understood: Progress
) -> None:
    put(dynamodb, {**in_table, "kept": {"B": pack(state)}})
    progress = dynamodb.load(request(user, 1))
    assert replace(progress, history=understood.history) == understood
    assert progress.history.sets == 1


@pytest.mark.parametrize(
    "change",
    [
        {"kept": {"B": b"\x09packed in a way of tomorrow"}},
        {"kept": {"B": b"\x01damaged"}},
        {"kept": {"B": b""}},
        {"kept": {"M": {"routine": {"S": "full_routine"}}}},
    ],
)
def test_a_state_that_cannot_be_read_costs_the_place_but_not_the_history(
    dynamodb: DynamoProgress,
    in_table: Item,
    user: str,
    change: Item,
    caplog: pytest.LogCaptureFixture,
) -> None:
    put(dynamodb, {**in_table, **change})
    progress = dynamodb.load(request(user, 1))
    assert progress == Progress(history=progress.history)
    assert progress.history.sets == 1
    assert user not in caplog.text


def test_what_is_not_understood_is_left_in_the_table(
    dynamodb: DynamoProgress, in_table: Item, user: str
) -> None:
    tomorrow: Item = {"badges": {"SS": ["early bird"]}, "folded": {"S": "of another kind"}}
    put(dynamodb, {**in_table, **tomorrow, "set_count": {"N": "1"}})
    train_for(dynamodb, user, range(MONDAY + 1, MONDAY + 20))
    item = item_of(dynamodb, user)
    assert {name: item[name] for name in tomorrow} == tomorrow
    assert dynamodb.load(request(user, 99_999)).history.sets == 20


@pytest.mark.parametrize(
    "odd",
    [
        {"set_count": {"N": "1.5"}},
        {"set_count": {"S": "one"}},
        {"trained_on": {"SS": ["monday"]}},
        {"folded": {"S": "1,2"}},
        {"opened_by": {"N": "1"}},
        {"opened_with": {"S": "text"}},
    ],
)
def test_odd_attributes_are_read_over(
    dynamodb: DynamoProgress, in_table: Item, user: str, odd: Item
) -> None:
    put(dynamodb, {**in_table, **odd})
    assert place(dynamodb.load(request(user, 1)))[0] == 4


def test_finished_sets_expire_before_the_sums_they_were_added_to(
    dynamodb: DynamoProgress, user: str
) -> None:
    dynamodb.save(request(user), Update(at_step(1), (finished(0),)))
    sets = dynamodb._client.get_item(TableName=dynamodb._table, Key=key(user, "set#run:0"))
    expires = int(sets["Item"][EXPIRES]["N"])
    assert EIGHT_O_CLOCK // 1000 < expires < int(item_of(dynamodb, user)[EXPIRES]["N"])


def test_the_table_expires_items_by_itself(client: BaseClient, table: str) -> None:
    described = client.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    assert described["AttributeName"] == EXPIRES
    assert described["TimeToLiveStatus"] in {"ENABLED", "ENABLING"}


def test_the_table_has_a_past_to_go_back_to(own_client: BaseClient, own_table: str) -> None:
    answer = own_client.describe_continuous_backups(TableName=own_table)
    recovery = answer["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
    assert recovery["PointInTimeRecoveryStatus"] == "ENABLED"


def test_a_person_forgotten_while_an_old_turn_is_written_stays_forgotten(
    dynamodb: DynamoProgress, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The turn is refused as too old, and the person is forgotten before its sets are counted."""
    dynamodb.save(request(user, 9), Update(at_step(9)))
    transact = dynamodb._client.transact_write_items

    def refused_then_forgotten(**call: object) -> object:
        monkeypatch.undo()
        try:
            return transact(**call)
        finally:
            dynamodb.forget(user)

    monkeypatch.setattr(dynamodb._client, "transact_write_items", refused_then_forgotten)
    dynamodb.save(request(user, 1), Update(at_step(1), (finished(0),)))
    assert dynamodb.export(user) == {}


def test_a_table_is_not_made_twice(client: BaseClient, table: str) -> None:
    with pytest.raises(ClientError) as error:
        create_table(client, table)
    assert code_of(error.value) == "ResourceInUseException"
