"""Interruptions and losses in the middle of a set: nobody loses their place."""

import re

from playwright.sync_api import expect

from tests.browser.person import Person


def holds(person: Person) -> None:
    """Come to the hold of thirty seconds, and have time for it."""
    person.begins_a_hold(speed="10")
    person.waits_for_dial("hold")
    person.set_speed("5")


def test_interrupting_a_hold(person: Person) -> None:
    holds(person)
    expect(person.page.locator("#figure")).to_have_text(re.compile(r"^(20|1\d)$"))
    person.types("how much is left")
    expect(person.page.locator("#said")).to_contain_text(re.compile(r"(1[6-9]|20) seconds left"))
    # The hold goes on from there, and not from its beginning.
    person.types("go on")
    person.waits_for_dial("hold")
    person.takes_picture("hold-after-interruption")
    assert 10 <= int(person.text("#figure")) <= 20


def test_pausing_and_going_on_with_the_same_button(person: Person) -> None:
    holds(person)
    person.presses("pause")
    expect(person.page.locator("[data-command=resume]")).to_be_visible()
    expect(person.page.locator("[data-command=pause]")).to_be_hidden()
    person.waits_for("listening")
    person.page.keyboard.press("p")
    person.waits_for_dial("hold")
    expect(person.page.locator("[data-command=pause]")).to_be_visible()


def test_reload_in_mid_set(person: Person) -> None:
    person.open()
    person.types("ask hip coach to start the desk break")
    person.has_heard("Seated chair rotation")
    while person.page.locator("#dial[data-shows=rep]").count() == 0:
        person.sees("body:is([data-state=listening], [data-state=waiting]), #dial[data-shows=rep]")
        if person.page.locator("#dial[data-shows=rep]").count() == 0:
            person.presses("next")
            person.waits_for("speaking")
    expect(person.page.locator("#figure")).to_have_text(re.compile(r"^([6-9]|1\d)$"))
    person.page.reload()
    person.start()
    person.has_heard("the chair rotation, right side, step 3 of 3")
    person.waits_for("listening")
    person.types("yes")
    person.waits_for_dial("rep")
    assert 1 < int(person.text("#figure")) < 20
    assert person.text("#unit") == "of 20"
