"""A database that is slow, gone, or half there: told in time, and nothing half done."""

import re
from collections.abc import Callable

import pytest
from botocore.exceptions import IncompleteReadError

from skill.coach.progress import Progress
from skill.progress.dynamodb import client
from skill.progress.dynamodb.client import connect
from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.store import ProgressStore, ProgressUnavailable, Update
from tests.progress.conftest import KEEP_DAYS
from tests.progress.ministack import free_port
from tests.progress.people import at_step, finished, place, request
from tests.progress.proxy import Mode, Proxy

LASTING: list[Mode] = ["silent", "reset", "cut", "slow", "error"]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "RETRY_WITHIN_S", 0.05)


@pytest.fixture
def _patient(_impatient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "RETRY_WITHIN_S", 5)


CALLS: dict[str, Callable[[ProgressStore, str], object]] = {
    "load": lambda store, user: store.load(request(user)),
    "save": lambda store, user: store.save(request(user), Update(at_step(1))),
    "save_a_set": lambda store, user: store.save(request(user), Update(at_step(1), (finished(0),))),
    "forget": lambda store, user: store.forget(user),
    "export": lambda store, user: store.export(user),
}


@pytest.mark.parametrize("mode", LASTING)
@pytest.mark.parametrize("call", CALLS)
def test_a_fault_is_told(
    through_proxy: DynamoProgress, proxy: Proxy, user: str, call: str, mode: Mode
) -> None:
    proxy.fail(mode)
    with pytest.raises(ProgressUnavailable):
        CALLS[call](through_proxy, user)
    assert not through_proxy.is_ready()


@pytest.mark.parametrize("mode", LASTING)
def test_after_a_fault_all_is_as_it_was_or_as_it_should_be(
    through_proxy: DynamoProgress, proxy: Proxy, user: str, mode: Mode
) -> None:
    through_proxy.save(request(user, 1), Update(at_step(1), (finished(0),)))
    proxy.fail(mode)
    update = Update(at_step(2), (finished(1), finished(2)))
    with pytest.raises(ProgressUnavailable):
        through_proxy.save(request(user, 2), update)
    proxy.fail("pass")
    progress = through_proxy.load(request(user, 3))
    assert (place(progress)[0], progress.history.sets) in {(1, 1), (2, 3)}
    through_proxy.save(request(user, 2), update)
    progress = through_proxy.load(request(user, 3))
    assert (place(progress)[0], progress.history.sets) == (2, 3)


def test_a_write_whose_answer_is_lost_is_known_when_tried_again(
    through_proxy: DynamoProgress, proxy: Proxy, user: str
) -> None:
    proxy.fail("deaf", times=1)
    through_proxy.save(request(user, 1), Update(at_step(1), (finished(0), finished(1))))
    assert through_proxy.load(request(user, 2)).history.sets == 2


def test_sets_whose_answer_was_lost_are_not_counted_with_the_next(
    through_proxy: DynamoProgress, proxy: Proxy, user: str
) -> None:
    proxy.fail("deaf")
    with pytest.raises(ProgressUnavailable):
        through_proxy.save(request(user, 1), Update(at_step(1), (finished(0), finished(1))))
    proxy.fail("pass")
    through_proxy.save(request(user, 2), Update(at_step(2), tuple(map(finished, range(3)))))
    progress = through_proxy.load(request(user, 3))
    assert progress.history.sets == 3
    assert place(progress)[0] == 2


@pytest.mark.usefixtures("_patient")
@pytest.mark.parametrize("mode", ["reset", "cut", "error"])
@pytest.mark.parametrize("call", CALLS)
def test_a_fault_that_passes_at_once_is_not_noticed(
    through_proxy: DynamoProgress,
    proxy: Proxy,
    user: str,
    call: str,
    mode: Mode,
) -> None:
    proxy.fail(mode, times=1)
    CALLS[call](through_proxy, user)


@pytest.mark.usefixtures("_patient")
@pytest.mark.parametrize(
    "error",
    [
        (400, "TransactionCanceledException TransactionConflict None"),
        (400, "TransactionCanceledException None ThrottlingError"),
        (400, "TransactionInProgressException"),
        (400, "ThrottlingException"),
        (500, "InternalServerError"),
    ],
)
def test_a_write_in_the_way_of_another_is_tried_again(
    through_proxy: DynamoProgress, proxy: Proxy, user: str, error: tuple[int, str]
) -> None:
    proxy.fail("error", times=2, error=error)
    through_proxy.save(request(user), Update(at_step(1), (finished(0),)))
    assert proxy.calls == ["TransactWriteItems"] * 3
    assert through_proxy.load(request(user, 1)).history.sets == 1


@pytest.mark.parametrize(
    "error",
    [
        (400, "ProvisionedThroughputExceededException"),
        (400, "ResourceNotFoundException"),
        (400, "AccessDeniedException"),
        (400, "ValidationException"),
        (400, "SomethingOfTomorrowException"),
        (403, "UnrecognizedClientException"),
        (500, "InternalServerError"),
        (503, "ServiceUnavailable"),
    ],
)
@pytest.mark.parametrize("call", CALLS)
def test_whatever_dynamodb_says_is_told_alike(
    through_proxy: DynamoProgress, proxy: Proxy, user: str, call: str, error: tuple[int, str]
) -> None:
    proxy.fail("error", error=error)
    with pytest.raises(ProgressUnavailable, match=error[1]):
        CALLS[call](through_proxy, user)


def test_a_wrong_table_is_not_asked_twice(
    through_proxy: DynamoProgress, proxy: Proxy, user: str
) -> None:
    proxy.fail("error", error=(400, "ResourceNotFoundException"))
    with pytest.raises(ProgressUnavailable):
        through_proxy.load(request(user))
    assert proxy.calls == ["GetItem"]


def test_no_server_at_all_is_told(own_server: str, user: str) -> None:
    store = DynamoProgress(connect("", f"http://127.0.0.1:{free_port()}"), "any", KEEP_DAYS)
    with pytest.raises(ProgressUnavailable, match="EndpointConnectionError"):
        store.load(request(user))


def test_with_the_real_time_outs_silence_is_told(
    monkeypatch: pytest.MonkeyPatch, proxy: Proxy, own_table: str, user: str
) -> None:
    monkeypatch.undo()
    store = DynamoProgress(connect("us-east-1", proxy.url), own_table, KEEP_DAYS)
    proxy.fail("silent")
    with pytest.raises(ProgressUnavailable, match="ReadTimeoutError"):
        store.load(request(user))
    assert proxy.calls == ["GetItem"]


def test_no_user_id_reaches_the_log(
    through_proxy: DynamoProgress, proxy: Proxy, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    proxy.fail("error", error=(400, "ValidationException"))
    for call in CALLS.values():
        with pytest.raises(ProgressUnavailable):
            call(through_proxy, user)
    assert re.search("get_item failed: ValidationException", caplog.text)
    assert user not in caplog.text


@pytest.mark.parametrize(
    "damaged",
    [
        {"body": b"{", "headers": {"content-length": "2"}},
        {"body": b"", "headers": {}},
        {"body": b"<html>", "headers": {"content-length": "6"}},
        {"body": b"{}", "headers": {"x-amz-crc32": "1"}},
    ],
)
def test_an_answer_that_is_not_whole_is_not_taken_for_an_empty_one(
    damaged: dict[str, object],
) -> None:
    with pytest.raises(IncompleteReadError):
        client._refuse_damaged(damaged)


def test_deletes_left_unprocessed_are_done_in_the_next_round(
    through_proxy: DynamoProgress, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    through_proxy.save(request(user), Update(at_step(1), tuple(map(finished, range(30)))))
    batch = through_proxy._client.batch_write_item
    monkeypatch.setattr(
        through_proxy._client,
        "batch_write_item",
        lambda RequestItems: batch(  # noqa: N803
            RequestItems={table: one[: len(one) // 2 + 1] for table, one in RequestItems.items()}
        ),
    )
    through_proxy.forget(user)
    assert through_proxy.export(user) == {}
    assert through_proxy.load(request(user)) == Progress()
