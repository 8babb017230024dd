"""Chromium, the server, and a person who uses the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.crowd import Comes, coming, started
from tests.browser.needs import chromium
from tests.browser.person import Person
from tests.browser.service import running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with started(chromium()) as browser:
        yield browser


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with running(tmp_path, "--dev") as started:
        yield started


@pytest.fixture
def comes(browser: Browser, address: str) -> Iterator[Comes]:
    with coming(browser, address) as come:
        yield come


@pytest.fixture
def person(comes: Comes) -> Person:
    return comes()
