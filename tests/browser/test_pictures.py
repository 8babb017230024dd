"""The pictures in the README, taken when `PICTURES=yes` is set: a normal run changes no file."""

import os
import shutil
from pathlib import Path

import pytest

from tests.browser.crowd import DESKTOP, PHONE, Comes
from tests.browser.person import Person

PICTURES = Path(__file__).parent.parent.parent / "docs" / "pictures"

pytestmark = pytest.mark.skipif(
    os.environ.get("PICTURES") != "yes", reason="PICTURES=yes takes the README's pictures anew"
)


def keep(person: Person, name: str) -> None:
    shutil.copy(person.takes_picture(name), PICTURES / f"{name}.png")


def comes_to_the_reps(person: Person) -> None:
    person.open(speed="10")
    person.types("ask hip coach to run through")
    person.waits_for("listening")
    person.types("desk break")
    person.waits_for_dial("rep")
    person.page.wait_for_timeout(4_000)
    person.set_speed("1")


def test_a_hold(comes: Comes) -> None:
    person = comes(viewport=DESKTOP, color_scheme="light")
    person.begins_a_hold(speed="10")
    person.waits_for_dial("hold")
    person.page.wait_for_timeout(1_000)
    person.set_speed("1")
    keep(person, "hold")


def test_reps_on_a_phone(comes: Comes) -> None:
    person = comes(viewport=PHONE, color_scheme="dark")
    comes_to_the_reps(person)
    keep(person, "phone")


def test_envelopes(comes: Comes) -> None:
    person = comes(viewport=DESKTOP, color_scheme="light")
    comes_to_the_reps(person)
    person.page.locator("#envelopes-switch").check()
    person.page.locator("#envelopes-title").evaluate("(title) => title.scrollIntoView()")
    keep(person, "envelopes")
