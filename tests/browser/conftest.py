"""Chromium, the server, and a person who uses the page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.needs import chromium
from tests.browser.person import Person
from tests.browser.service import running

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 400, "height": 800}

FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # Chromium's sandbox does not start as root, which CI is; only our own page is opened.
    "--no-sandbox",
]

Comes = Callable[..., Person]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with running(tmp_path, "--dev") as started:
        yield started


@pytest.fixture
def comes(browser: Browser, address: str) -> Iterator[Comes]:
    """Let a person open a browser of their own; no page may have had an error."""
    contexts: list[Any] = []
    people: list[Person] = []

    def come(**options: Any) -> Person:
        context = browser.new_context(**{"viewport": DESKTOP, "reduced_motion": "reduce"} | options)
        contexts.append(context)
        people.append(Person(context.new_page(), address))
        return people[-1]

    yield come
    for context in contexts:
        context.close()
    assert [person.errors for person in people if person.errors] == []


@pytest.fixture
def person(comes: Comes) -> Person:
    return comes()
