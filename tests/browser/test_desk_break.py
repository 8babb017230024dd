"""A whole routine in the browser, from launch to the last word, by typing and by buttons."""

import re
from functools import partial
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.crowd import Comes, at_once
from tests.browser.person import Person

HOW = ("typing", "buttons", "keys")
MOST_TURNS = 40
ANSWERABLE = "body:is([data-state=listening], [data-state=waiting], [data-state=ended])"


def does_all_steps(person: Person, say_next: str) -> None:
    """Say next whenever the coach listens, until the session is over."""
    for turn in range(MOST_TURNS):
        person.sees(ANSWERABLE)
        if person.page.locator("body").get_attribute("data-state") == "ended":
            return
        if say_next == "typing":
            person.types("next")
        elif say_next == "buttons":
            person.presses("next")
        else:
            person.page.keyboard.press("n")
        expect(person.page.locator("#said .you")).to_have_count(turn + 2)
    raise AssertionError("The desk break does not end.")


def finishes(how: str, comes: Comes) -> None:
    person = comes()
    person.open()
    person.start()
    person.has_heard("Hi, I'm your hip coach")
    person.types("desk break")
    person.has_heard("Move 1 of 2")
    # Letters are letters while the text field has the focus.
    person.page.locator("#words").press("Escape")
    does_all_steps(person, how)
    expect(person.page.locator("#sum-sets")).to_have_text("4")
    expect(person.page.locator("#sum-days")).to_have_text("1")
    expect(person.page.locator("#moves .set.done")).to_have_count(4)
    said = person.text("#said").lower()
    assert said.index("right side") < said.index("left side")
    assert re.search(r"eighteen nineteen twenty, last one", said)


def test_by_typing_by_buttons_and_by_keys(tmp_path: Path) -> None:
    at_once(tmp_path, *(partial(finishes, how) for how in HOW))
