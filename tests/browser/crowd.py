"""People who use the page at the same time, each with a browser and a server of their own.

A test waits most of its time, for the coach to finish speaking: several can wait together.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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
"""Lets a person open a browser window; takes what Playwright knows of windows."""


@contextmanager
def started(path: str) -> Iterator[Browser]:
    """Start the Chromium at a path."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def coming(browser: Browser, address: str) -> Iterator[Comes]:
    """Let people open windows of their own; no page may have had an error."""
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


def at_once(folder: Path, *tasks: Callable[[Comes], None]) -> None:
    """Do all tasks at the same time, each where nothing is known of the others."""
    path = chromium()

    def alone(number: int, task: Callable[[Comes], None]) -> None:
        own = folder / str(number)
        own.mkdir()
        with (
            started(path) as browser,
            running(own, "--dev") as address,
            coming(browser, address) as comes,
        ):
            task(comes)

    with ThreadPoolExecutor(len(tasks)) as pool:
        done = [pool.submit(alone, number, task) for number, task in enumerate(tasks)]
    for one in done:
        one.result()
