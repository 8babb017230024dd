"""The cache of keys: one fetch for many, nothing kept for strangers, nothing kept too long."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography import x509

from bench.load.chains import Dates, alexa_names, issue, pem
from skill.web.verification import ChainVerifier, KeyCache
from skill.web.verification.errors import (
    ChainRefusedError,
    ChainUnavailableError,
    HostUnreachableError,
    RequestRefusedError,
)
from skill.web.verification.failures import (
    MAX_FAILURES,
    REFUSED_SECONDS,
    UNAVAILABLE_SECONDS,
    Failures,
)
from skill.web.verification.keys import MAX_KEYS
from skill.web.verification.lanes import FetchLanes, is_usual
from tests.web.pki import Pki
from tests.web.service import Service, Shelf

FOLDER = "https://s3.amazonaws.com/echo.api/"
URL = f"{FOLDER}echo-api-cert-12.pem"
DAY = 86_400


def test_one_fetch_for_many(pki: Pki) -> None:
    begun = threading.Barrier(9)
    shelf = Shelf(pki.chain)
    fetch = shelf.fetch
    release = threading.Event()

    def slow(url: str) -> bytes:
        release.wait()
        return fetch(url)

    shelf.fetch = slow  # type: ignore[method-assign]
    keys = KeyCache(shelf, ChainVerifier(lambda: [pki.root.certificate]), lambda: pki.now)

    def ask() -> object:
        begun.wait()
        return keys.key(URL)

    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(ask) for _ in range(8)]
        begun.wait()
        release.set()
        assert {type(answer.result()) for answer in answers} == {type(keys.key(URL))}
    assert shelf.asked == [URL]


def test_a_key_goes_when_its_certificate_does(service: Service, pki: Pki) -> None:
    service.keys.key(URL)
    service.now += 29 * DAY
    service.keys.key(URL)
    assert len(service.shelf.asked) == 1
    service.now += 2 * DAY
    with pytest.raises(ChainRefusedError):
        service.keys.key(URL)
    renewed = issue(
        "Alexa",
        pki.intermediate,
        [alexa_names()],
        key=pki.other_key,
        dates=Dates(20, 60),
        now=pki.date,
    )
    service.shelf.standard = pem(renewed, pki.intermediate)
    service.now += REFUSED_SECONDS
    assert service.keys.key(URL).public_numbers() == pki.other_key.public_key().public_numbers()


def test_a_key_goes_when_its_intermediate_does(service: Service, pki: Pki) -> None:
    basics = [x509.BasicConstraints(ca=True, path_length=None)]
    middle = issue("Brief", pki.root, basics, dates=Dates(-9, 5), now=pki.date)
    leaf = issue("Alexa", middle, [alexa_names()], key=pki.alexa_key, now=pki.date)
    service.shelf.standard = pem(leaf, middle)
    service.keys.key(URL)
    service.now += 6 * DAY
    with pytest.raises(ChainRefusedError):
        service.keys.key(URL)


FAILURES: list[tuple[str, RequestRefusedError, float]] = [
    ("refused", ChainRefusedError("nothing there"), REFUSED_SECONDS),
    ("unavailable", ChainUnavailableError("trouble"), UNAVAILABLE_SECONDS),
    ("unreachable", HostUnreachableError("no answer"), UNAVAILABLE_SECONDS),
]


@pytest.mark.parametrize(("error", "seconds"), [pytest.param(e, s, id=n) for n, e, s in FAILURES])
def test_a_failure_is_remembered_briefly(
    service: Service, error: RequestRefusedError, seconds: float
) -> None:
    service.shelf.special[URL] = error
    for _ in range(3):
        with pytest.raises(type(error), match=str(error)):
            service.keys.key(URL)
    assert service.shelf.asked == [URL]
    del service.shelf.special[URL]
    service.now += seconds
    service.keys.key(URL)
    assert service.shelf.asked == [URL, URL]


def test_a_failure_of_a_time_to_come_is_none(service: Service) -> None:
    """A clock that was wrong by years, and is set right, must not refuse people for years."""
    service.now += 5_000 * DAY
    with pytest.raises(ChainRefusedError):
        service.keys.key(URL)
    service.now -= 5_000 * DAY
    service.keys.key(URL)


def test_a_bad_file_is_not_kept(service: Service, pki: Pki) -> None:
    service.shelf.standard = b"<html>Service Unavailable</html>"
    with pytest.raises(ChainRefusedError):
        service.keys.key(URL)
    service.shelf.standard = pki.chain
    service.now += REFUSED_SECONDS
    service.keys.key(URL)


def test_an_unreachable_host_spares_every_url(service: Service) -> None:
    service.shelf.special[f"{FOLDER}a.pem"] = HostUnreachableError("no answer")
    for url in (f"{FOLDER}a.pem", f"{FOLDER}b.pem", URL):
        with pytest.raises(HostUnreachableError):
            service.keys.key(url)
    assert len(service.shelf.asked) == 1


def test_a_known_key_needs_no_host(service: Service) -> None:
    service.keys.key(URL)
    service.shelf.special[f"{FOLDER}a.pem"] = HostUnreachableError("no answer")
    with pytest.raises(HostUnreachableError):
        service.keys.key(f"{FOLDER}a.pem")
    service.keys.key(URL)


def test_strangers_cannot_fill_the_memory(service: Service) -> None:
    service.shelf.standard = b"nothing"
    for number in range(2000):
        with pytest.raises(ChainRefusedError):
            service.keys.key(f"{FOLDER}{number}.pem")
    assert len(service.keys) == 0
    assert service.keys.failures == MAX_FAILURES


def test_keys_are_bounded(service: Service) -> None:
    for number in range(3 * MAX_KEYS):
        service.keys.key(f"{FOLDER}echo-api-cert-{number}.pem")
    assert len(service.keys) == MAX_KEYS


def test_failures_are_new_errors_each_time() -> None:
    failures = Failures()
    failures.add(URL, ChainRefusedError("nothing there"), 0.0)
    first, second = failures.recent(URL, 1.0), failures.recent(URL, 1.0)
    assert first is not None
    assert second is not None
    assert first is not second


USUAL = [
    (True, "echo-api-cert.pem"),
    (True, "echo-api-cert-4.pem"),
    (True, "echo-api-cert-12.pem"),
    (False, "echo-api-cert-1234.pem"),
    (False, "x.pem"),
    (False, "folder/../echo-api-cert-4.pem.txt"),
]


@pytest.mark.parametrize(("usual", "name"), USUAL)
def test_usual_names(usual: bool, name: str) -> None:
    assert is_usual(FOLDER + name) is usual


def test_strange_urls_have_a_lane_of_their_own() -> None:
    lanes = FetchLanes()
    with lanes.turn(f"{FOLDER}a.pem"):
        with pytest.raises(ChainUnavailableError), lanes.turn(f"{FOLDER}b.pem"):
            pass
        with lanes.turn(URL), lanes.turn(f"{FOLDER}echo-api-cert-13.pem"):
            pass
    with lanes.turn(f"{FOLDER}b.pem"):
        pass


def broken(_url: str) -> bytes:
    raise RuntimeError


def test_an_error_of_ours_leaves_nobody_waiting(pki: Pki) -> None:
    shelf = Shelf(pki.chain)
    working: Callable[[str], bytes] = shelf.fetch
    shelf.fetch = broken  # type: ignore[method-assign, assignment]
    keys = KeyCache(shelf, ChainVerifier(lambda: [pki.root.certificate]), lambda: pki.now)
    with pytest.raises(RuntimeError):
        keys.key(URL)
    shelf.fetch = working  # type: ignore[method-assign, assignment]
    keys.key(URL)
